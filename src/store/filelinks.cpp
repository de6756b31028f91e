// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/filelinks.h"

#include "store/commands.h"
#include "store/configuration.h"
#include "store/nodes.h"
#include "store/settings.h"
#include "store/words.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

constexpr Word<LinkDirection> linkDirections[] = {
    {LinkDirection::Down, "down"_L1},
    {LinkDirection::Up, "up"_L1},
};

constexpr Column fileLinkColumns[] = {
    column<&FileLink::tokenHash>("token_hash"_L1, ColumnRole::Key),
    column<&FileLink::direction>("direction"_L1),
    column<&FileLink::station>("station"_L1),
    column<&FileLink::image>("image"_L1),
    column<&FileLink::stationFile>("station_file"_L1),
    column<&FileLink::job>("job"_L1),
    column<&FileLink::expires>("expires"_L1),
    column<&FileLink::maxBytes>("max_bytes"_L1),
    column<&FileLink::usesLeft>("uses_left"_L1),
};
constexpr RowTable fileLinkTable{"file_links"_L1, fileLinkColumns};

QString placeKey(const QString &node)
{
    return u"files."_s + node;
}

bool isLoopback(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || host.startsWith("127."_L1) || host == "::1"_L1;
}

/// "host:port", "host", "[v6]:port", and what Qt says of a socket: "v6:port", "::ffff:1.2.3.4:port".
QString hostOf(QString address)
{
    if (address.startsWith(u'['))
        return address.mid(1, address.indexOf(u']') - 1);
    const qsizetype colon = address.lastIndexOf(u':');
    if (colon >= 0)
        address.truncate(colon);
    if (address.startsWith("::ffff:"_L1, Qt::CaseInsensitive) && address.contains(u'.'))
        address.remove(0, 7);
    return address;
}

bool isOnThisMachine(const Station &station)
{
    return isLoopback(hostOf(station.remoteAddress + u":0"_s));
}

/// In capitals, as reported; nothing if the station does not say.
std::optional<QStringList> protocolsOf(Database &db, const QString &station)
{
    const auto key = Configuration(db).find(station, u"SupportedFileTransferProtocols"_s);
    if (!key || !key->value || key->value->trimmed().isEmpty())
        return std::nullopt;
    QStringList protocols;
    for (const QString &one : key->value->split(u','))
        protocols.append(one.trimmed().toUpper());
    return protocols;
}

bool speaks(const std::optional<QStringList> &protocols, const QString &scheme)
{
    return !protocols || protocols->contains(scheme.toUpper());
}

tl::unexpected<NoFileAddress> none(const QString &reason)
{
    return tl::unexpected(NoFileAddress{reason, false});
}

tl::unexpected<NoFileAddress> notYet(const QString &reason)
{
    return tl::unexpected(NoFileAddress{reason, true});
}

FileAddress externalAddress(const QString &url)
{
    return {url.endsWith(u'/') ? url : url + u'/', true};
}

bool speaksThatOf(const QString &url, const std::optional<QStringList> &protocols)
{
    return speaks(protocols, QUrl(url).scheme());
}

/// Of a station that speaks neither the protocol of the owner's server nor ours.
tl::unexpected<NoFileAddress> notSpoken(const QString &station, const QStringList &protocols,
                                        const QString &externalUrl)
{
    if (externalUrl.isEmpty()) {
        return none(
            u"%1 transfers files by %2 only, which the built-in file server does not speak. Enter the address of a "
            "server that does in the settings."_s.arg(station, protocols.join(u", "_s)));
    }
    return none(u"%1 transfers files by %2 only, but the file server that is entered in the settings is %3. Enter one "
                "that the station understands."_s.arg(station, protocols.join(u", "_s), externalUrl));
}

/// As its operator calls it, as far as that is known.
QString nodeText(const QList<Node> &running, const QString &id, const FileServerPlace &place)
{
    const auto known = std::ranges::find(running, id, &Node::id);
    if (known != running.end() && !known->name.isEmpty())
        return known->name;
    return place.host.isEmpty() ? id : place.host;
}

/// The file is at a node that this station is not connected to.
std::optional<NoFileAddress> whyNotFrom(Database &db, const QString &holder, const FileServerPlace &place, bool overTls,
                                        const Station &station)
{
    const QList<Node> running = Nodes(db).list();
    const bool isRunning = std::ranges::find(running, holder, &Node::id) != running.end();
    const bool hasAddress = !place.host.isEmpty() && (!isLoopback(place.host) || isOnThisMachine(station));
    if (isRunning && hasAddress && !place.baseAt(place.host, overTls).isEmpty())
        return std::nullopt;
    const QString own = nodeText(running, station.node, FileServerPlaces(db).of(station.node));
    return NoFileAddress{
        u"The file is on node %1 of this central system, which does not run, has no file server, or has no "
        "address in the network. Mend that, or enter the image on node %2 as well, to which %3 is connected, "
        "and send that one."_s.arg(nodeText(running, holder, place), own, station.id),
        true};
}

/// Names HTTPS alone of what the built-in server could speak, which has no certificate.
tl::unexpected<NoFileAddress> noTls(const QString &station, const QStringList &protocols)
{
    return notYet(u"%1 transfers files by %2 only, and the built-in file server has no certificate for HTTPS. Enter a "
                  "certificate and its key in the settings, or the address of another server."_s.arg(
                      station, protocols.join(u", "_s)));
}

} // namespace

QLatin1StringView toString(LinkDirection direction)
{
    return wordOf(linkDirections, direction);
}

bool fromString(QStringView text, LinkDirection &direction)
{
    return fromWord(linkDirections, text, direction);
}

