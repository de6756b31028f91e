// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandaction.h"

#include "store/changefeed.h"
#include "store/clock.h"
#include "store/reader.h"
#include "store/stations.h"
#include "store/writer.h"
#include "ui/commands/commandstory.h"
#include "ui/models/answerto.h"
#include "ui/text/storewords.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using Queued = tl::expected<store::Command, Refusal>;

constexpr quint32 shownTables = store::Table::Commands | store::Table::Stations;

} // namespace

CommandAction::CommandAction(const Backend &backend, const QString &text, QWidget *parent)
    : QWidget(parent), backend_(backend), text_(text), gate_(*backend.feed, shownTables, this)
{
    button_ = new QPushButton(text, this);
    button_->setObjectName(u"act"_s);
    button_->setAccessibleName(text);
    cancel_ = new QPushButton(tr("Cancel"), this);
    cancel_->setAccessibleName(tr("Cancel: %1").arg(text));
    setButtonKind(*cancel_, ButtonKind::Quiet);
    story_ = new QWidget(this);
    mark_ = new MarkView(story_);
    words_ = new Label({}, TextSize::Caption, Role::Muted, story_);
    words_->wrapping();
    auto *story = new QHBoxLayout(story_);
    story->setContentsMargins(0, 0, 0, 0);
    story->addWidget(mark_, 0, Qt::AlignTop);
    story->addWidget(words_, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(button_);
    buttons->addWidget(cancel_);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(buttons);
    layout->addWidget(story_);
    connect(button_, &QPushButton::clicked, this, &CommandAction::requested);
    connect(cancel_, &QPushButton::clicked, this, &CommandAction::cancel);
    connect(&gate_, &ChangeGate::due, this, &CommandAction::read);
    present();
}

void CommandAction::showEvent(QShowEvent *event)
{
    gate_.setOpen(true);
    QWidget::showEvent(event);
}

void CommandAction::hideEvent(QHideEvent *event)
{
    gate_.setOpen(false);
    QWidget::hideEvent(event);
}

void CommandAction::reset()
{
    ++round_;
    standing_ = {};
    present();
}

void CommandAction::send(const store::CommandRequest &request)
{
    reset();
    button_->setEnabled(false); // a double click is one command
    backend_.writer->submit([request](store::Database &db) { return enqueueByName(db, request); })
        | answerTo(this, [this, round = round_](const store::Outcome<Queued> &outcome) {
              if (round != round_)
                  return;
              if (outcome && outcome->has_value())
                  return take({outcome->value(), true});
              const Refusal refusal = outcome ? outcome->error() : Refusal{storeWords(outcome.error()).sentence(), {}};
              present();
              if (refusal.path.isEmpty())
                  tell(refusal.words);
              emit refused(refusal.path, refusal.words);
          });
}

CommandAction::Standing CommandAction::standingOf(store::Database &db, qint64 command)
{
    Standing standing{store::Commands(db).find(command), false};
    const auto station = standing.command ? store::Stations(db).find(standing.command->station) : std::nullopt;
    standing.online = station && station->online;
    return standing;
}

void CommandAction::take(const Standing &standing)
{
    const bool wasOver = standing_.command && store::isFinal(standing_.command->state);
    standing_ = standing;
    present();
    if (standing.command && store::isFinal(standing.command->state) && !wasOver)
        emit ended(*standing.command);
}

void CommandAction::read()
{
    if (!standing_.command) {
        gate_.finished();
        return;
    }
    backend_.reader->read([id = standing_.command->id](store::Database &db) { return standingOf(db, id); })
        | answerTo(this, [this, round = round_](const store::Outcome<Standing> &standing) {
              gate_.finished();
              if (round == round_ && standing)
                  take(*standing);
          });
}

void CommandAction::cancel()
{
    backend_.writer->submit([id = standing_.command->id](store::Database &db) {
        return store::Commands(db).cancel(id, store::now());
    }) | answerTo(this, [this, round = round_](const store::Outcome<bool> &outcome) {
        if (round == round_ && !outcome) // what was sent meanwhile shows by itself
            tell(storeWords(outcome.error()).sentence());
    });
}

void CommandAction::tell(const QString &trouble)
{
    mark_->present({Shape::Cross, Role::Fault}, trouble);
    words_->setText(trouble);
    story_->show();
}

void CommandAction::present()
{
    const auto story =
        standing_.command ? std::optional(commandStory(*standing_.command, standing_.online)) : std::nullopt;
    const bool waits = story && !store::isFinal(standing_.command->state);
    button_->setEnabled(!waits);
    button_->setText(waits ? story->text : text_);
    cancel_->setHidden(!waits || !story->cancellable);
    story_->setHidden(!story || waits);
    if (!story)
        return;
    mark_->present(story->mark, story->text);
    words_->setText(story->text + u'\n' + story->explanation);
}

} // namespace ui
