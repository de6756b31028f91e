// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QAction;
class QLineEdit;
class QListWidget;

namespace ui {

/// Ctrl+K: type a few letters of where to go or what to do. Shows the actions it was given; Enter triggers, Esc closes.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *parent);

    void open(const QList<QAction *> &actions);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill(const QString &words);
    void triggerCurrent();
    bool handleKey(int key);
    /// Gives the focus back to where it was.
    void leave();

    QList<QAction *> actions_;
    QPointer<QWidget> before_; ///< had the focus when the palette was opened
    QLineEdit *input_;
    QListWidget *list_;
};

} // namespace ui
