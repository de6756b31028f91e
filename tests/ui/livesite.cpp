// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/livesite.h"

#include "store/configuration.h"
#include "store/stations.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace uitest {
namespace {

csms::Policy eagerPolicy()
{
    csms::Policy policy;
    policy.configurationReadAfter = 0s;
    policy.backlogAfter = 0s;
    return policy;
}

} // namespace

LiveSite::LiveSite()
    : location_(*store::parseLocation(u"sqlite"_s, dir_.path())),
      engine_({.location = location_, .node = u"live"_s, .bind = u"127.0.0.1"_s, .port = 0, .policy = eagerPolicy()}),
      reader_(location_)
{
    if (const auto started = engine_.start(); !started)
        qFatal("%s", qPrintable(started.error()));
    if (!reader_.start())
        qFatal("The reader does not start.");
}

LiveSite::~LiveSite()
{
    stations_.clear();
    reader_.stop();
    engine_.stop();
}

ui::Backend LiveSite::backend()
{
    ui::Backend backend;
    backend.reader = &reader_;
    backend.writer = &engine_.writer();
    backend.feed = &engine_.changes();
    backend.ocppAddress = u"ws://127.0.0.1:%1/ocpp/"_s.arg(engine_.port());
    backend.ownsEngine = true;
    return backend;
}

simulator::Station &LiveSite::add(const QString &id,
                                  const std::function<void(simulator::StationOptions &)> &adjust)
{
    write([id](store::Database &db) {
        store::Station row;
        row.id = id;
        store::Stations(db).save(row);
    });
    simulator::StationOptions options;
    options.id = id;
    options.endpoint = QUrl(u"ws://127.0.0.1:%1/ocpp/"_s.arg(engine_.port()));
    options.rebootDuration = 50ms;
    options.reconnectFirst = 50ms;
    if (adjust)
        adjust(options);
    stations_.push_back(std::make_unique<simulator::Station>(options, timeline_, journal_));
    stations_.back()->switchOn();
    const bool told = QTest::qWaitFor(
        [&] {
            return !write([id](store::Database &db) { return store::Configuration(db).list(id); }).isEmpty();
        },
        20'000);
    if (!told)
        qFatal("The station has not told its configuration.");
    return *stations_.back();
}

} // namespace uitest
