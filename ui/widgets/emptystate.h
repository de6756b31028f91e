// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace store {
struct Error;
}

namespace ui {

class CopyButton;
class Label;
class Symbol;

/// What stands where rows would: what belongs here and the first step, or what went wrong and what to do.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    void present(const QString &iconName, const QString &title, const QString &text);
    /// Rows could not be read: why, what to do, the details to copy, and "Try again" as the action.
    void presentFailure(const QString &title, const store::Error &error);
    /// Text in fixed pitch with a button that copies it: an address, or an error's detail. Empty: none.
    void presentDetail(const QString &detail);
    /// The button for the first step. Empty: none.
    void presentAction(const QString &text);

signals:
    void actionRequested();

private:
    void buildDetail(QWidget &column);

    Symbol *picture_;
    Label *title_;
    Label *text_;
    QWidget *detailRow_;
    Label *detail_;
    CopyButton *copy_;
    QPushButton *action_;
};

} // namespace ui
