// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/compositeview.h"

#include "ocpp/messages/smartcharging.h"
#include "store/changefeed.h"
#include "store/clock.h"
#include "store/commandrequest.h"
#include "store/reader.h"
#include "store/stations.h"
#include "store/writer.h"
#include "ui/commands/commandstory.h"
#include "ui/models/answerto.h"
#include "ui/pages/profiles/schedulechart.h"
#include "ui/text/format.h"
#include "ui/text/refusalwords.h"
#include "ui/text/storewords.h"
#include "ui/theme/icons.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr quint32 shownTables = store::Table::ChargingProfiles | store::Table::Commands;
constexpr int commandsRead = 20;
constexpr int hour = 3600; // s

using Queued = tl::expected<store::Command, store::CommandRefusal>;

std::optional<store::Command> latestQuestion(store::Database &db, const QString &station, int connector)
{
    const QList<store::Command> questions = store::Commands(db).list(
        {.station = station, .action = ocpp::GetCompositeSchedule::action, .limit = commandsRead});
    const auto latest = std::ranges::find_if(questions, [&](const store::Command &command) {
        return QJsonDocument::fromJson(command.payload)["connectorId"_L1].toInt() == connector;
    });
    return latest == questions.end() ? std::nullopt : std::optional(*latest);
}

} // namespace

struct CompositeView::Reading {
    std::optional<store::CompositeSchedule> schedule;
    std::optional<store::Command> question; ///< the latest
    bool online = false;
};

CompositeView::CompositeView(const Backend &backend, QWidget *parent)
    : QWidget(parent), backend_(backend), gate_(*backend.feed, shownTables, this), mark_(new MarkView(this)),
      story_(new Label({}, TextSize::Caption, Role::Muted, this)),
      readout_(new Label({}, TextSize::Body, Role::Text, this)), chart_(new ScheduleChart(this)),
      told_(new Label({}, TextSize::Caption, Role::Muted, this))
{
    auto *help = new Label(tr("What the station itself makes of all its profiles: the most that it will draw here."),
                           TextSize::Caption, Role::Muted, this);
    help->wrapping();
    story_->wrapping();
    readout_->wrapping();
    told_->wrapping();
    auto *storyRow = new QHBoxLayout;
    storyRow->setSpacing(6);
    storyRow->addWidget(mark_, 0, Qt::AlignTop);
    storyRow->addWidget(story_, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(help);
    layout->addWidget(buildQuestion());
    layout->addLayout(storyRow);
    layout->addSpacing(4);
    layout->addWidget(readout_);
    layout->addWidget(chart_);
    layout->addWidget(told_);
    layout->addStretch();
    for (QWidget *part : std::initializer_list<QWidget *>{mark_, story_, readout_, chart_})
        part->hide();
    connect(&gate_, &ChangeGate::due, this, &CompositeView::read);
    connect(chart_, &ScheduleChart::readoutChanged, readout_, &QLabel::setText);
}

QWidget *CompositeView::buildQuestion()
{
    auto *row = new QWidget(this);
    ask_ = new QPushButton(icon(u"refresh"_s), tr("Ask the station"), row);
    ask_->setToolTip(tr("OCPP: %1").arg(ocpp::GetCompositeSchedule::action));
    ahead_ = new QComboBox(row);
    ahead_->setAccessibleName(tr("How far ahead"));
    for (const auto &[text, seconds] :
         {std::pair{tr("next 4 hours"), 4 * hour}, std::pair{tr("next 24 hours"), 24 * hour},
          std::pair{tr("next 7 days"), 7 * 24 * hour}})
        ahead_->addItem(text, seconds);
    ahead_->setCurrentIndex(1);
    unit_ = new QComboBox(row);
    unit_->setAccessibleName(tr("Unit"));
    unit_->addItem(tr("its own unit"), QString());
    unit_->addItem(tr("in ampere"), u"A"_s);
    unit_->addItem(tr("in watt"), u"W"_s);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(ahead_);
    layout->addWidget(unit_);
    layout->addWidget(ask_);
    layout->addStretch();
    connect(ask_, &QPushButton::clicked, this, &CompositeView::ask);
    connect(unit_, &QComboBox::currentIndexChanged, &gate_, &ChangeGate::requestAll);
    return row;
}

void CompositeView::setPlace(const QString &station, int connector)
{
    if (station == station_ && connector == connector_)
        return;
    station_ = station;
    connector_ = connector;
    present({});
    gate_.requestAll();
}

void CompositeView::setOpen(bool open)
{
    gate_.setOpen(open && !station_.isEmpty());
}

void CompositeView::read()
{
    const auto work = [station = station_, connector = connector_,
                       unit = unit_->currentData().toString()](store::Database &db) {
        const auto known = store::Stations(db).find(station);
        return Reading{store::CompositeSchedules(db).find(station, connector, unit),
                       latestQuestion(db, station, connector), known && known->online};
    };
    backend_.reader->read(work)
        | answerTo(this, [this, station = station_, connector = connector_](const store::Outcome<Reading> &reading) {
              gate_.finished();
              if (reading && station == station_ && connector == connector_)
                  present(*reading);
          });
}

void CompositeView::present(const Reading &reading)
{
    presentStory(reading);
    const SchedulePlan plan = reading.schedule ? planOf(*reading.schedule) : SchedulePlan();
    chart_->present(plan);
    chart_->setHidden(plan.isEmpty());
    readout_->setHidden(!reading.schedule);
    told_->setText(reading.schedule ? tr("Told %1.").arg(format::ago(reading.schedule->askedAt, store::now()))
                                    : tr("The station has not told it yet."));
    told_->setToolTip(reading.schedule ? format::utc(reading.schedule->askedAt) : QString());
}

/// The last question is worth a word while it is under way, and when it went wrong.
void CompositeView::presentStory(const Reading &reading)
{
    const auto story = reading.question ? std::optional(commandStory(*reading.question, reading.online)) : std::nullopt;
    const bool answered = reading.question && reading.question->state == store::CommandState::Accepted;
    const bool waits = story && story->underWay && !answered;
    ask_->setEnabled(!waits);
    story_->setHidden(!story || answered);
    mark_->setHidden(!story || answered);
    if (!story)
        return;
    mark_->present(story->mark, story->text);
    story_->setText(story->text);
    story_->setToolTip(story->explanation);
}

void CompositeView::tell(const QString &trouble)
{
    ask_->setEnabled(true);
    mark_->present({Shape::Cross, Role::Fault}, trouble);
    story_->setText(trouble);
    mark_->show();
    story_->show();
}

void CompositeView::ask()
{
    ask_->setEnabled(false);
    store::CommandRequest request{
        .station = station_,
        .action = ocpp::GetCompositeSchedule::action,
        .payload = {{u"connectorId"_s, connector_}, {u"duration"_s, ahead_->currentData().toInt()}},
        .origin = u"window"_s,
        .expiresIn = std::chrono::seconds(0)}; // now or never: later it is another plan
    if (const QString unit = unit_->currentData().toString(); !unit.isEmpty())
        request.payload.insert("chargingRateUnit"_L1, unit);
    backend_.writer->submit([request](store::Database &db) { return store::enqueue(db, request); })
        | answerTo(this, [this, station = station_, connector = connector_](const store::Outcome<Queued> &outcome) {
              if (station != station_ || connector != connector_ || (outcome && outcome->has_value()))
                  return; // the change feed brings it
              tell(outcome ? refusalWords(outcome->error()) : storeWords(outcome.error()).sentence());
          });
}

} // namespace ui
