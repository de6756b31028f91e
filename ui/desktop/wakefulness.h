// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"
#include "ui/desktop/desktop.h"
#include "ui/desktop/sitepulse.h"

#include <optional>

namespace ui {

class SiteWatch;

/// Keeps the computer awake while cars charge, or, where the owner or the system does not want that, says what its sleep
/// means: before it sleeps on the desktop, and afterwards in the window. A sleeping computer leaves the stations offline:
/// they go on charging, but cards may be refused and nobody sees anything.
class Wakefulness : public QObject {
    Q_OBJECT
public:
    /// All outlive it. `notifier` may be null.
    Wakefulness(SiteWatch &watch, SleepLock &lock, Notifier *notifier, QObject *parent);

    /// For the status strip: "Stays awake: 2 cars charge"; empty: it may sleep.
    [[nodiscard]] QString text() const;

signals:
    void changed();
    /// Worth a line in the window.
    void said(const QString &text);

private:
    void follow(const SitePulse &pulse);
    void apply();
    void warn();
    void tellSleep();
    void tellRefusal();
    [[nodiscard]] QString reason() const;

    SleepLock &lock_;
    Notifier *notifier_;
    int charging_ = 0;
    bool held_ = false; ///< and not only delayed
    bool complained_ = false;
    std::optional<ocpp::Timestamp> asleepSince_;
};

} // namespace ui
