// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/placepanel.h"

#include "ocpp/timestamp.h"
#include "store/clock.h"
#include "ui/commands/fieldwords.h"
#include "ui/models/agetick.h"
#include "ui/pages/profiles/compositeview.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/detailedge.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/stepstrip.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using store::ProfileState;

QString timeText(const QJsonValue &time)
{
    const auto parsed = ocpp::parseTimestamp(time.toString(), ocpp::Zone::Utc);
    return parsed ? format::moment(parsed->value, store::now()) : QString();
}

QString whenText(const std::optional<ocpp::Timestamp> &time)
{
    return time ? format::ago(*time, store::now()) : QString();
}

} // namespace

PlacePanel::PlacePanel(const Backend &backend, QWidget *parent) : QWidget(parent)
{
    setMinimumWidth(400);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    steps_ = new StepStrip(backend, store::chargingProfilesTopic, tr("Charging profiles"), this);
    auto *steps = new QVBoxLayout;
    steps->setContentsMargins(16, 0, 8, 8);
    steps->addWidget(steps_);
    layout->addLayout(steps);
    tabs_ = new QTabBar(this);
    tabs_->setExpanding(false);
    tabs_->setAccessibleName(tr("Parts of the detail"));
    tabs_->addTab(tr("Profile"));
    tabs_->addTab(tr("Computed, told, measured"));
    auto *stack = new QStackedWidget(this);
    stack->addWidget(scrolling(buildProfile(), stack));
    composite_ = new CompositeView(backend, stack);
    stack->addWidget(scrolling(composite_, stack));
    layout->addLayout(atDetailEdge(tabs_));
    layout->addWidget(stack, 1);
    connect(tabs_, &QTabBar::currentChanged, stack, &QStackedWidget::setCurrentIndex);
    connect(&ageTick(), &QTimer::timeout, this, &PlacePanel::presentFacts);
}

QWidget *PlacePanel::buildHeader()
{
    auto *header = new QWidget(this);
    title_ = new Label({}, TextSize::Section, Role::Text, header);
    title_->selectable();
    mark_ = new MarkView(header);
    state_ = new Label({}, TextSize::Body, Role::Muted, header);
    auto *station = new QPushButton(icon(u"station"_s), {}, header);
    station->setAccessibleName(tr("Show the station"));
    station->setToolTip(tr("Show the station"));
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Close the detail"));
    close->setToolTip(tr("Close (Esc)"));
    auto *draw = new QPushButton(icon(u"schedules"_s), {}, header);
    draw->setAccessibleName(tr("Edit in Schedules"));
    draw->setToolTip(tr("Edit in Schedules"));
    for (QPushButton *button : {draw, station, close})
        setButtonKind(*button, ButtonKind::Quiet);
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
    layout->addWidget(draw, 0, 1, Qt::AlignTop);
    layout->addWidget(station, 0, 2, Qt::AlignTop);
    layout->addWidget(close, 0, 3, Qt::AlignTop);
    layout->addLayout(stateRow, 1, 0, 1, 4);
    connect(draw, &QPushButton::clicked, this, [this] { emit drawRequested(row_.row.station, row_.row.connector); });
    connect(station, &QPushButton::clicked, this, [this] { emit stationRequested(row_.row.station); });
    connect(close, &QPushButton::clicked, this, &PlacePanel::closeRequested);
    return header;
}

QWidget *PlacePanel::buildProfile()
{
    auto *page = new QWidget;
    sentence_ = new Label({}, TextSize::Body, Role::Text, page);
    sentence_->wrapping();
    reason_ = new Label({}, TextSize::Body, Role::Caution, page);
    reason_->wrapping().selectable();
    facts_ = new FactList({tr("Profile"), tr("For"), tr("When"), tr("Limits"), tr("Periods"), tr("Stack level"),
                           tr("Valid from"), tr("Valid until"), tr("Session"), tr("Profile number"), tr("Wanted since"),
                           tr("Accepted")},
                          page);
    apply_ = new QPushButton(tr("Apply a profile…"), page);
    withdraw_ = new QPushButton(tr("Withdraw"), page);
    withdraw_->setToolTip(tr("It is no longer wanted here, and the station drops it."));
    clear_ = new QPushButton(tr("Clear all here"), page);
    clear_->setToolTip(tr("Everything that the station has at this connector goes, also what nobody here knows of. "
                          "OCPP: ClearChargingProfile"));
    setButtonKind(*clear_, ButtonKind::Quiet);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(apply_);
    buttons->addWidget(withdraw_);
    buttons->addStretch();
    auto *lower = new QHBoxLayout; // three German ones are wider than the panel
    lower->addWidget(clear_);
    lower->addStretch();
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(sentence_);
    layout->addWidget(reason_);
    layout->addLayout(buttons);
    layout->addWidget(facts_);
    layout->addLayout(lower);
    layout->addStretch();
    connect(apply_, &QPushButton::clicked, this, [this] { emit applyRequested(row_.row.station, row_.row.connector); });
    connect(withdraw_, &QPushButton::clicked, this, [this] { emit withdrawRequested(row_); });
    connect(clear_, &QPushButton::clicked, this, [this] { emit clearRequested(row_.row.station, row_.row.connector); });
    return page;
}

void PlacePanel::present(const PlaceRow &row)
{
    row_ = row;
    title_->setText(u"%1, %2"_s.arg(row.row.station, placeWord(row.row.connector)));
    const StateWord state = profileState(row.row.state, row.online);
    const QString word = row.isEmpty() ? tr("No profile") : u"%1: %2"_s.arg(profileName(row), state.word);
    mark_->present(row.isEmpty() ? Mark{Shape::Bar, Role::Inactive, !row.online} : state.mark, word);
    state_->setText(row.online ? word : tr("%1 (the station is offline)").arg(word));
    sentence_->setText(row.isEmpty() ? tr("Nothing is wanted here, and nothing is known to be installed: the station "
                                          "charges as it likes.")
                                     : profileStateSentence(row.row.state, row.online));
    const QString reason = row.isEmpty() ? QString() : placeReason(row);
    reason_->setText(reason);
    reason_->setHidden(reason.isEmpty());
    apply_->setText(row.isEmpty() ? tr("Apply a profile…") : tr("Apply another…"));
    withdraw_->setHidden(row.isEmpty());
    withdraw_->setEnabled(row.row.state != ProfileState::Clearing);
    presentFacts();
    steps_->setStation(row.row.station);
    composite_->setPlace(row.row.station, row.row.connector);
}

void PlacePanel::presentFacts()
{
    facts_->setHidden(row_.isEmpty());
    if (row_.isEmpty())
        return;
    const store::StationProfile &at = row_.row;
    facts_->present({profileName(row_), valueWord(QLatin1StringView(at.purpose.toLatin1())), kindText(row_.profile),
                     limitsText(row_.profile), periodsText(row_.profile), QLocale().toString(at.stackLevel),
                     timeText(row_.profile["validFrom"_L1]), timeText(row_.profile["validTo"_L1]),
                     at.transactionId > 0 ? QString::number(at.transactionId) : QString(),
                     QString::number(at.profileId), whenText(at.desiredAt), whenText(at.acceptedAt)},
                    {{},
                     tr("OCPP: %1").arg(at.purpose),
                     {},
                     {},
                     {},
                     {},
                     {},
                     {},
                     {},
                     {},
                     at.desiredAt ? format::utc(*at.desiredAt) : QString(),
                     at.acceptedAt ? format::utc(*at.acceptedAt) : QString()});
}

void PlacePanel::setOpen(bool open)
{
    composite_->setOpen(open);
}

} // namespace ui
