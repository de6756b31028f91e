// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

/// What to look at when a charger does not even knock, in the order in which it usually is the reason.
class ConnectHints : public QWidget {
    Q_OBJECT
public:
    explicit ConnectHints(const QString &url, QWidget *parent = nullptr);
};

} // namespace ui
