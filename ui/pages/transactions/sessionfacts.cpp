// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transactions/sessionfacts.h"

#include "store/clock.h"
#include "ui/commands/sessionclosing.h"
#include "ui/models/sessionenergy.h"
#include "ui/pages/transactions/sessionwords.h"
#include "ui/text/format.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/symbol.h"

#include <QVBoxLayout>

#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::Transaction;

/// A station that was offline delivers later: from then on the time of receipt is worth telling.
constexpr auto lateFrom = 2min;

QString meter(const std::optional<qint64> &wh)
{
    return wh ? format::energy(double(*wh)) : QString();
}

std::optional<ocpp::Timestamp> ifLate(ocpp::Timestamp said, const std::optional<ocpp::Timestamp> &received)
{
    return received && *received - said > lateFrom ? received : std::nullopt;
}

QString wholeDuration(const SessionRow &row)
{
    return durationText(row.transaction);
}

QString placeText(const SessionRow &row)
{
    return SessionFacts::tr("%1, connector %2")
        .arg(row.transaction.station, QString::number(row.transaction.connector));
}

QString stoppedByText(const SessionRow &row)
{
    const bool same = row.transaction.stopIdTag.compare(row.transaction.idTag, Qt::CaseInsensitive) == 0;
    return same ? QString() : row.transaction.stopIdTag;
}

QString notKnown()
{
    return SessionFacts::tr("not known");
}

struct Fact {
    const char *title; ///< in context ui::SessionFacts
    QString (*text)(const SessionRow &); ///< empty: the fact is left out
    std::optional<ocpp::Timestamp> (*time)(const SessionRow &) = nullptr; ///< in place of a text
};

constexpr std::array facts{
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Energy"),
         [](const SessionRow &r) {
             const auto energyWh = knownEnergy(r.transaction);
             return energyWh ? format::energy(*energyWh) : notKnown();
         }},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Comes from"),
         [](const SessionRow &r) { return energyStory(r.transaction); }},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Started"), nullptr,
         [](const SessionRow &r) { return std::optional(r.transaction.startedAt); }},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Start received"), nullptr,
         [](const SessionRow &r) { return ifLate(r.transaction.startedAt, r.transaction.startReceived); }},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Ended"), nullptr,
         [](const SessionRow &r) { return r.transaction.stoppedAt; }},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "End received"), nullptr,
         [](const SessionRow &r) {
             const auto &stopped = r.transaction.stoppedAt;
             return stopped ? ifLate(*stopped, r.transaction.stopReceived) : std::nullopt;
         }},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Duration"), wholeDuration},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "How it ended"),
         [](const SessionRow &r) { return endStory(r.transaction); }},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Why it was closed"),
         [](const SessionRow &r) { return r.transaction.stoppedAt ? QString() : closeReasonWords(r.transaction); }},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Person"), [](const SessionRow &r) { return r.name; }},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Tag"), [](const SessionRow &r) { return r.transaction.idTag; }},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Group"), [](const SessionRow &r) { return r.transaction.parentIdTag; }},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Tag at the start"),
         [](const SessionRow &r) { return tagStatusWord(r.transaction.status); }},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Ended by tag"), stoppedByText},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Station"), placeText},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Meter at the start"),
         [](const SessionRow &r) { return meter(r.transaction.meterStartWh); }},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Meter at the end"),
         [](const SessionRow &r) { return meter(r.transaction.meterStopWh); }},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Reservation"),
         [](const SessionRow &r) {
             return r.transaction.reservationId ? QString::number(*r.transaction.reservationId) : QString();
         }},
    Fact{QT_TRANSLATE_NOOP("ui::SessionFacts", "Number"), [](const SessionRow &r) { return QString::number(r.key()); }},
};

QStringList titles()
{
    QStringList texts;
    for (const Fact &fact : facts)
        texts.append(SessionFacts::tr(fact.title));
    return texts;
}

} // namespace

SessionFacts::SessionFacts(QWidget *parent)
    : QWidget(parent), notes_(new QWidget(this)), facts_(new FactList(titles(), this))
{
    auto *notesLayout = new QVBoxLayout(notes_);
    notesLayout->setContentsMargins(0, 0, 0, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(notes_);
    layout->addWidget(facts_, 1);
}

void SessionFacts::present(const SessionRow &row)
{
    presentNotes(row);
    QStringList texts;
    QStringList tooltips;
    for (const Fact &fact : facts) {
        const auto time = fact.time ? fact.time(row) : std::nullopt;
        texts.append(time ? format::dateTime(*time) : fact.text ? fact.text(row) : QString());
        tooltips.append(time ? format::utc(*time) : QString());
    }
    facts_->present(texts, tooltips);
}

void SessionFacts::presentNotes(const SessionRow &row)
{
    const QList<SessionNote> notes = sessionNotes(row.transaction);
    QStringList words;
    for (const SessionNote &note : notes)
        words.append(note.explanation);
    if (words.join(u'\n') == shownNotes_)
        return;
    shownNotes_ = words.join(u'\n');
    qDeleteAll(notes_->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    for (const SessionNote &note : notes) {
        auto *line = new QWidget(notes_);
        auto *symbol = new Symbol(18, line);
        symbol->present(u"warning"_s, Role::Caution);
        auto *text = new Label(note.explanation, TextSize::Body, Role::Text, line);
        text->wrapping().selectable();
        text->setToolTip(note.term);
        auto *lineLayout = new QHBoxLayout(line);
        lineLayout->setContentsMargins(0, 0, 0, 0);
        lineLayout->addWidget(symbol, 0, Qt::AlignTop);
        lineLayout->addWidget(text, 1);
        notes_->layout()->addWidget(line);
    }
    notes_->setHidden(notes.isEmpty());
}

} // namespace ui
