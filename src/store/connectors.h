// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/readings.h"

namespace store {

/// A connector's last known state. Connector 0 is the station itself (the main meter).
struct Connector {
    QString station{};
    int connector = 0;
    QString status{};      ///< empty until the first StatusNotification
    QString errorCode{};
    QString info{};
    QString vendorId{};
    QString vendorErrorCode{};
    std::optional<ocpp::Timestamp> statusTime{}; ///< as the station says
    std::optional<ocpp::Timestamp> received{};   ///< of that status
    std::optional<double> powerW{};
    std::optional<double> currentA{};
    std::optional<double> voltageV{};
    std::optional<double> energyWh{}; ///< the import register
    std::optional<double> socPercent{};
    std::optional<ocpp::Timestamp> meterTime{};  ///< of these live values, as far as the clock is believed
    std::optional<ocpp::Timestamp> sampleTime{}; ///< the latest of all samples booked, as the station says

    static const RowTable &table();
};

/// One StatusNotification of the past.
struct StatusChange {
    qint64 id = 0;
    QString station{};
    int connector = 0;
    QString status{};
    QString errorCode{};
    QString info{};
    QString vendorId{};
    QString vendorErrorCode{};
    std::optional<ocpp::Timestamp> statusTime{};
    std::optional<ocpp::Timestamp> received{};

    static const RowTable &table();
};

/// The samples of one message.
struct SampleSpan {
    ocpp::Timestamp first{};
    ocpp::Timestamp last{};
    std::optional<qint64> transactionId{};
};

class Connectors {
public:
    explicit Connectors(Database &db) : db_(db) { }

    /// Books a StatusNotification. `received` must be set; `statusTime` may be missing. It becomes the
    /// connector's status unless a newer one is known (behaviour 9); a clock that is evidently not set (before
    /// 2010) or ahead of ours counts as the receive time. True if it became the status.
    bool report(const StatusChange &status);
    std::optional<Connector> find(const QString &station, int connector);
    QList<Connector> list(const QString &station);
    /// Of all stations, by station and connector.
    QList<Connector> list();
    /// Newest first; `after` is the id where the page before ended, 0 for the first.
    QList<StatusChange> history(const QString &station, std::optional<int> connector = {}, int limit = 100,
                                qint64 after = 0);

    /// Live values and the moment of samples, if these are news: later than all that was booked for the connector,
    /// or, because stations tell the time in seconds, of the same moment and different from the last. Their
    /// transaction, if any, must be an open one of this station. False, and nothing done, if not: then the samples
    /// may be repeated or history.
    bool advance(const QString &station, int connector, const Reading &reading, const SampleSpan &samples);
    /// Remembers that samples up to then were booked.
    void sampled(const QString &station, int connector, ocpp::Timestamp last);
    /// Live values, unless newer ones are known. What `reading` does not say stays.
    void measure(const QString &station, int connector, const Reading &reading);
    /// With no session open power and current are zero (behaviour 7), whatever the clocks say. What was measured before
    /// `time` is history then; nothing if only a person says that the session is over.
    void endLoad(const QString &station, int connector, std::optional<ocpp::Timestamp> time);

private:
    Database &db_;
};

} // namespace store
