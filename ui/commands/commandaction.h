// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commandrequest.h"
#include "ui/backend.h"
#include "ui/commands/tagchoice.h"
#include "ui/models/changegate.h"

#include <QWidget>

class QPushButton;

namespace ui {

class Label;
class MarkView;

/// A button that has a station do something. It becomes the command's progress, and what came of it stands below.
class CommandAction : public QWidget {
    Q_OBJECT
public:
    /// `text` stands on the button.
    CommandAction(const Backend &backend, const QString &text, QWidget *parent = nullptr);

    /// Answers requested(). The idTag may be a person's name.
    void send(const store::CommandRequest &request);
    /// What became of the last command is nobody's concern any more.
    void reset();
    [[nodiscard]] QPushButton &button() { return *button_; }

signals:
    /// The button was pressed.
    void requested();
    /// It did not get into the queue. `path`: JSON pointer to the member that is wrong; empty: none.
    void refused(const QString &path, const QString &words);
    /// The station answered, or will not any more.
    void ended(const store::Command &command);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Standing {
        std::optional<store::Command> command;
        bool online = false;
    };
    static Standing standingOf(store::Database &db, qint64 command);
    void take(const Standing &standing);
    void read();
    void cancel();
    void tell(const QString &trouble);
    void present();

    Backend backend_;
    QString text_;
    ChangeGate gate_;
    Standing standing_;
    int round_ = 0; ///< counts what was sent: an answer to something older is not shown
    QPushButton *button_;
    QPushButton *cancel_;
    QWidget *story_;
    MarkView *mark_;
    Label *words_;
};

} // namespace ui
