// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sitewatch.h"

#include "store/clock.h"
#include "store/reader.h"
#include "ui/models/answerto.h"

#include <algorithm>

namespace ui {
namespace {

using namespace std::chrono_literals;

constexpr auto pace = 1s;
constexpr quint32 tables = store::Table::Stations | store::Table::Connectors;

} // namespace

SiteWatch::SiteWatch(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), gate_(*backend.feed, tables, this, pace)
{
    minute_.setInterval(1min);
    minute_.start();
    appointment_.setSingleShot(true);
    connect(&gate_, &ChangeGate::due, this, &SiteWatch::read);
    connect(&minute_, &QTimer::timeout, &gate_, &ChangeGate::requestAll);
    connect(&appointment_, &QTimer::timeout, &gate_, &ChangeGate::requestAll);
    gate_.setOpen(true);
    gate_.requestAll();
}

void SiteWatch::lookAt(ocpp::Timestamp time)
{
    appointment_.start(std::max(std::chrono::milliseconds(0), time - store::now()));
}

void SiteWatch::read()
{
    backend_.reader->read([](store::Database &db) { return readPulse(db); })
        | answerTo(this, [this](const store::Outcome<SitePulse> &pulse) {
              gate_.finished();
              if (pulse)
                  emit felt(*pulse);
          });
}

} // namespace ui
