// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transactions/transactionspage.h"

#include "store/changefeed.h"
#include "store/idtags.h"
#include "store/reader.h"
#include "store/stations.h"
#include "ui/exchange/csvexport.h"
#include "ui/models/answerto.h"
#include "ui/pages/transactions/period.h"
#include "ui/pages/transactions/sessionexport.h"
#include "ui/pages/transactions/sessionfilterbar.h"
#include "ui/pages/transactions/sessionpanel.h"
#include "ui/pages/transactions/sessionsource.h"
#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QCollator>
#include <QHeaderView>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// A longer list is searched by typing, not by looking.
constexpr int tagsOffered = 2000;
/// Not one timer until midnight: computers sleep, and clocks are set.
constexpr auto dayPace = 10s;

struct Choices {
    QStringList stations;
    QList<Choice> tags;
};

Choices readFilterChoices(store::Database &db)
{
    Choices choices;
    for (const store::Station &station : store::Stations(db).list())
        choices.stations.append(station.id);
    for (const store::IdTag &tag : store::IdTags(db).list({.limit = tagsOffered}))
        choices.tags.append({tag.tag, tag.name.isEmpty() ? tag.tag : u"%1 · %2"_s.arg(tag.name, tag.tag)});
    std::ranges::sort(choices.tags, [collator = QCollator()](const Choice &a, const Choice &b) {
        return collator.compare(a.text, b.text) < 0;
    });
    return choices;
}

} // namespace

TransactionsPage::TransactionsPage(const Backend &backend, QWidget *parent)
    : Page(parent), backend_(backend), source_(new SessionSource(backend, this)),
      choices_(*backend.feed, store::Table::Stations | store::Table::IdTags, this, 250ms),
      export_(new QAction(icon(u"export"_s, Role::OnAccent), tr("Export"), this)), notice_(new NoticeBar(this)),
      exporter_(new CsvExport(backend, *notice_, this)), filter_(new SessionFilterBar(this)),
      content_(new QStackedWidget(this)), panel_(new SessionPanel(backend, content_)), empty_(new EmptyState(content_)), clock_(new QTimer(this))
{
    export_->setToolTip(tr("Write all sessions that pass the filter into a table (CSV)"));
    buildTable();
    setHome(table_);
    split_ = new MasterDetail(table_, panel_, u"transactions"_s, content_);
    content_->addWidget(new Card(split_, content_));
    content_->addWidget(empty_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(notice_);
    layout->addWidget(filter_);
    layout->addWidget(content_, 1);
    connectParts();
    connectScrolling();
    choices_.requestAll();
}

void TransactionsPage::buildTable()
{
    table_ = new TableView(u"transactions"_s, tr("Transactions"), content_);
    table_->setModel(&source_->model());
    table_->arrange(columnWidths(sessionColumns()));
    // Page by page as it is read: it cannot be sorted, but it tells by what it is.
    table_->horizontalHeader()->setSortIndicator(startColumn(), Qt::DescendingOrder);
    table_->horizontalHeader()->setSortIndicatorShown(true);
    table_->horizontalHeader()->setSectionsClickable(false); // a click would move the mark, not the rows
}

void TransactionsPage::connectParts()
{
    connect(source_, &SessionSource::updated, this, &TransactionsPage::presentContent);
    connect(source_, &SessionSource::reloaded, table_, &QTableView::scrollToTop);
    connect(source_, &SessionSource::failed, this, &TransactionsPage::presentError);
    connect(filter_, &SessionFilterBar::changed, this, &TransactionsPage::applyFilter);
    clock_->setInterval(dayPace);
    connect(clock_, &QTimer::timeout, this, &TransactionsPage::applyFilter);
    connect(export_, &QAction::triggered, this, &TransactionsPage::startExport);
    connect(exporter_, &CsvExport::ended, this, [this] { export_->setEnabled(true); });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TransactionsPage::presentSelection);
    connect(split_, &MasterDetail::detailClosed, this, [this] {
        panel_->setOpen(false);
        table_->clearSelection();
    });
    connect(panel_, &SessionPanel::closeRequested, split_, &MasterDetail::closeDetail);
    connect(panel_, &SessionPanel::stationRequested, this,
            [this](const QString &station) { emit linkActivated({.page = u"stations"_s, .station = station}); });
    connect(&choices_, &ChangeGate::due, this, &TransactionsPage::readChoices);
    connect(empty_, &EmptyState::actionRequested, this, [this] {
        if (failed_)
            source_->reload();
        else if (filter_->isFiltering())
            filter_->showAll();
        else
            emit linkActivated({.page = u"stations"_s, .station = {}});
    });
}

