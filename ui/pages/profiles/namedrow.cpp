// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/namedrow.h"

#include "store/clock.h"
#include "ui/commands/fieldwords.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct NamedRowWords {
    Q_DECLARE_TR_FUNCTIONS(ui::NamedRow)
};

QString nameText(const NamedRow &row)
{
    return row.named.name;
}

QString purposeText(const NamedRow &row)
{
    return valueWord(QLatin1StringView(row.profile["chargingProfilePurpose"_L1].toString().toLatin1()));
}

QString purposeTooltip(const NamedRow &row)
{
    return NamedRowWords::tr("OCPP: %1").arg(row.profile["chargingProfilePurpose"_L1].toString());
}

QString kind(const NamedRow &row)
{
    return kindText(row.profile);
}

QString limits(const NamedRow &row)
{
    return limitsText(row.profile);
}

QString limitsTooltip(const NamedRow &row)
{
    return periodsText(row.profile);
}

QString levelText(const NamedRow &row)
{
    return QLocale().toString(row.profile["stackLevel"_L1].toInt());
}

QString levelTooltip(const NamedRow &)
{
    return NamedRowWords::tr(
        "Of several profiles for the same, the one with the highest level counts. OCPP: stackLevel");
}

QVariant levelKey(const NamedRow &row)
{
    return row.profile["stackLevel"_L1].toInt();
}

QString placesText(const NamedRow &row)
{
    return row.places == 0 ? NamedRowWords::tr("not used") : NamedRowWords::tr("%n place(s)", nullptr, row.places);
}

Role placesInk(const NamedRow &row)
{
    return row.places == 0 ? Role::Muted : Role::Text;
}

QVariant placesKey(const NamedRow &row)
{
    return row.places;
}

QString changedText(const NamedRow &row)
{
    return format::ago(row.named.changed, store::now());
}

QString changedTooltip(const NamedRow &row)
{
    return format::utc(row.named.changed);
}

QVariant changedKey(const NamedRow &row)
{
    return qint64(row.named.changed.time_since_epoch().count());
}

Role mutedInk(const NamedRow &)
{
    return Role::Muted;
}

constexpr std::array namedTable{
    Column<NamedRow>{.title = QT_TRANSLATE_NOOP("ui::NamedRow", "Profile"),
                     .text = nameText,
                     .width = 0,
                     .tooltip = nameText,
                     .strong = true},
    Column<NamedRow>{.title = QT_TRANSLATE_NOOP("ui::NamedRow", "For"),
                     .text = purposeText,
                     .width = 150,
                     .narrowWidth = 0,
                     .tooltip = purposeTooltip},
    Column<NamedRow>{.title = QT_TRANSLATE_NOOP("ui::NamedRow", "When"),
                     .text = kind,
                     .width = 240,
                     .narrowWidth = 0,
                     .tooltip = kind},
    Column<NamedRow>{.title = QT_TRANSLATE_NOOP("ui::NamedRow", "Limits"),
                     .text = limits,
                     .width = 130,
                     .narrowWidth = 120,
                     .tooltip = limitsTooltip},
    Column<NamedRow>{.title = QT_TRANSLATE_NOOP("ui::NamedRow", "Level"),
                     .text = levelText,
                     .width = 76,
                     .narrowWidth = 0,
                     .alignment = Qt::AlignRight,
                     .tooltip = levelTooltip,
                     .sortKey = levelKey},
    Column<NamedRow>{.title = QT_TRANSLATE_NOOP("ui::NamedRow", "Used"),
                     .text = placesText,
                     .width = 110,
                     .narrowWidth = 100,
                     .sortKey = placesKey,
                     .ink = placesInk},
    Column<NamedRow>{.title = QT_TRANSLATE_NOOP("ui::NamedRow", "Changed"),
                     .text = changedText,
                     .width = 140,
                     .narrowWidth = 0,
                     .tooltip = changedTooltip,
                     .sortKey = changedKey,
                     .ink = mutedInk,
                     .ageing = true},
};

} // namespace

std::span<const Column<NamedRow>> namedColumns()
{
    return namedTable;
}

int namedColumn()
{
    return 0;
}

QList<NamedRow> readLibrary(store::Database &db)
{
    store::ChargingProfiles profiles(db);
    const QHash<QString, int> uses = profiles.uses();
    QList<NamedRow> rows;
    for (const store::NamedProfile &named : profiles.library())
        rows.append({named, QJsonDocument::fromJson(named.profile).object(), uses.value(named.nameKey)});
    return rows;
}

} // namespace ui
