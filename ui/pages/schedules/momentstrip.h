// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class Label;
class WeekCanvas;

/// Below the canvas: what counts at the moment that is looked at, in words.
class MomentStrip : public QWidget {
    Q_OBJECT
public:
    explicit MomentStrip(WeekCanvas &canvas, QWidget *parent = nullptr);

private:
    void explain(const QString &text);
    void follow();

    WeekCanvas &canvas_;
    Label *when_;
    Label *limit_;
    Label *why_;
};

} // namespace ui
