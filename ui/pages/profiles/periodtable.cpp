// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/periodtable.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QJsonObject>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int hour = 3600; // s
constexpr int quarter = 900; // s
constexpr int longest = 31 * 86'400; // s
constexpr double highestLimit = 1e6;

const QRegularExpression &clockPattern()
{
    static const QRegularExpression pattern(u"^(\\d{1,3})(?::(\\d{0,2})(?::(\\d{0,2}))?)?$"_s);
    return pattern;
}

} // namespace

OffsetBox::OffsetBox(QWidget *parent) : QSpinBox(parent)
{
    setRange(0, longest);
    setSingleStep(quarter);
}

QString OffsetBox::textFromValue(int seconds) const
{
    QString text = u"%1:%2"_s.arg(seconds / hour).arg(seconds / 60 % 60, 2, 10, QChar(u'0'));
    if (seconds % 60 != 0)
        text += u":%1"_s.arg(seconds % 60, 2, 10, QChar(u'0'));
    return text;
}

int OffsetBox::valueFromText(const QString &text) const
{
    const QRegularExpressionMatch match = clockPattern().match(text.trimmed());
    return match.captured(1).toInt() * hour + match.captured(2).toInt() * 60 + match.captured(3).toInt();
}

QValidator::State OffsetBox::validate(QString &text, int &) const
{
    if (text.trimmed().isEmpty())
        return QValidator::Intermediate;
    return clockPattern().match(text.trimmed()).hasMatch() && valueFromText(text) <= longest ? QValidator::Acceptable
                                                                                             : QValidator::Invalid;
}

PeriodTable::PeriodTable(QWidget *parent) : QWidget(parent), layout_(new QVBoxLayout)
{
    layout_->setSpacing(4);
    auto *heads = new QHBoxLayout;
    heads->setSpacing(8);
    for (const QString &title : {tr("After (h:min)"), tr("Limit"), tr("Phases")}) // no clock shows it
        heads->addWidget(new Label(title, TextSize::Caption, Role::Muted, this), 1);
    heads->addSpacing(40); // over the buttons
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, this);
    complaint_->wrapping().hide();
    auto *more = new QPushButton(icon(u"plus"_s), tr("Add a period"), this);
    setButtonKind(*more, ButtonKind::Quiet);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(heads);
    layout->addLayout(layout_);
    layout->addWidget(complaint_);
    layout->addWidget(more, 0, Qt::AlignLeft);
    connect(more, &QPushButton::clicked, this, &PeriodTable::addNext);
    setPeriods({});
}

QJsonArray PeriodTable::periods() const
{
    QJsonArray periods;
    for (const Line &line : lines_) {
        QJsonObject period{{u"startPeriod"_s, line.from->value()},
                           {u"limit"_s, std::round(line.limit->value() * 10) / 10}};
        if (const int phases = line.phases->currentData().toInt(); phases > 0)
            period.insert("numberPhases"_L1, phases);
        periods.append(period);
    }
    return periods;
}

void PeriodTable::setPeriods(const QJsonArray &periods)
{
    for (const Line &line : std::as_const(lines_))
        delete line.widget;
    lines_.clear();
    for (const QJsonValue &period : periods)
        add(period.toObject());
    if (lines_.isEmpty())
        add({{u"startPeriod"_s, 0}, {u"limit"_s, 16}});
}

