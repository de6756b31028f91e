// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/locallists/listpanel.h"

#include "store/clock.h"
#include "store/locallistplan.h"
#include "store/reader.h"
#include "ui/models/answerto.h"
#include "ui/pages/locallists/entryrow.h"
#include "ui/pages/locallists/listentries.h"
#include "ui/pages/locallists/listform.h"
#include "ui/pages/locallists/listjournal.h"
#include "ui/pages/locallists/liststations.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/detailedge.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using store::LocalListSource;

enum Tab { Stations, Entries, MakeUp };

} // namespace

struct ListPanel::Reading {
    QList<store::LocalListEntry> entries;
    std::optional<store::LocalListPlan> plan; ///< of the station that is open
};

ListPanel::ListPanel(const Backend &backend, ListSource &source, ListJournal &journal, QWidget *parent)
    : QWidget(parent), backend_(backend), source_(source), journal_(journal)
{
    setMinimumWidth(440);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(buildTabs(), 1);
    connectParts();
}

QWidget *ListPanel::buildHeader()
{
    auto *header = new QWidget(this);
    title_ = new Label({}, TextSize::Section, Role::Text, header);
    title_->selectable();
    makeUp_ = new Label({}, TextSize::Body, Role::Muted, header);
    alone_ = new QPushButton(icon(u"widen"_s), {}, header);
    alone_->setCheckable(true);
    setAlone(false);
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Close the detail"));
    close->setToolTip(tr("Close (Esc)"));
    for (QPushButton *button : {alone_, close})
        setButtonKind(*button, ButtonKind::Quiet);
    auto *layout = new QGridLayout(header);
    layout->setContentsMargins(16, 12, 8, 8);
    layout->setVerticalSpacing(4);
    layout->addWidget(title_, 0, 0);
    layout->addWidget(alone_, 0, 1, Qt::AlignTop);
    layout->addWidget(close, 0, 2, Qt::AlignTop);
    layout->addWidget(makeUp_, 1, 0, 1, 3);
    layout->setColumnStretch(0, 1);
    connect(alone_, &QPushButton::clicked, this, &ListPanel::aloneRequested);
    connect(close, &QPushButton::clicked, this, &ListPanel::closeRequested);
    return header;
}

void ListPanel::setAlone(bool alone)
{
    alone_->setChecked(alone);
    alone_->setAccessibleName(alone ? tr("Show the table again") : tr("Use the whole width"));
    alone_->setToolTip(alone_->accessibleName());
}

QWidget *ListPanel::buildTabs()
{
    auto *body = new QWidget(this);
    tabs_ = new QTabBar(body);
    tabs_->setExpanding(false);
    tabs_->setAccessibleName(tr("Parts of the detail"));
    stack_ = new QStackedWidget(body);
    stations_ = new ListStations(backend_, stack_);
    entryList_ = new ListEntries(stack_);
    form_ = new ListForm(stack_);
    for (const auto &[title, view] : {std::pair<QString, QWidget *>{tr("Stations"), stations_},
                                      {tr("Entries"), entryList_},
                                      {tr("Settings"), form_}}) {
        tabs_->addTab(title);
        stack_->addWidget(view);
    }
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(atDetailEdge(tabs_));
    layout->addWidget(stack_, 1);
    connect(tabs_, &QTabBar::currentChanged, stack_, &QStackedWidget::setCurrentIndex);
    return body;
}

void ListPanel::connectParts()
{
    connect(&source_, &ListSource::ticked, stations_, &ListStations::tick);
    connect(stations_, &ListStations::stationOpened, this, &ListPanel::read);
    connect(stations_, &ListStations::releaseRequested, this, [this](const QString &station) {
        journal_.carryOut(row_->list.station ? removing(row_->list) : giving(row_->list, {}, {station}),
                          tr("The list was taken away from %1, which keeps what it has.").arg(station));
    });
    connect(stations_, &ListStations::givingRequested, this,
            [this](const QStringList &to, const QStringList &awayFrom) {
                journal_.carryOut(giving(row_->list, to, awayFrom),
                                  tr("The stations of %1 were changed: %2 more, %3 fewer.")
                                      .arg(row_->title())
                                      .arg(to.size())
                                      .arg(awayFrom.size()));
            });
    connect(entryList_, &ListEntries::entered, this, &ListPanel::enter);
    connect(entryList_, &ListEntries::tagsRequested, this, &ListPanel::tagsRequested);
    connect(form_, &ListForm::submitted, this, &ListPanel::save);
    connect(form_, &ListForm::removeRequested, this, &ListPanel::remove);
    connect(&journal_, &ListJournal::failed, this, [this] {
        form_->release();
        entryList_->settle(false);
    });
}

