// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/placerow.h"

#include "store/clock.h"
#include "store/connectors.h"
#include "store/stations.h"
#include "ui/commands/fieldwords.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/text/format.h"
#include "ui/text/storedtext.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <array>
#include <tuple>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using store::ProfileState;

struct PlaceRowWords {
    Q_DECLARE_TR_FUNCTIONS(ui::PlaceRow)
};

QString stateText(const PlaceRow &row)
{
    return row.isEmpty() ? PlaceRowWords::tr("No profile") : profileState(row.row.state, row.online).word;
}

MarkedTexts stateMarks(const PlaceRow &row)
{
    if (row.isEmpty())
        return {{{Shape::Bar, Role::Inactive, !row.online}, stateText(row)}};
    const StateWord state = profileState(row.row.state, row.online);
    return {{state.mark, state.word}};
}

QString stateTooltip(const PlaceRow &row)
{
    if (row.isEmpty())
        return PlaceRowWords::tr("Nothing is wanted here, and nothing is known to be installed.");
    QStringList lines{profileStateSentence(row.row.state, row.online), placeReason(row)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

/// What needs a person first, then what is under way.
QVariant stateKey(const PlaceRow &row)
{
    if (row.isEmpty())
        return 9;
    switch (row.row.state) {
    case ProfileState::Rejected:
        return 0;
    case ProfileState::NotSupported:
        return 1;
    case ProfileState::Unfit:
        return 2;
    case ProfileState::Pending:
        return 3;
    case ProfileState::Clearing:
        return 4;
    case ProfileState::Reported:
        return 5;
    case ProfileState::Installed:
        break;
    }
    return 6;
}

QString stationText(const PlaceRow &row)
{
    return row.row.station;
}

/// Its connectors in their order.
QVariant stationKey(const PlaceRow &row)
{
    return u"%1 %2"_s.arg(row.row.station).arg(row.row.connector);
}

QString connectorText(const PlaceRow &row)
{
    return placeWord(row.row.connector);
}

QVariant connectorKey(const PlaceRow &row)
{
    return row.row.connector;
}

QString nameText(const PlaceRow &row)
{
    return row.isEmpty() ? QString() : profileName(row);
}

QString purposeText(const PlaceRow &row)
{
    return valueWord(QLatin1StringView(row.row.purpose.toLatin1()));
}

QString purposeTooltip(const PlaceRow &row)
{
    return row.isEmpty() ? QString() : PlaceRowWords::tr("OCPP: %1").arg(row.row.purpose);
}

QString limits(const PlaceRow &row)
{
    return limitsText(row.profile);
}

QString limitsTooltip(const PlaceRow &row)
{
    return periodsText(row.profile);
}

QString levelText(const PlaceRow &row)
{
    return row.isEmpty() ? QString() : QLocale().toString(row.row.stackLevel);
}

QVariant levelKey(const PlaceRow &row)
{
    return row.row.stackLevel;
}

std::optional<ocpp::Timestamp> since(const PlaceRow &row)
{
    return row.row.state == ProfileState::Installed ? row.row.acceptedAt : row.row.desiredAt;
}

QString sinceText(const PlaceRow &row)
{
    return since(row) ? format::ago(*since(row), store::now()) : QString();
}

QString sinceTooltip(const PlaceRow &row)
{
    return since(row) ? format::utc(*since(row)) : QString();
}

QVariant sinceKey(const PlaceRow &row)
{
    return since(row) ? qint64(since(row)->time_since_epoch().count()) : 0;
}

Role mutedInk(const PlaceRow &)
{
    return Role::Muted;
}

constexpr std::array placeTable{
    Column<PlaceRow>{.title = QT_TRANSLATE_NOOP("ui::PlaceRow", "State"),
                     .text = stateText,
                     .width = 136,
                     .narrowWidth = 40,
                     .tooltip = stateTooltip,
                     .sortKey = stateKey,
                     .marks = stateMarks},
    Column<PlaceRow>{.title = QT_TRANSLATE_NOOP("ui::PlaceRow", "Station"),
                     .text = stationText,
                     .width = 112,
                     .narrowWidth = 108,
                     .tooltip = stationText,
                     .sortKey = stationKey,
                     .strong = true},
    Column<PlaceRow>{.title = QT_TRANSLATE_NOOP("ui::PlaceRow", "At"),
                     .text = connectorText,
                     .width = 112,
                     .narrowWidth = 106,
                     .sortKey = connectorKey},
    Column<PlaceRow>{
        .title = QT_TRANSLATE_NOOP("ui::PlaceRow", "Profile"), .text = nameText, .width = 0, .tooltip = nameText},
    Column<PlaceRow>{.title = QT_TRANSLATE_NOOP("ui::PlaceRow", "For"),
                     .text = purposeText,
                     .width = 156,
                     .narrowWidth = 0,
                     .tooltip = purposeTooltip,
                     .ink = mutedInk},
    Column<PlaceRow>{.title = QT_TRANSLATE_NOOP("ui::PlaceRow", "Limits"),
                     .text = limits,
                     .width = 110,
                     .narrowWidth = 100,
                     .tooltip = limitsTooltip},
    Column<PlaceRow>{.title = QT_TRANSLATE_NOOP("ui::PlaceRow", "Level"),
                     .text = levelText,
                     .width = 72,
                     .narrowWidth = 0,
                     .alignment = Qt::AlignRight,
                     .sortKey = levelKey},
    Column<PlaceRow>{.title = QT_TRANSLATE_NOOP("ui::PlaceRow", "Since"),
                     .text = sinceText,
                     .width = 152,
                     .narrowWidth = 0,
                     .tooltip = sinceTooltip,
                     .sortKey = sinceKey,
                     .ink = mutedInk,
                     .ageing = true},
};

PlaceRow placeRow(const store::StationProfile &row, const QHash<QString, QString> &names)
{
    PlaceRow place{row};
    place.name = names.value(row.nameKey, row.nameKey);
    place.profile = QJsonDocument::fromJson(row.desired.value_or(row.accepted.value_or(QByteArray()))).object();
    return place;
}

PlaceRow emptyPlace(const QString &station, int connector)
{
    store::StationProfile row;
    row.station = station;
    row.connector = connector;
    return PlaceRow{row};
}

} // namespace

QString PlaceRow::key() const
{
    return row.station + u'/' + QString::number(row.connector) + u'/' + row.purpose + u'/'
           + QString::number(row.stackLevel) + u'/' + QString::number(row.transactionId);
}

bool operator==(const PlaceRow &one, const PlaceRow &other)
{
    const auto said = [](const PlaceRow &place) {
        const store::StationProfile &row = place.row;
        return std::tie(row.station, row.connector, row.purpose, row.stackLevel, row.transactionId, row.profileId,
                        row.nameKey, row.desired, row.desiredAt, row.accepted, row.acceptedAt, row.state, row.refusal,
                        row.triedAt, place.name, place.online);
    };
    const auto isSameProblem = [](const charging::Problem &a, const charging::Problem &b) {
        return a.kind == b.kind && a.path == b.path && a.values == b.values;
    };
    return said(one) == said(other) && std::ranges::equal(one.problems, other.problems, isSameProblem);
}

std::span<const Column<PlaceRow>> placeColumns()
{
    return placeTable;
}

int placeStationColumn()
{
    return 1;
}

QString profileName(const PlaceRow &row)
{
    return row.name.isEmpty() ? PlaceRowWords::tr("Profile %1").arg(row.row.profileId) : row.name;
}

QString placeReason(const PlaceRow &row)
{
    QStringList texts;
    for (const charging::Problem &problem : row.problems) {
        if (problem.severity == charging::Severity::Error)
            texts.append(problemText(problem));
    }
    return texts.isEmpty() ? storedText(row.row.refusal) : texts.join(u' ');
}

QList<StationPlaces> readStationPlaces(store::Database &db)
{
    QHash<QString, int> highest;
    for (const store::Connector &connector : store::Connectors(db).list())
        highest[connector.station] = std::max(highest.value(connector.station), connector.connector);
    QList<StationPlaces> stations;
    for (const store::Station &station : store::Stations(db).list())
        stations.append({station.id, highest.value(station.id), station.online});
    return stations;
}

QList<PlaceRow> readPlaces(store::Database &db, const QList<StationPlaces> &stations)
{
    store::ChargingProfiles profiles(db);
    QHash<QString, QString> names;
    for (const store::NamedProfile &named : profiles.library())
        names.insert(named.nameKey, named.name);
    QHash<QString, QList<PlaceRow>> byStation;
    for (const store::StationProfile &row : profiles.all()) {
        PlaceRow place = placeRow(row, names);
        if (row.state == ProfileState::Unfit)
            place.problems = profiles.problems(row, store::now());
        byStation[row.station].append(place);
    }
    QList<PlaceRow> places;
    for (const StationPlaces &station : stations) {
        QList<PlaceRow> here = byStation.value(station.id);
        for (int connector = 0; connector <= station.connectors; ++connector) {
            if (std::ranges::none_of(here, [&](const PlaceRow &place) { return place.row.connector == connector; }))
                here.append(emptyPlace(station.id, connector));
        }
        for (PlaceRow &place : here)
            place.online = station.online;
        places += here;
    }
    return places;
}

} // namespace ui
