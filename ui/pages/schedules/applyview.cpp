// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/applyview.h"

#include "store/changefeed.h"
#include "store/reader.h"
#include "ui/models/answerto.h"
#include "ui/pages/profiles/profiledeeds.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/pages/schedules/momentwords.h"
#include "ui/pages/schedules/schedulefile.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr quint32 followedTables = store::Table::ChargingProfiles | store::Table::Stations;
constexpr int choiceWidth = 296; // px

QString placeKey(const QString &station, int connector)
{
    return u"%1\n%2"_s.arg(station).arg(connector);
}

} // namespace

ApplyView::ApplyView(const Backend &backend, ScheduleDocument &document, ProfileDeeds &deeds, QWidget *parent)
    : QWidget(parent), backend_(backend), document_(document), deeds_(deeds),
      rows_(applyColumns(), applyColumnsContext, this), gate_(*backend.feed, followedTables, this)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto *choice = new Card(buildChoice(), this);
    choice->setFixedWidth(choiceWidth);
    layout->addWidget(choice);
    layout->addWidget(new Card(buildCommands(), this), 1);
    connect(layers_, &CheckList::changed, this, &ApplyView::list);
    connect(places_, &CheckList::changed, this, &ApplyView::list);
    connect(send_, &QPushButton::clicked, this, &ApplyView::send);
    connect(back_, &QPushButton::clicked, this, &ApplyView::closeRequested);
    connect(&gate_, &ChangeGate::due, this, &ApplyView::follow);
}

