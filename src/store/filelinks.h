// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stations.h"

#include <tl/expected.hpp>

namespace store {

enum class LinkDirection { Down, Up };
/// "down", "up", as in the database.
QLatin1StringView toString(LinkDirection direction);
bool fromString(QStringView text, LinkDirection &direction);

/// The right to fetch or to bring one file. Whoever knows the token has it, so it is long, lives for a while, and is kept
/// only as its hash.
struct FileLink {
    QString tokenHash{};
    LinkDirection direction = LinkDirection::Down;
    std::optional<QString> station{};    ///< nothing: a person, who brings an image
    std::optional<qint64> image{};       ///< what is fetched, or brought by a person
    std::optional<qint64> stationFile{}; ///< what is brought
    std::optional<qint64> job{};         ///< the firmware job that it belongs to
    ocpp::Timestamp expires{};
    qint64 maxBytes = 0; ///< of what is brought; 0: as much as the file server takes
    int usesLeft = 1;    ///< uploads; fetched it may be as often as it lives

    static const RowTable &table();
};

class FileLinks {
public:
    explicit FileLinks(Database &db) : db_(db) {}

    /// For URLs: 32 random bytes in base64url.
    static QString newToken();
    static QString hashOf(const QString &token);

    void add(const FileLink &link);
    /// Nothing if it is unknown, used up, expired, or of the other direction: they are alike for who asks.
    std::optional<FileLink> find(const QString &token, LinkDirection direction, ocpp::Timestamp now);
    /// A complete upload. False if it was used up meanwhile: only one of two uploads at once counts.
    bool use(const QString &tokenHash);
    void revokeOfJob(qint64 job);
    void revokeOfFile(qint64 stationFile);
    /// By which a person brings an image.
    void revokeOfImage(qint64 image);
    void removeExpired(ocpp::Timestamp now);

private:
    Database &db_;
};

/// Where a node's file server is found, and what an owner gave in its stead.
struct FileServerPlace {
    int port = 0; ///< for HTTP; 0: none
    QString externalUrl{}; ///< ftp://, ftps://, http:// or https://; for stations that speak it, instead of ours
    int tlsPort = 0; ///< for HTTPS; 0: none
    QString host{}; ///< how the node is called in the network, for stations that are connected to another one

    /// The beginning of its URLs at this host, "https://HOST:8182/files/". Empty: it does not speak that.
    QString baseAt(const QString &atHost, bool overTls) const;
    bool operator==(const FileServerPlace &) const = default;
};

class FileServerPlaces {
public:
    explicit FileServerPlaces(Database &db) : db_(db) {}

    /// Updates that wait for a place are looked at again.
    void set(const QString &node, const FileServerPlace &place);
    FileServerPlace of(const QString &node);

private:
    Database &db_;
};

/// The beginning of a URL for this station, with a slash at its end.
struct FileAddress {
    QString base{};
    bool isExternal = false; ///< the owner's own server: no token, and nothing is seen of the transfer

    /// With a token, unless it is external.
    QString url(const QString &token, const QString &fileName = {}) const;
};
struct NoFileAddress {
    QString reason{};
    bool mayComeYet = false; ///< with the station's next connection, with a port of the file server, or with its node
};
/// Behaviour 31: the scheme follows SupportedFileTransferProtocols, the host is the one by which the station reached us. HTTPS
/// only to stations that name it: those that say nothing know HTTP. `holder` is the node that has the file in its data
/// directory: if the station is connected to another one, the address is the holder's. Empty: any node will do.
tl::expected<FileAddress, NoFileAddress> fileAddressFor(Database &db, const Station &station,
                                                        const QString &holder = {});
/// The command has sent a station to our file servers by HTTPS. It fails if the station does not know who signed their
/// certificate, and says nothing of it.
bool leadsOverTls(Database &db, std::optional<qint64> command);

} // namespace store
