// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/jobs/connectionjobs.h"

#include "csms/framelog.h"
#include "csms/services/configurationservice.h"
#include "csms/services/firmwareservice.h"
#include "csms/services/lease.h"
#include "csms/services/loadbalancer.h"
#include "csms/services/outcomes.h"
#include "csms/services/reconciler.h"
#include "csms/services/stationfileservice.h"
#include "csms/switchboard.h"
#include "store/clock.h"
#include "store/findings.h"
#include "store/knocks.h"
#include "store/reservations.h"

using namespace Qt::Literals::StringLiterals;

namespace csms {

AdmissionJob::AdmissionJob(Outbox &outbox, const Policy &policy, FrontDoor::Caller caller, FrontDoor::Verdict verdict)
    : EngineJob(outbox), policy_(policy), caller_(std::move(caller)), verdict_(std::move(verdict))
{
}

void AdmissionJob::run(store::Database &db)
{
    store::Stations stations(db);
    const QString &id = caller_.handshake.stationId;
    auto row = stations.find(id);
    if (!row && policy_.acceptUnknown) {
        store::Station newcomer;
        newcomer.id = id;
        newcomer.registration =
            policy_.newStationsPending ? store::Registration::Pending : store::Registration::Accepted;
        newcomer.created = store::now();
        stations.save(newcomer);
        store::Knocks(db).remove(id);
        row = stations.find(id);
    }
    if (row && tookNewPassword(db, *row))
        row = stations.find(id);
    entry_ = row ? entryOf(*row) : nullptr;
}

bool AdmissionJob::tookNewPassword(store::Database &db, const store::Station &row) const
{
    const auto &credentials = caller_.handshake.credentials;
    if (!credentials || row.passwordHash.isEmpty() || store::folded(credentials->user) != row.idKey)
        return false;
    const StationEntryPointer entry = entryOf(row);
    const QJsonObject nothing;
    Context context{db, *entry, policy_, store::now(), nothing};
    return configuration::tookUnanswered(context, credentials->password);
}

void AdmissionJob::committed()
{
    outbox_.put([caller = caller_, verdict = verdict_, entry = entry_](Switchboard &board) {
        board.decide(caller, entry, verdict);
    });
}

void AdmissionJob::failed(const store::Error &error)
{
    EngineJob::failed(error);
    outbox_.put([verdict = verdict_](Switchboard &) { verdict(RefusalReason::TooManyConnections); });
}

KnockJob::KnockJob(Outbox &outbox, QString stationId, RefusalReason reason, QString remoteAddress)
    : KnockJob(outbox, std::move(stationId), toString(reason), httpStatus(reason), std::move(remoteAddress))
{
}

KnockJob::KnockJob(Outbox &outbox, QString stationId, QString reason, int httpStatus, QString remoteAddress)
    : EngineJob(outbox), stationId_(std::move(stationId)), reason_(std::move(reason)), httpStatus_(httpStatus),
      remoteAddress_(std::move(remoteAddress))
{
}

void KnockJob::run(store::Database &db)
{
    store::Knock knock;
    knock.stationId = stationId_.isEmpty() ? u"(%1)"_s.arg(remoteAddress_) : stationId_;
    knock.reason = reason_;
    knock.remoteAddress = remoteAddress_;
    knock.httpStatus = httpStatus_;
    knock.first = knock.last = store::now();
    store::Knocks(db).note(knock);
}

ConnectJob::ConnectJob(Outbox &outbox, StationEntryPointer station, ConnectionId, const FrontDoor::Caller &caller,
                       QString subprotocol, QString node)
    : EngineJob(outbox), station_(std::move(station)), link_{caller.remoteAddress, caller.localAddress,
                                                             std::move(subprotocol), std::move(node), store::now()}
{
}

void ConnectJob::run(store::Database &db)
{
    forgetSentElsewhere(db);
    store::Stations(db).setOnline(station_->id, link_);
    reconciler::connected(db, station_->id, link_.since);
    loadbalancer::touched(db, station_->id, link_.since);
    if (!link_.subprotocol.isEmpty())
        return;
    store::FindingRow finding; // behaviour 21
    finding.station = station_->id;
    finding.first = finding.last = link_.since;
    finding.code = toString(ocpp::ErrorCode::ProtocolError);
    finding.text = u"The handshake names no subprotocol (Sec-WebSocket-Protocol: ocpp1.6); read as OCPP 1.6."_s;
    finding.clause = u"J 3.1.2"_s;
    store::Findings(db).note(finding);
}

/// What another node had sent is not answered here. Where that node died nobody else would end it: from now on the
/// station is not one of its own.
void ConnectJob::forgetSentElsewhere(store::Database &db) const
{
    const auto row = store::Stations(db).find(station_->id);
    if (!row || row->node == link_.node)
        return;
    for (const store::Command &command : store::Commands(db).forgetSent(row->id, link_.since))
        reconciler::ended(db, command, command.state, command.error, link_.since);
}

BreachJob::BreachJob(Outbox &outbox, StationEntryPointer station, ocpp::Timestamp at, ocpp::Finding finding)
    : EngineJob(outbox), station_(std::move(station)), at_(at), finding_(std::move(finding))
{
}

void BreachJob::run(store::Database &db)
{
    logArrival(db, {.station = station_->id, .time = at_}, {finding_});
}

DisconnectJob::DisconnectJob(Outbox &outbox, StationEntryPointer station, QString node, ocpp::Timestamp lastHeard)
    : EngineJob(outbox), station_(std::move(station)), node_(std::move(node)), at_(store::now()), lastHeard_(lastHeard)
{
}

void DisconnectJob::run(store::Database &db)
{
    store::Stations(db).setOffline(station_->id, node_, at_, lastHeard_);
    loadbalancer::touched(db, station_->id, at_);
}

void LastHeardJob::run(store::Database &db)
{
    store::Stations(db).heard(node_, heard_);
}

void ClockJob::run(store::Database &db)
{
    const ocpp::Timestamp now = store::now();
    store::Commands commands(db);
    for (const store::Command &ended : commands.expireDue(now) + commands.giveUpSent(node_, now))
        reconciler::ended(db, ended, ended.state, ended.error, now);
    outcomes::giveUpDue(db, now);
    store::Reservations(db).expireDue(now);
    firmware::giveUpDue(db, now);
    stationfiles::giveUpDue(db, now);
    reconciler::runDue(db, node_, now);
    loadbalancer::runDue(db, node_, now, loadBalancing_);
    wasTakenForDead_ = renewLease(db, node_, now);
}

void ClockJob::committed()
{
    if (wasTakenForDead_)
        outbox_.put([](Switchboard &board) { board.reportEverybody(); });
}

} // namespace csms
