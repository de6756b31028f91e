// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/configuration/carryview.h"

#include "store/changefeed.h"
#include "store/reader.h"
#include "store/stations.h"
#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/pages/stations/configuration/configurationrow.h"
#include "ui/text/storewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"

#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using State = store::ConfigurationState;

constexpr int modelColumn = 1;
constexpr int modelWidth = 180; ///< px
constexpr int progressColumn = 2;

} // namespace

CarryProgress carryProgress(const QList<store::ConfigurationKey> &configuration, const QStringList &keys)
{
    CarryProgress progress;
    for (const store::ConfigurationKey &key : configuration) {
        if (!key.desired || !keys.contains(key.key, Qt::CaseInsensitive))
            continue;
        switch (key.state) {
        case State::InSync: ++progress.inEffect; break;
        case State::Pending: ++progress.waiting; break;
        case State::RebootRequired: ++progress.needRestart; break;
        case State::Rejected:
        case State::NotSupported: progress.refused.append(key.key); break;
        }
    }
    return progress;
}

QString CarryProgress::text(bool online) const
{
    QStringList parts;
    if (waiting > 0)
        parts << (online ? CarryView::tr("%n being changed", nullptr, waiting)
                         : CarryView::tr("%n wait(s) until it is back", nullptr, waiting));
    if (inEffect > 0)
        parts << CarryView::tr("%n in effect", nullptr, inEffect);
    if (needRestart > 0)
        parts << CarryView::tr("%n need(s) a restart", nullptr, needRestart);
    if (!refused.isEmpty())
        parts << CarryView::tr("refused: %1").arg(refused.join(u", "_s));
    return parts.join(u" · "_s);
}

