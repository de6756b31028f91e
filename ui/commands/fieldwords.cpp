// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/fieldwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct FieldWords {
    Q_DECLARE_TR_FUNCTIONS(ui::FieldWords)
};

struct Word {
    QLatin1StringView wire;
    const char *text;
};

constexpr std::array fieldNames{
    Word{"connectorId"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Connector")},
    Word{"idTag"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Id tag")},
    Word{"transactionId"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Session")},
    Word{"type"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Kind")},
    Word{"key"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Key")},
    Word{"value"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Value")},
    Word{"requestedMessage"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Message")},
    Word{"vendorId"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Vendor")},
    Word{"messageId"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Message")},
    Word{"data"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Data")},
    Word{"chargingProfile"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Charging profile")},
    Word{"chargingProfileId"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Profile number")},
    Word{"stackLevel"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Stack level")},
    Word{"chargingProfilePurpose"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Purpose")},
    Word{"chargingProfileKind"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Kind")},
    Word{"recurrencyKind"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Repeats")},
    Word{"validFrom"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Valid from")},
    Word{"validTo"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Valid until")},
    Word{"chargingSchedule"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Schedule")},
    Word{"duration"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Duration")},
    Word{"startSchedule"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Starts")},
    Word{"chargingRateUnit"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Unit")},
    Word{"chargingSchedulePeriod"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Periods")},
    Word{"minChargingRate"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Lowest useful rate")},
    Word{"startPeriod"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "From")},
    Word{"limit"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Limit")},
    Word{"numberPhases"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Phases")},
};

constexpr std::array valueNames{
    Word{"Inoperative"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Out of service")},
    Word{"Operative"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "In service")},
    Word{"Hard"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Hard, at once")},
    Word{"Soft"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Soft, in order")},
    Word{"ChargePointMaxProfile"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "The whole station")},
    Word{"TxDefaultProfile"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Every session")},
    Word{"TxProfile"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "One session")},
    Word{"Absolute"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Once, at fixed times")},
    Word{"Recurring"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Again and again")},
    Word{"Relative"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "From the start of charging")},
    Word{"Daily"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Every day")},
    Word{"Weekly"_L1, QT_TRANSLATE_NOOP("ui::FieldWords", "Every week")},
};

/// "retryInterval" -> "Retry interval".
QString spelledOut(QLatin1StringView name)
{
    QString words;
    for (const QChar c : QString(name)) {
        if (c.isUpper() && !words.isEmpty())
            words += u' ';
        words += words.isEmpty() ? c.toUpper() : c.toLower();
    }
    return words;
}

QString number(double value)
{
    return QLocale().toString(value, 'g', QLocale::FloatingPointShortest);
}

QString rangeText(const ocpp::Field &field)
{
    const bool low = std::isfinite(field.minimum);
    const bool high = std::isfinite(field.maximum);
    if (low && high)
        return FieldWords::tr("%1 to %2 %3").arg(number(field.minimum), number(field.maximum), field.unit).trimmed();
    if (low)
        return FieldWords::tr("at least %1 %2").arg(number(field.minimum), field.unit).trimmed();
    if (high)
        return FieldWords::tr("at most %1 %2").arg(number(field.maximum), field.unit).trimmed();
    return field.maxLength > 0 ? FieldWords::tr("at most %n character(s)", nullptr, field.maxLength) : QString();
}

} // namespace

QString fieldWord(QLatin1StringView name)
{
    const auto word = std::ranges::find(fieldNames, name, &Word::wire);
    return word == fieldNames.end() ? spelledOut(name) : FieldWords::tr(word->text);
}

QString valueWord(QLatin1StringView value)
{
    const auto word = std::ranges::find(valueNames, value, &Word::wire);
    return word == valueNames.end() ? QString(value) : FieldWords::tr(word->text);
}

QString helpText(const ocpp::Field &field)
{
    return field.help.isEmpty() ? QString() : QCoreApplication::translate("ocpp", field.help.data());
}

QString fieldTooltip(const ocpp::Field &field)
{
    QStringList lines{helpText(field), rangeText(field), FieldWords::tr("OCPP: %1, %2").arg(field.name, field.clause)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace ui
