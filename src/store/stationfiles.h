// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commandrequest.h"
#include "store/stations.h"

namespace store {

enum class StationFileKind { Diagnostics, DiagnosticsLog, SecurityLog };
/// "diagnostics" (GetDiagnostics), "diagnosticsLog", "securityLog" (GetLog), as in the database and the API.
QLatin1StringView toString(StationFileKind kind);
bool fromString(QStringView text, StationFileKind &kind);

enum class StationFileState {
    Requested, ///< the command is on its way
    Accepted,  ///< the station will bring it
    Received,  ///< here, and whole
    Elsewhere, ///< brought to the owner's own server, as the station says
    Failed,    ///< `reason` says why; it may still come while its link lives
    Cancelled, ///< the station dropped it for a newer request
};
QLatin1StringView toString(StationFileState state);
bool fromString(QStringView text, StationFileState &state);

/// Diagnostics or a log of a station: asked for, perhaps brought.
struct StationFile {
    qint64 id = 0;
    QString station{};
    StationFileKind kind = StationFileKind::Diagnostics;
    QString name{}; ///< what the station calls it
    QString file{}; ///< below the data directory's station-files; empty until it is received, and when it was removed
    qint64 size = 0;
    std::optional<qint64> command{};
    std::optional<int> requestId{};
    StationFileState state = StationFileState::Requested;
    QString status{}; ///< the last DiagnosticsStatusNotification or LogStatusNotification
    std::optional<ocpp::Timestamp> statusTime{};
    QString reason{}; ///< of a failure: what, why, what to do
    bool isExternal = false; ///< asked for on the owner's own server: nothing is seen of it here
    QString node{}; ///< of several: the one in whose data directory the file is
    ocpp::Timestamp created{};
    ocpp::Timestamp expires{}; ///< of its link, which begins when the command is sent
    std::optional<ocpp::Timestamp> received{};

    static const RowTable &table();
};

/// What a person wants from a station. Nothing: as the station thinks fit.
struct FileWish {
    QString station{};
    StationFileKind kind = StationFileKind::Diagnostics;
    std::optional<ocpp::Timestamp> from{};
    std::optional<ocpp::Timestamp> to{};
    std::optional<int> retries{};
    std::optional<int> retryIntervalSeconds{};
    QString origin{};
};

struct StationFileFilter {
    QString station{};
    qint64 after = 0; ///< id where the page before ended
    int limit = 0;    ///< 0: all
};

/// An upload that is whole.
struct ReceivedFile {
    QString name{}; ///< as the station calls it; empty: it does not say
    QString file{};
    qint64 size = 0;
    QString node{};
};

class StationFiles {
public:
    explicit StationFiles(Database &db) : db_(db) {}

    std::optional<StationFile> find(qint64 id);
    /// Newest first.
    QList<StationFile> list(const StationFileFilter &filter = {});
    /// Bytes of all that is received and still there.
    qint64 totalSize();

    /// Queues GetDiagnostics or GetLog.
    tl::expected<StationFile, CommandRefusal> request(const FileWish &wish);
    /// The same once more, with a link of its own: what its command said, while that is kept; of all times then.
    tl::expected<StationFile, CommandRefusal> requestAgain(const StationFile &file, const QString &origin);
    /// For enqueue(): the row, and the URL that stands in the payload until it is sent. The error says why there is none.
    tl::expected<StationFile, QString> prepare(const Station &station, StationFileKind kind,
                                               std::optional<int> requestId, QString &url, ocpp::Timestamp now);
    /// As its command is sent: the URL for it, with an upload link of its own. The error says why there is none.
    tl::expected<QString, QString> openLink(StationFile file, const Station &station, ocpp::Timestamp now);
    void setCommand(qint64 id, qint64 command);

    std::optional<StationFile> findByCommand(qint64 command);
    /// The one that a status of the station is about: by its request id, else the newest of these kinds that is not over,
    /// else the last one if it failed.
    std::optional<StationFile> findOpen(const QString &station, bool isLog, std::optional<int> requestId);
    QList<StationFile> open(const QString &station, bool isLog);
    /// Whose command ended without an acceptance, and whose link is over although nothing came.
    QList<StationFile> inVain(ocpp::Timestamp now);
    void save(const StationFile &file);
    /// The upload is complete. False if its link was used up meanwhile.
    bool receive(qint64 id, const QString &tokenHash, const ReceivedFile &received, ocpp::Timestamp at);
    /// The upload broke off, or found no room.
    void uploadFailed(qint64 id, const QString &reason);
    /// The row goes; the file on the disk is the caller's. Empty if there is none.
    QString remove(qint64 id);
    /// Received before that moment: their files, to be deleted; the rows stay.
    QStringList forgetReceivedBefore(ocpp::Timestamp moment);
    /// All files that rows speak of.
    QStringList filesOnDisk();

private:
    std::optional<StationFile> lastFailed(const QString &station, bool isLog);

    Database &db_;
};

} // namespace store
