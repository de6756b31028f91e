// SPDX-License-Identifier: GPL-3.0-or-later
// What the switchboard does as time goes by: timeouts, duties, liveness.
#include "csms/switchboard.h"

#include "csms/jobs/commandjobs.h"
#include "csms/jobs/connectionjobs.h"
#include "csms/jobs/signingjobs.h"

#include <QWebSocket>

namespace csms {
namespace {

constexpr std::size_t lastHeardEvery = 5;       // s
constexpr std::size_t signingEvery = 15; // s
constexpr std::size_t lastHeardPerSecond = 200; // stations: with more of them each is reported less often

} // namespace

void Switchboard::tick()
{
    door_.closeSlowCallers();
    configurationReadsLeft_ = policy_.configurationReadsPerSecond;
    const auto now = Clock::now();
    std::vector<ConnectionId> ids; // a closing socket changes the map
    ids.reserve(sessions_.size());
    for (const auto &[id, session] : sessions_)
        ids.push_back(id);
    for (const ConnectionId id : ids) {
        if (Session *const session = find(id)) {
            checkTimeout(*session, now);
            checkDuties(*session, now);
            if (!dropIfUnread(*session))
                checkLiveness(*session, now); // last: it may end the session
        }
    }
    reportLastHeard();
    checkDaylightSaving();
    post<ClockJob>(node_, policy_.loadBalancing);
    if (ticks_ % signingEvery == 0)
        lookAfterSigning();
}

/// What stations want to have signed, and what did not arrive at them.
void Switchboard::lookAfterSigning()
{
    if (!policy_.plugAndCharge.estUrl.isEmpty())
        takeSigning();
    else
        post<UnaskedSigningJob>();
    post<LostCertificatesJob>();
}

/// Behaviour 35: daily charging profiles are to begin at the same time of day as before.
void Switchboard::checkDaylightSaving()
{
    const int offset = QDateTime::currentDateTime().offsetFromUtc();
    if (std::exchange(utcOffset_, offset) != offset)
        post<ReconcileOnlineJob>(node_);
}

void Switchboard::checkLiveness(Session &session, Clock::time_point now)
{
    if (now - session.lastHeard < policy_.pingInterval * (session.pingsMissed + 1))
        return;
    if (session.pingsMissed >= policy_.missedPongs) {
        session.socket->abort(); // nobody there to say goodbye to
        return;
    }
    ++session.pingsMissed;
    session.socket->ping();
}

void Switchboard::checkTimeout(Session &session, Clock::time_point now)
{
    if (!session.outstanding || now < session.outstanding->deadline)
        return;
    post<TimeoutJob>(session.station, std::exchange(session.outstanding, std::nullopt)->call.commandId);
    session.commandsWaiting = true;
    takeCommand(session);
}

void Switchboard::checkDuties(Session &session, Clock::time_point now)
{
    if (session.backlogDue && now >= *session.backlogDue) {
        session.backlogDue.reset();
        session.commandsWaiting = true;
        takeCommand(session);
    }
    if (session.statusDue && now >= *session.statusDue) {
        session.statusDue.reset();
        post<AskStatusJob>(session.station);
    }
    if (session.configurationDue && now >= *session.configurationDue && configurationReadsLeft_ > 0) {
        --configurationReadsLeft_;
        session.configurationDue.reset();
        post<ReconcileJob>(session.station->id, node_);
    }
}

void Switchboard::reportEverybody()
{
    for (const auto &[id, session] : sessions_)
        session->heardSinceReport = true;
}

void Switchboard::reportLastHeard()
{
    const std::size_t period = std::max(lastHeardEvery, sessions_.size() / lastHeardPerSecond);
    const std::size_t turn = ++ticks_ % period;
    QList<LastHeardJob::Item> heard;
    for (const auto &[id, session] : sessions_) {
        if (id % period == turn && std::exchange(session->heardSinceReport, false))
            heard.append({session->station->id, session->lastHeardAt});
    }
    if (!heard.isEmpty())
        post<LastHeardJob>(node_, std::move(heard));
}

} // namespace csms