void TransactionsPage::connectScrolling()
{
    const QScrollBar *bar = table_->verticalScrollBar();
    const auto fetch = [this, bar] {
        if (bar->value() >= bar->maximum() - 20 * TableView::rowHeight)
            source_->fetchOlder();
    };
    connect(bar, &QScrollBar::valueChanged, this, fetch);
    connect(bar, &QScrollBar::rangeChanged, this, fetch); // a window taller than a page
}

QString TransactionsPage::headline() const
{
    const store::TransactionTotal &total = source_->total();
    if (!read_ || failed_)
        return {};
    QStringList parts{tr("%Ln session(s)", nullptr, int(total.count))};
    if (total.count > 0)
        parts.append(total.withoutOpen ? tr("%1 without those still open").arg(format::energy(total.energyWh))
                                       : format::energy(total.energyWh));
    if (total.open > 0)
        parts.append(tr("%Ln session(s) open", nullptr, int(total.open)));
    return parts.join(u", "_s);
}

QString TransactionsPage::searchHint() const
{
    return tr("Search sessions");
}

void TransactionsPage::search(const QString &text)
{
    filter_->setText(text.trimmed());
}

void TransactionsPage::visit(const Target &target)
{
    filter_->reset();
    filter_->chooseStation(target.station);
    if (target.part == "charging"_L1)
        filter_->chooseFate(store::TransactionFate::Charging);
    else if (target.part == "today"_L1)
        filter_->choosePeriod(Period::ChargedToday);
}

void TransactionsPage::showEvent(QShowEvent *event)
{
    applyFilter();
    setReading(true);
    Page::showEvent(event);
}

void TransactionsPage::hideEvent(QHideEvent *event)
{
    setReading(false);
    Page::hideEvent(event);
}

void TransactionsPage::setReading(bool reading)
{
    source_->setOpen(reading);
    choices_.setOpen(reading);
    panel_->setOpen(reading && split_->isDetailOpen());
    if (reading)
        clock_->start();
    else
        clock_->stop();
}

/// The same days may be other times by now; nothing is read where they are not.
void TransactionsPage::applyFilter()
{
    source_->setQuery(filter_->query());
}

void TransactionsPage::readChoices()
{
    backend_.reader->read(readFilterChoices) | answerTo(this, [this](const store::Outcome<Choices> &choices) {
        choices_.finished();
        if (!choices)
            return;
        filter_->setStations(choices->stations);
        filter_->setTags(choices->tags);
    });
}

void TransactionsPage::presentContent()
{
    failed_ = false;
    read_ = true;
    const bool none = source_->model().rows().isEmpty();
    if (none)
        presentNothing();
    content_->setCurrentIndex(none ? 1 : 0);
    export_->setEnabled(!none && !exporter_->isRunning());
    emit headlineChanged();
}

void TransactionsPage::presentNothing()
{
    split_->closeDetail();
    empty_->presentDetail({});
    if (filter_->isFiltering()) {
        empty_->present(u"search"_s, tr("No session passes the filter"),
                        tr("Choose another station, tag, state or time, or search for fewer letters."));
        empty_->presentAction(
            filter_->query() == store::TransactionQuery{.text = filter_->query().text} ? QString() : tr("Show all"));
        return;
    }
    empty_->present(
        u"transactions"_s, tr("No session yet"),
        tr("Each time a car charges, a session stands here: who, where, how long and how much. It begins when "
           "somebody holds a card to a station, or when you start one at a station's Commands."));
    empty_->presentAction(tr("Go to the stations"));
}

void TransactionsPage::presentError(const store::Error &error)
{
    failed_ = true;
    empty_->presentFailure(tr("The sessions cannot be read"), error);
    content_->setCurrentIndex(1);
    export_->setEnabled(false);
    emit headlineChanged();
}

void TransactionsPage::presentSelection()
{
    const QModelIndexList selected = table_->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return;
    panel_->present(source_->model().at(selected.first().row()).key());
    split_->openDetail();
    panel_->setOpen(isVisible());
}

void TransactionsPage::startExport()
{
    exporter_->start(sessionTable(source_->query(), source_->total().count), tr("sessions"));
    export_->setEnabled(!exporter_->isRunning());
}

} // namespace ui
