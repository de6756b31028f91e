// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QWidget>

class QPainter;

namespace ui {

/// The shapes by which states are told apart without colour.
enum class Shape { Ring, HalfDisc, Bolt, Pause, Clock, Bar, Triangle, Check, Cross, Dot };

struct Mark {
    Shape shape = Shape::Dot;
    Role role = Role::Inactive;
    bool offline = false; ///< hollow, dashed and muted: the last known state of a station that is not there

    friend bool operator==(const Mark &, const Mark &) = default;
};

/// Draws `mark` into the largest square in the middle of `box`. The one painter of states, from 12 px up.
void drawMark(QPainter &painter, const QRectF &box, const Mark &mark);

/// A mark as a widget, 16 px. Says `words` to a screen reader.
class MarkView : public QWidget {
    Q_OBJECT
public:
    explicit MarkView(QWidget *parent = nullptr);
    void present(const Mark &mark, const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mark mark_;
};

} // namespace ui
