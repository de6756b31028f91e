// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace ui {

/// Who scrolls a page changes nothing on it: a combo box or a spin box takes the wheel only while it has the focus, and
/// the wheel does not give it the focus. Without it the wheel goes on to what lies behind, which scrolls. GUI thread.
class WheelGuard : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Any widget; only those that would step are minded. A second time does nothing more.
    void mind(QWidget &widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace ui
