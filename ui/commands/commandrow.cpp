// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandrow.h"

#include "ocpp/messages.h"
#include "ui/commands/commandform.h"
#include "ui/commands/commandhead.h"
#include "ui/commands/commandstory.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/decodedtree.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

CommandRow::CommandRow(const CommandSpec &spec, QWidget *parent)
    : QWidget(parent), spec_(spec), head_(new CommandHead(spec.icon, spec.titleText(), spec.action, this)),
      body_(new QWidget(this))
{
    setObjectName(spec.action);
    buildBody();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(body_);
    body_->hide();
    connect(head_, &CommandHead::clicked, this, [this] {
        setUnfolded(!isUnfolded());
        if (isUnfolded())
            emit unfolded();
    });
    connect(qApp, &QApplication::focusChanged, this, &CommandRow::renewForm, Qt::QueuedConnection);
}

void CommandRow::buildBody()
{
    auto *sentence = new Label(spec_.sentenceText(), TextSize::Caption, Role::Muted, body_);
    sentence->wrapping();
    button_ = new QPushButton(spec_.buttonText(), body_);
    button_->setObjectName(u"send"_s);
    button_->setAccessibleName(spec_.titleText());
    cancel_ = new QPushButton(tr("Cancel"), body_);
    cancel_->setAccessibleName(tr("Cancel: %1").arg(spec_.titleText()));
    setButtonKind(*cancel_, ButtonKind::Quiet);
    hindrance_ = new Label({}, TextSize::Caption, Role::Caution, body_);
    hindrance_->wrapping();
    hint_ = new Label({}, TextSize::Caption, Role::Muted, body_);
    hint_->wrapping();
    story_ = new Label({}, TextSize::Caption, Role::Muted, body_);
    story_->wrapping();
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, body_);
    complaint_->wrapping();
    answer_ = new DecodedTree(tr("The station's answer"), body_);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(button_);
    buttons->addWidget(cancel_);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(body_);
    layout->setContentsMargins(36, 2, 8, 12);
    layout->setSpacing(8);
    layout->addWidget(sentence);
    layout->addLayout(buttons);
    layout->addWidget(hindrance_);
    layout->addWidget(hint_);
    layout->addWidget(complaint_);
    layout->addWidget(story_);
    layout->addWidget(answer_);
    cancel_->hide();
    hindrance_->hide();
    hint_->hide();
    story_->hide();
    complaint_->hide();
    answer_->hide();
    connect(button_, &QPushButton::clicked, this, &CommandRow::send);
    connect(cancel_, &QPushButton::clicked, this, [this] {
        complaint_->say({});
        emit cancelRequested(command_->id);
    });
}

void CommandRow::buildForm(const QJsonObject &payload)
{
    stale_ = false;
    form_ = new CommandForm(spec_.action, payload, context_, body_);
    static_cast<QVBoxLayout *>(body_->layout())->insertWidget(1, form_);
    form_->setHidden(form_->isEmpty());
    connect(form_, &CommandForm::changed, this, [this] {
        edited_ = true;
        showProgress();
    });
}

void CommandRow::setContext(const FormContext &context)
{
    if (context == context_)
        return;
    context_ = context;
    stale_ = form_ != nullptr;
    renewForm();
}

/// A popup belongs to the form and would go with it, under the person's hand.
bool CommandRow::isFormInUse() const
{
    const auto isInForm = [this](const QWidget *widget) {
        while (widget && widget != form_)
            widget = widget->parentWidget(); // out of a popup, too, which is a window of its own
        return widget != nullptr;
    };
    return isInForm(QApplication::focusWidget()) || isInForm(QApplication::activePopupWidget());
}

void CommandRow::renewForm()
{
    if (!stale_ || isFormInUse())
        return;
    const QJsonObject entered = form_->payload();
    delete form_;
    buildForm(entered);
}

void CommandRow::setUnfolded(bool unfolded)
{
    if (unfolded && !form_)
        buildForm(spec_.presetPayload());
    body_->setVisible(unfolded);
    head_->setUnfolded(unfolded);
}

bool CommandRow::isUnfolded() const
{
    return !body_->isHidden();
}

void CommandRow::reset()
{
    edited_ = false;
    stale_ = false;
    setUnfolded(false);
    delete form_;
    form_ = nullptr;
    setCommand({}, false);
}

