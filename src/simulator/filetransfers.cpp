// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/filetransfers.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto stepDuration = 200ms; // of installing, checking, ...

ocpp::Fault noFileMessages(ocpp::ErrorCode code)
{
    return {code, {}, u"this station does not transfer files"_s};
}

/// "fw-2.0.1.bin": 2.0.1.
QString versionIn(const QString &location)
{
    static const QRegularExpression version(u"\\d+(\\.\\d+)+"_s);
    return version.match(QUrl(location).fileName()).captured();
}

} // namespace

std::optional<FileManner> parseFileManner(const QString &word)
{
    static const QHash<QString, FileManner> manners{
        {u"none"_s, FileManner::None},
        {u"good"_s, FileManner::Good},
        {u"downloadFails"_s, FileManner::DownloadFails},
        {u"installFails"_s, FileManner::InstallFails},
        {u"invalidSignature"_s, FileManner::InvalidSignature},
        {u"invalidCertificate"_s, FileManner::InvalidCertificate},
        {u"noStatus"_s, FileManner::NoStatus},
        {u"stuck"_s, FileManner::Stuck},
        {u"uploadFails"_s, FileManner::UploadFails},
    };
    const auto found = manners.constFind(word);
    return found == manners.constEnd() ? std::nullopt : std::optional(*found);
}

/// One transfer at a time. Made when first needed: thousands of stations have none.
class FileTransfers::Network {
public:
    ~Network() { drop(); }

