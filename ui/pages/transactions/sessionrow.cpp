// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transactions/sessionrow.h"

#include "store/clock.h"
#include "store/connectors.h"
#include "store/idtags.h"
#include "ui/models/sessionenergy.h"
#include "ui/pages/transactions/sessionwords.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct SessionRowWords {
    Q_DECLARE_TR_FUNCTIONS(ui::SessionRow)
};

QString stateText(const SessionRow &row)
{
    return sessionState(row.transaction, row.connectorStatus).word;
}

QString stateTooltip(const SessionRow &row)
{
    return sessionState(row.transaction, row.connectorStatus).term;
}

MarkedTexts stateMarks(const SessionRow &row)
{
    const StateWord state = sessionState(row.transaction, row.connectorStatus);
    return {{state.mark, state.word}};
}

QString stationText(const SessionRow &row)
{
    return row.transaction.station;
}

QString numberTooltip(const SessionRow &row)
{
    return SessionRowWords::tr("Session %1 (transactionId)").arg(row.transaction.id);
}

QString connectorText(const SessionRow &row)
{
    return QString::number(row.transaction.connector);
}

QString tagText(const SessionRow &row)
{
    return row.name.isEmpty() ? row.transaction.idTag : row.name;
}

/// Which of a person's cards it was.
QString tagTooltip(const SessionRow &row)
{
    return row.name.isEmpty() ? row.transaction.idTag : u"%1 · %2"_s.arg(row.name, row.transaction.idTag);
}

QString startText(const SessionRow &row)
{
    return format::moment(row.transaction.startedAt, store::now());
}

QString startTooltip(const SessionRow &row)
{
    return format::dateTime(row.transaction.startedAt) + u'\n' + format::utc(row.transaction.startedAt);
}

QString lengthText(const SessionRow &row)
{
    return durationText(row.transaction);
}

Role durationInk(const SessionRow &row)
{
    return sessionDuration(row.transaction, store::now()) ? Role::Text : Role::Muted;
}

QString energyText(const SessionRow &row)
{
    const auto energyWh = knownEnergy(row.transaction);
    return energyWh ? format::energy(*energyWh) : SessionRowWords::tr("not known");
}

QString energyTooltip(const SessionRow &row)
{
    return energyStory(row.transaction);
}

Role energyInk(const SessionRow &row)
{
    return row.transaction.isOpen() || !knownEnergy(row.transaction) ? Role::Muted : Role::Text;
}

QString notesText(const SessionRow &row)
{
    QStringList words;
    for (const SessionNote &note : sessionNotes(row.transaction))
        words.append(note.word);
    return words.join(u", "_s);
}

MarkedTexts notesMarks(const SessionRow &row)
{
    const QString words = notesText(row);
    return words.isEmpty() ? MarkedTexts() : MarkedTexts{{{Shape::Triangle, Role::Caution}, words}};
}

QString notesTooltip(const SessionRow &row)
{
    QStringList lines;
    for (const SessionNote &note : sessionNotes(row.transaction))
        lines.append(note.explanation);
    return lines.join(u'\n');
}

constexpr int startPlace = 4;
constexpr int durationPlace = 5;

constexpr std::array sessionColumnTable{
    Column<SessionRow>{.title = QT_TRANSLATE_NOOP("ui::SessionRow", "State"),
                       .text = stateText,
                       .width = 152,
                       .narrowWidth = 40,
                       .tooltip = stateTooltip,
                       .marks = stateMarks},
    Column<SessionRow>{.title = QT_TRANSLATE_NOOP("ui::SessionRow", "Station"),
                       .text = stationText,
                       .width = 84,
                       .narrowWidth = 76,
                       .tooltip = numberTooltip,
                       .strong = true},
    Column<SessionRow>{.title = QT_TRANSLATE_NOOP("ui::SessionRow", "Connector"),
                       .text = connectorText,
                       .width = 82,
                       .narrowWidth = 0},
    Column<SessionRow>{
        .title = QT_TRANSLATE_NOOP("ui::SessionRow", "Tag"), .text = tagText, .width = 0, .tooltip = tagTooltip},
    Column<SessionRow>{.title = QT_TRANSLATE_NOOP("ui::SessionRow", "Start"),
                       .text = startText,
                       .width = 156,
                       .narrowWidth = 156,
                       .tooltip = startTooltip},
    Column<SessionRow>{.title = QT_TRANSLATE_NOOP("ui::SessionRow", "Duration"),
                       .text = lengthText,
                       .width = 96,
                       .narrowWidth = 0,
                       .alignment = Qt::AlignRight,
                       .ink = durationInk},
    Column<SessionRow>{.title = QT_TRANSLATE_NOOP("ui::SessionRow", "Energy"),
                       .text = energyText,
                       .width = 104,
                       .narrowWidth = 104,
                       .alignment = Qt::AlignRight,
                       .tooltip = energyTooltip,
                       .ink = energyInk},
    Column<SessionRow>{.title = QT_TRANSLATE_NOOP("ui::SessionRow", "Notes"),
                       .text = notesText,
                       .width = 172,
                       .narrowWidth = 36,
                       .tooltip = notesTooltip,
                       .marks = notesMarks},
};
static_assert(sessionColumnTable[startPlace].text == startText && sessionColumnTable[durationPlace].text == lengthText);

} // namespace

std::span<const Column<SessionRow>> sessionColumns()
{
    return sessionColumnTable;
}

int startColumn()
{
    return startPlace;
}

int durationColumn()
{
    return durationPlace;
}

QList<SessionRow> named(store::Database &db, const QList<store::Transaction> &transactions)
{
    QHash<QString, QString> names; // few people make many sessions
    QList<SessionRow> rows;
    store::IdTags tags(db);
    store::Connectors connectors(db);
    for (const store::Transaction &transaction : transactions) {
        auto name = names.find(transaction.idTagKey);
        if (name == names.end()) {
            const auto tag = tags.find(transaction.idTag);
            name = names.insert(transaction.idTagKey, tag ? tag->name : QString());
        }
        const auto connector = transaction.isOpen() ? connectors.find(transaction.station, transaction.connector) : std::nullopt;
        rows.append({transaction, *name, connector ? connector->status : QString()});
    }
    return rows;
}

} // namespace ui
