// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/jobs/job.h"
#include "csms/services/provider.h"
#include "store/contracts.h"

namespace csms {

/// Brings what stations want to have signed to the provider.
class TakeSigningJob final : public EngineJob {
public:
    /// At most so many; another node takes them over after `patience`.
    TakeSigningJob(Outbox &outbox, int most, std::chrono::seconds patience)
        : EngineJob(outbox), most_(most), patience_(patience)
    {
    }

    void run(store::Database &db) override;

protected:
    void committed() override;
    void failed(const store::Error &error) override;

private:
    const int most_;
    const std::chrono::seconds patience_;
    QList<store::SigningOrder> orders_;
};

/// Where there is no provider: what was to be brought to one waits for a person. Another node may have one, and is faster.
class UnaskedSigningJob final : public EngineJob {
public:
    explicit UnaskedSigningJob(Outbox &outbox) : EngineJob(outbox) {}

    void run(store::Database &db) override;
};

/// Certificates that stations did not answer to are sent again.
class LostCertificatesJob final : public EngineJob {
public:
    explicit LostCertificatesJob(Outbox &outbox) : EngineJob(outbox) {}

    void run(store::Database &db) override;
};

/// What the provider said: the certificate goes to the station, or it is tried again later.
class SignedJob final : public EngineJob {
public:
    SignedJob(Outbox &outbox, qint64 order, Provider::Signed outcome)
        : EngineJob(outbox), order_(order), outcome_(std::move(outcome))
    {
    }

    void run(store::Database &db) override;

private:
    const qint64 order_;
    const Provider::Signed outcome_;
};

} // namespace csms
