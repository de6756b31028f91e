// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stepstrip.h"

#include "store/changefeed.h"
#include "store/clock.h"
#include "store/reader.h"
#include "store/stations.h"
#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/text/stepwords.h"
#include "ui/text/storewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr quint32 shownTables = store::Table::Reconciliations | store::Table::Stations;

} // namespace

StepStrip::StepStrip(const Backend &backend, const QString &topic, const QString &what, QWidget *parent)
    : QWidget(parent), backend_(backend), topic_(topic), gate_(*backend.feed, shownTables, this)
{
    mark_ = new MarkView(this);
    sentence_ = new Label({}, TextSize::Body, Role::Text, this);
    sentence_->wrapping();
    reason_ = new Label({}, TextSize::Caption, Role::Muted, this);
    reason_->wrapping().selectable();
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, this);
    complaint_->wrapping().hide();
    pause_ = new QPushButton(this);
    pause_->setObjectName(u"pause"_s);
    retry_ = new QPushButton(icon(u"refresh"_s), tr("Try again"), this);
    retry_->setObjectName(u"retry"_s);
    retry_->setAccessibleName(tr("Try again: %1").arg(what));
    retry_->setToolTip(tr("Begin anew at once: failed tries are forgotten"));
    pause_->setAccessibleDescription(what);
    for (QPushButton *button : {pause_, retry_})
        setButtonKind(*button, ButtonKind::Quiet);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(2);
    layout->addWidget(mark_, 0, 0);
    layout->addWidget(sentence_, 0, 1);
    layout->addWidget(retry_, 0, 2);
    layout->addWidget(pause_, 0, 3);
    layout->addWidget(reason_, 1, 1, 1, 3);
    layout->addWidget(complaint_, 2, 1, 1, 3);
    layout->setColumnStretch(1, 1);
    clock_.setInterval(1s);
    connect(&clock_, &QTimer::timeout, this, &StepStrip::present);
    connect(&gate_, &ChangeGate::due, this, &StepStrip::read);
    connect(pause_, &QPushButton::clicked, this, [this] {
        act([paused = !standing_->row.paused](store::Reconciliations &rows, const QString &station,
                                              const QString &name) {
            rows.setPaused(station, name, paused, store::now());
        });
    });
    connect(retry_, &QPushButton::clicked, this, [this] {
        act([](store::Reconciliations &rows, const QString &station, const QString &name) {
            rows.reset(station, name, store::now());
        });
    });
    present();
}

void StepStrip::setStation(const QString &station)
{
    if (station == station_)
        return;
    station_ = station;
    standing_.reset();
    toSend_ = others_ = 0;
    complaint_->hide();
    for (QPushButton *button : {pause_, retry_})
        button->setEnabled(true);
    present();
    gate_.requestAll();
}

void StepStrip::setSeen(int toSend, int others)
{
    if (toSend == toSend_ && others == others_)
        return;
    toSend_ = toSend;
    others_ = others;
    present();
}

store::Reconciliation StepStrip::asSeen() const
{
    using State = store::ReconciliationState;
    store::Reconciliation row = standing_->row;
    if (row.state != State::InSync || toSend_ + others_ == 0)
        return row;
    row.state = toSend_ > 0 ? State::Working : State::Waiting;
    row.difference = toSend_ + others_;
    return row;
}

void StepStrip::showEvent(QShowEvent *event)
{
    gate_.setOpen(true);
    clock_.start();
    QWidget::showEvent(event);
}

void StepStrip::hideEvent(QHideEvent *event)
{
    gate_.setOpen(false);
    clock_.stop();
    QWidget::hideEvent(event);
}

void StepStrip::read(const store::ChangeSet &changes)
{
    const bool concerned = std::ranges::any_of(changes, [this](const store::Change &change) {
        return change.station.isEmpty() || change.station.compare(station_, Qt::CaseInsensitive) == 0;
    });
    if (!concerned || station_.isEmpty()) {
        gate_.finished();
        return;
    }
    const auto work = [id = station_, topic = topic_](store::Database &db) {
        const auto station = store::Stations(db).find(id);
        return Standing{store::Reconciliations(db).find(id, topic), station && station->online};
    };
    backend_.reader->read(work) | answerTo(this, [this, id = station_](const store::Outcome<Standing> &standing) {
        gate_.finished();
        if (id != station_ || !standing)
            return; // the page shows what is wrong with the database
        standing_ = *standing;
        present();
    });
}

void StepStrip::present()
{
    const StepWords words = standing_ ? stepWords(asSeen(), standing_->online, store::now()) : StepWords();
    mark_->present(words.mark, words.text);
    mark_->setVisible(standing_.has_value());
    sentence_->setText(words.sentence);
    reason_->setText(words.reason);
    reason_->setHidden(words.reason.isEmpty());
    const bool isPaused = standing_ && standing_->row.paused;
    pause_->setText(isPaused ? tr("Resume") : tr("Pause"));
    pause_->setIcon(icon(isPaused ? u"play"_s : u"pause"_s));
    pause_->setToolTip(isPaused ? tr("Send what differs again") : tr("Send nothing until this is resumed"));
    pause_->setHidden(!standing_);
    retry_->setHidden(!words.canRetry);
    if (std::exchange(offersRetry_, words.canRetry) != words.canRetry)
        emit retryOffered(words.canRetry);
}

void StepStrip::act(const std::function<void(store::Reconciliations &, const QString &, const QString &)> &work)
{
    for (QPushButton *button : {pause_, retry_})
        button->setEnabled(false);
    const auto write = [work, id = station_, topic = topic_](store::Database &db) {
        store::Reconciliations rows(db);
        work(rows, id, topic);
    };
    backend_.writer->submit(write) | answerTo(this, [this, id = station_](const store::Outcome<void> &outcome) {
        if (id == station_)
            settle(outcome);
    });
}

void StepStrip::settle(const store::Outcome<void> &outcome)
{
    for (QPushButton *button : {pause_, retry_})
        button->setEnabled(true);
    complaint_->setHidden(outcome.has_value());
    if (!outcome)
        complaint_->setText(tr("This was not done. %1").arg(storeWords(outcome.error()).sentence()));
}

} // namespace ui
