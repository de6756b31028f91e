// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/messages/messagerow.h"

#include "ui/text/format.h"
#include "ui/text/storedtext.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::MessageRow)
};

bool isCall(const MessageRow &row)
{
    return row.frame.type == 2;
}

bool isTrouble(const MessageRow &row)
{
    return row.frame.type == 4 || row.frame.type == 0;
}

bool isToday(ocpp::Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()).date() == QDate::currentDate();
}

QString timeText(const MessageRow &row)
{
    return isToday(row.frame.time) ? format::exactClock(row.frame.time) : format::dateTime(row.frame.time);
}

QString timeTooltip(const MessageRow &row)
{
    return format::dateTime(row.frame.time) + u'\n' + format::utc(row.frame.time);
}

QString stationText(const MessageRow &row)
{
    return row.frame.station;
}

QString directionText(const MessageRow &row)
{
    return frameKind(row.frame);
}

QString directionTooltip(const MessageRow &row)
{
    return row.frame.incoming ? Words::tr("From the station. Message id %1").arg(row.frame.messageId)
                              : Words::tr("To the station. Message id %1").arg(row.frame.messageId);
}

QString directionSymbol(const MessageRow &row)
{
    return row.frame.incoming ? u"incoming"_s : u"outgoing"_s;
}

Role kindInk(const MessageRow &row)
{
    return isTrouble(row) ? Role::Fault : isCall(row) ? Role::Text : Role::Muted;
}

QString actionText(const MessageRow &row)
{
    return row.frame.action;
}

Role actionInk(const MessageRow &row)
{
    return isCall(row) ? Role::Text : Role::Muted;
}

QString summaryText(const MessageRow &row)
{
    return row.summary;
}

Role summaryInk(const MessageRow &row)
{
    return isTrouble(row) ? Role::Fault : Role::Muted;
}

QString findingText(const MessageRow &row)
{
    return row.hasFinding() ? Words::tr("Finding") : QString();
}

MarkedTexts findingMarks(const MessageRow &row)
{
    if (!row.hasFinding())
        return {};
    return {{{Shape::Triangle, Role::Caution}, {}}};
}

QString findingTooltip(const MessageRow &row)
{
    return findingLines(row.frame.finding);
}

Role mutedInk(const MessageRow &)
{
    return Role::Muted;
}

constexpr std::array table{
    Column<MessageRow>{.title = "", .text = findingText, .width = 40, .tooltip = findingTooltip,
                       .marks = findingMarks},
    Column<MessageRow>{.title = QT_TRANSLATE_NOOP("ui::MessageRow", "Time"), .text = timeText, .width = 148,
                       .narrowWidth = 140,
                       .tooltip = timeTooltip, .ink = mutedInk},
    Column<MessageRow>{.title = QT_TRANSLATE_NOOP("ui::MessageRow", "Station"), .text = stationText, .width = 120,
                       .narrowWidth = 84},
    Column<MessageRow>{.title = QT_TRANSLATE_NOOP("ui::MessageRow", "Direction"), .text = directionText, .width = 116,
                       .narrowWidth = 40, .tooltip = directionTooltip, .ink = kindInk, .symbol = directionSymbol},
    Column<MessageRow>{.title = QT_TRANSLATE_NOOP("ui::MessageRow", "Message"), .text = actionText, .width = 190,
                       .narrowWidth = 150, .tooltip = actionText, .ink = actionInk},
    Column<MessageRow>{.title = QT_TRANSLATE_NOOP("ui::MessageRow", "What it says"), .text = summaryText, .width = 0,
                       .tooltip = summaryText, .ink = summaryInk},
};

} // namespace

std::span<const Column<MessageRow>> messageColumns()
{
    return table;
}

int messageStationColumn()
{
    return int(std::ranges::find(table, &stationText, &Column<MessageRow>::text) - table.begin());
}

QString frameKind(const store::FrameRow &frame)
{
    switch (frame.type) {
    case 2: return Words::tr("Request");
    case 3: return Words::tr("Answer");
    case 4: return Words::tr("Error");
    default: return Words::tr("Unreadable");
    }
}

} // namespace ui
