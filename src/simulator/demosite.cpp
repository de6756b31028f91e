// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/demosite.h"

#include "simulator/fleet.h"

#include <QObject>

namespace simulator {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DemoRow {
    QLatin1StringView id, vendor, model, firmware, meter;
    int connectors;
    Hardware hardware;
};

constexpr DemoRow demoRows[] = {
    {"HARBOUR-1"_L1,
     "Nordkai Ladetechnik"_L1,
     "Kai Two 22"_L1,
     "1.4.2"_L1,
     "Zaehlwerk Z3"_L1,
     2,
     {false, 3, 22080, false}},
    {"HARBOUR-2"_L1,
     "Nordkai Ladetechnik"_L1,
     "Kai Two 22"_L1,
     "1.3.9"_L1,
     "Zaehlwerk Z3"_L1,
     2,
     {false, 3, 22080, false}},
    {"MARKET-HALL"_L1,
     "Voltanova"_L1,
     "Piazza Duo 11"_L1,
     "5.0.1"_L1,
     "Contaluce 3F"_L1,
     2,
     {false, 3, 11040, true}},
    {"DEPOT-EAST"_L1,
     "Fjellstrom Power"_L1,
     "Granitt 150"_L1,
     "2.11.0"_L1,
     "Fjellstrom DCM"_L1,
     2,
     {true, 3, 150000, true}},
    {"MOTORWAY-A7"_L1,
     "Fjellstrom Power"_L1,
     "Granitt 300"_L1,
     "2.12.3"_L1,
     "Fjellstrom DCM"_L1,
     4,
     {true, 3, 300000, true}},
    {"OFFICE-YARD"_L1,
     "Voltanova"_L1,
     "Cortile Uno"_L1,
     "5.0.1"_L1,
     "Contaluce 1F"_L1,
     1,
     {false, 1, 7360, true}},
};

// Short visits, so that there is something to see within minutes, and figures that fit together: no faster
// clock.
constexpr TrafficShape lively{.firstMinutes = 1.5,
                              .pauseMinutes = 2.5,
                              .stayMinutesLeast = 3,
                              .stayMinutesMost = 14,
                              .strangers = 0.05,
                              .unplugsFirst = 0.2,
                              .throttled = 0.3,
                              .faultsPerHour = 1.2,
                              .faultMinutes = 2,
                              .offlinePerHour = 0.8,
                              .offlineMinutes = 1};

StationOptions optionsOf(const DemoRow &row, quint64 number)
{
    StationOptions station;
    station.id = row.id;
    station.vendor = row.vendor;
    station.model = row.model;
    station.firmwareVersion = row.firmware;
    station.serial = u"%1%2"_s.arg(row.vendor.first(2)).arg(480011 + 7 * number).toUpper();
    station.meterType = row.meter;
    station.meterSerial = QString::number(90210044 + 13 * number);
    station.connectors = row.connectors;
    station.hardware = row.hardware;
    station.initialRegisterWh = 2480000.0 + 613000.0 * double(number);
    station.configuration = {{u"MeterValueSampleInterval"_s, u"10"_s}};
    return station;
}

} // namespace

/// What lives in the site's thread: a timeline needs its thread's event loop.
class DemoSite::Worker : public QObject {
public:
    explicit Worker(FleetOptions options) : fleet_(std::move(options), timeline_, journal_) {}
    void start() { fleet_.start(); }
    void leave() { fleet_.leave(); }

private:
    WallTimeline timeline_;
    SilentJournal journal_;
    Fleet fleet_;
};

DemoSite::DemoSite(const QUrl &endpoint, quint64 seed) : endpoint_(endpoint), seed_(seed) {}

DemoSite::~DemoSite()
{
    stop();
}

QList<StationOptions> DemoSite::stations()
{
    QList<StationOptions> stations;
    for (const DemoRow &row : demoRows)
        stations.append(optionsOf(row, quint64(stations.size())));
    return stations;
}

QList<DemoSite::Person> DemoSite::people()
{
    return {{u"04A1B2C3D4E5F6"_s, u"Ada Lindqvist"_s},  {u"04B7390C2E8811"_s, u"Bruno Keller"_s},
            {u"04C55A01F39D20"_s, u"Chiara Moretti"_s}, {u"04D8E4417B6A32"_s, u"Dilek Aydin"_s},
            {u"04E91D6620C743"_s, u"Emil Novak"_s},     {u"04F02B8835AD54"_s, u"Fleet van 7"_s}};
}

void DemoSite::start()
{
    if (isRunning())
        return;
    FleetOptions options;
    options.stations = stations();
    quint64 seed = seed_ * 1009;
    for (StationOptions &station : options.stations) {
        station.endpoint = endpoint_;
        station.seed = ++seed;
    }
    for (const Person &person : people())
        options.idTags += person.idTag;
    options.scenario.name = u"demo"_s;
    options.scenario.traffic = lively;
    options.connectionsPerSecond = 4; // one after the other, so that one sees them come
    thread_ = std::make_unique<QThread>();
    thread_->setObjectName("demo-site");
    thread_->start();
    // Made in its own thread: sockets and timers belong to the thread that makes them.
    auto *anchor = new QObject;
    anchor->moveToThread(thread_.get());
    QMetaObject::invokeMethod(
        anchor,
        [this, anchor, options] {
            worker_ = new Worker(options);
            worker_->start();
            anchor->deleteLater();
        },
        Qt::BlockingQueuedConnection);
    QObject::connect(thread_.get(), &QThread::finished, worker_, &QObject::deleteLater);
}

void DemoSite::stop()
{
    if (!isRunning())
        return;
    QMetaObject::invokeMethod(
        worker_, [this] { worker_->leave(); }, Qt::BlockingQueuedConnection);
    thread_->quit();
    thread_->wait();
    thread_.reset();
    worker_ = nullptr;
}

} // namespace simulator
