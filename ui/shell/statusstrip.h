// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QWidget>

namespace store {
struct FrameRow;
}

namespace ui {

class ChangeGate;
class ElidedLabel;

/// The foot of the window: the address to type into a charger (a click copies it), the database, the last event.
class StatusStrip : public QWidget {
    Q_OBJECT
public:
    explicit StatusStrip(const Backend &backend, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void readLastEvent();
    void present(const store::FrameRow &frame);

    Backend backend_;
    ChangeGate *gate_;
    ElidedLabel *lastEvent_;
};

} // namespace ui
