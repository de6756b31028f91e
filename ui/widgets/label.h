// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"
#include "ui/theme/typography.h"

#include <QLabel>
#include <QPointer>

namespace ui {

/// A line of text in one of the four sizes and a text role. Plain text only: what a station sends is never markup.
class Label : public QLabel {
    Q_OBJECT
public:
    explicit Label(const QString &text = {}, TextSize size = TextSize::Body, Role role = Role::Text,
                   QWidget *parent = nullptr);

    Label &bold();
    /// Breaks lines instead of asking for room.
    Label &wrapping();
    /// Shows `text`; without one, takes no room.
    void say(const QString &text);
    /// What it says is about this field: a screen reader reads it there, too, instead of the field's help, for as long as it
    /// says so. Null: about none. Where the focus of the field goes to another widget, that one is meant.
    Label &about(QWidget *field);
    /// Can be marked and copied, also by keyboard.
    Label &selectable();

private:
    void describe(const QString &said);

    QPointer<QWidget> field_;
    QPointer<QWidget> described_; ///< of `field_`; null: while nothing is said
    QString description_; ///< of what is described, while nothing is said
};

/// Cuts its text with an ellipsis; the whole text is in the tooltip then.
class ElidedLabel : public Label {
    Q_OBJECT
public:
    using Label::Label;
    void setWholeText(const QString &text);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    void fit();

    QString whole_;
};

} // namespace ui