    void get(const QString &location, qint64 from, std::function<void(bool whole, qint64 bytes)> then)
    {
        QNetworkRequest request{QUrl(location)};
        if (from > 0)
            request.setRawHeader("Range", "bytes=" + QByteArray::number(from) + '-');
        QNetworkReply *const reply = manager_.get(request);
        QObject::connect(reply, &QNetworkReply::readyRead, reply, [this, reply] { bytes_ += reply->readAll().size(); });
        bytes_ = 0;
        watch(reply, [this, then = std::move(then)](bool done) { then(done, bytes_); });
    }
    void put(const QString &location, const QByteArray &content, std::function<void(bool done)> then)
    {
        QNetworkRequest request{QUrl(location)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/octet-stream"_s);
        watch(manager_.put(request, content), std::move(then));
    }
    /// Nobody is told.
    void drop()
    {
        for (QNetworkReply *reply : manager_.findChildren<QNetworkReply *>()) {
            QObject::disconnect(reply, &QNetworkReply::readyRead, reply, nullptr); // not all: abort() needs its own
            QObject::disconnect(reply, &QNetworkReply::finished, reply, nullptr);
            reply->abort();
            reply->deleteLater();
        }
    }
    void breakOff()
    {
        for (QNetworkReply *reply : manager_.findChildren<QNetworkReply *>())
            reply->abort();
    }

private:
    void watch(QNetworkReply *reply, std::function<void(bool)> then)
    {
        QObject::connect(reply, &QNetworkReply::finished, reply, [reply, then = std::move(then)] {
            reply->deleteLater();
            const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            then(reply->error() == QNetworkReply::NoError && status / 100 == 2);
        });
    }

    QNetworkAccessManager manager_;
    qint64 bytes_ = 0;
};

FileTransfers::FileTransfers(Timeline &timeline, const StationOptions &options, Caller &caller, Booting &booting,
                             Resetting &resetting, Certificates &certificates, Journal &journal)
    : timeline_(timeline), options_(options), caller_(caller), booting_(booting), resetting_(resetting),
      certificates_(certificates), journal_(journal), step_(timeline)
{
}

FileTransfers::~FileTransfers() = default;

std::chrono::milliseconds FileTransfers::until(ocpp::Timestamp moment) const
{
    return std::max<std::chrono::milliseconds>(0ms, moment - timeline_.now());
}

Answer<ocpp::UpdateFirmware::Response> FileTransfers::handle(const ocpp::UpdateFirmware::Request &request)
{
    if (manner_ == FileManner::None)
        return noFileMessages(ocpp::ErrorCode::NotSupported);
    Update update;
    update.location = request.location;
    update.fetchFrom = request.retrieveDate;
    update.retriesLeft = request.retries.value_or(0);
    update.retryInterval = std::chrono::seconds(request.retryInterval.value_or(1));
    return {ocpp::UpdateFirmware::Response{}, [this, update] { plan(update); }};
}

Answer<ocpp::SignedUpdateFirmware::Response> FileTransfers::handle(const ocpp::SignedUpdateFirmware::Request &request)
{
    using UpdateStatus = ocpp::UpdateFirmwareStatus;
    if (manner_ == FileManner::None)
        return noFileMessages(ocpp::ErrorCode::NotImplemented);
    if (manner_ == FileManner::InvalidCertificate) { // L01.FR.24, L01.FR.02
        return {ocpp::SignedUpdateFirmware::Response{UpdateStatus::InvalidCertificate},
                [this] { tellEvent(u"InvalidFirmwareSigningCertificate"_s); }};
    }
    Update update;
    update.location = request.firmware.location;
    update.fetchFrom = request.firmware.retrieveDateTime;
    update.installFrom = request.firmware.installDateTime;
    update.retriesLeft = request.retries.value_or(0);
    update.retryInterval = std::chrono::seconds(request.retryInterval.value_or(1));
    update.requestId = request.requestId;
    update.isSigned = true;
    const auto status = update_ ? UpdateStatus::AcceptedCanceled : UpdateStatus::Accepted; // L01.FR.26
    return {ocpp::SignedUpdateFirmware::Response{status}, [this, update] { plan(update); }};
}

void FileTransfers::plan(Update update)
{
    if (down_)
        down_->drop();
    update_ = std::move(update);
    const auto wait = until(update_->fetchFrom);
    if (wait > 0ms && update_->isSigned)
        tell(u"DownloadScheduled"_s); // L01.FR.13
    step_.start(wait, [this] {
        tell(u"Downloading"_s);
        if (manner_ != FileManner::Stuck)
            fetch();
    });
}

void FileTransfers::fetch()
{
    if (manner_ == FileManner::DownloadFails || !hasNetwork_)
        return fetched(false, 0);
    if (!down_)
        down_ = std::make_unique<Network>();
    down_->get(update_->location, update_->received, [this](bool whole, qint64 bytes) { fetched(whole, bytes); });
}

void FileTransfers::fetched(bool whole, qint64 bytes)
{
    update_->received += bytes;
    journal_.note(options_.id, u"firmware: %1 bytes"_s.arg(update_->received));
    if (whole)
        return downloaded();
    if (update_->retriesLeft > 0) {
        --update_->retriesLeft;
        step_.start(update_->retryInterval, [this] { fetch(); });
        return;
    }
    tell(u"DownloadFailed"_s);
    update_.reset();
}

void FileTransfers::downloaded()
{
    tell(u"Downloaded"_s);
    if (update_->isSigned && manner_ == FileManner::InvalidSignature) {
        tell(u"InvalidSignature"_s);
        tellEvent(u"InvalidFirmwareSignature"_s); // L01.FR.03
        update_.reset();
        return;
    }
    if (update_->isSigned)
        tell(u"SignatureVerified"_s);
    const auto wait = update_->installFrom ? until(*update_->installFrom) : 0ms;
    if (wait > 0ms)
        tell(u"InstallScheduled"_s); // L01.FR.16
    step_.start(wait + stepDuration, [this] { install(); });
}

void FileTransfers::install()
{
    tell(u"Installing"_s);
    step_.start(stepDuration, [this] {
        if (manner_ == FileManner::InstallFails) {
            tell(u"InstallationFailed"_s);
            update_.reset();
            return;
        }
        update_->awaitsBoot = true;
        if (const QString version = versionIn(update_->location); !version.isEmpty())
            booting_.setFirmwareVersion(version);
        const auto restart = [this] {
            step_.start(stepDuration, [this] { resetting_.restart(ocpp::Reason::Reboot, true); });
        };
        if (update_->isSigned)
            tell(u"InstallRebooting"_s, restart); // L01.FR.15: said before the line goes dark
        else
            restart();
    });
}

void FileTransfers::switchedOff()
{
    step_.stop();
    if (down_)
        down_->drop();
    if (up_)
        up_->drop();
    upload_.reset();
    if (update_ && !update_->awaitsBoot)
        update_.reset();
}

void FileTransfers::setNetwork(bool isThere)
{
    hasNetwork_ = isThere;
    if (isThere)
        return;
    if (down_)
        down_->breakOff();
    if (up_)
        up_->breakOff();
}

void FileTransfers::booted()
{
    if (!update_ || !update_->awaitsBoot)
        return;
    tell(u"Installed"_s);
    tellEvent(u"FirmwareUpdated"_s);
    update_.reset();
}

void FileTransfers::tellFirmwareNow()
{
    const auto word =
        update_ && !update_->isSigned ? ocpp::fromString<ocpp::FirmwareStatus>(update_->status) : std::nullopt;
    caller_.call<ocpp::FirmwareStatusNotification>({word.value_or(ocpp::FirmwareStatus::Idle)}, {},
                                                   Caller::When::Always);
}

/// L01.FR.28, L01.FR.29.
void FileTransfers::tellSignedFirmwareNow()
{
    using Request = ocpp::SignedFirmwareStatusNotification::Request;
    const bool isOver = lastSigned_.status == ocpp::SignedFirmwareStatus::Installed;
    caller_.call<ocpp::SignedFirmwareStatusNotification>(isOver ? Request() : lastSigned_, {}, Caller::When::Always);
}

void FileTransfers::tellEvent(const QString &type)
{
    if (certificates_.isKnown()) // else it has no message for it
        certificates_.tell(type);
}

void FileTransfers::tell(const QString &status, const std::function<void()> &then)
{
    update_->status = status;
    const auto signedWord = update_->isSigned ? ocpp::fromString<ocpp::SignedFirmwareStatus>(status) : std::nullopt;
    if (signedWord)
        lastSigned_ = {*signedWord, update_->requestId};
    if (manner_ == FileManner::NoStatus) {
        if (then)
            then();
        return;
    }
    if (update_->isSigned) {
        const auto told = [then](const auto &) {
            if (then)
                then();
        };
        if (signedWord)
            caller_.call<ocpp::SignedFirmwareStatusNotification>(lastSigned_, told);
    } else if (const auto word = ocpp::fromString<ocpp::FirmwareStatus>(status)) {
        caller_.call<ocpp::FirmwareStatusNotification>({*word});
    }
}

Answer<ocpp::GetDiagnostics::Response> FileTransfers::handle(const ocpp::GetDiagnostics::Request &request)
{
    if (manner_ == FileManner::None)
        return noFileMessages(ocpp::ErrorCode::NotSupported);
    const Upload upload{request.location, u"%1-diagnostics.log"_s.arg(options_.id), {}, false};
    return {ocpp::GetDiagnostics::Response{upload.name}, [this, upload] { begin(upload); }};
}

Answer<ocpp::GetLog::Response> FileTransfers::handle(const ocpp::GetLog::Request &request)
{
    using Answered = ocpp::LogStatus;
    if (manner_ == FileManner::None)
        return noFileMessages(ocpp::ErrorCode::NotImplemented);
    const bool isSecurity = request.logType == ocpp::LogType::SecurityLog;
    const QString name = u"%1-%2.log"_s.arg(options_.id, isSecurity ? u"security"_s : u"diagnostics"_s);
    const Upload upload{request.log.remoteLocation, name, request.requestId, true};
    const auto status = upload_ ? Answered::AcceptedCanceled : Answered::Accepted; // N01.FR.11
    return {ocpp::GetLog::Response{status, name}, [this, upload] { begin(upload); }};
}

void FileTransfers::begin(Upload upload)
{
    if (up_ && upload_)
        up_->drop();
    upload_ = std::move(upload);
    tellUpload(u"Uploading"_s);
    if (manner_ == FileManner::Stuck)
        return;
    if (manner_ == FileManner::UploadFails || !hasNetwork_)
        return brought(false);
    if (!up_)
        up_ = std::make_unique<Network>();
    const QString folder = upload_->location + (upload_->location.endsWith(u'/') ? u""_s : u"/"_s);
    up_->put(folder + upload_->name, log(), [this](bool done) { brought(done); });
}

void FileTransfers::brought(bool done)
{
    if (done)
        tellUpload(u"Uploaded"_s);
    else
        tellUpload(upload_->isLog ? u"UploadFailure"_s : u"UploadFailed"_s);
    upload_.reset();
}

void FileTransfers::tellUpload(const QString &status)
{
    if (manner_ == FileManner::NoStatus)
        return;
    if (upload_->isLog) {
        if (const auto word = ocpp::fromString<ocpp::UploadLogStatus>(status))
            caller_.call<ocpp::LogStatusNotification>({*word, upload_->requestId});
    } else if (const auto word = ocpp::fromString<ocpp::DiagnosticsStatus>(status)) {
        caller_.call<ocpp::DiagnosticsStatusNotification>({*word});
    }
}

void FileTransfers::tellDiagnosticsNow()
{
    using Word = ocpp::DiagnosticsStatus;
    const bool goesOn = upload_ && !upload_->isLog;
    caller_.call<ocpp::DiagnosticsStatusNotification>({goesOn ? Word::Uploading : Word::Idle}, {},
                                                      Caller::When::Always);
}

/// N01.FR.12.
void FileTransfers::tellLogNow()
{
    using Word = ocpp::UploadLogStatus;
    ocpp::LogStatusNotification::Request now;
    if (upload_ && upload_->isLog)
        now = {Word::Uploading, upload_->requestId};
    caller_.call<ocpp::LogStatusNotification>(now, {}, Caller::When::Always);
}

QByteArray FileTransfers::log() const
{
    const QByteArray line = "2026-01-01T00:00:00Z " + options_.id.toUtf8() + " nothing unusual\n";
    return line.repeated(500);
}

} // namespace simulator
