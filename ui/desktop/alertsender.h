// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/alertbook.h"
#include "ui/desktop/desktop.h"

namespace ui {

class SiteWatch;

/// How an alert is said on the desktop.
Notifier::Message messageFor(const Alert &alert);

/// Brings what the AlertBook decides onto the desktop, while the owner wants it.
class AlertSender : public QObject {
    Q_OBJECT
public:
    /// Both outlive it. `started`: when the engine began to listen.
    AlertSender(SiteWatch &watch, Notifier &notifier, ocpp::Timestamp started, QObject *parent);

private:
    void look(const SitePulse &pulse);

    SiteWatch &watch_;
    Notifier &notifier_;
    AlertBook book_;
};

} // namespace ui
