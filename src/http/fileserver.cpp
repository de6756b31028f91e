// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/fileserver.h"

#include "http/filedownload.h"
#include "http/fileupload.h"
#include "http/listener.h"
#include "store/attention.h"
#include "store/clock.h"
#include "store/filelinks.h"
#include "store/firmware.h"
#include "store/stationfiles.h"
#include "store/writer.h"

#include <QFile>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace http {

using namespace Qt::Literals::StringLiterals;
using store::LinkDirection;

namespace {

constexpr QLatin1StringView attentionKind = "filesRefused"_L1;
constexpr qint64 formOverhead = qint64{1024} * 1024;
constexpr std::array<std::string_view, 4> methods{"GET", "HEAD", "PUT", "POST"};

// "/files/TOKEN/NAME"
struct FilePath {
    QString token;
    QString name;
};

FilePath pathOf(const httplib::Request &request)
{
    const QString path = QUrl(QString::fromStdString(request.target)).path();
    if (path.section(u'/', 1, 1) != "files"_L1)
        return {};
    return {path.section(u'/', 2, 2), path.section(u'/', 3).section(u'/', -1)};
}

// For the disk: what a station calls its file must lead nowhere.
QString harmless(QString name)
{
    static const QRegularExpression unusual(u"[^A-Za-z0-9._-]"_s);
    name.replace(unusual, u"_"_s);
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name.right(100);
}

ConnectionLimits limitsOf(const FileServer::Parameters &parameters)
{
    ConnectionLimits limits;
    limits.bodyBytes = static_cast<size_t>(parameters.storage->limits().fileBytes + formOverhead);
    limits.bodySilence = parameters.silence;
    limits.write = parameters.silence;
    return limits;
}

// Those who start the program read of it, so it names the files and the options.
tl::expected<QByteArray, QString> contentOf(const QString &path, QLatin1StringView option)
{
    if (path.isEmpty()) {
        return tl::unexpected(
            u"The file server does not speak HTTPS: it needs a certificate and its key, and there is no --%1. "
            "Give both, or neither."_s.arg(option));
    }
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    return tl::unexpected(
        u"The file server does not speak HTTPS: %1 cannot be read (%2). Give another --%3, or let this "
        "program's user read it."_s.arg(path, file.errorString(), option));
}

tl::expected<pki::TlsServer, QString> tlsOf(const FileServer::Parameters &parameters)
{
    const auto certificate = contentOf(parameters.certificateFile, "file-certificate"_L1);
    if (!certificate)
        return tl::unexpected(certificate.error());
    const auto key = contentOf(parameters.keyFile, "file-key"_L1);
    if (!key)
        return tl::unexpected(key.error());
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return pki::TlsServer::open(*certificate, *key, now).map_error([&parameters](const QString &problem) {
        return u"The file server does not speak HTTPS with the certificate %1 and the key %2. %3"_s.arg(
            parameters.certificateFile, parameters.keyFile, problem);
    });
}

// Without a body: stations read none. What follows on the connection may be the rest of a request.
void refuse(httplib::Response &response, int status)
{
    response.status = status;
    response.set_header("Connection", "close");
}

} // namespace

class FileServer::Server {
public:
    explicit Server(const Parameters &parameters)
        : parameters_(parameters), writer_(*parameters.writer), storage_(*parameters.storage),
          listener_(limitsOf(parameters), parameters.transfers, keepFormsWhole),
          tlsListener_(limitsOf(parameters), parameters.transfers, keepFormsWhole)
    {
        attach(listener_.server(), false);
        attach(tlsListener_.server(), true);
    }

    tl::expected<quint16, QString> start() { return listen(listener_, parameters_.port, "file-port"_L1); }
    tl::expected<quint16, QString> startTls();
    tl::expected<void, QString> renewTls()
    {
        return tlsOf(parameters_).map([this](const pki::TlsServer &tls) { tlsListener_.useTls(tls); });
    }
    void stop()
    {
        listener_.stop();
        tlsListener_.stop();
    }

private:
    struct Upload {
        store::FileLink link;
        std::optional<qint64> others; // as in FileStorage::problemWith()
    };
    enum class Booking { Done, TooLate, NoDatabase };

    tl::expected<quint16, QString> listen(Listener &listener, quint16 wanted, QLatin1StringView option);
    void attach(httplib::Server &server, bool overTls);
    void send(const httplib::Request &request, httplib::Response &response, bool overTls);
    void receive(const httplib::Request &request, httplib::Response &response, const httplib::ContentReader &reader);
    std::optional<UploadFailure> receiveInto(const Upload &upload, const FilePath &path, const httplib::Request &request,
                                             const httplib::ContentReader &reader);
    std::optional<std::optional<Upload>> uploadFor(const QString &token);
    Booking book(const Upload &upload, const QString &name, const QString &file, qint64 size);
    Booking bookImage(const Upload &upload, const QString &file, const IncomingFile &incoming);
    void reportFailure(const Upload &upload, const UploadFailure &failure);