const RowTable &FileLink::table()
{
    return fileLinkTable;
}

QString FileLinks::newToken()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), sizeof random);
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString FileLinks::hashOf(const QString &token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toHex());
}

void FileLinks::add(const FileLink &link)
{
    db_.insert(link);
}

std::optional<FileLink> FileLinks::find(const QString &token, LinkDirection direction, ocpp::Timestamp now)
{
    return db_.row<FileLink>(u"WHERE token_hash = ? AND direction = ? AND expires > ? AND uses_left > 0"_s,
                             {hashOf(token), direction, now});
}

bool FileLinks::use(const QString &tokenHash)
{
    return db_.run(u"UPDATE file_links SET uses_left = uses_left - 1 WHERE token_hash = ? AND uses_left > 0"_s,
                   {tokenHash})
           > 0;
}

void FileLinks::revokeOfJob(qint64 job)
{
    db_.run(u"DELETE FROM file_links WHERE job = ?"_s, {job});
}

void FileLinks::revokeOfFile(qint64 stationFile)
{
    db_.run(u"DELETE FROM file_links WHERE station_file = ?"_s, {stationFile});
}

void FileLinks::revokeOfImage(qint64 image)
{
    db_.run(u"DELETE FROM file_links WHERE image = ? AND direction = ?"_s, {image, LinkDirection::Up});
}

void FileLinks::removeExpired(ocpp::Timestamp now)
{
    db_.run(u"DELETE FROM file_links WHERE expires <= ?"_s, {now});
}

QString FileServerPlace::baseAt(const QString &atHost, bool overTls) const
{
    const int where = overTls ? tlsPort : port;
    if (where == 0)
        return {};
    const QString authority = atHost.contains(u':') ? u"[%1]"_s.arg(atHost) : atHost;
    return u"%1://%2:%3/files/"_s.arg(overTls ? "https"_L1 : "http"_L1, authority, QString::number(where));
}

void FileServerPlaces::set(const QString &node, const FileServerPlace &place)
{
    if (place == of(node))
        return;
    const QJsonObject json{{u"port"_s, place.port},
                           {u"externalUrl"_s, place.externalUrl},
                           {u"tlsPort"_s, place.tlsPort},
                           {u"host"_s, place.host}};
    Settings(db_).set(placeKey(node), QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
    db_.noteChange(Table::Firmware);
}

FileServerPlace FileServerPlaces::of(const QString &node)
{
    const auto text = Settings(db_).text(placeKey(node));
    const QJsonObject json = QJsonDocument::fromJson(text.value_or(QString()).toUtf8()).object();
    return {json["port"_L1].toInt(), json["externalUrl"_L1].toString(), json["tlsPort"_L1].toInt(),
            json["host"_L1].toString()};
}

QString FileAddress::url(const QString &token, const QString &fileName) const
{
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(fileName));
    return isExternal ? base + name : base + token + u'/' + name;
}

tl::expected<FileAddress, NoFileAddress> fileAddressFor(Database &db, const Station &station, const QString &holder)
{
    const FileServerPlace own = FileServerPlaces(db).of(station.node);
    const auto protocols = protocolsOf(db, station.id);
    if (!own.externalUrl.isEmpty() && speaksThatOf(own.externalUrl, protocols))
        return externalAddress(own.externalUrl);
    const bool isElsewhere = !holder.isEmpty() && holder != station.node;
    const FileServerPlace place = isElsewhere ? FileServerPlaces(db).of(holder) : own;
    const bool namesTls = protocols && protocols->contains("HTTPS"_L1);
    const bool speaksTls = namesTls && place.tlsPort != 0;
    if (!speaksTls && !speaks(protocols, u"HTTP"_s))
        return namesTls ? noTls(station.id, *protocols) : notSpoken(station.id, *protocols, own.externalUrl);
    if (const auto why = isElsewhere ? whyNotFrom(db, holder, place, speaksTls, station) : std::nullopt)
        return tl::unexpected(*why);
    const QString host = isElsewhere ? place.host : hostOf(station.localAddress);
    if (host.isEmpty())
        return notYet(u"It is not known yet by which address %1 reaches us: it was never online."_s.arg(station.id));
    if (isLoopback(host) && !isOnThisMachine(station)) {
        return notYet(u"%1 reached us as \"%2\", which means the station itself to a station. Enter the address of the "
                      "file server in the settings."_s.arg(station.id, host));
    }
    const QString base = place.baseAt(host, speaksTls);
    if (base.isEmpty() && place.tlsPort != 0) {
        return notYet(u"The file server has no port for HTTP, and %1 does not name HTTPS. Give it a free one in the "
                      "settings."_s.arg(station.id));
    }
    if (base.isEmpty()) {
        return notYet(u"The file server is switched off, and %1 has nowhere to get files from or bring them to. Give it a "
                      "port in the settings."_s.arg(station.id));
    }
    return FileAddress{base, false};
}

bool leadsOverTls(Database &db, std::optional<qint64> command)
{
    const auto sent = command ? Commands(db).find(*command) : std::nullopt;
    if (!sent)
        return false;
    const QJsonObject payload = QJsonDocument::fromJson(sent->payload).object();
    const QString places[] = {payload["location"_L1].toString(), payload["firmware"_L1]["location"_L1].toString(),
                              payload["log"_L1]["remoteLocation"_L1].toString()};
    return std::ranges::any_of(places, [](const QString &place) {
        const QUrl url(place);
        return url.scheme() == "https"_L1 && url.path().startsWith("/files/"_L1);
    });
}

} // namespace store
