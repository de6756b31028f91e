// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QTimer>

namespace ui {

/// Copies a text and says so in its own place for two seconds.
class CopyButton : public QPushButton {
    Q_OBJECT
public:
    /// `what` names the thing to a screen reader and in the tooltip: "Copy the address".
    explicit CopyButton(const QString &what, QWidget *parent = nullptr);
    /// The text to copy; with `shown`, the button shows it (the status bar's address).
    void setContent(const QString &content, bool shown = false);

private:
    void copy();
    void restore();

    QString content_;
    QString shown_;
    QTimer restoring_;
};

} // namespace ui
