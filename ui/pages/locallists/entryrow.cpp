// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/locallists/entryrow.h"

#include "store/clock.h"
#include "store/stations.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <limits>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using Kind = store::LocalListChange::Kind;

struct EntryRowWords {
    Q_DECLARE_TR_FUNCTIONS(ui::EntryRow)
};

struct SendingWords {
    Q_DECLARE_TR_FUNCTIONS(ui::SendingRow)
};

struct StatusLook {
    QLatin1StringView status;
    Mark mark;
    const char *word;
};

// Marks as on the page Id tags: ui::tagState().
constexpr std::array statusLooks{
    StatusLook{"Accepted"_L1, {Shape::Check, Role::Good}, QT_TRANSLATE_NOOP("ui::EntryRow", "Accepted")},
    StatusLook{"Blocked"_L1, {Shape::Cross, Role::Fault}, QT_TRANSLATE_NOOP("ui::EntryRow", "Blocked")},
    StatusLook{"Expired"_L1, {Shape::Clock, Role::Caution}, QT_TRANSLATE_NOOP("ui::EntryRow", "Expired")},
    StatusLook{"Invalid"_L1, {Shape::Bar, Role::Fault}, QT_TRANSLATE_NOOP("ui::EntryRow", "Unknown")},
};

template<class Row> QString tagText(const Row &row)
{
    return row.entry.tag;
}

template<class Row> QString nameText(const Row &row)
{
    return row.name;
}

template<class Row> Role mutedInk(const Row &)
{
    return Role::Muted;
}

QString statusText(const EntryRow &row)
{
    return entryStatusWord(row.entry.status);
}

QString statusTooltip(const EntryRow &row)
{
    return EntryRowWords::tr("OCPP: %1").arg(row.entry.status);
}

MarkedTexts statusMarks(const EntryRow &row)
{
    const auto look = std::ranges::find(statusLooks, row.entry.status, &StatusLook::status);
    const Mark mark = look == statusLooks.end() ? Mark{} : look->mark;
    return {{mark, statusText(row)}};
}

QString expiryText(const EntryRow &row)
{
    return row.entry.expiryDate ? format::moment(*row.entry.expiryDate, store::now()) : EntryRowWords::tr("no end");
}

QString expiryTooltip(const EntryRow &row)
{
    return row.entry.expiryDate ? format::utc(*row.entry.expiryDate) : QString();
}

QVariant expirySortKey(const EntryRow &row)
{
    return row.entry.expiryDate ? qint64(row.entry.expiryDate->time_since_epoch().count())
                                : std::numeric_limits<qint64>::max();
}

QString groupText(const EntryRow &row)
{
    return row.entry.parentIdTag;
}

constexpr std::array entryTable{
    Column<EntryRow>{.title = QT_TRANSLATE_NOOP("ui::EntryRow", "State"),
                     .text = statusText,
                     .width = 120,
                     .narrowWidth = 124,
                     .tooltip = statusTooltip,
                     .marks = statusMarks},
    Column<EntryRow>{.title = QT_TRANSLATE_NOOP("ui::EntryRow", "Tag"),
                     .text = tagText<EntryRow>,
                     .width = 180,
                     .narrowWidth = 152,
                     .tooltip = tagText<EntryRow>,
                     .strong = true},
    Column<EntryRow>{.title = QT_TRANSLATE_NOOP("ui::EntryRow", "Name"),
                     .text = nameText<EntryRow>,
                     .width = 0,
                     .tooltip = nameText<EntryRow>},
    Column<EntryRow>{.title = QT_TRANSLATE_NOOP("ui::EntryRow", "Group"),
                     .text = groupText,
                     .width = 110,
                     .narrowWidth = 104,
                     .tooltip = groupText,
                     .ink = mutedInk<EntryRow>},
    Column<EntryRow>{.title = QT_TRANSLATE_NOOP("ui::EntryRow", "Valid until"),
                     .text = expiryText,
                     .width = 136,
                     .narrowWidth = 0,
                     .tooltip = expiryTooltip,
                     .sortKey = expirySortKey,
                     .ink = mutedInk<EntryRow>},
};

QString kindText(const SendingRow &row)
{
    if (!row.kind)
        return SendingWords::tr("as it is");
    switch (*row.kind) {
    case Kind::Add: return SendingWords::tr("added");
    case Kind::Update: return SendingWords::tr("changed");
    case Kind::Remove: break;
    }
    return SendingWords::tr("removed");
}

QString kindSymbol(const SendingRow &row)
{
    if (!row.kind)
        return u"check"_s;
    return *row.kind == Kind::Add ? u"plus"_s : *row.kind == Kind::Remove ? u"minus"_s : u"refresh"_s;
}

