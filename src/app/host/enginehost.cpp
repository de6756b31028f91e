// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/enginehost.h"

#include "app/host/enginemetrics.h"
#include "app/host/enginepolicy.h"
#include "app/host/nodeid.h"
#include "config/filesecretstore.h"
#include "config/settings.h"
#include "csms/engine.h"
#include "http/controlapi.h"
#include "http/fileserver.h"
#include "simulator/demosite.h"
#include "store/attention.h"
#include "store/clock.h"
#include "store/database.h"
#include "store/filelinks.h"
#include "store/firmware.h"
#include "store/idtags.h"
#include "store/stationfiles.h"
#include "store/stations.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QLoggingCategory>
#include <QUrl>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace app {

using Kind = EngineHost::Failure::Kind;

Q_LOGGING_CATEGORY(hostLog, "stationmaster.host")

EngineHost::EngineHost(config::Options options, bool hasDesktop) : options_(std::move(options)), hasDesktop_(hasDesktop)
{
}

EngineHost::~EngineHost()
{
    stop();
}

tl::expected<void, EngineHost::Failure> EngineHost::start()
{
    return claim()
        .and_then([this] { return prepare(); })
        .and_then([this] { return startEngine(); })
        .and_then([this] { return startFiles(); })
        .and_then([this] { return startApi(); })
        .map([this] {
            if (options_.demo)
                startDemo();
            notice_.publish(options_.dataDir);
        });
}

tl::expected<void, EngineHost::Failure> EngineHost::claim()
{
    if (dataDir_)
        return lockDataDir();
    auto dataDir = config::DataDir::open(options_.dataDir);
    if (!dataDir)
        return tl::unexpected(Failure{Kind::DataDir, dataDir.error()});
    dataDir_.emplace(std::move(*dataDir));
    loadSettings();
    const auto location = store::parseLocation(options_.database, options_.dataDir);
    if (!location)
        return tl::unexpected(Failure{Kind::Database, location.error().text});
    location_ = *location;
    return lockDataDir();
}

tl::expected<void, EngineHost::Failure> EngineHost::lockDataDir()
{
    if (dataDir_->isLocked())
        return {};
    return dataDir_->lock().map_error([](const config::LockRefusal &refusal) {
        return Failure{refusal.heldElsewhere ? Kind::RunsElsewhere : Kind::DataDir, refusal.text};
    });
}

tl::expected<void, EngineHost::Failure> EngineHost::prepare()
{
    if (std::exchange(prepared_, true))
        return {};
    if (const auto opened = store::Database::open(location_); !opened)
        return tl::unexpected(Failure{Kind::Database, opened.error().text, opened.error()});
    if (!options_.apiIsOn() || !dataDir_->isLocked())
        return {};
    const auto tokens = apiTokens();
    if (!tokens)
        return tl::unexpected(Failure{Kind::Api, tokens.error()});
    tokens_ = *tokens;
    return {};
}

void EngineHost::loadSettings()
{
    const config::LoadedSettings loaded = config::loadSettings(options_.dataDir);
    for (const QString &problem : loaded.problems)
        qCWarning(hostLog).noquote() << problem;
    settings_ = loaded.settings;
    options_ = config::withSettings(options_, settings_);
}

tl::expected<void, EngineHost::Failure> EngineHost::startEngine()
{
    findNodeId();
    engine_ = std::make_unique<csms::Engine>(csms::EngineOptions{
        location_, node_, options_.bind, options_.port, policyFrom(settings_, options_), retentionFrom(settings_)});
    if (const auto started = engine_->start(); !started)
        return tl::unexpected(Failure{Kind::Address, started.error()}); // the database was opened before
    notice_.ocppUrl = localAddress(options_.bind, engine_->port());
    notice_.database = location_.display();
    notice_.bind = options_.bind;
    notice_.given = options_.given;
    return {};
}

/// For the whole run the same, also where it cannot be kept for the next.
void EngineHost::findNodeId()
{
    if (!node_.isEmpty())
        return;
    const auto kept = keptNodeId(dataDir_->filePath(u"node-id"_s));
    if (!kept)
        qCWarning(hostLog).noquote() << kept.error();
    node_ = kept ? *kept : newNodeId();
}

