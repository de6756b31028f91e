// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/sitepulse.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <optional>

namespace ui {

struct AlertRules {
    std::chrono::milliseconds grace = std::chrono::minutes(3);  ///< a restart, a short loss of the network
    std::chrono::milliseconds apart = std::chrono::minutes(1);  ///< between two messages
    std::chrono::milliseconds again = std::chrono::minutes(30); ///< until the same matter is news again
    std::chrono::milliseconds known = std::chrono::hours(12);   ///< who was gone longer when we began is no news
};

/// News about one kind of matter; several stations share one message.
struct Alert {
    enum class Kind { Offline, Fault } kind = Kind::Offline;
    QStringList stations{};
    QList<SitePulse::Fault> faults{}; ///< Kind::Fault
};

/// Decides what is worth a message on the desktop. Each matter is told once while it lasts; one that comes and goes is
/// told again only after a while; messages keep their distance, and what gathers meanwhile shares the next one. What was
/// so when the program began stands on the Overview and is no news. Has no clock of its own.
class AlertBook {
public:
    AlertBook(ocpp::Timestamp started, const AlertRules &rules = {}) : started_(started), rules_(rules) {}

    QList<Alert> look(const SitePulse &pulse, ocpp::Timestamp now);
    /// When to look again even if nothing changes; nothing: then not.
    [[nodiscard]] std::optional<ocpp::Timestamp> nextLook() const { return nextLook_; }

private:
    /// What may be told, and from when on.
    struct Matter {
        QString key;
        ocpp::Timestamp due;
        bool isOld = false; ///< known before we began
    };
    [[nodiscard]] QList<Matter> mattersOf(const SitePulse &pulse, ocpp::Timestamp now) const;
    void settle(const QList<Matter> &matters, ocpp::Timestamp now);
    [[nodiscard]] QSet<QString> dueOf(const QList<Matter> &matters, ocpp::Timestamp now);
    void wait(ocpp::Timestamp until);

    ocpp::Timestamp started_;
    AlertRules rules_;
    bool looked_ = false;
    QHash<QString, std::optional<ocpp::Timestamp>> told_; ///< by key: when it ended; nothing while it lasts
    std::optional<ocpp::Timestamp> lastAlert_;
    std::optional<ocpp::Timestamp> nextLook_;
};

} // namespace ui