CarryView::CarryView(const Backend &backend, QWidget *parent)
    : QWidget(parent), backend_(backend), gate_(*backend.feed, store::Table::Configuration | store::Table::Stations, this)
{
    auto *title = new Label(tr("Carry settings over"), TextSize::Body, Role::Text, this);
    title->bold();
    origin_ = new Label({}, TextSize::Caption, Role::Muted, this);
    origin_->wrapping();
    auto *close = new QPushButton(icon(u"close"_s), {}, this);
    close->setAccessibleName(tr("Back to the configuration"));
    close->setToolTip(tr("Back to the configuration"));
    setButtonKind(*close, ButtonKind::Quiet);
    split_ = new QSplitter(Qt::Vertical, this);
    split_->setChildrenCollapsible(false);
    keyList_ = new CheckList(tr("Settings"), {tr("Key"), tr("Value")}, split_);
    stationList_ = new CheckList(tr("Stations"), {tr("Station"), tr("Model"), tr("State")}, split_);
    stationList_->tree().setColumnWidth(modelColumn, modelWidth);
    apply_ = new QPushButton(this);
    apply_->setObjectName(u"apply"_s);
    setButtonKind(*apply_, ButtonKind::Primary);
    undo_ = new QPushButton(tr("Undo"), this);
    undo_->setToolTip(tr("The stations are told their values of before"));
    setButtonKind(*undo_, ButtonKind::Quiet);
    undo_->hide();
    summary_ = new Label({}, TextSize::Caption, Role::Muted, this);
    summary_->wrapping();
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(close);
    auto *foot = new QHBoxLayout;
    foot->addWidget(apply_);
    foot->addWidget(undo_);
    foot->addWidget(summary_, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 8, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(origin_);
    layout->addWidget(split_, 1);
    layout->addLayout(foot);
    connect(close, &QPushButton::clicked, this, &CarryView::closeRequested);
    connect(keyList_, &CheckList::changed, this, &CarryView::presentAction);
    connect(stationList_, &CheckList::changed, this, &CarryView::presentAction);
    connect(apply_, &QPushButton::clicked, this, &CarryView::apply);
    connect(undo_, &QPushButton::clicked, this, &CarryView::takeBack);
    connect(&gate_, &ChangeGate::due, this, &CarryView::readProgress);
    presentAction();
}

void CarryView::begin(const QString &origin, const QList<WantedValue> &values, const QString &from, const QString &to)
{
    values_ = values;
    from_ = from;
    to_ = to;
    letPick({});
    origin_->setText(origin);
    QList<CheckList::Row> rows;
    for (const WantedValue &value : values)
        rows.append({value.key, {value.key, valueText(keyFacts(value.key), value.value)}, {}, from.isEmpty()});
    keyList_->present(rows);
    readStations();
}

void CarryView::setOpen(bool open)
{
    gate_.setOpen(open);
}

void CarryView::readStations()
{
    backend_.reader->read([](store::Database &db) { return store::Stations(db).list(); })
        | answerTo(this, [this](const store::Outcome<QList<store::Station>> &stations) {
              if (stations)
                  presentStations(*stations);
              else
                  summary_->setText(storeWords(stations.error()).sentence());
          });
}

void CarryView::presentStations(const QList<store::Station> &stations)
{
    QList<CheckList::Row> rows;
    for (const store::Station &station : stations) {
        if (station.id == from_)
            continue;
        const QString what = u"%1 %2"_s.arg(station.vendor, station.model).trimmed();
        rows.append(
            {station.id, {station.id, what, station.online ? QString() : tr("offline")}, {}, station.id == to_});
    }
    stationList_->present(rows);
    stationList_->setPicking(true);
    keyList_->setPicking(true);
}

void CarryView::presentAction()
{
    const int keys = int(keyList_->checked().size());
    const int stations = int(stationList_->checked().size());
    apply_->setEnabled(keys > 0 && stations > 0 && targets_.isEmpty());
    apply_->setText(tr("Apply %1 to %2", "3 settings, 2 stations")
                        .arg(tr("%n setting(s)", nullptr, keys), tr("%n station(s)", nullptr, stations)));
}

void CarryView::apply()
{
    keys_ = keyList_->checked();
    targets_ = stationList_->checked();
    keyList_->setPicking(false);
    stationList_->setPicking(false);
    presentAction();
    QList<Wish> wishes;
    for (const QString &target : std::as_const(targets_)) {
        for (const WantedValue &value : std::as_const(values_)) {
            if (keys_.contains(value.key))
                wishes.append({target, value.key, value.value});
        }
    }
    backend_.writer->submit([wishes](store::Database &db) { return desire(db, wishes); })
        | answerTo(this, [this, targets = targets_](const store::Outcome<QList<Wish>> &back) {
              if (targets != targets_)
                  return; // another carrying has begun
              if (!back)
                  return letPick(tr("Nothing was carried over. %1").arg(storeWords(back.error()).sentence()));
              back_ = *back;
              undo_->show();
              gate_.requestAll();
          });
}

void CarryView::takeBack()
{
    undo_->setEnabled(false); // a second click would take back nothing
    backend_.writer->submit([back = back_](store::Database &db) { desire(db, back); })
        | answerTo(this, [this](const store::Outcome<void> &done) {
              undo_->setEnabled(true);
              if (done)
                  letPick(tr("Taken back: the stations are told their values of before."));
              else
                  summary_->setText(tr("It was not taken back. %1").arg(storeWords(done.error()).sentence()));
          });
}

void CarryView::letPick(const QString &saying)
{
    targets_.clear();
    back_.clear();
    undo_->hide();
    keyList_->setPicking(true);
    stationList_->setPicking(true);
    summary_->setText(saying);
    presentAction();
}

void CarryView::readProgress()
{
    if (targets_.isEmpty()) {
        gate_.finished();
        return;
    }
    backend_.reader->read([ids = targets_, keys = keys_](store::Database &db) {
        QList<Target> targets;
        for (const QString &id : ids) {
            const auto station = store::Stations(db).find(id);
            targets.append({id, station && station->online, carryProgress(store::Configuration(db).list(id), keys)});
        }
        return targets;
    }) | answerTo(this, [this](const store::Outcome<QList<Target>> &targets) {
        gate_.finished();
        if (targets_.isEmpty())
            return; // taken back meanwhile
        if (targets)
            presentProgress(*targets);
        else
            summary_->setText(storeWords(targets.error()).sentence());
    });
}

void CarryView::presentProgress(const QList<Target> &targets)
{
    int done = 0;
    int refused = 0;
    for (const Target &target : targets) {
        if (!targets_.contains(target.id))
            return; // another carrying has begun
        stationList_->setText(target.id, progressColumn, target.progress.text(target.online));
        done += target.progress.isDone() ? 1 : 0;
        refused += target.progress.refused.isEmpty() ? 0 : 1;
    }
    QString text = tr("%1 of %n station(s) done", nullptr, int(targets.size())).arg(done);
    if (refused > 0)
        text += u" · "_s + tr("%n refuse(s) something", nullptr, refused);
    summary_->setText(text);
}

void CarryView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    split_->setOrientation(width() >= TableView::narrowBelow ? Qt::Horizontal : Qt::Vertical);
}

} // namespace ui
