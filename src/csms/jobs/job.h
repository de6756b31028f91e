// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/delivery.h"
#include "store/writer.h"

namespace csms {

/// A piece of the engine's work on the writer thread. What it wants the socket thread to do goes into the outbox in
/// finished(), never in run(): a batch may run twice, and nothing leaves before its commit.
class EngineJob : public store::Job
{
public:
    void finished(const store::Error *error) override
    {
        if (error)
            failed(*error);
        else
            committed();
    }

protected:
    explicit EngineJob(Outbox &outbox) : outbox_(outbox) {}

    virtual void committed() {}
    /// The database would not take it. Whoever waits for an answer must be told or left to repeat.
    virtual void failed(const store::Error &error);
    /// A frame of that connection that needs no answer is done with.
    void noteBooked(ConnectionId connection);

    Outbox &outbox_;
};

} // namespace csms
