// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commands.h"
#include "ui/commands/commandspecs.h"
#include "ui/commands/formcontext.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace ui {

class CommandForm;
class CommandHead;
class DecodedTree;
class Label;

/// One command offered for a station. The button that sends it becomes its progress and then its outcome; the answer
/// unfolds below. Makes its form when it is first unfolded.
class CommandRow : public QWidget {
    Q_OBJECT
public:
    explicit CommandRow(const CommandSpec &spec, QWidget *parent = nullptr);

    [[nodiscard]] const CommandSpec &spec() const { return spec_; }
    /// What is known about the station. What was entered stays; a form that has the focus takes it up when it has lost it.
    void setContext(const FormContext &context);
    /// The latest command of this kind, whoever gave it; nothing: none within memory.
    void setCommand(const std::optional<store::Command> &command, bool stationOnline);
    /// Where a command is a step of this topic (store::Reconciliation): `strip` shows how that stands, with the way to
    /// resume it, while the command waits and after it was cancelled; `hint` says what cancelling does. The row takes it;
    /// one that it has goes.
    void setStep(const QString &topic, QWidget *strip, const QString &hint);
    /// Why it must not be sent as things stand: then the button is off, and this is said below it. Empty: it may.
    void setHindrance(const QString &reason);
    /// The button sends to so many stations.
    void setStationCount(int count);
    /// The command with this payload did not even get into the queue.
    void refuse(const QJsonObject &payload, const QString &path, const QString &text);
    /// The command waits on, though it was to be cancelled: why.
    void complain(qint64 command, const QString &text);
    void setUnfolded(bool unfolded);
    [[nodiscard]] bool isUnfolded() const;
    void reset();
    /// Something was entered, or refused, that no command has taken along.
    [[nodiscard]] bool isEdited() const;
    /// As it is entered, also when it would not be sent. Only of a row that is edited.
    [[nodiscard]] QJsonObject entered() const;
    /// Unfolds with what was entered() before.
    void resume(const QJsonObject &entered);

signals:
    void sendRequested(const QJsonObject &payload);
    void cancelRequested(qint64 command);
    /// The person wants to see the form.
    void unfolded();

private:
    void buildBody();
    void buildForm(const QJsonObject &payload);
    void renewForm();
    [[nodiscard]] bool isFormInUse() const;
    void send();
    [[nodiscard]] QString sendText() const;
    void showProgress();
    void showStep(bool mayCancel);
    void showAnswer();

    const CommandSpec &spec_;
    FormContext context_;
    std::optional<store::Command> command_;
    QByteArray shownAnswer_;
    int stationCount_ = 1;
    bool online_ = false;
    bool stale_ = false; ///< the form does not know the context yet
    bool edited_ = false; ///< since the last sending: the button offers to send again
    CommandHead *head_;
    QWidget *body_;
    CommandForm *form_ = nullptr;
    QPushButton *button_;
    QPushButton *cancel_;
    Label *hindrance_;
    Label *hint_; ///< about the cancelling of a step
    QString topic_; ///< of `step_`
    QWidget *step_ = nullptr;
    Label *story_;
    Label *complaint_; ///< why the cancelling failed
    DecodedTree *answer_;
};

} // namespace ui
