// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transactions/sessionfilterbar.h"

#include "ui/pages/transactions/period.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/rememberedchoice.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>

#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct FateWord {
    store::TransactionFate fate;
    const char *text;
};

constexpr std::array fates{
    FateWord{store::TransactionFate::Any, QT_TRANSLATE_NOOP("ui::SessionFilterBar", "All states")},
    FateWord{store::TransactionFate::Charging, QT_TRANSLATE_NOOP("ui::SessionFilterBar", "Open")},
    FateWord{store::TransactionFate::Finished, QT_TRANSLATE_NOOP("ui::SessionFilterBar", "Finished")},
    FateWord{store::TransactionFate::ClosedByUs, QT_TRANSLATE_NOOP("ui::SessionFilterBar", "Closed by us")},
    FateWord{store::TransactionFate::Doubtful, QT_TRANSLATE_NOOP("ui::SessionFilterBar", "With notes")},
};

struct PeriodWord {
    Period period;
    const char *text;
};

constexpr std::array periods{
    PeriodWord{Period::All, QT_TRANSLATE_NOOP("ui::SessionFilterBar", "Any time")},
    PeriodWord{Period::Today, QT_TRANSLATE_NOOP("ui::SessionFilterBar", "Today")},
    PeriodWord{Period::ChargedToday, QT_TRANSLATE_NOOP("ui::SessionFilterBar", "Charged today")},
    PeriodWord{Period::Yesterday, QT_TRANSLATE_NOOP("ui::SessionFilterBar", "Yesterday")},
    PeriodWord{Period::ThisWeek, QT_TRANSLATE_NOOP("ui::SessionFilterBar", "This week")},
    PeriodWord{Period::LastWeek, QT_TRANSLATE_NOOP("ui::SessionFilterBar", "Last week")},
    PeriodWord{Period::ThisMonth, QT_TRANSLATE_NOOP("ui::SessionFilterBar", "This month")},
    PeriodWord{Period::LastMonth, QT_TRANSLATE_NOOP("ui::SessionFilterBar", "Last month")},
    PeriodWord{Period::Dates, QT_TRANSLATE_NOOP("ui::SessionFilterBar", "From – to")},
};

