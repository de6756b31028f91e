// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace ui {

class NoticeBar;

/// Asks in the window before something ends it that would take along what was typed and not saved (Page::hasUnsaved) or a
/// file that is just being written (FileWork). GUI thread.
class LeavingQuestion : public QObject {
    Q_OBJECT
public:
    enum class Leaving {
        Language, ///< the window opens anew
        Restart, ///< of engine and window
        Quit,
    };

    /// Both outlive it.
    LeavingQuestion(QWidget &window, NoticeBar &notice);

    /// Leaves at once if nothing is lost by it, else when the person agrees to lose it.
    void ask(Leaving how, const std::function<void()> &leave);
    [[nodiscard]] bool losesSomething() const;
    /// The question is in sight.
    [[nodiscard]] bool isAsking() const;

private:
    [[nodiscard]] QString loss() const;

    QWidget &window_;
    NoticeBar &notice_;
    std::function<void()> leave_; ///< what was asked about last
};

} // namespace ui
