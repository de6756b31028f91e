// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/overviewsource.h"

#include "store/clock.h"
#include "store/reader.h"
#include "ui/models/answerto.h"

namespace ui {
namespace {

using namespace std::chrono_literals;

constexpr auto restAfterReading = 800ms;
constexpr auto clockPace = 20s;

constexpr quint32 bookTables = quint32(store::Table::Transactions);
constexpr quint32 shownTables = bookTables | store::Table::Stations | store::Table::Connectors | store::Table::IdTags
                                | store::Table::SeenTags | store::Table::Attention | store::Table::Commands
                                | store::Table::Knocks | store::Table::Configuration;

} // namespace

OverviewSource::OverviewSource(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), gate_(*backend.feed, shownTables, this)
{
    rest_.setSingleShot(true);
    rest_.setInterval(restAfterReading);
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
    const DayBooks books = store::touches(changes, bookTables) ? DayBooks() : books_;
    backend_.reader->read([watch, books](store::Database &db) { return readOverview(db, watch, books); })
        .then(answerTo(this, [this](const store::Outcome<Overview> &overview) {
            rest_.start();
            if (!overview) {
                emit failed(overview.error());
                return;
            }
            books_ = overview->books;
            emit updated(*overview);
        }));
}

} // namespace ui