/// Without it stations can still charge: only a port that a person asked for is worth not starting at all.
tl::expected<void, EngineHost::Failure> EngineHost::startFiles()
{
    constexpr qint64 mebi = qint64{1024} * 1024;
    http::StorageLimits limits;
    limits.fileBytes = settings_.maxFileMebibytes * mebi;
    limits.quotaBytes = settings_.fileQuotaMebibytes * mebi;
    storage_ = std::make_unique<http::FileStorage>(options_.dataDir, limits);
    QObject::connect(&tidying_, &QTimer::timeout, &tidying_, [this] {
        tidyFiles();
        renewFileTls();
        publishFilePlace();
    });
    tidying_.start(1h);
    tidyFiles();
    if (!options_.filesAreOn()) {
        publishFilePlace();
        tellFileTls({});
        return {};
    }
    http::FileServer::Parameters parameters;
    parameters.writer = &engine_->writer();
    parameters.storage = storage_.get();
    parameters.node = node_;
    parameters.bind = options_.bind;
    parameters.port = options_.filePort;
    parameters.tlsPort = options_.fileTlsPort;
    parameters.certificateFile = options_.fileCertificate;
    parameters.keyFile = options_.fileKey;
    files_ = std::make_unique<http::FileServer>(parameters);
    const auto port = files_->start();
    filePort_ = port.value_or(0);
    if (!port && options_.given.contains("file-port"_L1)) {
        files_.reset();
        publishFilePlace();
        return tl::unexpected(Failure{Kind::Files, port.error()});
    }
    if (!port)
        qCWarning(hostLog).noquote() << port.error();
    startFileTls();
    if (filePort_ == 0 && fileTlsPort_ == 0)
        files_.reset();
    publishFilePlace();
    return {};
}

/// Stations that speak HTTP go on without it, so it is never worth not starting at all.
void EngineHost::startFileTls()
{
    if (!options_.fileTlsIsOn())
        return tellFileTls({});
    const auto port = files_->startTls();
    fileTlsPort_ = port.value_or(0);
    tellFileTls(port ? QString() : port.error());
}

void EngineHost::renewFileTls()
{
    if (!files_ || fileTlsPort_ == 0)
        return; // what is wrong was said at the start
    const auto renewed = files_->renewTls();
    isFileTlsGood_ = renewed.has_value();
    tellFileTls(renewed ? QString() : renewed.error());
}

void EngineHost::tellFileTls(const QString &problem)
{
    if (!problem.isEmpty())
        qCWarning(hostLog).noquote() << problem;
    store::Parked told;
    told.kind = u"fileTls"_s;
    told.time = told.received = store::now();
    told.reason = problem;
    told.payload = node_.toUtf8();
    engine_->writer().submit([told](store::Database &db) {
        store::Attention attention(db);
        for (const store::Parked &waiting : attention.list()) {
            const bool isAboutUs = waiting.kind == told.kind && waiting.payload == told.payload;
            if (isAboutUs && waiting.reason != told.reason)
                attention.resolve(waiting.id, u"It is not so any more."_s, told.received);
        }
        if (!told.reason.isEmpty())
            attention.park(told);
    });
}

void EngineHost::publishFilePlace()
{
    store::FileServerPlace place;
    place.port = filePort_;
    place.externalUrl = settings_.fileServerUrl;
    place.tlsPort = isFileTlsGood_ ? fileTlsPort_ : 0;
    place.host = QUrl(addresses().first()).host();
    engine_->writer().submit(
        [node = node_, place](store::Database &db) { store::FileServerPlaces(db).set(node, place); });
}