    // Nothing while the database is away.
    template<class Work, class Found = std::invoke_result_t<Work, store::Database &>>
    std::optional<Found> ask(Work work)
    {
        std::optional<Found> answer;
        if (auto outcome = writer_.submit(std::move(work)).takeResult())
            answer.emplace(*std::move(outcome)); // Found may be an optional itself
        return answer;
    }

    const Parameters parameters_;
    store::Writer &writer_;
    FileStorage &storage_;
    Listener listener_;
    Listener tlsListener_;
};

tl::expected<quint16, QString> FileServer::Server::startTls()
{
    return tlsOf(parameters_).and_then([this](const pki::TlsServer &tls) {
        tlsListener_.useTls(tls);
        return listen(tlsListener_, parameters_.tlsPort, "file-tls-port"_L1);
    });
}

tl::expected<quint16, QString> FileServer::Server::listen(Listener &listener, quint16 wanted, QLatin1StringView option)
{
    // An IPv6 socket hears IPv4 too; a machine without IPv6 has none.
    const bool everybody = parameters_.bind == "0.0.0.0"_L1 || parameters_.bind.isEmpty();
    const std::string address = everybody ? "::" : parameters_.bind.toStdString();
    int port = listener.start(address, wanted);
    if (port <= 0 && everybody)
        port = listener.start("0.0.0.0", wanted);
    if (port > 0)
        return static_cast<quint16>(port);
    return tl::unexpected(
        u"The file server cannot use port %1: another program has it. Choose another --%2, or 0 to do "
        "without it."_s.arg(QString::number(wanted), option));
}

void FileServer::Server::attach(httplib::Server &server, bool overTls)
{
    const std::string any = "[^]*";
    server.set_pre_routing_handler([](const httplib::Request &request, httplib::Response &response) {
        using Result = httplib::Server::HandlerResponse;
        // The body of any other method would be read, unpacked and kept before anybody looked for a handler.
        const bool isKnown = std::ranges::find(methods, request.method) != methods.end();
        if (isKnown && request.path.size() <= 1024) // regular expressions take stack for each character
            return Result::Unhandled;
        refuse(response, isKnown ? 414 : 405);
        if (!isKnown)
            response.set_header("Allow", "GET, HEAD, PUT, POST");
        return Result::Handled;
    });
    server.set_payload_max_length(static_cast<size_t>(storage_.limits().fileBytes + formOverhead));
    server.Get(any, [this, overTls](const auto &request, auto &response) { send(request, response, overTls); });
    const auto reading = [this](const auto &request, auto &response, const auto &reader) {
        receive(request, response, reader);
    };
    server.Put(any, reading).Post(any, reading);
    // httplib answers 416 where it cannot read the Range: what cannot be read is to be ignored (RFC 9110, 14.2).
    const httplib::Server::HandlerWithResponse ignoreRange = [this, overTls](const auto &request, auto &response) {
        using Result = httplib::Server::HandlerResponse;
        const bool isOurOwn = response.has_header("Accept-Ranges");
        if (response.status != 416 || isOurOwn || !request.ranges.empty())
            return Result::Unhandled;
        response.status = 200;
        send(request, response, overTls);
        return Result::Handled;
    };
    server.set_error_handler(ignoreRange);
    server.set_exception_handler(
        [](const auto &, httplib::Response &response, const std::exception_ptr &) { refuse(response, 500); });
}

void FileServer::Server::send(const httplib::Request &request, httplib::Response &response, bool overTls)
{
    struct Found {
        store::FileLink link;
        store::FirmwareImage image;
        store::FileServerPlace holder{}; // of another node
    };
    const FilePath path = pathOf(request);
    const auto found = ask([token = path.token, node = parameters_.node](store::Database &db) -> std::optional<Found> {
        const auto link = store::FileLinks(db).find(token, LinkDirection::Down, store::now());
        const auto image = link && link->image ? store::Firmware(db).image(*link->image) : std::nullopt;
        if (!image)
            return std::nullopt;
        const bool isElsewhere = !image->node.isEmpty() && image->node != node;
        return Found{*link, *image,
                     isElsewhere ? store::FileServerPlaces(db).of(image->node) : store::FileServerPlace{}};
    });
    if (!found)
        return refuse(response, 503);
    if (!*found)
        return refuse(response, 404);
    Download download;
    download.path = storage_.firmwarePath((*found)->image.file);
    download.etag = (*found)->image.sha256.toLatin1();
    download.progress = [&writer = writer_, job = (*found)->link.job](qint64 upTo) {
        if (job)
            writer.submit([job, upTo](store::Database &db) { store::Firmware(db).downloaded(*job, upTo, store::now()); });
    };
    if (serveFile(request, response, download))
        return;
    const store::FileServerPlace &holder = (*found)->holder;
    const QString base = holder.host.isEmpty() ? QString() : holder.baseAt(holder.host, overTls);
    if (base.isEmpty())
        return refuse(response, 404);
    // The link named that node, and what stands before the nodes brought the station here.
    const QString there = store::FileAddress{base, false}.url(path.token, path.name);
    response.set_redirect(there.toStdString(), 307);
}