/// What was changed and changed back is no loss.
bool CommandRow::isEdited() const
{
    return edited_ && form_ && form_->payload() != CommandForm(spec_.action, spec_.presetPayload(), context_).payload();
}

QJsonObject CommandRow::entered() const
{
    return form_->payload();
}

void CommandRow::resume(const QJsonObject &entered)
{
    delete form_;
    buildForm(entered);
    edited_ = true;
    setUnfolded(true);
    showProgress();
}

void CommandRow::send()
{
    if (!form_->validate())
        return;
    edited_ = false;
    button_->setEnabled(false); // until the queue has it: a double click is one command
    emit sendRequested(form_->payload());
}

void CommandRow::refuse(const QJsonObject &payload, const QString &path, const QString &text)
{
    button_->setEnabled(hindrance_->text().isEmpty());
    edited_ = true; // it was not sent
    if (!form_)
        buildForm(payload); // the answer came late; it is seen when the row is unfolded
    form_->complain(path, text);
}

void CommandRow::complain(qint64 command, const QString &text)
{
    if (command_ && command_->id == command && command_->state == store::CommandState::Queued)
        complaint_->say(text);
}

void CommandRow::setCommand(const std::optional<store::Command> &command, bool stationOnline)
{
    const bool isSame = command && command_ && command->id == command_->id && command->state == command_->state;
    if (!isSame)
        complaint_->say({});
    command_ = command;
    online_ = stationOnline;
    head_->setStory(command ? std::optional(commandStory(*command, stationOnline)) : std::nullopt);
    showProgress();
    showAnswer();
}

void CommandRow::setStep(const QString &topic, QWidget *strip, const QString &hint)
{
    delete step_;
    topic_ = topic;
    step_ = strip;
    hint_->setText(hint);
    auto *layout = static_cast<QVBoxLayout *>(body_->layout());
    layout->insertWidget(layout->indexOf(answer_), strip);
    showProgress();
}

void CommandRow::setHindrance(const QString &reason)
{
    hindrance_->say(reason);
    button_->setToolTip(reason);
    showProgress();
}

void CommandRow::setStationCount(int count)
{
    stationCount_ = count;
    showProgress();
}

QString CommandRow::sendText() const
{
    if (stationCount_ > 1)
        return tr("%1: %n stations", "button of a command", stationCount_).arg(spec_.buttonText());
    return command_ ? tr("%1 again").arg(spec_.buttonText()) : spec_.buttonText();
}

void CommandRow::showProgress()
{
    const auto story = command_ ? std::optional(commandStory(*command_, online_)) : std::nullopt;
    const bool underWay = story && story->underWay && !edited_;
    const bool waits = underWay && !store::isFinal(command_->state);
    button_->setEnabled(!waits && hindrance_->text().isEmpty());
    button_->setText(waits ? story->text : sendText());
    const bool mayCancel = waits && story->cancellable;
    cancel_->setHidden(!mayCancel);
    showStep(mayCancel);
    story_->setHidden(!story || waits);
    if (story)
        story_->setText(story->text + u'\n' + story->explanation);
}

void CommandRow::showStep(bool mayCancel)
{
    if (!step_)
        return;
    const bool isStep = command_ && command_->origin == topic_;
    const bool wasCancelled = isStep && command_->state == store::CommandState::Cancelled;
    hint_->setVisible(isStep && mayCancel);
    step_->setVisible((isStep && mayCancel) || wasCancelled);
}

void CommandRow::showAnswer()
{
    const QByteArray text = command_ ? command_->answer : QByteArray();
    if (text == shownAnswer_)
        return; // a tree that the person is reading keeps its place
    shownAnswer_ = text;
    const QJsonObject answer = QJsonDocument::fromJson(text).object();
    const bool tellsMore = answer.size() > 1 || (answer.size() == 1 && !answer.contains("status"_L1));
    answer_->setHidden(!tellsMore);
    if (!tellsMore)
        return;
    const ocpp::MessageInfo *message = ocpp::messageInfo(QString(spec_.action));
    answer_->present(message->response, ocpp::masked(message->response, answer));
    answer_->fitHeight(320);
}

} // namespace ui