/// What is older than the owner wants, and what no row speaks of.
void EngineHost::tidyFiles()
{
    const std::chrono::days kept(settings_.fileRetentionDays);
    const auto known = engine_->writer().submit([kept](store::Database &db) {
        store::FileLinks(db).removeExpired(store::now());
        if (kept.count() > 0)
            store::StationFiles(db).forgetReceivedBefore(store::now() - kept);
        return std::pair(store::StationFiles(db).filesOnDisk(), store::Firmware(db).filesOnDisk());
    });
    // Not then(): Qt 6.4 may run what it is given twice.
    auto *watcher = new QFutureWatcher<store::Outcome<std::pair<QStringList, QStringList>>>(&tidying_);
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [this, watcher] {
        watcher->deleteLater();
        if (watcher->isCanceled() || !storage_)
            return;
        if (const auto outcome = watcher->result())
            storage_->removeStrays(outcome->first, outcome->second);
    });
    watcher->setFuture(known);
}

tl::expected<void, EngineHost::Failure> EngineHost::startApi()
{
    if (!tokens_)
        return {};
    http::ControlApi::Parameters parameters;
    parameters.location = location_;
    parameters.writer = &engine_->writer();
    parameters.changeFeed = &engine_->changes();
    parameters.metrics = [&counters = engine_->metrics()] { return metricsOf(counters); };
    parameters.tokens = *tokens_;
    parameters.files = storage_.get();
    if (filePort_ != 0)
        parameters.fileServer = localFileServer(options_.bind, filePort_);
    parameters.node = node_;
    parameters.port = options_.apiPort;
    parameters.version = QCoreApplication::applicationVersion();
    api_ = std::make_unique<http::ControlApi>(parameters);
    const auto port = api_->start();
    if (!port)
        return tl::unexpected(Failure{Kind::Api, port.error()});
    notice_.apiUrl = u"http://127.0.0.1:%1/api/v1"_s.arg(*port);
    return {};
}

tl::expected<config::ApiTokens, QString> EngineHost::apiTokens() const
{
    if (!options_.apiTokenFile.isEmpty())
        return config::readApiTokens(options_.apiTokenFile);
    return config::ownApiTokens(options_.dataDir, *secrets());
}

std::unique_ptr<config::SecretStore> EngineHost::secrets() const
{
    if (hasDesktop_)
        return config::openSecretStore(options_.dataDir);
    return std::make_unique<config::FileSecretStore>(dataDir_->filePath(u"secrets"_s)); // a server has no keyring
}

tl::expected<void, QString> EngineHost::renewApiToken()
{
    return config::renewOwnApiToken(options_.dataDir, *secrets()).map([this](const config::ApiTokens &tokens) {
        if (api_)
            api_->setTokens(tokens);
    });
}

/// Only what is missing: a person may have changed the demo's stations and tags. Its cards are worth nothing at the
/// owner's own stations.
static void enterDemo(store::Database &db)
{
    QStringList ids;
    for (const simulator::StationOptions &demo : simulator::DemoSite::stations()) {
        store::Station station;
        station.id = demo.id;
        station.site = u"Demo"_s;
        ids.append(demo.id);
        if (!store::Stations(db).find(station.id))
            store::Stations(db).save(station);
    }
    for (const simulator::DemoSite::Person &person : simulator::DemoSite::people()) {
        store::IdTag tag;
        tag.tag = person.idTag;
        tag.name = person.name;
        tag.stations = ids;
        if (!store::IdTags(db).find(tag.tag))
            store::IdTags(db).save(tag);
    }
}

void EngineHost::startDemo()
{
    if (demo_)
        return;
    demo_ = std::make_unique<simulator::DemoSite>(QUrl(notice_.ocppUrl));
    // The writer works in order: the stations are entered before anybody who calls is looked up.
    engine_->writer().submit(enterDemo);
    demo_->start();
}

QStringList EngineHost::addresses() const
{
    return chargerAddresses(options_.bind, engine_->port());
}

QList<ChargerEndpoint> EngineHost::endpoints() const
{
    return chargerEndpoints(options_.bind, engine_->port());
}

void EngineHost::stop()
{
    if (notice_.ocppUrl.isEmpty())
        return;
    EngineNotice::withdraw(options_.dataDir);
    notice_ = {};
    demo_.reset();
    api_.reset();
    tidying_.stop();
    files_.reset();
    engine_->stop();
}

} // namespace app