std::optional<std::optional<FileServer::Server::Upload>> FileServer::Server::uploadFor(const QString &token)
{
    return ask([token, received = storage_.bytesReceived()](store::Database &db) -> std::optional<Upload> {
        const auto link = store::FileLinks(db).find(token, LinkDirection::Up, store::now());
        if (!link)
            return std::nullopt;
        const auto others = link->image ? std::nullopt : std::optional(store::StationFiles(db).totalSize() - received);
        return Upload{*link, others};
    });
}

void FileServer::Server::receive(const httplib::Request &request, httplib::Response &response,
                                 const httplib::ContentReader &reader)
{
    const FilePath path = pathOf(request);
    const auto upload = uploadFor(path.token);
    if (!upload)
        return refuse(response, 503);
    if (!*upload)
        return refuse(response, 404);
    auto failure = problemWithHead(request);
    if (!failure)
        failure = receiveInto(**upload, path, request, reader);
    if (!failure) {
        response.status = 201;
        return;
    }
    reportFailure(**upload, *failure);
    refuse(response, failure->status);
}

std::optional<UploadFailure> FileServer::Server::receiveInto(const Upload &upload, const FilePath &path,
                                                             const httplib::Request &request,
                                                             const httplib::ContentReader &reader)
{
    const qint64 limit = storage_.limits().fileBytes;
    const qint64 maximum = upload.link.maxBytes > 0 ? std::min(upload.link.maxBytes, limit) : limit;
    const auto announced = static_cast<qint64>(request.get_header_value<uint64_t>("Content-Length"));
    if (announced > maximum + formOverhead)
        return UploadFailure{413, u"The file is larger than what is taken."_s, false};
    if (const auto problem = storage_.problemWith(announced, upload.others))
        return UploadFailure{problem->status, problem->text, problem->isFull};
    // A name of its own for each attempt: two at once must not write into one file.
    const bool isImage = upload.link.image.has_value();
    const qint64 id = isImage ? *upload.link.image : upload.link.stationFile.value_or(0);
    const QString file = u"%1-%2-"_s.arg(id).arg(store::FileLinks::newToken().left(8)) + harmless(path.name);
    const QString place = isImage ? storage_.firmwarePath(file) : storage_.receivedPath(file);
    QString name = path.name;
    IncomingFile incoming(storage_, place, upload.others, maximum);
    if (const auto failure = readUpload(request, reader, incoming, name))
        return failure;
    const Booking booking = isImage ? bookImage(upload, file, incoming) : book(upload, name, file, incoming.size());
    if (booking == Booking::Done) {
        incoming.booked();
        return std::nullopt;
    }
    QFile::remove(place);
    if (booking == Booking::NoDatabase)
        return UploadFailure{503, u"The database is away."_s, false}; // the link is still good
    return UploadFailure{404, u"Another upload was complete first."_s, false};
}

FileServer::Server::Booking FileServer::Server::book(const Upload &upload, const QString &name, const QString &file, qint64 size)
{
    const store::ReceivedFile received{name.right(255), file, size, parameters_.node};
    const auto booked = ask([link = upload.link, received](store::Database &db) {
        return store::StationFiles(db).receive(*link.stationFile, link.tokenHash, received, store::now());
    });
    return !booked ? Booking::NoDatabase : *booked ? Booking::Done : Booking::TooLate;
}

FileServer::Server::Booking FileServer::Server::bookImage(const Upload &upload, const QString &file, const IncomingFile &incoming)
{
    store::FirmwareImage image;
    image.id = *upload.link.image;
    image.file = file;
    image.size = incoming.size();
    image.sha256 = QString::fromLatin1(incoming.sha256().toHex());
    image.node = parameters_.node;
    const auto replaced = ask([image, hash = upload.link.tokenHash](store::Database &db) -> std::optional<QString> {
        QString before;
        return store::Firmware(db).completeImage(image, hash, before) ? std::optional(before) : std::nullopt;
    });
    if (!replaced)
        return Booking::NoDatabase;
    if (!*replaced)
        return Booking::TooLate;
    storage_.removeFirmware(**replaced);
    return Booking::Done;
}

void FileServer::Server::reportFailure(const Upload &upload, const UploadFailure &failure)
{
    writer_.submit([link = upload.link, failure](store::Database &db) {
        if (link.stationFile)
            store::StationFiles(db).uploadFailed(*link.stationFile, failure.text);
        if (!failure.isFull)
            return;
        store::Parked parked;
        parked.station = link.station.value_or(QString());
        parked.kind = attentionKind;
        parked.time = parked.received = store::now();
        parked.reason = failure.text;
        store::Attention(db).park(parked);
    });
}

FileServer::FileServer(const Parameters &parameters) : server_(std::make_unique<Server>(parameters)) {}

FileServer::~FileServer()
{
    stop();
}

tl::expected<quint16, QString> FileServer::start()
{
    return server_->start();
}

tl::expected<quint16, QString> FileServer::startTls()
{
    return server_->startTls();
}

tl::expected<void, QString> FileServer::renewTls()
{
    return server_->renewTls();
}

void FileServer::stop()
{
    server_->stop();
}

} // namespace http
