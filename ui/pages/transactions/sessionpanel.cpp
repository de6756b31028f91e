// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transactions/sessionpanel.h"

#include "store/clock.h"
#include "store/commandrequest.h"
#include "store/reader.h"
#include "store/transactions.h"
#include "store/writer.h"
#include "ui/commands/commandspecs.h"
#include "ui/commands/commandstory.h"
#include "ui/commands/sessionclosing.h"
#include "ui/models/answerto.h"
#include "ui/pages/transactions/meterchart.h"
#include "ui/pages/transactions/sessionfacts.h"
#include "ui/pages/transactions/sessionwords.h"
#include "ui/text/format.h"
#include "ui/text/refusalwords.h"
#include "ui/text/storewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/detailedge.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/tableview.h"

#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr quint32 shownTables = store::Table::Transactions | store::Table::Connectors | store::Table::MeterValues | store::Table::Commands
                                | store::Table::IdTags | store::Table::Stations;
/// A session has many values: they are read anew with each change.
constexpr auto pace = 250ms;

using Queued = tl::expected<store::Command, store::CommandRefusal>;

} // namespace

SessionPanel::SessionPanel(const Backend &backend, QWidget *parent)
    : QWidget(parent), backend_(backend), gate_(*backend.feed, shownTables, this, pace),
      samples_(sampleColumns(), sampleColumnsContext, this)
{
    setMinimumWidth(360);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(buildActions());
    layout->addLayout(buildNotice());
    layout->addWidget(buildTabs(), 1);
    for (QWidget *part : std::initializer_list<QWidget *>{mark_, actions_, body_})
        part->hide(); // until there is something to tell
    connect(&gate_, &ChangeGate::due, this, &SessionPanel::read);
}

QWidget *SessionPanel::buildHeader()
{
    auto *header = new QWidget(this);
    title_ = new Label({}, TextSize::Section, Role::Text, header);
    title_->selectable();
    place_ = new ElidedLabel({}, TextSize::Body, Role::Muted, header);
    mark_ = new MarkView(header);
    state_ = new Label({}, TextSize::Body, Role::Muted, header);
    auto *station = new QPushButton(icon(u"station"_s), {}, header);
    station->setAccessibleName(tr("Show the station"));
    station->setToolTip(tr("Show the station"));
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Close the detail"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*station, ButtonKind::Quiet);
    setButtonKind(*close, ButtonKind::Quiet);
    auto *stateRow = new QHBoxLayout;
    stateRow->setSpacing(6);
    stateRow->addWidget(mark_);
    stateRow->addWidget(state_, 1);
    auto *layout = new QGridLayout(header);
    layout->setContentsMargins(16, 12, 8, 8);
    layout->setVerticalSpacing(4);
    layout->setHorizontalSpacing(0);
    layout->setColumnStretch(0, 1);
    layout->addWidget(title_, 0, 0);
    layout->addWidget(station, 0, 1, Qt::AlignTop);
    layout->addWidget(close, 0, 2, Qt::AlignTop);
    layout->addWidget(place_, 1, 0, 1, 3);
    layout->addLayout(stateRow, 2, 0, 1, 3);
    connect(station, &QPushButton::clicked, this, [this] { emit stationRequested(station_); });
    connect(close, &QPushButton::clicked, this, &SessionPanel::closeRequested);
    return header;
}