QComboBox *chooser(const QString &accessibleName, int width, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setAccessibleName(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumWidth(width);
    box->setMaxVisibleItems(20);
    return box;
}

/// What is always the same to choose from: as wide as its longest, in every language.
QComboBox *fixedChooser(const QString &accessibleName, int width, QWidget *parent)
{
    QComboBox *box = chooser(accessibleName, width, parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

/// Other things to choose from after the first, "all of them"; what was chosen stays, even if it is gone.
void offer(QComboBox &box, const QList<Choice> &choices)
{
    const QVariant chosen = box.currentData();
    const QString chosenText = box.currentText();
    const QSignalBlocker quiet(&box);
    while (box.count() > 1)
        box.removeItem(1);
    for (const Choice &choice : choices)
        box.addItem(choice.text.isEmpty() ? choice.value : choice.text, choice.value);
    if (chosen.isValid() && box.findData(chosen) < 0)
        box.addItem(chosenText, chosen);
    box.setCurrentIndex(chosen.isValid() ? box.findData(chosen) : 0);
}

void choose(QComboBox &box, const QString &value)
{
    if (!value.isEmpty() && box.findData(value) < 0)
        box.addItem(value, value);
    box.setCurrentIndex(value.isEmpty() ? 0 : box.findData(value));
}

} // namespace

SessionFilterBar::SessionFilterBar(QWidget *parent) : QWidget(parent)
{
    station_ = chooser(tr("Station"), 136, this);
    station_->addItem(tr("All stations"));
    tag_ = chooser(tr("Tag"), 180, this);
    tag_->addItem(tr("All tags"));
    fate_ = fixedChooser(tr("State"), 144, this);
    for (const FateWord &word : fates)
        fate_->addItem(tr(word.text), int(word.fate));
    period_ = fixedChooser(tr("Period"), 124, this);
    for (const PeriodWord &word : periods)
        period_->addItem(tr(word.text), int(word.period));
    period_->setToolTip(tr("When the session began. \"Charged today\" also shows those that began before, and ended today "
                           "or still run."));
    buildDates();
    all_ = new QPushButton(icon(u"close"_s), tr("Show all"), this);
    all_->setToolTip(tr("Take back the choices of this row"));
    setButtonKind(*all_, ButtonKind::Quiet);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *part : std::initializer_list<QWidget *>{station_, tag_, fate_, period_, first_, last_})
        layout->addWidget(part);
    layout->addWidget(all_);
    layout->addStretch();
    for (QComboBox *box : {station_, tag_, fate_, period_})
        connect(box, &QComboBox::currentIndexChanged, this, &SessionFilterBar::presentDates);
    connect(all_, &QPushButton::clicked, this, &SessionFilterBar::showAll);
    // Not of which station or person: the next morning that would hide the others.
    rememberChoice(*fate_, u"transactions/state"_s);
    rememberChoice(*period_, u"transactions/period"_s);
    presentDates();
}

void SessionFilterBar::buildDates()
{
    const QDate today = QDate::currentDate();
    for (const auto &[edit, name, key, day] :
         {std::tuple{&first_, tr("First day"), u"transactions/firstDay"_s, today.addDays(-30)},
          std::tuple{&last_, tr("Last day"), u"transactions/lastDay"_s, today}}) {
        const QDate chosen = QSettings().value(key).toDate();
        *edit = new QDateEdit(chosen.isValid() ? chosen : day, this);
        (*edit)->setCalendarPopup(true);
        (*edit)->setAccessibleName(name);
        (*edit)->setToolTip(name);
        (*edit)->setMinimumWidth(118);
        (*edit)->calendarWidget()->setFirstDayOfWeek(QLocale().firstDayOfWeek());
        connect(*edit, &QDateEdit::dateChanged, this, [this, key = key](QDate chosenDay) {
            QSettings().setValue(key, chosenDay.toString(Qt::ISODate));
            emit changed();
        });
    }
}

void SessionFilterBar::presentDates()
{
    const bool dates = Period(period_->currentData().toInt()) == Period::Dates;
    first_->setVisible(dates);
    last_->setVisible(dates);
    store::TransactionQuery chosen = query();
    chosen.text.clear();
    all_->setHidden(chosen == store::TransactionQuery{});
    emit changed();
}

store::TransactionQuery SessionFilterBar::query() const
{
    const auto period = Period(period_->currentData().toInt());
    const DaySpan days =
        period == Period::Dates ? daysBetween(first_->date(), last_->date()) : spanOf(period, QDate::currentDate());
    const bool isByCharging = period == Period::ChargedToday;
    return {.text = text_,
            .station = station_->currentData().toString(),
            .idTag = tag_->currentData().toString(),
            .fate = store::TransactionFate(fate_->currentData().toInt()),
            .from = isByCharging ? std::nullopt : days.from,
            .to = isByCharging ? std::nullopt : days.to,
            .chargedSince = isByCharging ? days.from : std::nullopt};
}

void SessionFilterBar::setText(const QString &text)
{
    text_ = text;
    emit changed();
}

void SessionFilterBar::setStations(const QStringList &stations)
{
    QList<Choice> choices;
    for (const QString &station : stations)
        choices.append({station, {}});
    offer(*station_, choices);
}

void SessionFilterBar::setTags(const QList<Choice> &tags)
{
    offer(*tag_, tags);
}

void SessionFilterBar::chooseStation(const QString &station)
{
    choose(*station_, station);
}

void SessionFilterBar::chooseFate(store::TransactionFate fate)
{
    fate_->setCurrentIndex(fate_->findData(int(fate)));
}

void SessionFilterBar::choosePeriod(Period period)
{
    period_->setCurrentIndex(period_->findData(int(period)));
}

void SessionFilterBar::showAll()
{
    reset();
    for (QComboBox *box : {fate_, period_})
        emit box->activated(0); // to be remembered as a choice, too
}

void SessionFilterBar::reset()
{
    for (QComboBox *box : {station_, tag_, fate_, period_})
        box->setCurrentIndex(0);
}

} // namespace ui
