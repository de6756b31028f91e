// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/many/commandbatch.h"

#include "store/changefeed.h"
#include "store/clock.h"
#include "store/commandrequest.h"
#include "store/reader.h"
#include "store/writer.h"
#include "ui/commands/tagchoice.h"
#include "ui/models/answerto.h"
#include "ui/text/storedtext.h"
#include "ui/text/storewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::BatchRow)
};

QString stationText(const BatchRow &row)
{
    return row.station;
}

QString storyText(const BatchRow &row)
{
    return row.story().text;
}

QString storyTooltip(const BatchRow &row)
{
    return row.story().explanation;
}

MarkedTexts storyMarks(const BatchRow &row)
{
    const CommandStory story = row.story();
    return {{story.mark, story.text}};
}

/// Failures first, then what is under way.
QVariant storySortKey(const BatchRow &row)
{
    return row.hasFailed() ? 0 : row.isUnderWay() ? 1 : 2;
}

QString reasonText(const BatchRow &row)
{
    return row.isQueued() ? storedText(row.command.error) : row.refusal;
}

Role mutedInk(const BatchRow &)
{
    return Role::Muted;
}

constexpr std::array table{
    Column<BatchRow>{.title = QT_TRANSLATE_NOOP("ui::BatchRow", "Station"), .text = stationText, .width = 160,
                     .narrowWidth = 112, .strong = true},
    Column<BatchRow>{.title = QT_TRANSLATE_NOOP("ui::BatchRow", "Progress"), .text = storyText, .width = 0,
                     .tooltip = storyTooltip, .sortKey = storySortKey, .marks = storyMarks},
    Column<BatchRow>{.title = QT_TRANSLATE_NOOP("ui::BatchRow", "Reason"), .text = reasonText, .width = 260,
                     .narrowWidth = 0, .tooltip = reasonText, .ink = mutedInk},
};

} // namespace

CommandStory BatchRow::story() const
{
    if (isQueued())
        return commandStory(command, stationOnline);
    if (refusal.isEmpty())
        return {.mark = {Shape::Clock, Role::Accent}, .text = Words::tr("Being queued"), .explanation = {}, .underWay = true};
    return {.mark = {Shape::Cross, Role::Fault}, .text = Words::tr("Not queued"), .explanation = refusal};
}

bool BatchRow::isUnderWay() const
{
    return story().underWay;
}

bool BatchRow::hasFailed() const
{
    const CommandStory now = story();
    return !now.underWay && now.mark.role != Role::Good;
}

bool BatchRow::isUnsent() const
{
    return isUnderWay() && (!isQueued() || isCancellable());
}

bool BatchRow::isCancellable() const
{
    return isQueued() && command.state == store::CommandState::Queued;
}

std::span<const Column<BatchRow>> batchColumns()
{
    return table;
}

CommandBatch::CommandBatch(const Backend &backend, const std::function<bool(const QString &)> &isOnline,
                           QObject *parent)
    : QObject(parent), backend_(backend), isOnline_(isOnline), model_(batchColumns(), batchColumnsContext, this),
      gate_(*backend.feed, store::Table::Commands | store::Table::Stations, this)
{
    connect(&gate_, &ChangeGate::due, this, &CommandBatch::read);
}

void CommandBatch::start(const CommandSpec &spec, const QJsonObject &payload, const QStringList &stations)
{
    ++generation_;
    trouble_.clear();
    spec_ = &spec;
    payload_ = payload;
    model_.clear();
    queue(stations);
    gate_.setOpen(true);
}

void CommandBatch::retryFailed()
{
    QStringList failed;
    for (const BatchRow &row : model_.rows()) {
        if (row.hasFailed())
            failed.append(row.station);
    }
    queue(failed);
}

void CommandBatch::retry(const QString &station)
{
    const int place = model_.find(station);
    if (place >= 0 && model_.at(place).hasFailed())
        queue({station});
}

void CommandBatch::queue(const QStringList &stations)
{
    QList<BatchRow> rows;
    for (const QString &station : stations)
        rows.append({station, isOnline_(station)});
    model_.upsert(rows);
    emit updated();
    backend_.writer->submit(
        [rows, action = QString(spec_->action), payload = payload_](store::Database &db) {
            QList<BatchRow> result = rows;
            for (BatchRow &row : result) {
                const auto queued = enqueueByName(db, {.station = row.station,
                                                        .action = action,
                                                        .payload = payload,
                                                        .origin = u"window"_s,
                                                        .expiresIn = {}});
                if (queued)
                    row.command = *queued;
                else
                    row.refusal = queued.error().words;
            }
            return result;
        })
        | answerTo(this, [this, rows, generation = generation_](const store::Outcome<QList<BatchRow>> &queued) {
              if (generation != generation_)
                  return;
              if (queued)
                  return adopt(*queued);
              QList<BatchRow> refused = rows;
              for (BatchRow &row : refused)
                  row.refusal = storeWords(queued.error()).sentence();
              adopt(refused);
          });
}

void CommandBatch::adopt(const QList<BatchRow> &rows)
{
    model_.upsert(rows);
    emit updated();
    gate_.requestAll(); // what happened between the commit and now
}

void CommandBatch::cancelQueued()
{
    QList<qint64> queued;
    for (const BatchRow &row : model_.rows()) {
        if (row.isCancellable())
            queued.append(row.command.id);
    }
    tell({});
    backend_.writer->submit([queued](store::Database &db) {
        for (const qint64 id : queued)
            store::Commands(db).cancel(id, store::now());
    }) | answerTo(this, [this, generation = generation_](const store::Outcome<void> &outcome) {
        if (generation == generation_ && !outcome) // what was sent meanwhile shows by itself
            tell(storeWords(outcome.error()).sentence());
    });
}

void CommandBatch::tell(const QString &trouble)
{
    if (trouble == trouble_)
        return;
    trouble_ = trouble;
    emit updated();
}

void CommandBatch::read()
{
    QList<qint64> moving; // a late answer may still change what looks settled
    for (const BatchRow &row : model_.rows()) {
        if (row.isQueued() && (row.isUnderWay() || row.hasFailed()))
            moving.append(row.command.id);
    }
    if (moving.isEmpty()) {
        gate_.finished();
        return;
    }
    backend_.reader->read([moving](store::Database &db) { return store::Commands(db).find(moving); })
        | answerTo(this, [this](const store::Outcome<QList<store::Command>> &commands) {
              gate_.finished();
              if (!commands)
                  return; // the page shows what is wrong with the database
              QList<BatchRow> rows;
              for (const store::Command &command : *commands) {
                  const int place = model_.find(command.station);
                  if (place >= 0 && model_.at(place).command.id == command.id)
                      rows.append({command.station, isOnline_(command.station), command});
              }
              model_.upsert(rows);
              emit updated();
          });
}

CommandBatch::Counts CommandBatch::counts() const
{
    Counts counts;
    for (const BatchRow &row : model_.rows()) {
        ++counts.all;
        counts.unsettled += row.isUnderWay() ? 1 : 0;
        counts.queued += row.isUnsent() ? 1 : 0;
        counts.failed += row.hasFailed() ? 1 : 0;
        counts.cancellable += row.isCancellable() ? 1 : 0;
    }
    return counts;
}

} // namespace ui
