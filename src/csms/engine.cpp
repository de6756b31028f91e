// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/engine.h"

#include "csms/delivery.h"
#include "csms/eventdispatcher.h"
#include "csms/jobs/commandjobs.h"
#include "csms/jobs/directoryjobs.h"
#include "csms/services/lease.h"
#include "csms/switchboard.h"
#include "store/clock.h"
#include "store/contracts.h"
#include "store/nodes.h"

#include <QHostAddress>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace csms {
namespace {

constexpr auto retentionEvery = 10min;

/// Where it is written what is desired of stations, and what became of it.
constexpr quint32 desireTables = store::Table::Configuration | store::Table::Reconciliations | store::Table::LocalLists
                                 | store::Table::ChargingProfiles | store::Table::Certificates | store::Table::Firmware
                                 | store::Table::Nodes; // one that comes may have the file that others wait for

/// Runs on the thread of `object`, which must have an event loop; returns when it is done.
template<class F> void runThere(QObject *object, F work)
{
    QMetaObject::invokeMethod(object, work, Qt::BlockingQueuedConnection);
}

/// The driver's own words behind ours: whoever starts an engine can do something about them.
QString inWords(const store::Error &error)
{
    return error.detail.isEmpty() ? error.text : u"%1 (%2)"_s.arg(error.text, error.detail);
}

/// 0.0.0.0 means everybody, so also those who come by IPv6.
QHostAddress addressOf(const QString &bind)
{
    return bind.isEmpty() || bind == "0.0.0.0"_L1 ? QHostAddress(QHostAddress::Any) : QHostAddress(bind);
}

} // namespace

Engine::Engine(EngineOptions options, QObject *parent)
    : QObject(parent), options_(std::move(options)), writer_(options_.location)
{
    connect(&upkeep_, &QTimer::timeout, this, [this] {
        writer_.post(std::make_unique<RetentionJob>(*outbox_, writer_, options_.retention));
    });
}

Engine::~Engine()
{
    stop();
}

tl::expected<void, QString> Engine::start()
{
    board_ = std::make_unique<Switchboard>(options_.policy, options_.node, writer_, metrics_);
    outbox_ = std::make_unique<Outbox>(*board_);
    board_->setOutbox(outbox_.get());
    writer_.setBatchFinished([outbox = outbox_.get()] { outbox->flush(); });
    if (const auto opened = writer_.start(); !opened)
        return tl::unexpected(inWords(opened.error()));
    running_ = true;
    feed_ = std::make_unique<store::ChangeFeed>(&writer_);
    // On the writer's own thread: a command must not wait for a busy GUI.
    connect(&writer_, &store::Writer::changed, this, [this](const auto &changes) { follow(changes); },
            Qt::DirectConnection);
    connect(feed_.get(), &store::ChangeFeed::changedElsewhere, this, &Engine::follow); // of other nodes
    return takeOver().and_then([this] { return openDoor(); });
}

/// What an earlier run of this node left behind ends before the first station is let in.
tl::expected<void, QString> Engine::takeOver()
{
    auto done = writer_.submit([node = options_.node](store::Database &db) {
        store::Stations(db).markNodeOffline(node);
        renewLease(db, node, store::now());
    });
    if (const auto outcome = done.result(); !outcome)
        return tl::unexpected(inWords(outcome.error()));
    if (auto *dispatcher = makeSocketDispatcher().release())
        socketThread_.setEventDispatcher(dispatcher);
    socketThread_.setObjectName(u"sockets"_s);
    board_->moveToThread(&socketThread_);
    socketThread_.start();
    writer_.post(std::make_unique<ResyncJob>(*outbox_));
    writer_.submit([](store::Database &) {}).waitForFinished(); // the directory is on its way before the door opens
    return {};
}

tl::expected<void, QString> Engine::openDoor()
{
    const QHostAddress address = addressOf(options_.bind);
    if (address.isNull())
        return tl::unexpected(u"\"%1\" is not an address of this machine. Give --bind an IP address."_s.arg(options_.bind));
    tl::expected<quint16, QString> opened;
    runThere(board_.get(), [&] { opened = board_->open(address, options_.port); });
    if (!opened)
        return tl::unexpected(opened.error());
    port_ = *opened;
    upkeep_.start(retentionEvery);
    return {};
}

void Engine::stop()
{
    if (!std::exchange(running_, false))
        return;
    upkeep_.stop();
    if (socketThread_.isRunning())
        runThere(board_.get(), [this] { board_->close(); });
    writer_.submit([node = options_.node](store::Database &db) { store::Nodes(db).leave(node); });
    feed_.reset();
    writer_.stop();
    if (socketThread_.isRunning()) {
        runThere(board_.get(), [this] { board_.release()->deleteLater(); });
        socketThread_.quit();
        socketThread_.wait();
    }
}

void Engine::follow(const store::ChangeSet &changes)
{
    bool resync = false;
    QStringList stations;
    QStringList withCommands;
    QSet<QString> desired;
    bool signing = false;
    for (const store::Change &change : changes) {
        signing |= change.table == store::Table::Contracts && change.key == store::SigningOrders::changeKey;
        const bool aboutStation = change.table == store::Table::Stations && change.key != store::liveSide;
        const bool aboutDesires = (desireTables & change.table) != 0;
        if (!aboutStation && !aboutDesires && change.table != store::Table::Commands)
            continue;
        if (aboutDesires)
            desired.insert(change.station); // an empty one: of all of them
        else if (change.station.isEmpty())
            resync = true;
        else if (aboutStation)
            stations.append(change.station);
        else
            withCommands.append(store::folded(change.station));
    }
    if (resync)
        writer_.post(std::make_unique<ResyncJob>(*outbox_));
    else if (!stations.isEmpty())
        writer_.post(std::make_unique<RefreshStationsJob>(*outbox_, stations));
    // What is newly desired is worked off at once. Our own bookkeeping comes by here too: then there is nothing to do.
    if (desired.contains(QString()))
        writer_.post(std::make_unique<ReconcileOnlineJob>(*outbox_, options_.node));
    else
        for (const QString &station : std::as_const(desired))
            writer_.post(std::make_unique<ReconcileJob>(*outbox_, station, options_.node));
    if (signing)
        QMetaObject::invokeMethod(board_.get(), &Switchboard::takeSigning, Qt::QueuedConnection);
    if (!withCommands.isEmpty()) {
        QMetaObject::invokeMethod(board_.get(), [board = board_.get(), withCommands] { board->wakeAll(withCommands); },
                                  Qt::QueuedConnection);
    }
}

} // namespace csms
