// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sites/sitesource.h"

#include "store/changefeed.h"
#include "store/clock.h"
#include "store/reader.h"
#include "ui/models/answerto.h"
#include "ui/pages/sites/sitewarnings.h"

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr quint32 shownTables = store::Table::Sites | store::Table::Stations;
/// Each measured value is a change.
constexpr auto pace = 500ms;

} // namespace

struct SiteSource::Reading {
    QList<store::SiteView> sites;
    QStringList stations;
};

SiteSource::SiteSource(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), model_(siteColumns(), siteColumnsContext, this),
      gate_(*backend.feed, shownTables, this, pace)
{
    connect(&gate_, &ChangeGate::due, this, &SiteSource::read);
    gate_.requestAll();
}

void SiteSource::setOpen(bool open)
{
    gate_.setOpen(open);
}

void SiteSource::setWords(const QString &text)
{
    words_ = text.split(u' ', Qt::SkipEmptyParts);
    present(matchingRows(rows_, words_));
}

void SiteSource::reload()
{
    gate_.requestAll();
}

const store::SiteView *SiteSource::site(const QString &name) const
{
    const auto found = std::ranges::find(sites_, name, &store::SiteView::name);
    return found == sites_.end() ? nullptr : &*found;
}

QString SiteSource::headline() const
{
    int charging = 0;
    int waiting = 0;
    int warnings = 0;
    for (const store::SiteView &site : sites_) {
        warnings += int(siteWarningTexts(site).size());
        for (const store::SiteView::MemberState &member : site.members) {
            for (const store::SiteCar &car : member.cars) {
                charging += car.shareA > 0 && car.demand == "charging"_L1 ? 1 : 0;
                waiting += car.reason == "turn"_L1 ? 1 : 0;
            }
        }
    }
    QStringList parts{tr("%n site(s)", nullptr, int(sites_.size()))};
    if (charging > 0)
        parts.append(tr("%n car(s) charging", nullptr, charging));
    if (waiting > 0)
        parts.append(tr("%n waiting", nullptr, waiting));
    if (warnings > 0)
        parts.append(tr("%n matter(s) to look at", nullptr, warnings));
    return parts.join(u", "_s);
}

SiteSource::Reading SiteSource::readAll(store::Database &db)
{
    Reading reading;
    for (const store::Site &site : store::Sites(db).list()) {
        if (auto view = store::siteView(db, site.name, store::now()))
            reading.sites.append(*view);
    }
    for (const store::Station &station : store::Stations(db).list())
        reading.stations.append(station.id);
    return reading;
}

void SiteSource::read()
{
    backend_.reader->read(&SiteSource::readAll) | answerTo(this, [this](const store::Outcome<Reading> &reading) {
        gate_.finished();
        if (!reading) {
            emit failed(reading.error());
            return;
        }
        sites_ = reading->sites;
        stations_ = reading->stations;
        rows_ = siteRows(sites_);
        present(matchingRows(rows_, words_));
        emit updated();
    });
}

/// The order is that of the tree: when it is another one, all lines are laid anew.
void SiteSource::present(const QList<SiteRow> &rows)
{
    if (!std::ranges::equal(rows, model_.rows(), {}, &SiteRow::key, &SiteRow::key))
        model_.clear();
    model_.upsert(rows);
}

} // namespace ui
