// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace store {
struct FrameRow;
}

namespace ui {

class ChangeGate;
class DatabaseState;
class ElidedLabel;
class Label;

/// The foot of the window: the address to type into a charger (a click copies it), whether the database is well (a click
/// leads to its settings), whether the computer is kept awake, the last event.
class StatusStrip : public QWidget {
    Q_OBJECT
public:
    explicit StatusStrip(const Backend &backend, QWidget *parent = nullptr);

    /// "Stays awake: 2 cars charge"; empty: nothing to say.
    void presentAwake(const QString &text);

signals:
    void databaseActivated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void readLastEvent();
    void present(const store::FrameRow &frame);
    void presentDatabase();

    Backend backend_;
    ChangeGate *gate_;
    DatabaseState *state_;
    QPushButton *database_;
    Label *awake_;
    ElidedLabel *lastEvent_;
    QTimer again_; ///< until it can be read again
};

} // namespace ui