QWidget *SessionPanel::buildActions()
{
    actions_ = new QWidget(this);
    stop_ = new QPushButton(icon(u"command-stop"_s), tr("Stop charging"), actions_);
    cancel_ = new QPushButton(tr("Cancel"), actions_);
    cancel_->setAccessibleName(tr("Cancel: Stop charging"));
    close_ = new QPushButton(tr("Close by hand"), actions_);
    close_->setToolTip(tr("For a session whose end was lost. Its energy is what is known by now, and the station is "
                          "not told: if the car still charges, stop it instead. Should the station report the end "
                          "later, that counts."));
    setButtonKind(*cancel_, ButtonKind::Quiet);
    setButtonKind(*close_, ButtonKind::Quiet);
    story_ = new QWidget(actions_);
    storyMark_ = new MarkView(story_);
    storyText_ = new Label({}, TextSize::Caption, Role::Muted, story_);
    storyText_->wrapping();
    auto *storyLayout = new QHBoxLayout(story_);
    storyLayout->setContentsMargins(0, 0, 0, 0);
    storyLayout->addWidget(storyMark_, 0, Qt::AlignTop);
    storyLayout->addWidget(storyText_, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(stop_);
    buttons->addWidget(cancel_);
    buttons->addWidget(close_);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(actions_);
    layout->setContentsMargins(16, 0, 16, 8);
    layout->setSpacing(6);
    layout->addLayout(buttons);
    layout->addWidget(story_);
    connect(stop_, &QPushButton::clicked, this, &SessionPanel::stopCharging);
    connect(cancel_, &QPushButton::clicked, this, &SessionPanel::cancelStop);
    connect(close_, &QPushButton::clicked, this, &SessionPanel::closeSession);
    return actions_;
}

/// Not among the actions: those leave with the session's end.
QLayout *SessionPanel::buildNotice()
{
    notice_ = new NoticeBar(this);
    auto *layout = new QVBoxLayout;
    layout->setContentsMargins(16, 0, 16, 8);
    layout->addWidget(notice_);
    connect(notice_, &NoticeBar::firstRequested, this, &SessionPanel::reopenSession);
    return layout;
}

QWidget *SessionPanel::buildTabs()
{
    body_ = new QWidget(this);
    tabs_ = new QTabBar(body_);
    tabs_->setExpanding(false);
    tabs_->setAccessibleName(tr("Parts of the detail"));
    stack_ = new QStackedWidget(body_);
    auto *overview = new QWidget(stack_);
    chart_ = new MeterChart(overview);
    facts_ = new SessionFacts(overview);
    auto *overviewLayout = new QVBoxLayout(overview);
    overviewLayout->setContentsMargins(16, 12, 16, 16);
    overviewLayout->setSpacing(16);
    overviewLayout->addWidget(chart_);
    overviewLayout->addWidget(facts_, 1);
    values_ = new TableView(u"sessionValues"_s, tr("Meter values"), stack_);
    values_->setModel(&samples_);
    values_->arrange(sampleWidths(values_->font()));
    stack_->addWidget(scrolling(overview, stack_));
    stack_->addWidget(atDetailEdge(values_, stack_));
    tabs_->addTab(tr("Session"));
    tabs_->addTab(tr("Values"));
    auto *layout = new QVBoxLayout(body_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(atDetailEdge(tabs_));
    layout->addWidget(stack_, 1);
    connect(tabs_, &QTabBar::currentChanged, stack_, &QStackedWidget::setCurrentIndex);
    return body_;
}

void SessionPanel::present(qint64 session)
{
    if (session == session_)
        return;
    session_ = session;
    station_.clear();
    command_.reset();
    actions_->setEnabled(false); // they are still those of the session before
    notice_->dismiss();
    readSession();
}

void SessionPanel::setOpen(bool open)
{
    gate_.setOpen(open);
}

void SessionPanel::read(const store::ChangeSet &changes)
{
    const bool concerned = std::ranges::any_of(changes, [this](const store::Change &change) {
        return change.station.isEmpty() || station_.isEmpty()
               || change.station.compare(station_, Qt::CaseInsensitive) == 0;
    });
    if (!concerned || session_ == 0) {
        gate_.finished();
        return;
    }
    readSession();
}

void SessionPanel::readSession()
{
    backend_.reader->read([id = session_](store::Database &db) { return readSessionDetail(db, id); })
        | answerTo(this, [this, id = session_](const store::Outcome<std::optional<SessionDetail>> &detail) {
              gate_.finished();
              if (id != session_ || !detail)
                  return; // the page shows what is wrong with the database
              if (*detail)
                  fill(**detail);
              else
                  emit closeRequested();
          });
}

void SessionPanel::fill(const SessionDetail &detail)
{
    station_ = detail.row.transaction.station;
    command_ = detail.stop;
    actions_->setEnabled(true);
    mark_->show();
    body_->show();
    presentHeader(detail);
    presentActions(detail);
    chart_->present(detail.curve);
    facts_->present(detail.row);
    presentSamples(detail.samples);
}

void SessionPanel::presentHeader(const SessionDetail &detail)
{
    const store::Transaction &transaction = detail.row.transaction;
    const StateWord state = sessionState(transaction, detail.row.connectorStatus);
    title_->setText(tr("Session %1").arg(transaction.id));
    place_->setWholeText(tr("%1, connector %2 · %3")
                             .arg(transaction.station, QString::number(transaction.connector), detail.row.person()));
    mark_->present(state.mark, state.word);
    const bool lost = transaction.isOpen() && !detail.stationOnline;
    state_->setText(lost ? tr("%1, as far as is known: the station is offline").arg(state.word) : state.word);
}

void SessionPanel::presentActions(const SessionDetail &detail)
{
    const bool open = detail.row.transaction.isOpen();
    const auto story = command_ ? std::optional(commandStory(*command_, detail.stationOnline)) : std::nullopt;
    const bool underWay = open && story && story->underWay;
    stop_->setHidden(!open || !detail.stationKnown);
    const QString hindrance = commandHindrance("RemoteStopTransaction"_L1, detail.registration);
    stop_->setEnabled(!underWay && hindrance.isEmpty());
    stop_->setToolTip(hindrance.isEmpty() ? tr("OCPP: %1").arg(u"RemoteStopTransaction"_s) : hindrance);
    stop_->setText(story && !underWay ? tr("Stop charging again") : tr("Stop charging"));
    cancel_->setHidden(!underWay || !story->cancellable);
    close_->setHidden(!open);
    story_->setHidden(!story);
    if (story)
        tell(story->mark, story->text);
    actions_->setHidden(!open && !story);
}

void SessionPanel::tell(const Mark &mark, const QString &text)
{
    storyMark_->present(mark, text);
    storyText_->setText(text);
    story_->show();
}

/// What the person has scrolled to keeps its place: new values come at the end.
void SessionPanel::presentSamples(const QList<SampleRow> &samples)
{
    const qsizetype known = samples_.rows().size();
    const bool grows =
        known > 0 && samples.size() >= known && samples.at(known - 1).key() == samples_.at(int(known) - 1).key();
    if (!grows)
        samples_.clear();
    samples_.append(samples.mid(grows ? known : 0));
    tabs_->setTabText(1, samples.isEmpty() ? tr("Values") : tr("Values (%1)").arg(QLocale().toString(samples.size())));
}

void SessionPanel::stopCharging()
{
    stop_->setEnabled(false); // until the queue has it: a double click is one command
    const store::CommandRequest request{.station = station_,
                                        .action = u"RemoteStopTransaction"_s,
                                        .payload = {{u"transactionId"_s, session_}},
                                        .origin = u"window"_s,
                                        .expiresIn = {}};
    backend_.writer->submit([request](store::Database &db) { return store::enqueue(db, request); })
        | answerTo(this, [this, session = session_](const store::Outcome<Queued> &outcome) {
              if (session != session_ || (outcome && outcome->has_value()))
                  return; // the change feed brings it
              stop_->setEnabled(true);
              tell({Shape::Cross, Role::Fault},
                   outcome ? refusalWords(outcome->error()) : storeWords(outcome.error()).sentence());
          });
}

void SessionPanel::cancelStop()
{
    if (!command_)
        return;
    backend_.writer->submit([id = command_->id](store::Database &db) {
        return store::Commands(db).cancel(id, store::now());
    }) | answerTo(this, [this, session = session_](const store::Outcome<bool> &outcome) {
        if (session == session_ && !outcome) // what was sent meanwhile shows by itself
            notice_->present(u"warning"_s, Role::Fault, storeWords(outcome.error()).sentence());
    });
}

void SessionPanel::closeSession()
{
    close_->setEnabled(false);
    backend_.writer->submit([id = session_](store::Database &db) { return closeByHand(db, id); })
        | answerTo(this, [this, id = session_](const store::Outcome<ClosedSession> &closed) {
              close_->setEnabled(true);
              if (!closed)
                  notice_->present(u"warning"_s, Role::Fault, storeWords(closed.error()).sentence());
              else if (!closed->happened)
                  notice_->present(u"info"_s, Role::Accent, tr("Session %1 has its end meanwhile.").arg(id));
              else
                  offerUndo(id, closedWords(id, *closed));
          });
}

void SessionPanel::offerUndo(qint64 session, const QString &said)
{
    closed_ = session;
    notice_->present(u"check"_s, Role::Good, said);
    notice_->presentActions(tr("Undo"));
}

void SessionPanel::reopenSession()
{
    notice_->dismiss();
    backend_.writer->submit([id = closed_](store::Database &db) { return store::Transactions(db).reopen(id); })
        | answerTo(this, [this](const store::Outcome<bool> &reopened) {
              if (!reopened)
                  notice_->present(u"warning"_s, Role::Fault, storeWords(reopened.error()).sentence());
              else if (!*reopened)
                  notice_->present(u"warning"_s, Role::Caution,
                                   tr("It stays closed: the station has told its end, or another session has begun "
                                      "there."));
          });
}

} // namespace ui
