// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/types.h"
#include "store/database.h"

namespace store {

struct Transaction {
    qint64 id = 0;          ///< the OCPP transactionId: positive, fits 32 bits, never used twice
    QString station{};
    int connector = 0;
    QString idTag{};
    QString idTagKey{};       ///< folded(idTag); set by begin()
    QString parentIdTag{};
    ocpp::Timestamp startedAt{};     ///< as the station says
    ocpp::Timestamp startReceived{};
    qint64 meterStartWh = 0;
    std::optional<ocpp::Timestamp> stoppedAt{};
    std::optional<ocpp::Timestamp> stopReceived{}; ///< of the stop; without one: when it was closed
    std::optional<qint64> meterStopWh{};
    std::optional<double> energyWh{};
    QString energySource{};   ///< see Energy::source
    QString stopReason{};
    QString stopIdTag{};
    std::optional<int> reservationId{};
    QString status{};         ///< the idTagInfo.status that was answered
    QStringList flags{};      ///< those of Energy, and "matched", "pruned"
    QString closedBy{};       ///< "operator", "nextStart"; stays when the station's stop comes after all
    QString closeReason{};
    ocpp::Timestamp began{};             ///< startedAt, as far as the clock is believed; set by begin()
    qint64 meterFrom = 0;                ///< its meter values have ids from here ...
    std::optional<qint64> meterUntil{};  ///< ... to here; nothing while it is open

    bool isOpen() const { return !stoppedAt && closedBy.isEmpty(); }
    static const RowTable &table();
};

/// What begin() did.
struct Begun {
    Transaction transaction;
    bool repeated = false; ///< it was there already (behaviour 3)
};

/// StopTransaction.req, as received.
struct Stop {
    QString station{};
    qint64 transactionId = 0; ///< -1 and 0: the start was never acknowledged (E 3.18, 3.54)
    qint64 meterStopWh = 0;
    ocpp::Timestamp stoppedAt{};
    ocpp::Timestamp received{};
    QString idTag{};            ///< may be empty
    QString reason{};           ///< empty means Local (4.8)
    QList<ocpp::MeterValue> transactionData{};
    QByteArray payload{};       ///< the whole request, kept if it cannot be booked
};

/// What stop() did.
struct Stopped {
    enum class Kind {
        Booked,
        Corrected, ///< the operator, or the next start, had closed it: the station's word replaces theirs
        Repeated,  ///< had stopped already: recorded, not booked again (behaviour 4)
        Unmatched, ///< parked under Attention, no transaction invented (behaviour 6)
    } kind = Kind::Unmatched;
    std::optional<Transaction> transaction{}; ///< none if Unmatched
    bool matched = false; ///< found by station, time, tag and meter instead of by id
};

enum class TransactionState { Any, Open, Closed };

struct TransactionFilter {
    QString station{};
    QString idTag{}; ///< case-insensitive
    TransactionState state = TransactionState::Any;
    std::optional<ocpp::Timestamp> from{}; ///< startedAt, included
    std::optional<ocpp::Timestamp> to{};   ///< startedAt, excluded
    qint64 after = 0; ///< id where the page before ended
    int limit = 0;    ///< 0: all
};

class Transactions {
public:
    explicit Transactions(Database &db) : db_(db) { }

    /// Books a StartTransaction. `start` says everything but id and idTagKey. Idempotent by station,
    /// connector, idTag, startedAt and meterStartWh, also on several nodes at once. An older open transaction
    /// on the same connector never stopped: it is closed ("nextStart") with what is known of its energy.
    Begun begin(Transaction start);
    /// Books a StopTransaction with its transactionData. Ends the connector's live power and current.
    Stopped stop(const Stop &stop);
    /// A person closes a stale one. False if there is none, or it is not open.
    bool close(qint64 id, const QString &closedBy, const QString &reason, ocpp::Timestamp at);
    /// Takes close() by an operator back. False if the station has stopped it after all, or begun another on the connector.
    bool reopen(qint64 id);
    /// The session that an unmatched stop probably ends: open, or closed without a stop.
    std::optional<Transaction> candidateFor(const Stop &stop);
    /// A person says that this stop ends that session, whatever id it names. Nothing if it is not the station's, or has
    /// its stop already.
    std::optional<Transaction> assign(const Stop &stop, qint64 id);
    /// After the answer was decided (behaviour 2).
    void setStatus(qint64 id, const QString &status, const QString &parentIdTag);

    /// The energy of an open one is what its readings say so far.
    std::optional<Transaction> find(qint64 id);
    /// The one MeterValues belong to whose transactionId is -1 or 0: on that connector, running at that time.
    std::optional<Transaction> runningAt(const QString &station, int connector, ocpp::Timestamp time,
                                         ocpp::Timestamp received);
    std::optional<Transaction> openOn(const QString &station, int connector);
    /// Newest first, with the energy so far of open ones.
    QList<Transaction> list(const TransactionFilter &filter = {});
    /// Open transactions of a tag that were accepted: the limit per tag counts these (behaviour 11). One that
    /// begin() has just booked is not accepted before setStatus().
    int openCount(const QString &idTag);
    /// Derives the energy anew from all that is known. begin, stop, close and late meter values do it.
    void deriveEnergyOf(qint64 id);
    /// Late samples were booked for it, or it is over: its meter values go up to the present end of the log.
    void extendMeter(qint64 id);
    /// When its readings end: the stop, else the next start on the connector, else never.
    ocpp::Timestamp endOf(const Transaction &transaction);

private:
    std::optional<Transaction> row(qint64 id);
    std::optional<Transaction> ofStop(const Stop &stop);
    std::optional<Transaction> matchStop(const Stop &stop);
    bool wasFollowed(const Transaction &transaction, ocpp::Timestamp time, ocpp::Timestamp received);
    Stopped book(const Stop &stop, Transaction transaction);
    Stopped repeat(const Stop &stop, const Transaction &transaction);
    void park(const Stop &stop, const QString &kind, const QString &reason);
    bool endForgotten(const Transaction &started);
    void closeAs(const Transaction &transaction, const QString &closedBy, const QString &reason,
                 ocpp::Timestamp at);
    std::optional<Transaction> neighbour(const Transaction &transaction, bool next);
    void fillEnergySoFar(Transaction &transaction);
    void derive(Transaction &transaction);

    Database &db_;
};

} // namespace store
