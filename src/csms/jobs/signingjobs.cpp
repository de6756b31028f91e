// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/jobs/signingjobs.h"

#include "csms/switchboard.h"
#include "store/clock.h"

namespace csms {

void TakeSigningJob::run(store::Database &db)
{
    orders_ = store::SigningOrders(db).takeDue(store::now(), patience_, most_);
}

void TakeSigningJob::committed()
{
    outbox_.put([orders = orders_](Switchboard &board) { board.sign(orders); });
}

void TakeSigningJob::failed(const store::Error &error)
{
    EngineJob::failed(error);
    outbox_.put([](Switchboard &board) { board.sign({}); });
}

void UnaskedSigningJob::run(store::Database &db)
{
    constexpr std::chrono::minutes turnOfOthers{1};
    store::SigningOrders(db).leaveToPeople(store::now() - turnOfOthers);
}

void LostCertificatesJob::run(store::Database &db)
{
    store::SigningOrders(db).sendLostAgain(store::now());
}

void SignedJob::run(store::Database &db)
{
    store::SigningOrders orders(db);
    const auto order = orders.find(order_);
    if (!order || order->state != store::SigningState::Waiting)
        return; // there is a newer one, or somebody brought a certificate meanwhile
    if (!outcome_)
        return orders.wasNotSigned(*order, outcome_.error().reason, outcome_.error().isFinal, store::now());
    if (const auto sent = orders.fulfil(*order, *outcome_); !sent)
        orders.wasNotSigned(*order, sent.error(), true, store::now());
}

} // namespace csms
