// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/frontdoor.h"
#include "csms/metrics.h"
#include "csms/policy.h"
#include "csms/session.h"
#include "ocpp/frame.h"
#include "store/writer.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <QWebSocketProtocol>

#include <unordered_map>

namespace store {
struct SigningOrder;
}

namespace csms {

class PasswordCheck;
class Provider;
struct Inbound;
struct Question;

/// All that happens on the socket thread: the front door, the sessions, one CALL at a time each way, liveness.
/// Frames are decoded here and become jobs of the writer; what the writer committed comes back as deliveries.
class Switchboard final : public QObject {
    Q_OBJECT

public:
    Switchboard(const Policy &policy, QString node, store::Writer &writer, Metrics &metrics);
    ~Switchboard() override;

    /// To be set before open(): the jobs' way back. Not owned.
    void setOutbox(Outbox *outbox) { outbox_ = outbox; }

    /// Lets stations in; 0 picks a free port. The port, or why it cannot be had and what to do.
    tl::expected<quint16, QString> open(const QHostAddress &address, quint16 port);
    /// Closes the door and every connection (1001), and posts what is to be remembered of them. Nobody comes in any
    /// more, also not by a verdict that is still on its way: the writer is about to stop.
    void close();

    // From the writer, by way of the outbox
    void deliver(Delivery delivery);
    /// A CALL of that connection gets no answer: what it asked for could not be written.
    void leaveUnanswered(ConnectionId connection);
    /// A CALL that has to be answered in any case (behaviour 1) could not be booked; its content says why.
    void keepApart(Inbound inbound);
    /// A frame of that connection that needs no answer is booked, or never will be.
    void noteBooked(ConnectionId connection);
    /// A null entry: the station was deleted, its connection closes.
    void replaceEntry(const QString &idKey, StationEntryPointer entry);
    /// All stations anew: those that are missing were deleted.
    void replaceDirectory(const QList<StationEntryPointer> &entries);
    void commandsWaiting(const QString &idKey);
    void wakeAll(const QStringList &stationKeys);
    /// The writer found no command to send on that connection.
    void noCommand(ConnectionId connection);
    /// The writer could not look for one.
    void askLater(ConnectionId connection);
    /// The writer has decided about a caller that the directory did not know or refused.
    void decide(const FrontDoor::Caller &caller, const StationEntryPointer &entry, const FrontDoor::Verdict &verdict);
    /// Closes a connection that breaks the rules; `code` is a WebSocket close code.
    void drop(ConnectionId connection, quint16 code, const QString &reason);
    /// Looks for what is to be signed, unless the provider has enough in hand.
    void takeSigning();
    /// Has them signed by the provider: what takeSigning() found.
    void sign(const QList<store::SigningOrder> &orders);
    /// Another node said that everybody here is offline: each one is reported again, in the usual turns.
    void reportEverybody();

private:
    using Clock = Session::Clock;

    // Arrival and departure
    void admit(const FrontDoor::Caller &caller, const FrontDoor::Verdict &verdict);
    void authenticate(const FrontDoor::Caller &caller, const StationEntryPointer &entry,
                      const FrontDoor::Verdict &verdict, bool entryIsFresh);
    void refuse(const FrontDoor::Caller &caller, RefusalReason reason, const FrontDoor::Verdict &verdict);
    void reconsider(const FrontDoor::Caller &caller, const FrontDoor::Verdict &verdict);
    void welcome(QWebSocket *socket, const FrontDoor::Caller &caller);
    void listenTo(Session &session);
    void replaceOlder(const QString &idKey);
    void dismiss(Session &session, QWebSocketProtocol::CloseCode code, const QString &reason);
    void noteDeparture(const Session &session);
    void noteBreach(const Session &session);
    void note(const Session &session, const QString &text, const QString &clause);
    void depart(ConnectionId id);

    // Frames
    void receive(Session &session, const QString &text);
    void receiveCall(Session &session, QByteArray text, ocpp::Frame frame, bool afterPause);
    void answerAtOnce(Session &session, Inbound inbound);
    void consultAbout(Inbound inbound, const Question &question);
    void receiveAnswer(Session &session, QByteArray text, ocpp::Frame frame);
    void receiveWithoutPayload(Session &session, const ocpp::BadFrame &bad, bool afterPause);
    void receiveUnusable(Session &session, const QByteArray &raw, const ocpp::BadFrame &bad);
    void noteArrival(Session &session, const ocpp::Frame &frame, QList<ocpp::Finding> &findings);
    void sendCall(Session &session, Delivery delivery);
    void send(Session &session, const QByteArray &frame);
    bool dropIfFlooding(Session &session);
    bool dropIfUnread(Session &session);

    // Commands
    void takeCommand(Session &session);

    // Time
    void tick();
    void checkLiveness(Session &session, Clock::time_point now);
    void checkTimeout(Session &session, Clock::time_point now);
    void checkDuties(Session &session, Clock::time_point now);
    void reportLastHeard();
    void lookAfterSigning();
    void checkDaylightSaving();

    Session *find(ConnectionId id);
    Session *findStation(const QString &idKey);
    template<class J, class... Arguments>
    void post(Arguments &&...arguments);

    const Policy policy_;
    const QString node_;
    store::Writer &writer_;
    Metrics &metrics_;
    Outbox *outbox_ = nullptr;
    FrontDoor door_;
    std::unique_ptr<PasswordCheck> passwords_;
    std::unique_ptr<Provider> provider_; ///< while it is open
    QTimer ticker_;
    bool closed_ = false;
    std::size_t ticks_ = 0;
    int configurationReadsLeft_ = 0;
    int signing_ = 0; ///< orders that the provider has in hand
    bool takingSigning_ = false; ///< the writer is looking for some
    bool moreSigning_ = false; ///< and there may be more since
    int utcOffset_ = QDateTime::currentDateTime().offsetFromUtc(); // s

    QHash<QString, StationEntryPointer> directory_; // by folded id
    std::unordered_map<ConnectionId, std::unique_ptr<Session>> sessions_;
    QHash<QString, ConnectionId> byStation_;
    ConnectionId lastId_ = 0;
};

template<class J, class... Arguments>
void Switchboard::post(Arguments &&...arguments)
{
    writer_.post(std::make_unique<J>(*outbox_, std::forward<Arguments>(arguments)...));
}

} // namespace csms
