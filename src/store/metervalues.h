// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/types.h"
#include "store/database.h"
#include "store/readings.h"

#include <QList>

namespace store {

struct Transaction;

/// The samples of one moment.
struct MeterValue {
    qint64 id = 0;
    QString station{};
    int connector = 0;
    std::optional<qint64> transactionId{};
    ocpp::Timestamp time{};     ///< as the station says
    ocpp::Timestamp received{};
    std::optional<double> energyWh{};
    std::optional<double> powerW{};
    QByteArray samples{};         ///< JSON array of sampledValue as received, compact
    qint64 digest = 0;          ///< of `samples`: tells a repetition at a glance

    static const RowTable &table();
};

/// MeterValues.req, as received.
struct MeterMessage {
    QString station{};
    int connector = 0;
    std::optional<qint64> transactionId{}; ///< -1 and 0: matched by connector and time (E 3.18, 3.54)
    QList<ocpp::MeterValue> values{};
    ocpp::Timestamp received{};
};

struct MeterValueFilter {
    QString station{};
    std::optional<int> connector{};
    std::optional<ocpp::Timestamp> from{}; ///< included
    std::optional<ocpp::Timestamp> to{};   ///< excluded
    int limit = 0;                       ///< 0: all
};

class MeterValues {
public:
    explicit MeterValues(Database &db) : db_(db) { }

    /// Books the samples, once each however often they come (behaviour 8), updates the connector's live
    /// values, and derives the energy anew if the transaction is over. Gives the transaction they belong to.
    /// A transactionId that this station does not have is kept in the samples' row as none.
    std::optional<qint64> add(const MeterMessage &message);
    /// transactionData of a StopTransaction, without what was there already (behaviour 8). Transactions::stop() calls it.
    void merge(qint64 transactionId, const QList<ocpp::MeterValue> &transactionData, ocpp::Timestamp received);

    /// In order of time, also those of its connector that named no transaction and were taken while it ran.
    QList<MeterValue> ofTransaction(qint64 transactionId);
    QList<MeterValue> ofTransaction(const Transaction &transaction);
    /// In order of time.
    QList<MeterValue> list(const MeterValueFilter &filter);

private:
    struct Place;
    struct Moment;
    std::optional<qint64> addHistory(const MeterMessage &message, const QList<Moment> &moments, const Reading &newest);
    Place placeOf(const MeterMessage &message);
    bool advance(const MeterMessage &message, const QList<Moment> &moments, const Reading &newest);
    void showLive(const Place &place, const Reading &newest);
    void insert(const Place &place, const Moment &moment);
    bool bookOnce(const Place &place, const Moment &moment);
    QList<MeterValue> atMoment(const Place &place, ocpp::Timestamp time);
    QList<MeterValue> ownedAt(const Place &place, ocpp::Timestamp time);

    Database &db_;
};

/// Compact JSON, members in the order of the specification, absent ones left out.
QByteArray encodeSamples(const QList<ocpp::SampledValue> &samples);
/// Those of `samples` that no row of `known` has; empty if there is none. Samples are the same when all members are,
/// defaults filled in (behaviour 25).
QByteArray samplesBeyond(const QList<MeterValue> &known, const QByteArray &samples);

} // namespace store
