// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/desktop/sitepulse.h"
#include "ui/models/changegate.h"

#include <QObject>
#include <QTimer>

namespace ui {

/// Follows the site's pulse, whether the window is open or not: at a slow pace when something changes, and each minute,
/// because a dead engine changes nothing.
class SiteWatch : public QObject {
    Q_OBJECT
public:
    SiteWatch(const Backend &backend, QObject *parent);

    /// Reads at this moment too.
    void lookAt(ocpp::Timestamp time);

signals:
    /// After each reading, also when it is as before.
    void felt(const ui::SitePulse &pulse);

private:
    void read();

    Backend backend_;
    ChangeGate gate_;
    QTimer minute_;
    QTimer appointment_;
};

} // namespace ui
