// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/overviewsource.h"

#include "store/clock.h"
#include "store/reader.h"
#include "ui/models/answerto.h"

#include <algorithm>

namespace ui {
namespace {

using namespace std::chrono_literals;

/// A large site takes longer to read and to show: then it is looked at less often, so that reader and window stay free.
constexpr int restPerWork = 20;
constexpr std::chrono::milliseconds shortestRest = 50ms;
constexpr std::chrono::milliseconds longestRest = 2s;

constexpr auto clockPace = 20s;

constexpr quint32 bookTables = quint32(store::Table::Transactions);
constexpr quint32 shownTables = bookTables | store::Table::Stations | store::Table::Connectors | store::Table::IdTags
                                | store::Table::SeenTags | store::Table::Attention | store::Table::Commands
                                | store::Table::Knocks | store::Table::Configuration
                                | store::Table::Reconciliations | store::Table::Contracts;

} // namespace

OverviewSource::OverviewSource(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), gate_(*backend.feed, shownTables, this)
{
    rest_.setSingleShot(true);
    clock_.setInterval(clockPace);
    connect(&gate_, &ChangeGate::due, this, &OverviewSource::read);
    connect(&rest_, &QTimer::timeout, &gate_, &ChangeGate::finished);
    connect(&clock_, &QTimer::timeout, &gate_, &ChangeGate::requestAll);
    gate_.requestAll();
}

void OverviewSource::setOpen(bool open)
{
    gate_.setOpen(open);
    if (open)
        clock_.start();
    else
        clock_.stop();
}

void OverviewSource::reload()
{
    gate_.requestAll();
    if (rest_.isActive()) { // somebody waits for this one
        rest_.stop();
        gate_.finished();
    }
}

void OverviewSource::read(const store::ChangeSet &changes)
{
    const Watch watch{store::now(), backend_.engineStarted.value_or(ocpp::Timestamp::min()),
                      bool(backend_.startDemo)};
    work_.start();
    const DayBooks books = store::touches(changes, bookTables) ? DayBooks() : books_;
    backend_.reader->read([watch, books](store::Database &db) { return readOverview(db, watch, books); })
        | answerTo(this, [this](const store::Outcome<Overview> &overview) {
              if (overview) {
                  books_ = overview->books;
                  emit updated(*overview);
              } else {
                  emit failed(overview.error());
              }
              const std::chrono::milliseconds worked(work_.elapsed());
              rest_.start(std::clamp(worked * restPerWork, shortestRest, longestRest));
          });
}

} // namespace ui
