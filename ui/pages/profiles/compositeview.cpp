// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/compositeview.h"

#include "ocpp/messages/smartcharging.h"
#include "plot/picture.h"
#include "store/changefeed.h"
#include "store/clock.h"
#include "store/commandrequest.h"
#include "store/reader.h"
#include "store/writer.h"
#include "ui/commands/commandstory.h"
#include "ui/models/answerto.h"
#include "ui/pages/profiles/comparisonpicture.h"
#include "ui/pages/profiles/compositeexport.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/pages/profiles/schedulechart.h"
#include "ui/text/format.h"
#include "ui/text/plotwords.h"
#include "ui/text/refusalwords.h"
#include "ui/text/storewords.h"
#include "ui/theme/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr quint32 shownTables = store::Table::ChargingProfiles | store::Table::Commands | store::Table::Transactions;
constexpr auto readEvery = std::chrono::seconds(30); // meters speak often, and now moves on
constexpr int shareBefore = 4; // of the time ahead, so much is looked back upon
constexpr int notesShown = 6;
constexpr int commandsRead = 20;
constexpr int secondsPerHour = 3600; // s

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
    std::optional<store::CompositeComparison> comparison;
    plot::CompositePicture picture{};
    std::optional<store::Command> question{}; ///< the latest
    std::optional<charging::Wiring> wiring{}; ///< by the station's place in a site
};

CompositeView::CompositeView(const Backend &backend, QWidget *parent)
    : QWidget(parent), backend_(backend), gate_(*backend.feed, shownTables, this), mark_(new MarkView(this)),
      story_(new Label({}, TextSize::Caption, Role::Muted, this)),
      readout_(new Label({}, TextSize::Body, Role::Text, this)), chart_(new ScheduleChart(this)),
      told_(new Label({}, TextSize::Caption, Role::Muted, this)),
      notes_(new Label({}, TextSize::Body, Role::Text, this)), notice_(new NoticeBar(this)),
      export_(new CompositeExport(backend, *notice_, this))
{
    auto *help = new Label(tr("What all profiles amount to: the most that is allowed here, as computed, as the station "
                              "tells it, and what the meter shows."),
                           TextSize::Caption, Role::Muted, this);
    help->wrapping();
    story_->wrapping();
    readout_->wrapping();
    told_->wrapping();
    notes_->wrapping().selectable();
    notes_->setAccessibleName(tr("Differences"));
    notice_->hide();
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
    layout->addWidget(notes_);
    layout->addLayout(buildFoot());
    layout->addWidget(notice_);
    layout->addStretch();
    for (QWidget *part : std::initializer_list<QWidget *>{mark_, story_, readout_, chart_, notes_})
        part->hide();
    clock_.setInterval(readEvery);
    connect(&clock_, &QTimer::timeout, &gate_, &ChangeGate::requestAll);
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
         {std::pair{tr("next 4 hours"), 4 * secondsPerHour}, std::pair{tr("next 24 hours"), 24 * secondsPerHour},
          std::pair{tr("next 7 days"), 7 * 24 * secondsPerHour}})
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
    connect(ahead_, &QComboBox::currentIndexChanged, &gate_, &ChangeGate::requestAll);
    return row;
}

QHBoxLayout *CompositeView::buildFoot()
{
    auto *button = new QPushButton(icon(u"export"_s), tr("Export"), this);
    auto *menu = new QMenu(button);
    const QList<std::pair<QString, bool>> parts{{tr("This connector as"), false}, {tr("All connectors as"), true}};
    for (const auto &[title, isOfAll] : parts) {
        menu->addSection(title);
        for (const ExportFormat &format : exportFormats()) {
            QAction *const action = menu->addAction(format.title());
            action->setToolTip(u"%1 %2"_s.arg(title, format.title()));
            connect(action, &QAction::triggered, this, [this, name = format.name, isOfAll = isOfAll] {
                export_->start({station_, connector_, isOfAll, wish(), QString(name)});
            });
        }
    }
    button->setMenu(menu);
    auto *foot = new QHBoxLayout;
    foot->addWidget(told_, 1);
    foot->addWidget(button, 0, Qt::AlignTop);
    return foot;
}

/// The hours to come, and some before them, in which the meter has spoken.
store::CompositeWish CompositeView::wish() const
{
    const int ahead = ahead_->currentData().toInt();
    store::CompositeWish wish;
    wish.connector = connector_;
    wish.from = std::chrono::floor<std::chrono::minutes>(store::now()) - std::chrono::seconds(ahead / shareBefore);
    wish.duration = ahead + ahead / shareBefore;
    wish.unit = ocpp::fromString<ocpp::ChargingRateUnitType>(unit_->currentData().toString());
    return wish;
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
    const bool isReading = open && !station_.isEmpty();
    gate_.setOpen(isReading);
    if (isReading)
        clock_.start();
    else
        clock_.stop();
}

void CompositeView::read()
{
    const auto work = [station = station_, connector = connector_, wish = wish(),
                       reasons = reasonWords()](store::Database &db) {
        Reading reading{store::comparisonOf(db, station, wish)};
        reading.wiring = store::siteWiring(db, station);
        reading.question = latestQuestion(db, station, connector);
        if (reading.comparison)
            reading.picture = pictureOf(*reading.comparison, store::now(), reasons);
        return reading;
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
    presentNotes(reading.picture);
    chart_->present(reading.picture);
    chart_->setHidden(!reading.comparison);
    readout_->setHidden(!reading.comparison);
    const auto told = reading.comparison ? reading.comparison->told : std::nullopt;
    told_->setText(told ? tr("Told %1.").arg(format::ago(told->askedAt, store::now()))
                        : tr("The station has not told it yet."));
    unit_->setToolTip(wiringText(reading.wiring));
    told_->setToolTip(told ? format::utc(told->askedAt) : QString());
}

/// Numbered as in the chart.
void CompositeView::presentNotes(const plot::CompositePicture &picture)
{
    const plot::Words words = plotWords();
    QStringList notes;
    for (const plot::Difference &difference : picture.differences) {
        if (notes.size() < notesShown)
            notes.append(u"%1  %2"_s.arg(notes.size() + 1).arg(differenceText(picture, difference, words)));
    }
    if (picture.differences.size() > notesShown)
        notes.append(words.moreDifferences.arg(picture.differences.size() - notesShown));
    notes_->setText(notes.join(u'\n'));
    notes_->setHidden(notes.isEmpty());
}

/// The last question is worth a word while it is under way, and when it went wrong.
void CompositeView::presentStory(const Reading &reading)
{
    const auto isOnline = [](const Reading &r) { return r.comparison && r.comparison->station.online; };
    const auto story =
        reading.question ? std::optional(commandStory(*reading.question, isOnline(reading))) : std::nullopt;
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
