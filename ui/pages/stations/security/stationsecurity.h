// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/certificaterequests.h"
#include "store/commands.h"
#include "store/contracts.h"
#include "store/securityevents.h"
#include "ui/widgets/statemark.h"

namespace ui {

/// What ExtendedTriggerMessage names so that a station asks for a certificate of its own (W 5.5).
inline constexpr QLatin1StringView ownCertificateTrigger{"SignChargePointCertificate"};

/// A root certificate that the station has or is to have, with what is known of it.
struct RootRow {
    store::StationCertificate place;
    std::optional<store::Certificate> certificate;

    /// "CN=Root,O=Nordkai" as "Root", else by its serial number.
    [[nodiscard]] QString name() const;
};

/// All that the part Security of one station shows, read in one go.
struct StationSecurity {
    QList<store::SecurityEvent> events; ///< newest first; the latest, and all that wait
    int waiting = 0; ///< alarms that nobody has seen
    QList<RootRow> roots;
    QList<store::CertificateStore> stores;
    QList<store::CertificateRequest> requests; ///< the latest, newest first
    QList<store::SigningOrder> orders; ///< likewise, for Plug & Charge
    std::optional<store::Command> asking; ///< the latest command that has it make a request
    bool online = false;

    /// The latest one if it waits for a certificate, or for another one because the station refused the first.
    [[nodiscard]] std::optional<store::CertificateRequest> openRequest() const;
};

/// On the reader's thread.
StationSecurity readSecurity(store::Database &db, const QString &station);

/// How something looks, and what it is called.
struct SecurityState {
    Mark mark;
    QString word;
    QString explanation{}; ///< empty where the word is enough
};
SecurityState stateOf(const store::SecurityEvent &event);
SecurityState stateOf(const store::StationCertificate &root);
SecurityState stateOf(const store::CertificateRequest &request);
SecurityState stateOf(const store::SigningOrder &order);

} // namespace ui
