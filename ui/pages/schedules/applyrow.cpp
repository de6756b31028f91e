// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/applyrow.h"

#include "store/clock.h"
#include "store/stations.h"
#include "ui/pages/profiles/placerow.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/text/storedtext.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::ApplyRow)
};

QString stationText(const ApplyRow &row)
{
    return row.wish.station;
}

QString placeText(const ApplyRow &row)
{
    return placeWord(row.wish.connector);
}

QString nameText(const ApplyRow &row)
{
    return row.name;
}

QString contentText(const ApplyRow &row)
{
    return u"%1. %2"_s.arg(kindText(row.wish.profile), periodsText(row.wish.profile));
}

QString contentTooltip(const ApplyRow &row)
{
    const QJsonObject request{{u"connectorId"_s, row.wish.connector}, {u"csChargingProfiles"_s, row.wish.profile}};
    return u"SetChargingProfile\n"_s + QString::fromUtf8(QJsonDocument(request).toJson());
}

MarkedTexts stateMarks(const ApplyRow &row)
{
    if (row.sent) {
        const StateWord state = profileState(row.sent->state, row.online);
        return {{state.mark, state.word}};
    }
    if (!row.refusal.isEmpty())
        return {{{Shape::Cross, Role::Fault}, Words::tr("Does not fit")}};
    if (!row.isChecked)
        return {{{Shape::Dot, Role::Inactive}, Words::tr("…", "being checked")}};
    if (!row.replaced.isEmpty())
        return {{{Shape::Triangle, Role::Caution}, Words::tr("Replaces one")}};
    return {{{Shape::Check, Role::Good}, Words::tr("Fits")}};
}

QString stateText(const ApplyRow &row)
{
    return stateMarks(row).first().text;
}

QString stateTooltip(const ApplyRow &row)
{
    if (row.sent) {
        QStringList texts{profileStateSentence(row.sent->state, row.online), storedText(row.sent->refusal)};
        texts.removeAll(QString());
        return texts.join(u'\n');
    }
    if (!row.refusal.isEmpty())
        return row.refusal;
    return row.replaced.isEmpty() ? QString()
                                  : Words::tr("It takes the place of %1: same purpose, same level.").arg(row.replaced);
}

constexpr std::array table{
    Column<ApplyRow>{.title = QT_TRANSLATE_NOOP("ui::ApplyRow", "State"),
                     .text = stateText,
                     .width = 118,
                     .tooltip = stateTooltip,
                     .marks = stateMarks},
    Column<ApplyRow>{
        .title = QT_TRANSLATE_NOOP("ui::ApplyRow", "Station"), .text = stationText, .width = 84, .strong = true},
    Column<ApplyRow>{.title = QT_TRANSLATE_NOOP("ui::ApplyRow", "At"), .text = placeText, .width = 104},
    Column<ApplyRow>{.title = QT_TRANSLATE_NOOP("ui::ApplyRow", "Profile"), .text = nameText, .width = 120},
    Column<ApplyRow>{.title = QT_TRANSLATE_NOOP("ui::ApplyRow", "What is sent"),
                     .text = contentText,
                     .width = 0,
                     .tooltip = contentTooltip},
};

/// What is desired there for the same purpose at the same level, by its name.
QString replacedAt(store::ChargingProfiles &profiles, const store::StationProfile &row)
{
    for (const store::StationProfile &other : profiles.list(row.station)) {
        const bool isSamePlace =
            other.connector == row.connector && other.purpose == row.purpose && other.stackLevel == row.stackLevel;
        if (!isSamePlace || !other.desired)
            continue;
        const auto named = profiles.named(other.nameKey);
        return named ? named->name : Words::tr("profile %1").arg(other.profileId);
    }
    return {};
}

} // namespace

QString ApplyRow::key() const
{
    return u"%1/%2/%3"_s.arg(wish.station).arg(wish.connector).arg(layer);
}

std::span<const Column<ApplyRow>> applyColumns()
{
    return table;
}

QList<ApplyRow> checkedRows(store::Database &db, QList<ApplyRow> rows)
{
    store::ChargingProfiles profiles(db);
    for (ApplyRow &row : rows) {
        const auto checked = profiles.check(row.wish, store::now());
        row.isChecked = true;
        row.refusal = checked ? QString() : refusalText(checked.error());
        row.replaced = checked ? replacedAt(profiles, checked->row) : QString();
    }
    return rows;
}

QList<ApplyRow> followedRows(store::Database &db, QList<ApplyRow> rows)
{
    store::ChargingProfiles profiles(db);
    for (ApplyRow &row : rows) {
        const auto station = store::Stations(db).find(row.wish.station);
        row.online = station && station->online;
        row.sent.reset();
        for (const store::StationProfile &place : profiles.list(row.wish.station)) {
            if (place.connector == row.wish.connector && place.desired
                && place.purpose == row.wish.profile["chargingProfilePurpose"_L1].toString()
                && place.stackLevel == row.wish.profile["stackLevel"_L1].toInt())
                row.sent = place;
        }
    }
    return rows;
}

} // namespace ui
