// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/switchboard.h"

#include "csms/descriptors.h"
#include "csms/jobs/commandjobs.h"
#include "csms/jobs/connectionjobs.h"
#include "csms/passwordcheck.h"
#include "csms/services/httpprovider.h"
#include "store/clock.h"
#include "store/writer.h"

#include <QSet>
#include <QWebSocket>

using namespace Qt::Literals::StringLiterals;

namespace csms {
namespace {

constexpr std::chrono::seconds secondLook{5}; // for commands, after the database refused

/// Each connection is an open file. Some are needed for the database, the API and the window.
qsizetype connectionsPossible(qsizetype wanted)
{
    constexpr qsizetype others = 256;
    const qsizetype allowed = allowDescriptors(wanted + others);
    return std::min(std::max(allowed - others, allowed / 2), wanted);
}

FrontDoor::Limits limitsOf(const Policy &policy)
{
    return {policy.handshakeTimeout, connectionsPossible(policy.connections), policy.frameBytes};
}

} // namespace

Switchboard::Switchboard(const Policy &policy, QString node, store::Writer &writer, Metrics &metrics)
    : policy_(policy), node_(std::move(node)), writer_(writer), metrics_(metrics),
      door_(
          limitsOf(policy), [this](const auto &caller, const auto &verdict) { admit(caller, verdict); },
          [this](QWebSocket *socket, const auto &caller) { welcome(socket, caller); },
          [this](RefusalReason reason, const QString &address) {
              ++metrics_.connectionsRefused;
              post<KnockJob>(QString(), reason, address);
          },
          this),
      passwords_(std::make_unique<PasswordCheck>(this)), ticker_(this)
{
    connect(&ticker_, &QTimer::timeout, this, &Switchboard::tick);
}

Switchboard::~Switchboard() = default;

tl::expected<quint16, QString> Switchboard::open(const QHostAddress &address, quint16 port)
{
    const auto opened = door_.open(address, port);
    if (!opened)
        return opened;
    provider_ = std::make_unique<HttpProvider>(policy_.plugAndCharge); // belongs to this thread
    ticker_.start(std::chrono::seconds(1));
    return opened;
}

void Switchboard::close()
{
    closed_ = true;
    ticker_.stop();
    door_.shut();
    provider_.reset(); // who still waits for an answer of it asks again, later
    while (!sessions_.empty()) {
        Session &session = *sessions_.begin()->second;
        noteDeparture(session);
        dismiss(session, QWebSocketProtocol::CloseCodeGoingAway, u"The central system stops."_s);
    }
}

void Switchboard::wakeAll(const QStringList &stationKeys)
{
    for (const QString &idKey : stationKeys)
        commandsWaiting(idKey);
}

Session *Switchboard::find(ConnectionId id)
{
    const auto it = sessions_.find(id);
    return it == sessions_.end() ? nullptr : it->second.get();
}

Session *Switchboard::findStation(const QString &idKey)
{
    const auto it = byStation_.constFind(idKey);
    return it == byStation_.constEnd() ? nullptr : find(*it);
}

// ---- Arrival and departure

void Switchboard::admit(const FrontDoor::Caller &caller, const FrontDoor::Verdict &verdict)
{
    const StationEntryPointer entry = directory_.value(store::folded(caller.handshake.stationId));
    if (entry)
        authenticate(caller, entry, verdict, false);
    else
        reconsider(caller, verdict);
}

void Switchboard::authenticate(const FrontDoor::Caller &caller, const StationEntryPointer &entry,
                               const FrontDoor::Verdict &verdict, bool entryIsFresh)
{
    if (entry->passwordHash.isEmpty() && entry->securityProfile == 0)
        return verdict(std::nullopt);
    // The directory may be a moment behind the database: before anybody is refused the row is read again.
    const auto refusal = [this, caller, verdict, entryIsFresh](RefusalReason reason) {
        entryIsFresh ? refuse(caller, reason, verdict) : reconsider(caller, verdict);
    };
    const auto &credentials = caller.handshake.credentials;
    if (!credentials)
        return refusal(RefusalReason::PasswordMissing);
    // 2.2 of the whitepaper's profile 1: the user is the station's identity.
    if (store::folded(credentials->user) != entry->idKey || entry->passwordHash.isEmpty())
        return refusal(RefusalReason::PasswordWrong);
    const auto answer = [verdict, refusal](bool matches) {
        matches ? verdict(std::nullopt) : refusal(RefusalReason::PasswordWrong);
    };
    if (!passwords_->verify({entry->passwordHash, credentials->password, caller.presence, answer}))
        refuse(caller, RefusalReason::TooManyConnections, verdict);
}

/// Asks the writer, who sees the newest row and registers newcomers where the policy says so.
void Switchboard::reconsider(const FrontDoor::Caller &caller, const FrontDoor::Verdict &verdict)
{
    if (!closed_)
        post<AdmissionJob>(policy_, caller, verdict);
}

void Switchboard::decide(const FrontDoor::Caller &caller, const StationEntryPointer &entry,
                         const FrontDoor::Verdict &verdict)
{
    if (closed_ || caller.presence.expired())
        return;
    if (!entry)
        return refuse(caller, RefusalReason::UnknownStation, verdict);
    directory_.insert(entry->idKey, entry);
    authenticate(caller, entry, verdict, true);
}

void Switchboard::refuse(const FrontDoor::Caller &caller, RefusalReason reason, const FrontDoor::Verdict &verdict)
{
    if (closed_)
        return;
    ++metrics_.connectionsRefused;
    post<KnockJob>(caller.handshake.stationId, reason, caller.remoteAddress);
    verdict(reason);
}

void Switchboard::welcome(QWebSocket *socket, const FrontDoor::Caller &caller)
{
    std::unique_ptr<QWebSocket> owned(socket);
    const StationEntryPointer entry = directory_.value(store::folded(caller.handshake.stationId));
    const bool speaksAnother = !caller.handshake.subprotocols.isEmpty() && socket->subprotocol().isEmpty();
    if (!entry || speaksAnother) {
        // J 3.2: the handshake is completed without a subprotocol, then the connection is closed at once.
        if (speaksAnother)
            socket->close(QWebSocketProtocol::CloseCodeProtocolError, u"Only OCPP 1.6-J (ocpp1.6) is spoken here."_s);
        else // removed since it was let in
            socket->close(QWebSocketProtocol::CloseCodePolicyViolated, u"This station is not registered any more."_s);
        door_.noteDeparture();
        if (speaksAnother)
            post<KnockJob>(caller.handshake.stationId, u"unknownSubprotocol"_s, 101, caller.remoteAddress);
        owned.release()->deleteLater();
        return;
    }
    replaceOlder(entry->idKey);
    const ConnectionId id = ++lastId_;
    auto session = std::make_unique<Session>(id, entry, std::move(owned));
    session->hear(store::now());
    session->backlogDue = Clock::now() + policy_.backlogAfter;
    session->configurationDue = Clock::now() + policy_.configurationReadAfter;
    byStation_.insert(entry->idKey, id);
    ++metrics_.connectionsOpened;
    metrics_.connectionsOpen = sessions_.size() + 1;
    post<ConnectJob>(entry, id, caller, socket->subprotocol(), node_);
    listenTo(*session);
    sessions_.emplace(id, std::move(session));
}

void Switchboard::listenTo(Session &session)
{
    Session *const s = &session;
    QWebSocket *const socket = session.socket.get();
    connect(socket, &QWebSocket::textMessageReceived, this, [this, s](const QString &text) { receive(*s, text); });
    connect(socket, &QWebSocket::binaryMessageReceived, this, [this, s](const QByteArray &bytes) {
        s->hear(store::now());
        receiveUnusable(
            *s, bytes,
            {{},
             false,
             {ocpp::ErrorCode::FormationViolation, {}, u"A binary frame: OCPP-J sends text frames only (J 4.1.2)."_s}});
    });
    connect(socket, &QWebSocket::pong, this, [s] { s->hear(store::now()); });
    connect(socket, &QWebSocket::disconnected, this, [this, id = session.id] { depart(id); });
}

/// The newest socket wins (behaviour 16). The old one goes without a word to the database, so that its end can
/// not clear what the new one has written.
void Switchboard::replaceOlder(const QString &idKey)
{
    if (Session *const older = findStation(idKey)) {
        if (older->outstanding)
            post<LostCallJob>(older->station, older->outstanding->call.commandId);
        dismiss(*older, QWebSocketProtocol::CloseCodePolicyViolated, u"Replaced by a newer connection."_s);
    }
}

/// Forgets the session before its socket is closed: closing signals the end at once or later, to nobody then.
void Switchboard::dismiss(Session &session, QWebSocketProtocol::CloseCode code, const QString &reason)
{
    byStation_.remove(session.station->idKey);
    const auto kept = sessions_.extract(session.id);
    door_.noteDeparture();
    metrics_.connectionsOpen = sessions_.size();
    session.socket->disconnect(this);
    session.socket->close(code, reason);
    session.socket->flush();
}

/// What the database is to know of an end.
void Switchboard::noteDeparture(const Session &session)
{
    if (session.outstanding)
        post<LostCallJob>(session.station, session.outstanding->call.commandId);
    post<DisconnectJob>(session.station, node_, session.lastHeardAt);
}

void Switchboard::depart(ConnectionId id)
{
    Session *const session = find(id);
    if (!session)
        return;
    noteBreach(*session);
    noteDeparture(*session);
    byStation_.remove(session->station->idKey);
    sessions_.erase(id);
    door_.noteDeparture();
    metrics_.connectionsOpen = sessions_.size();
}

/// What made the WebSocket itself end the connection was never a frame, so nothing else tells of it (behaviour 24).
/// Qt tells by the same code when the station has closed, with the station's reason; its own is never empty.
void Switchboard::noteBreach(const Session &session)
{
    const QString reason = session.socket->closeReason();
    if (reason.isEmpty())
        return;
    switch (session.socket->closeCode()) {
    case QWebSocketProtocol::CloseCodeTooMuchData:
        return note(session,
                    u"Closed with 1009 (%1): a frame larger than %2 bytes."_s.arg(reason).arg(policy_.frameBytes),
                    u"J 4.1"_s);
    case QWebSocketProtocol::CloseCodeWrongDatatype:
        return note(session, u"Closed with 1007 (%1): a text that is not UTF-8."_s.arg(reason), u"J 4.1.2"_s);
    case QWebSocketProtocol::CloseCodeProtocolError:
        return note(session, u"Closed with 1002 (%1): not the WebSocket protocol (RFC 6455)."_s.arg(reason), u"J 3"_s);
    default:
        return;
    }
}

void Switchboard::note(const Session &session, const QString &text, const QString &clause)
{
    post<BreachJob>(session.station, session.lastHeardAt,
                    ocpp::Finding{ocpp::ErrorCode::FormationViolation, {}, text, clause});
}

void Switchboard::drop(ConnectionId connection, quint16 code, const QString &reason)
{
    if (Session *const session = find(connection)) {
        noteDeparture(*session);
        dismiss(*session, QWebSocketProtocol::CloseCode(code), reason);
    }
}

void Switchboard::replaceDirectory(const QList<StationEntryPointer> &entries)
{
    QSet<QString> gone(directory_.keyBegin(), directory_.keyEnd());
    for (const StationEntryPointer &entry : entries) {
        replaceEntry(entry->idKey, entry);
        gone.remove(entry->idKey);
    }
    for (const QString &idKey : std::as_const(gone))
        replaceEntry(idKey, nullptr);
}

void Switchboard::replaceEntry(const QString &idKey, StationEntryPointer entry)
{
    Session *const session = findStation(idKey);
    if (!entry) {
        directory_.remove(idKey);
        if (session)
            drop(session->id, QWebSocketProtocol::CloseCodePolicyViolated, u"The station was removed."_s);
        return;
    }
    directory_.insert(idKey, entry);
    if (!session)
        return;
    const bool isLetIn = session->station->registration != store::Registration::Accepted
                         && entry->registration == store::Registration::Accepted;
    session->station = std::move(entry);
    if (!isLetIn)
        return;
    // What an unaccepted station must not get has waited.
    if (session->told == store::Registration::Pending)
        post<AskBootJob>(session->station);
    session->configurationDue = Clock::now();
    session->commandsWaiting = true;
    takeCommand(*session);
}

// ---- Commands

void Switchboard::commandsWaiting(const QString &idKey)
{
    if (Session *const session = findStation(idKey)) {
        session->commandsWaiting = true;
        takeCommand(*session);
    }
}

void Switchboard::takeCommand(Session &session)
{
    if (!session.commandsWaiting || session.takingCommand || session.outstanding
        || session.told == store::Registration::Rejected)
        return;
    session.takingCommand = true;
    session.commandsWaiting = false; // a notice that comes while the writer looks sets it again
    post<TakeCommandJob>(session.station, session.id, session.told, node_);
}

void Switchboard::noCommand(ConnectionId connection)
{
    if (Session *const session = find(connection)) {
        session->takingCommand = false;
        takeCommand(*session);
    }
}

void Switchboard::askLater(ConnectionId connection)
{
    if (Session *const session = find(connection)) {
        session->takingCommand = false;
        session->backlogDue = Clock::now() + secondLook;
    }
}

} // namespace csms
