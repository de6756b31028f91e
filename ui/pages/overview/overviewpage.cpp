// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/overviewpage.h"

#include "ui/models/roworder.h"
#include "ui/pages/overview/attentionlist.h"
#include "ui/pages/overview/firststeps.h"
#include "ui/pages/overview/overviewsource.h"
#include "ui/pages/overview/powercell.h"
#include "ui/text/format.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/figuretile.h"
#include "ui/widgets/label.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

enum Contents { Reading, SiteView, Welcome, Failure };

int knocksIn(const QList<AttentionItem> &items)
{
    const auto knocks = std::ranges::find(items, AttentionItem::Kind::Knocks, &AttentionItem::kind);
    return knocks == items.end() ? 0 : knocks->count;
}

} // namespace

OverviewPage::OverviewPage(const Backend &backend, QWidget *parent)
    : Page(parent), source_(new OverviewSource(backend, this)),
      charging_(chargingColumns(), chargingColumnsContext, this), order_(new RowOrder(charging_, this)),
      content_(new QStackedWidget(this))
{
    firstSteps_ = new FirstSteps(backend, content_);
    failure_ = new EmptyState(content_);
    content_->addWidget(new QWidget(content_)); // until the first reading: better nothing than zeros
    content_->addWidget(buildSite(backend));
    content_->addWidget(firstSteps_);
    content_->addWidget(failure_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 16);
    layout->addWidget(content_);
    connectParts();
}

QWidget *OverviewPage::buildSite(const Backend &backend)
{
    auto *site = new QWidget(content_);
    attention_ = new AttentionList(backend, site);
    auto *layout = new QVBoxLayout(site);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(buildFigures());
    layout->addWidget(attention_, 3);
    layout->addWidget(buildCharging(), 2);
    return site;
}

QWidget *OverviewPage::buildFigures()
{
    auto *row = new QWidget(this);
    online_ = new FigureTile(tr("Stations online"), tr("Show the stations"), row);
    cars_ = new FigureTile(tr("Charging now"), tr("Show the sessions"), row);
    power_ = new FigureTile(tr("Power now"), tr("Show the stations. The sum of what their connectors measure."), row);
    energy_ =
        new FigureTile(tr("Energy today"),
                       tr("Show the sessions. What was charged since midnight, by the sessions' meter readings."), row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (const auto &[tile, target] :
         {std::pair{online_, Target{u"stations"_s, {}}},
          std::pair{cars_, Target{.page = u"transactions"_s, .station = {}, .part = u"charging"_s}},
          std::pair{power_, Target{u"stations"_s, {}}},
          std::pair{energy_, Target{.page = u"transactions"_s, .station = {}, .part = u"today"_s}}}) {
        layout->addWidget(tile);
        connect(tile, &FigureTile::clicked, this, [this, target = target] { emit linkActivated(target); });
    }
    return row;
}

QWidget *OverviewPage::buildCharging()
{
    chargingSection_ = new Section(tr("Sessions now"), this);
    table_ = new TableView(u"charging"_s, tr("Sessions now"), chargingSection_);
    table_->setModel(order_);
    powerCell_ = new PowerCell(table_);
    table_->setItemDelegateForColumn(chargingPowerColumn(), powerCell_);
    table_->horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
    table_->arrange(columnWidths<ChargingRow>(chargingColumns()));
    table_->setSortingEnabled(true);
    nobody_ = new Label(tr("No car is charging."), TextSize::Body, Role::Muted, chargingSection_);
    chargingSection_->addInset(nobody_);
    chargingSection_->add(table_, 1);
    return chargingSection_;
}

void OverviewPage::connectParts()
{
    connect(source_, &OverviewSource::updated, this, &OverviewPage::present);
    connect(source_, &OverviewSource::failed, this, &OverviewPage::presentError);
    connect(attention_, &AttentionList::changed, source_, &OverviewSource::reload);
    connect(attention_, &AttentionList::linkActivated, this, &Page::linkActivated);
    connect(firstSteps_, &FirstSteps::connectRequested, this, [this] { emit linkActivated({u"connect"_s, {}}); });
    connect(failure_, &EmptyState::actionRequested, source_, &OverviewSource::reload);
    connect(table_, &QTableView::activated, this, &OverviewPage::openStation);
    connect(table_, &QTableView::doubleClicked, this, &OverviewPage::openStation);
}

QString OverviewPage::headline() const
{
    if (figures_.stations == 0)
        return {};
    QStringList parts{
        tr("%1 of %2 online").arg(QLocale().toString(figures_.online), QLocale().toString(figures_.stations))};
    if (figures_.charging > 0)
        parts << tr("%n charging", nullptr, figures_.charging) << format::power(figures_.powerW);
    parts << (matters_ > 0 ? tr("%n matter(s) need(s) you", nullptr, matters_) : tr("all is well"));
    return parts.join(u", "_s);
}

void OverviewPage::showEvent(QShowEvent *event)
{
    source_->setOpen(true);
    Page::showEvent(event);
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    source_->setOpen(false);
    Page::hideEvent(event);
}

void OverviewPage::present(const Overview &overview)
{
    figures_ = overview.figures;
    matters_ = overview.attention.count();
    presentFigures();
    attention_->present(overview.attention);
    presentCharging(overview.charging);
    firstSteps_->present(knocksIn(overview.attention.items));
    content_->setCurrentIndex(figures_.stations > 0 ? SiteView : Welcome);
    emit headlineChanged();
}

void OverviewPage::presentFigures()
{
    const Figures &f = figures_;
    online_->present(QLocale().toString(f.online), tr("of %1").arg(QLocale().toString(f.stations)),
                     double(f.online) / std::max(1, f.stations));
    cars_->present(QLocale().toString(f.charging), tr("of %n connector(s)", nullptr, f.connectors),
                   double(f.charging) / std::max(1, f.connectors));
    power_->present(format::power(f.powerW), {});
    energy_->present(format::energy(f.energyTodayWh), {});
}

void OverviewPage::presentCharging(const QList<ChargingRow> &rows)
{
    double largest = 0;
    for (const ChargingRow &row : rows)
        largest = std::max(largest, row.powerW.value_or(0));
    powerCell_->setLargest(largest);
    charging_.replaceAll(rows);
    charging_.touchColumn(chargingPowerColumn()); // the others' shares may be different now
    const auto sessions = std::ranges::count_if(rows, [](const ChargingRow &row) { return row.transaction > 0; });
    chargingSection_->setRemark(rows.isEmpty() ? QString() : QLocale().toString(sessions));
    nobody_->setVisible(rows.isEmpty());
    table_->setVisible(!rows.isEmpty());
}

void OverviewPage::presentError(const store::Error &error)
{
    failure_->presentFailure(tr("The site cannot be read"), error);
    content_->setCurrentIndex(Failure);
}

void OverviewPage::openStation(const QModelIndex &index)
{
    emit linkActivated({u"stations"_s, charging_.at(order_->mapToSource(index).row()).station});
}

} // namespace ui