QWidget *ApplyView::buildChoice()
{
    auto *choice = new QWidget(this);
    layers_ = new CheckList(tr("Profiles"), {tr("Profile"), tr("For")}, choice);
    places_ = new CheckList(tr("Where"), {tr("Station"), tr("At")}, choice);
    auto *layout = new QVBoxLayout(choice);
    layout->setContentsMargins(16, 12, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(layers_, 2);
    layout->addWidget(places_, 3);
    return choice;
}

QWidget *ApplyView::buildCommands()
{
    auto *commands = new QWidget(this);
    auto *title = new Label(tr("What will be sent"), TextSize::Section, Role::Text, commands);
    sum_ = new Label({}, TextSize::Body, Role::Muted, commands);
    sum_->wrapping();
    table_ = new TableView(u"scheduleCommands"_s, tr("What will be sent"), commands);
    table_->setModel(&rows_);
    table_->arrange(columnWidths<ApplyRow>(applyColumns()));
    send_ = new QPushButton(tr("Send"), commands);
    setButtonKind(*send_, ButtonKind::Primary);
    back_ = new QPushButton(tr("Back to drawing"), commands);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(send_);
    buttons->addWidget(back_);
    buttons->addStretch();
    auto *inset = new QVBoxLayout;
    inset->setContentsMargins(16, 12, 16, 4);
    inset->addWidget(title);
    inset->addWidget(sum_);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(16, 8, 16, 12);
    foot->addLayout(buttons);
    auto *layout = new QVBoxLayout(commands);
    layout->setContentsMargins(1, 0, 1, 0);
    layout->setSpacing(0);
    layout->addLayout(inset);
    layout->addWidget(table_, 1);
    layout->addLayout(foot);
    return commands;
}

void ApplyView::begin(const QList<StationPlaces> &stations)
{
    sent_ = false;
    layers_->setPicking(true);
    places_->setPicking(true);
    presentLayers();
    presentPlaces(stations);
    list();
}

void ApplyView::presentLayers()
{
    QList<CheckList::Row> rows;
    for (const Layer &layer : document_.layers()) {
        const bool fits = layer.plan && layer.plan->pieces() == 1;
        if (layer.isDrawn)
            rows.append({.id = QString::number(layer.id),
                         .texts = {layer.name, layerPlaceText(layer)},
                         .tooltip = fits || !layer.plan     ? QString()
                                    : layer.plan->isEmpty() ? tr("Nothing is drawn in it.")
                                                            : tr("It has several gaps: fill them first."),
                         .checked = layer.isVisible && (fits || !layer.plan),
                         .enabled = fits || !layer.plan});
    }
    layers_->present(rows);
}

void ApplyView::presentPlaces(const QList<StationPlaces> &stations)
{
    const SchedulePlace &shown = document_.place();
    QList<CheckList::Row> rows;
    for (const StationPlaces &station : stations) {
        for (int connector = 1; connector <= std::max(1, station.connectors); ++connector) {
            const bool isShown = station.id == shown.station && (shown.connector == connector || shown.connector == 0);
            rows.append({.id = placeKey(station.id, connector),
                         .texts = {station.id, placeWord(connector)},
                         .tooltip = station.online ? QString() : tr("Offline: it gets them when it is back."),
                         .checked = isShown});
        }
    }
    places_->present(rows);
}

QList<ApplyRow> ApplyView::chosen() const
{
    const charging::WeekFrame week = document_.thisWeek();
    QList<ApplyRow> rows;
    QStringList keys;
    for (const QString &place : places_->checked()) {
        for (const QString &id : layers_->checked()) {
            const Layer *layer = document_.find(id.toInt());
            if (!layer)
                continue;
            ApplyRow row;
            row.wish.station = place.section(u'\n', 0, 0);
            row.wish.connector = connectorOf(*layer, place.section(u'\n', 1).toInt());
            row.wish.profile = libraryJson(*layer, week);
            row.layer = layer->id;
            row.name = layer->name;
            if (keys.contains(row.key())) // of the whole station once
                continue;
            keys.append(row.key());
            rows.append(row);
        }
    }
    return rows;
}

void ApplyView::list()
{
    if (sent_)
        return;
    rows_.clear();
    rows_.append(chosen());
    check();
}

void ApplyView::check()
{
    const int question = ++question_;
    presentSum();
    backend_.reader->read([rows = rows_.rows()](store::Database &db) { return checkedRows(db, rows); })
        | answerTo(this, [this, question](const store::Outcome<QList<ApplyRow>> &rows) {
              if (question != question_ || !rows)
                  return;
              rows_.replaceAll(*rows);
              presentSum();
          });
}

void ApplyView::send()
{
    QList<store::ProfileWish> wishes;
    QList<ApplyRow> rows;
    for (const ApplyRow &row : rows_.rows()) {
        if (row.isReady()) {
            wishes.append(row.wish);
            rows.append(row);
        }
    }
    send_->setEnabled(false); // a double click is one wish
    deeds_.applyAll(wishes, [this, rows](bool done) {
        if (!done) {
            check();
            return;
        }
        sent_ = true;
        ++question_;
        layers_->setPicking(false);
        places_->setPicking(false);
        rows_.replaceAll(rows);
        gate_.requestAll();
        presentSum();
    });
}

void ApplyView::follow()
{
    if (!sent_) {
        gate_.finished();
        check();
        return;
    }
    backend_.reader->read([rows = rows_.rows()](store::Database &db) { return followedRows(db, rows); })
        | answerTo(this, [this](const store::Outcome<QList<ApplyRow>> &rows) {
              gate_.finished();
              if (rows && sent_)
                  rows_.replaceAll(*rows);
              presentSum();
          });
}

void ApplyView::presentSum()
{
    const QList<ApplyRow> &rows = rows_.rows();
    const auto ready = std::ranges::count_if(rows, &ApplyRow::isReady);
    const auto refused = std::ranges::count_if(rows, [](const ApplyRow &row) { return !row.refusal.isEmpty(); });
    const auto installed = std::ranges::count_if(
        rows, [](const ApplyRow &row) { return row.sent && row.sent->state == store::ProfileState::Installed; });
    send_->setVisible(!sent_);
    send_->setEnabled(ready > 0);
    send_->setText(ready > 0 ? tr("Send %n command(s)", nullptr, int(ready)) : tr("Send"));
    if (sent_)
        sum_->setText(tr("%1 of %n installed. Stations keep them, also after a restart.", nullptr, int(rows.size()))
                          .arg(installed));
    else if (layers_->tree().topLevelItemCount() == 0)
        sum_->setText(tr("Nothing is drawn yet. Go back and draw a profile first."));
    else if (rows.isEmpty())
        sum_->setText(tr("Choose at least one profile and one connector."));
    else if (refused > 0)
        sum_->setText(tr("%n do(es) not fit and is left out: the tooltip says why.", nullptr, int(refused)));
    else
        sum_->setText(
            tr("Each line is a SetChargingProfile command. A station that is offline gets it when it is back."));
}

void ApplyView::showEvent(QShowEvent *event)
{
    gate_.setOpen(true);
    QWidget::showEvent(event);
}

void ApplyView::hideEvent(QHideEvent *event)
{
    gate_.setOpen(false);
    QWidget::hideEvent(event);
}

} // namespace ui
