// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/services/provider.h"

namespace csms {

/// What has to be asked outside before a message can be answered.
struct Question {
    QList<CertificateQuestion> certificates{};
    QByteArray chain{}; ///< PEM, as a vehicle presents it: its certificates are asked about, too
    std::optional<QJsonObject> evCertificate{}; ///< a request of Get15118EVCertificate
};

/// What was found out.
struct Consultation {
    QList<CertificateFinding> certificates{}; ///< in the order of the question, then those of the chain
    QList<pki::ChainLink> chain{}; ///< that was read; the contract's first
    std::optional<pki::ChainFault> fault{}; ///< of the chain
    Provider::EvCertificate evCertificate = tl::unexpected(QString());
};

/// Asks everything at a time and answers when all is known. `roots` (PEM) are those that contracts may end at. `then` is
/// called once, at once or later.
void consult(Provider &provider, const QByteArray &roots, const Question &question,
             const std::function<void(Consultation)> &then);

} // namespace csms