QString expiryInWords(const store::LocalListEntry &entry)
{
    return entry.expiryDate ? SendingWords::tr("until %1").arg(format::moment(*entry.expiryDate, store::now()))
                            : EntryRowWords::tr("no end");
}

QString groupInWords(const store::LocalListEntry &entry)
{
    return entry.parentIdTag.isEmpty() ? SendingWords::tr("no group")
                                       : SendingWords::tr("group %1").arg(entry.parentIdTag);
}

QString entryInWords(const store::LocalListEntry &entry)
{
    QStringList parts{entryStatusWord(entry.status)};
    if (entry.expiryDate)
        parts.append(expiryInWords(entry));
    if (!entry.parentIdTag.isEmpty())
        parts.append(groupInWords(entry));
    return parts.join(u", "_s);
}

/// "group A → group B": only what differs.
QString changeInWords(const store::LocalListEntry &before, const store::LocalListEntry &now)
{
    const auto step = [](const QString &from, const QString &to) { return u"%1 → %2"_s.arg(from, to); };
    QStringList parts;
    if (before.status != now.status)
        parts.append(step(entryStatusWord(before.status), entryStatusWord(now.status)));
    if (before.expiryDate != now.expiryDate)
        parts.append(step(expiryInWords(before), expiryInWords(now)));
    if (store::folded(before.parentIdTag) != store::folded(now.parentIdTag))
        parts.append(step(groupInWords(before), groupInWords(now)));
    return parts.join(u", "_s);
}

QString contentText(const SendingRow &row)
{
    if (row.kind == Kind::Remove)
        return {};
    return row.before && row.kind == Kind::Update ? changeInWords(*row.before, row.entry) : entryInWords(row.entry);
}

QString partText(const SendingRow &row)
{
    return row.parts > 1 ? SendingWords::tr("%1 of %2").arg(row.part).arg(row.parts) : QString();
}

QVariant partSortKey(const SendingRow &row)
{
    return row.part;
}

constexpr std::array sendingTable{
    Column<SendingRow>{.title = QT_TRANSLATE_NOOP("ui::SendingRow", "Change"), .text = kindText, .width = 120,
                       .narrowWidth = 112, .symbol = kindSymbol},
    Column<SendingRow>{.title = QT_TRANSLATE_NOOP("ui::SendingRow", "Tag"), .text = tagText<SendingRow>, .width = 180,
                       .narrowWidth = 152, .tooltip = nameText<SendingRow>, .strong = true},
    Column<SendingRow>{.title = QT_TRANSLATE_NOOP("ui::SendingRow", "What is sent"), .text = contentText, .width = 0,
                       .tooltip = contentText, .ink = mutedInk<SendingRow>},
    Column<SendingRow>{.title = QT_TRANSLATE_NOOP("ui::SendingRow", "Part"), .text = partText, .width = 80,
                       .narrowWidth = 72, .sortKey = partSortKey},
};

} // namespace

bool operator==(const EntryRow &one, const EntryRow &other)
{
    return one.entry.tag == other.entry.tag && one.name == other.name && saysTheSame(one.entry, other.entry);
}

QString entryStatusWord(const QString &status)
{
    const auto look = std::ranges::find(statusLooks, status, &StatusLook::status);
    return look == statusLooks.end() ? status : EntryRowWords::tr(look->word);
}

std::span<const Column<EntryRow>> entryColumns()
{
    return entryTable;
}

std::span<const Column<SendingRow>> sendingColumns()
{
    return sendingTable;
}

int sendingPartColumn()
{
    return int(std::ranges::find(sendingTable, &partText, &Column<SendingRow>::text) - sendingTable.begin());
}

QList<SendingRow> sendingOf(const store::LocalListPlan &plan, const QHash<QString, QString> &names)
{
    if (plan.drift() == 0)
        return {};
    QList<SendingRow> rows;
    for (const store::LocalListChange &change : plan.changes) {
        if (!plan.isFull || change.kind != Kind::Remove) // who is not in a whole list is gone
            rows.append({change.entry, change.kind, change.before});
    }
    if (plan.isFull) {
        QHash<QString, SendingRow> changed;
        for (const SendingRow &row : std::as_const(rows))
            changed.insert(row.key(), row);
        rows.clear();
        for (const store::LocalListEntry &entry : plan.desired)
            rows.append(changed.value(entry.tagKey, {entry}));
    }
    const int portion = plan.mostPerUpdate.value_or(std::max(1, int(rows.size())));
    for (qsizetype i = 0; i < rows.size(); ++i) {
        rows[i].part = int(i) / portion + 1;
        rows[i].parts = plan.updates();
        rows[i].name = names.value(rows.at(i).key());
    }
    return rows;
}

} // namespace ui