void ListPanel::present(const ListRow &row)
{
    const bool isOther = key() != row.key();
    row_ = row;
    if (isOther)
        tabs_->setCurrentIndex(row.stations == 0 && row.list.source == LocalListSource::Entries ? Entries : Stations);
    refresh();
}

void ListPanel::refresh()
{
    const int place = row_ ? source_.model().find(row_->key()) : -1;
    if (place < 0)
        return;
    row_ = source_.model().at(place);
    QStringList names;
    QHash<qint64, QString> titles;
    for (const ListRow &row : source_.model().rows()) {
        titles.insert(row.key(), row.title());
        if (!row.list.station)
            names.append(row.list.name);
    }
    title_->setText(row_->title());
    makeUp_->setText(row_->makeUp());
    tabs_->setTabText(Stations, tr("Stations (%1)").arg(row_->stations));
    tabs_->setTabText(Entries, tr("Entries (%1)").arg(row_->entries));
    entryList_->setList(row_->list);
    stations_->present(*row_, source_.stationsOf(row_->key()), source_.stations(), titles);
    form_->setKnown(source_.stations(), names);
    form_->edit(row_->list);
    read();
}

void ListPanel::selectStation(const QString &station)
{
    tabs_->setCurrentIndex(Stations);
    stations_->select(station);
}

void ListPanel::setShelf(DraftShelf &shelf)
{
    entryList_->setShelf(shelf);
}

void ListPanel::openDraft(const QString &key)
{
    tabs_->setCurrentIndex(Entries);
    entryList_->openDraft(key);
    read();
}

void ListPanel::dropDrafts(const QString &form)
{
    entryList_->dropDrafts(form);
}

bool ListPanel::hasUnsaved() const
{
    return entryList_->hasUnsaved() || (row_ && form_->isEdited());
}

void ListPanel::read()
{
    const auto work = [list = row_->list, station = stations_->openStation()](store::Database &db) {
        const ocpp::Timestamp now = store::now();
        Reading reading{store::LocalLists(db).entries(list, list.station.value_or(QString()), now), {}};
        if (!station.isEmpty())
            reading.plan = store::planLocalList(db, station, now);
        return reading;
    };
    backend_.reader->read(work) | answerTo(this, [this, round = ++round_](const store::Outcome<Reading> &reading) {
        if (round == round_ && reading) // the page shows what is wrong with the database
            fill(*reading);
    });
}

void ListPanel::fill(const Reading &reading)
{
    QHash<QString, QString> names;
    for (const store::IdTag &tag : source_.tags())
        names.insert(tag.tagKey, tag.name);
    QList<EntryRow> rows;
    for (const store::LocalListEntry &entry : reading.entries)
        rows.append({entry, names.value(entry.tagKey)});
    entryList_->present(rows, source_.tags());
    if (reading.plan)
        stations_->presentPlan(*reading.plan, names);
}

void ListPanel::save(const std::optional<store::LocalList> &before, const store::LocalList &list)
{
    const ListDeed deed = changing(*before, list);
    journal_.carryOut(deed, tr("%1 was changed.").arg(row_->title()), [this](bool done) {
        if (done)
            form_->release();
        else
            form_->refuseDouble();
    });
}

void ListPanel::remove(const store::LocalList &list)
{
    emit closeRequested();
    journal_.carryOut(removing(list),
                      list.station ? tr("The list was taken away from %1, which keeps what it has.").arg(*list.station)
                                   : tr("%1 was deleted. Its stations keep what they have.").arg(list.name));
}

void ListPanel::enter(const QString &tag, const std::optional<store::LocalListEntry> &entry)
{
    journal_.carryOut(entering(row_->list, tag, entry),
                      entry ? tr("%1 is in the list as you entered it.").arg(tag)
                            : tr("%1 was removed from the list.").arg(tag),
                      [this](bool) { entryList_->settle(true); });
}

} // namespace ui