void PeriodTable::add(const QJsonObject &period)
{
    Line line{new QWidget(this), nullptr, nullptr, nullptr, nullptr, nullptr};
    line.from = new OffsetBox(line.widget);
    line.from->setToolTip(tr("Hours and minutes after the start of the schedule. OCPP: startPeriod"));
    line.limit = new QDoubleSpinBox(line.widget);
    line.limit->setDecimals(1);
    line.limit->setRange(0, highestLimit);
    line.limit->setToolTip(tr("At most so much; 0 is a pause. OCPP: limit"));
    line.phases = new QComboBox(line.widget);
    line.phases->setToolTip(tr("On how many phases; the station assumes 3. OCPP: numberPhases"));
    line.phases->addItem(tr("any"), 0);
    for (int phases = 1; phases <= 3; ++phases)
        line.phases->addItem(QString::number(phases), phases);
    line.remove = new QPushButton(icon(u"minus"_s), {}, line.widget);
    setButtonKind(*line.remove, ButtonKind::Quiet);
    line.complaint = new Label({}, TextSize::Caption, Role::Fault, line.widget);
    line.complaint->wrapping().hide();
    line.from->setValue(period["startPeriod"_L1].toInt());
    line.limit->setValue(period["limit"_L1].toDouble());
    line.phases->setCurrentIndex(std::max(0, line.phases->findData(period["numberPhases"_L1].toInt())));
    auto *grid = new QGridLayout(line.widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    for (int column = 0; QWidget * part : std::initializer_list<QWidget *>{line.from, line.limit, line.phases}) {
        grid->setColumnStretch(column, 1);
        part->setMinimumWidth(72);
        grid->addWidget(part, 0, column++);
    }
    grid->addWidget(line.remove, 0, 3);
    grid->addWidget(line.complaint, 1, 0, 1, 4);
    layout_->addWidget(line.widget);
    connect(line.from, &QSpinBox::valueChanged, this, &PeriodTable::changed);
    connect(line.limit, &QDoubleSpinBox::valueChanged, this, &PeriodTable::changed);
    connect(line.phases, &QComboBox::currentIndexChanged, this, &PeriodTable::changed);
    connect(line.remove, &QPushButton::clicked, this, [this, widget = line.widget] { remove(widget); });
    lines_.append(line);
    renumber();
}

/// An hour after the last one, with the same limit.
void PeriodTable::addNext()
{
    QJsonObject next = periods().last().toObject();
    next.insert("startPeriod"_L1, next["startPeriod"_L1].toInt() + hour);
    add(next);
    lines_.last().from->setFocus();
    emit changed();
}

void PeriodTable::remove(QWidget *line)
{
    lines_.removeIf([line](const Line &one) { return one.widget == line; });
    line->hide();
    line->deleteLater(); // its button is still being clicked
    renumber();
    emit changed();
}

/// The first one begins where the schedule begins (7.13), and one remains.
void PeriodTable::renumber()
{
    for (int place = 0; const Line &line : std::as_const(lines_)) {
        ++place;
        line.from->setAccessibleName(tr("Period %1: from").arg(place));
        line.limit->setAccessibleName(tr("Period %1: limit").arg(place));
        line.phases->setAccessibleName(tr("Period %1: phases").arg(place));
        line.remove->setAccessibleName(tr("Remove period %1").arg(place));
        line.remove->setToolTip(tr("Remove this period"));
        line.remove->setEnabled(lines_.size() > 1);
        line.from->setEnabled(place > 1);
    }
    lines_.first().from->setValue(0);
    setUnit(unit_);
}

void PeriodTable::setUnit(const QString &unit)
{
    unit_ = unit;
    for (const Line &line : std::as_const(lines_)) {
        line.limit->setSuffix(unit.isEmpty() ? QString() : QChar::Nbsp + unit);
        line.limit->setSingleStep(unit == "W"_L1 ? 500 : 1);
    }
}

void PeriodTable::complain(int period, const QString &member, const QString &text)
{
    if (text.isEmpty()) {
        for (const Line &line : std::as_const(lines_))
            line.complaint->say({});
    }
    if (period < 0 || period >= lines_.size())
        return complaint_->say(text);
    const Line &line = lines_.at(period);
    QWidget *field = line.limit;
    if (member == "startPeriod"_L1)
        field = line.from;
    else if (member == "numberPhases"_L1)
        field = line.phases;
    line.complaint->about(field).say(text);
}

} // namespace ui
