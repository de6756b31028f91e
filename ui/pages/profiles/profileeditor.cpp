// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/profileeditor.h"

#include "ocpp/types.h"
#include "ui/commands/compoundeditors.h"
#include "ui/commands/fieldwords.h"
#include "ui/pages/profiles/periodtable.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/widgets/label.h"

#include <QDateTime>
#include <QFormLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto scheduleMember = "chargingSchedule"_L1;
constexpr auto periodsMember = "chargingSchedulePeriod"_L1;

using Names = std::initializer_list<QLatin1StringView>;

std::vector<ocpp::Field> fieldsOf(std::span<const ocpp::Field> all, Names names)
{
    std::vector<ocpp::Field> fields;
    for (const QLatin1StringView name : names)
        std::ranges::copy_if(all, std::back_inserter(fields),
                             [&](const ocpp::Field &field) { return field.name == name; });
    return fields;
}

/// In the order in which a person thinks of them: what is used rarely comes after the periods.
const std::vector<ocpp::Field> &fieldsOf(ProfileEditor::Part part)
{
    static const std::array<std::vector<ocpp::Field>, ProfileEditor::parts> fields{
        fieldsOf(ocpp::ChargingProfile::fields(),
                 {"chargingProfilePurpose"_L1, "chargingProfileKind"_L1, "recurrencyKind"_L1}),
        fieldsOf(ocpp::ChargingSchedule::fields(), {"startSchedule"_L1, "chargingRateUnit"_L1}),
        fieldsOf(ocpp::ChargingProfile::fields(), {"stackLevel"_L1, "validFrom"_L1, "validTo"_L1}),
        fieldsOf(ocpp::ChargingSchedule::fields(), {"duration"_L1, "minChargingRate"_L1})};
    return fields[std::size_t(part)];
}

QFormLayout &formOf(const FieldList &list)
{
    return *static_cast<QFormLayout *>(list.layout());
}

/// The lists stand below each other: their fields begin at one line.
void align(const FieldList &list)
{
    for (int row = 0; row < formOf(list).rowCount(); ++row)
        formOf(list).itemAt(row, QFormLayout::LabelRole)->widget()->setMinimumWidth(ProfileEditor::labelWidth);
}

} // namespace

ProfileEditor::ProfileEditor(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (const Part part : {General, Schedule, MoreGeneral, MoreSchedule}) {
        if (part == MoreGeneral)
            layout->addWidget(buildPeriods());
        auto *list = new FieldList(fieldsOf(part), {}, this);
        align(*list);
        layout->addWidget(list);
        lists_[part] = list;
        connect(list, &FieldList::changed, this, [this] {
            follow();
            emit changed();
        });
    }
    setProfile(beginning());
}

QWidget *ProfileEditor::buildPeriods()
{
    auto *part = new QWidget(this);
    auto *caption = new Label(fieldWord(periodsMember), TextSize::Body, Role::Text, part);
    caption->bold();
    periods_ = new PeriodTable(part);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(4);
    layout->addWidget(caption);
    layout->addWidget(periods_);
    connect(periods_, &PeriodTable::changed, this, &ProfileEditor::changed);
    return part;
}

QJsonObject ProfileEditor::beginning()
{
    const QString midnight = QDate::currentDate().startOfDay().toUTC().toString(Qt::ISODate);
    return {{u"stackLevel"_s, 0},
            {u"chargingProfilePurpose"_s, u"TxDefaultProfile"_s},
            {u"chargingProfileKind"_s, u"Recurring"_s},
            {u"recurrencyKind"_s, u"Daily"_s},
            {QString(scheduleMember),
             QJsonObject{{u"startSchedule"_s, midnight},
                         {u"chargingRateUnit"_s, u"A"_s},
                         {QString(periodsMember), QJsonArray{QJsonObject{{u"startPeriod"_s, 0}, {u"limit"_s, 16}}}}}}};
}

void ProfileEditor::setProfile(const QJsonObject &profile)
{
    begun_ = profile;
    const QJsonObject schedule = profile[scheduleMember].toObject();
    for (const Part part : {General, Schedule, MoreGeneral, MoreSchedule}) {
        for (const ocpp::Field &field : fieldsOf(part)) // also what is not there
            lists_[part]->editor(field.name)->setValue((isOfSchedule(part) ? schedule : profile).value(field.name));
    }
    periods_->setPeriods(schedule[periodsMember].toArray());
    follow();
}

FieldEditor *ProfileEditor::editor(QLatin1StringView name) const
{
    for (const FieldList *list : lists_) {
        if (FieldEditor *found = list->editor(name))
            return found;
    }
    return nullptr;
}

/// Fields that mean something only for some kinds.
void ProfileEditor::follow()
{
    const QString kind = editor("chargingProfileKind"_L1)->value().toString();
    formOf(*lists_[General]).setRowVisible(editor("recurrencyKind"_L1), kind == "Recurring"_L1);
    formOf(*lists_[Schedule]).setRowVisible(editor("startSchedule"_L1), kind != "Relative"_L1);
    periods_->setUnit(editor("chargingRateUnit"_L1)->value().toString());
}

QJsonObject ProfileEditor::profile() const
{
    QJsonObject profile;
    QJsonObject schedule;
    for (const Part part : {General, Schedule, MoreGeneral, MoreSchedule}) {
        const QJsonObject entered = lists_[part]->value();
        QJsonObject &into = isOfSchedule(part) ? schedule : profile;
        for (auto member = entered.begin(); member != entered.end(); ++member)
            into.insert(member.key(), member.value());
    }
    const QString kind = profile["chargingProfileKind"_L1].toString();
    if (kind != "Recurring"_L1)
        profile.remove("recurrencyKind"_L1);
    if (kind == "Relative"_L1)
        schedule.remove("startSchedule"_L1);
    schedule.insert(periodsMember, periods_->periods());
    profile.insert(scheduleMember, schedule);
    if (begun_.contains("chargingProfileId"_L1)) // entered by a program
        profile.insert("chargingProfileId"_L1, begun_["chargingProfileId"_L1]);
    return profile;
}

QList<charging::Problem> ProfileEditor::complain(const QList<charging::Problem> &problems)
{
    for (FieldList *list : lists_)
        list->complain({}, {});
    periods_->complain(-1, {}, {});
    QList<charging::Problem> rest;
    for (const charging::Problem &problem : problems) {
        const QStringList path = problem.path.mid(u"/profile/"_s.size()).split(u'/');
        const bool isField = path.size() == (path.first() == scheduleMember ? 2 : 1);
        FieldEditor *at = isField ? editor(QLatin1StringView(path.last().toLatin1())) : nullptr;
        if (problem.severity != charging::Severity::Error)
            rest.append(problem);
        else if (at)
            at->complain({}, problemText(problem));
        else if (path.value(1) == periodsMember)
            periods_->complain(path.size() > 2 ? path.at(2).toInt() : -1, path.value(3), problemText(problem));
        else
            rest.append(problem);
    }
    return rest;
}

} // namespace ui
