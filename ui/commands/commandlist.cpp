// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandlist.h"

#include "store/clock.h"
#include "store/commandrequest.h"
#include "store/writer.h"
#include "ui/commands/commandrow.h"
#include "ui/commands/commandspecs.h"
#include "ui/commands/tagchoice.h"
#include "ui/models/answerto.h"
#include "ui/text/stepwords.h"
#include "ui/text/storewords.h"
#include "ui/widgets/draftshelf.h"
#include "ui/widgets/label.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/stepstrip.h"

#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

using Queued = tl::expected<store::Command, Refusal>;

} // namespace

CommandList::CommandList(const Backend &backend, QWidget *parent) : QWidget(parent), backend_(backend)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 16);
    layout->setSpacing(0);
    const char *group = nullptr;
    for (const CommandSpec &spec : commandSpecs()) {
        if (group != spec.group) {
            auto *caption = new Label(spec.groupText(), TextSize::Caption, Role::Muted, this);
            caption->bold().setContentsMargins(8, group ? 12 : 4, 0, 4);
            layout->addWidget(caption);
            group = spec.group;
        }
        auto *row = new CommandRow(spec, this);
        rows_.append(row);
        layout->addWidget(row);
        connect(row, &CommandRow::sendRequested, this,
                [this, row](const QJsonObject &payload) { request(*row, payload); });
        connect(row, &CommandRow::cancelRequested, this, [this, row](qint64 command) { cancel(*row, command); });
        connect(row, &CommandRow::unfolded, this, [this, row] { emit revealRequested(row); });
    }
    layout->addStretch();
}

void CommandList::setStation(const QString &station)
{
    for (CommandRow *row : std::as_const(rows_)) {
        putAside(*row);
        row->reset();
    }
    station_ = station;
    for (StepStrip *step : std::as_const(steps_))
        step->setStation(station);
    for (CommandRow *row : std::as_const(rows_))
        resume(*row);
}

void CommandList::putAside(const CommandRow &row)
{
    if (!row.isEdited())
        return;
    const QString action = row.spec().action;
    drafts_[station_].insert(action, row.entered());
    if (shelf_)
        shelf_->putAside({.form = u"commands"_s, .station = station_, .key = action},
                         tr("the command “%1” of %2", "its title, the station").arg(row.spec().titleText(), station_));
}

void CommandList::resume(CommandRow &row)
{
    const QString action = row.spec().action;
    QHash<QString, QJsonObject> &drafts = drafts_[station_];
    if (!drafts.contains(action))
        return;
    row.resume(drafts.take(action));
    if (shelf_)
        shelf_->remove({.form = u"commands"_s, .station = station_, .key = action});
}

void CommandList::showDraft(const QString &action)
{
    if (CommandRow *found = row(QLatin1StringView(action.toLatin1())))
        emit revealRequested(found);
}

bool CommandList::hasUnsaved() const
{
    return std::ranges::any_of(rows_, &CommandRow::isEdited)
           || std::ranges::any_of(drafts_, [](const auto &ofOne) { return !ofOne.isEmpty(); });
}

CommandRow *CommandList::row(QLatin1StringView action) const
{
    const auto row = std::ranges::find_if(rows_, [&](const CommandRow *r) { return r->spec().action == action; });
    return row == rows_.end() ? nullptr : *row;
}

void CommandList::present(const QList<store::Command> &recent, const FormContext &context,
                          const store::Station &station, bool charging)
{
    online_ = station.online;
    charging_ = charging;
    for (CommandRow *row : std::as_const(rows_)) {
        const auto latest = std::ranges::find_if(
            recent, [&](const store::Command &command) { return command.action == row->spec().action; });
        row->setContext(context);
        row->setHindrance(commandHindrance(row->spec().action, station.registration));
        if (latest != recent.end())
            provideStep(*row, *latest);
        row->setCommand(latest == recent.end() ? std::nullopt : std::optional(*latest), station.online);
    }
}

/// What the engine keeps as desired would queue a cancelled step anew: so cancelling it pauses that (store::cancelCommand).
void CommandList::provideStep(CommandRow &row, const store::Command &command)
{
    const QString what = topicWord(command.origin);
    if (what.isEmpty() || (steps_.contains(&row) && steps_.value(&row)->topic() == command.origin))
        return;
    auto *strip = new StepStrip(backend_, command.origin, what, &row);
    strip->setStation(station_);
    steps_.insert(&row, strip);
    row.setStep(
        command.origin, strip,
        tr("The engine sends this to have the station as it is to be. Cancelling it pauses that (%1): nothing more "
           "of it is sent until you resume it.")
            .arg(what));
}

void CommandList::request(CommandRow &row, const QJsonObject &payload)
{
    if (!charging_ || !row.spec().needsCaution(payload)) {
        queue(row, payload);
        return;
    }
    row.setCommand({}, online_); // the button is free again while the question is open
    modal::ask(this, {row.spec().titleText(), row.spec().cautionText(), row.spec().buttonText()},
               [this, &row, payload] { queue(row, payload); });
}

void CommandList::queue(CommandRow &row, const QJsonObject &payload)
{
    const store::CommandRequest request{.station = station_, .action = row.spec().action, .payload = payload,
                                        .origin = u"window"_s, .expiresIn = {}};
    backend_.writer->submit([request](store::Database &db) { return enqueueByName(db, request); })
        | answerTo(this, [this, &row, request](const store::Outcome<Queued> &outcome) {
              if (request.station != station_) {
                  if (!outcome)
                      keepRefused(row, request, storeWords(outcome.error()).what);
                  else if (!outcome->has_value())
                      keepRefused(row, request, outcome->error().words);
                  return;
              }
              if (!outcome)
                  row.refuse(request.payload, {}, storeWords(outcome.error()).sentence());
              else if (!outcome->has_value())
                  row.refuse(request.payload, outcome->error().path, outcome->error().words);
              else
                  row.setCommand(outcome->value(), online_);
          });
}

/// The answer came when another station was shown.
void CommandList::keepRefused(const CommandRow &row, const store::CommandRequest &request, const QString &why)
{
    QHash<QString, QJsonObject> &drafts = drafts_[request.station];
    if (!drafts.contains(request.action)) // else something was entered since
        drafts.insert(request.action, request.payload);
    if (shelf_)
        shelf_->putAside({.form = u"commands"_s, .station = request.station, .key = request.action},
                         tr("the command “%1” of %2 (not sent: %3)", "its title, the station, why")
                             .arg(row.spec().titleText(), request.station, why));
}

void CommandList::cancel(CommandRow &row, qint64 command)
{
    backend_.writer->submit([command](store::Database &db) { return store::cancelCommand(db, command, store::now()); })
        | answerTo(this, [&row, command](const store::Outcome<bool> &outcome) {
              if (!outcome) // what was sent meanwhile shows by itself
                  row.complain(command, storeWords(outcome.error()).sentence());
          });
}

} // namespace ui
