// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/commandstory.h"

#include <QAbstractButton>

#include <optional>

namespace ui {

/// The line of one command: icon, what it does, and at the right what came of it last. A click unfolds the form.
class CommandHead : public QAbstractButton {
    Q_OBJECT
public:
    CommandHead(const QString &iconName, const QString &title, const QString &term, QWidget *parent = nullptr);

    void setStory(const std::optional<CommandStory> &story);
    void setUnfolded(bool unfolded);

    [[nodiscard]] QSize sizeHint() const override { return {240, 36}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString iconName_;
    QString term_;
    std::optional<CommandStory> story_;
    bool unfolded_ = false;
};

} // namespace ui
