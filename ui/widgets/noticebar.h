// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QFrame>

class QGridLayout;
class QProgressBar;
class QPushButton;

namespace ui {

class CopyButton;
class Label;
class Symbol;

/// A line in the page for something under way, its result, or an offer, with up to two buttons. It stays until it is
/// closed, replaced, or its business is done: nothing pops up, nothing vanishes unread.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// What the line says. Clears progress and actions of the notice before.
    void present(const QString &iconName, Role role, const QString &text);
    /// 0..100; below 0: under way, nobody knows how far.
    void presentProgress(int percent);
    /// The two buttons; empty: none.
    void presentActions(const QString &first, const QString &second = {});
    /// A button that copies the details, for who helps. Empty: none.
    void presentDetail(const QString &detail);
    void dismiss();

signals:
    void firstRequested();
    void secondRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Role role_ = Role::Accent;
    QGridLayout *layout_;
    Symbol *symbol_;
    Label *text_;
    QProgressBar *progress_;
    CopyButton *detail_;
    QWidget *doing_; ///< progress and buttons
    QPushButton *first_;
    QPushButton *second_;
    QPushButton *close_;
};

} // namespace ui
