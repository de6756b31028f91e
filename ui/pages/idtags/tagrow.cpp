// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/idtags/tagrow.h"

#include "store/clock.h"
#include "ui/pages/idtags/tagrules.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <array>
#include <limits>
#include <tuple>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::TagRow)
};

qint64 order(const std::optional<ocpp::Timestamp> &time, qint64 absent)
{
    return time ? time->time_since_epoch().count() : absent;
}

std::optional<ocpp::Timestamp> lastUsed(const TagRow &row)
{
    return row.use ? std::optional(row.use->lastStarted) : std::nullopt;
}

QString stateText(const TagRow &row)
{
    return tagState(row.tag, store::now()).word;
}

QString stateTooltip(const TagRow &row)
{
    return Words::tr("OCPP: %1").arg(tagState(row.tag, store::now()).term);
}

MarkedTexts stateMarks(const TagRow &row)
{
    const StateWord state = tagState(row.tag, store::now());
    return {{state.mark, state.word}};
}

QString tagText(const TagRow &row)
{
    return row.tag.tag;
}

QString nameText(const TagRow &row)
{
    return row.tag.name;
}

QString groupText(const TagRow &row)
{
    return row.tag.parentIdTag;
}

QString groupTooltip(const TagRow &row)
{
    return row.tag.parentIdTag.isEmpty() ? QString()
                                         : Words::tr("parentIdTag: tags of one group may stop each other's sessions");
}

QString expiryText(const TagRow &row)
{
    return row.tag.expiryDate ? format::moment(*row.tag.expiryDate, store::now()) : Words::tr("no end");
}

QString expiryTooltip(const TagRow &row)
{
    return row.tag.expiryDate ? format::utc(*row.tag.expiryDate) : QString();
}

QVariant expirySortKey(const TagRow &row)
{
    return order(row.tag.expiryDate, std::numeric_limits<qint64>::max());
}

Role expiryInk(const TagRow &row)
{
    return row.tag.expiryDate ? Role::Text : Role::Muted;
}

QString limitText(const TagRow &row)
{
    return row.tag.maxConcurrent ? QLocale().toString(*row.tag.maxConcurrent) : QString();
}

QString limitTooltip(const TagRow &row)
{
    return row.tag.maxConcurrent ? Words::tr("It may charge so many cars at the same time") : Words::tr("No limit");
}

QVariant limitSortKey(const TagRow &row)
{
    return row.tag.maxConcurrent.value_or(std::numeric_limits<int>::max());
}

QString usedText(const TagRow &row)
{
    return row.use ? format::ago(row.use->lastStarted, store::now()) : Words::tr("never");
}

QString usedTooltip(const TagRow &row)
{
    return row.use ? format::dateTime(row.use->lastStarted) + u'\n' + format::utc(row.use->lastStarted) : QString();
}

QVariant usedSortKey(const TagRow &row)
{
    return order(lastUsed(row), 0);
}

Role mutedInk(const TagRow &)
{
    return Role::Muted;
}

QString nowText(const TagRow &row)
{
    return row.use && row.use->openTransaction > 0 ? Words::tr("at %1").arg(row.use->station) : QString();
}

MarkedTexts nowMarks(const TagRow &row)
{
    const QString text = nowText(row);
    return text.isEmpty() ? MarkedTexts() : MarkedTexts{{{Shape::Bolt, Role::Accent}, text}};
}

QString nowTooltip(const TagRow &row)
{
    if (!row.use || row.use->openTransaction == 0)
        return {};
    return Words::tr("Charges at %1, connector %2: session %3")
        .arg(row.use->station)
        .arg(row.use->connector)
        .arg(row.use->openTransaction);
}

constexpr int tagPlace = 1;

constexpr std::array table{
    Column<TagRow>{.title = QT_TRANSLATE_NOOP("ui::TagRow", "State"),
                   .text = stateText,
                   .width = 112,
                   .narrowWidth = 40,
                   .tooltip = stateTooltip,
                   .marks = stateMarks},
    Column<TagRow>{.title = QT_TRANSLATE_NOOP("ui::TagRow", "Tag"),
                   .text = tagText,
                   .width = 150,
                   .narrowWidth = 160,
                   .tooltip = tagText,
                   .strong = true},
    Column<TagRow>{.title = QT_TRANSLATE_NOOP("ui::TagRow", "Name"), .text = nameText, .width = 0, .tooltip = nameText},
    Column<TagRow>{.title = QT_TRANSLATE_NOOP("ui::TagRow", "Group"),
                   .text = groupText,
                   .width = 76,
                   .narrowWidth = 0,
                   .tooltip = groupTooltip,
                   .ink = mutedInk},
    Column<TagRow>{.title = QT_TRANSLATE_NOOP("ui::TagRow", "Valid until"),
                   .text = expiryText,
                   .width = 146,
                   .narrowWidth = 0,
                   .tooltip = expiryTooltip,
                   .sortKey = expirySortKey,
                   .ink = expiryInk},
    Column<TagRow>{.title = QT_TRANSLATE_NOOP("ui::TagRow", "At once"),
                   .text = limitText,
                   .width = 80,
                   .narrowWidth = 0,
                   .alignment = Qt::AlignRight,
                   .tooltip = limitTooltip,
                   .sortKey = limitSortKey},
    Column<TagRow>{.title = QT_TRANSLATE_NOOP("ui::TagRow", "Last used"),
                   .text = usedText,
                   .width = 152,
                   .narrowWidth = 0,
                   .tooltip = usedTooltip,
                   .sortKey = usedSortKey,
                   .ink = mutedInk,
                   .ageing = true},
    Column<TagRow>{.title = QT_TRANSLATE_NOOP("ui::TagRow", "Charges now"),
                   .text = nowText,
                   .width = 96,
                   .narrowWidth = 96,
                   .tooltip = nowTooltip,
                   .marks = nowMarks},
};
static_assert(table[tagPlace].text == tagText);

} // namespace

bool operator==(const TagRow &one, const TagRow &other)
{
    const auto use = [](const TagRow &row) {
        return std::tuple(row.use ? row.use->station : QString(), row.use ? row.use->connector : 0, lastUsed(row),
                          row.use ? row.use->openTransaction : 0);
    };
    return sameTag(one.tag, other.tag) && use(one) == use(other);
}

std::span<const Column<TagRow>> tagColumns()
{
    return table;
}

int tagColumn()
{
    return tagPlace;
}

QList<TagRow> readTags(store::Database &db)
{
    QHash<QString, store::TagUse> uses;
    for (const store::TagUse &use : store::IdTags(db).uses())
        uses.insert(use.tagKey, use);
    QList<TagRow> rows;
    for (const store::IdTag &tag : store::IdTags(db).list()) {
        const auto use = uses.constFind(tag.tagKey);
        rows.append({tag, use == uses.cend() ? std::nullopt : std::optional(*use)});
    }
    return rows;
}

} // namespace ui
