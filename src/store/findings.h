// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QHash>

namespace store {

/// A deviation from the specification that a station showed, counted.
struct FindingRow {
    qint64 id = 0;
    QString station{};
    ocpp::Timestamp first{};
    ocpp::Timestamp last{};
    int count = 1;
    QString code{};
    QString path{};
    QString place{};      ///< the path without the positions in its lists; set by note()
    QString text{};
    QString clause{};
    QString action{};
    std::optional<qint64> frameId{}; ///< the latest frame that showed it

    static const RowTable &table();
};

class Findings {
public:
    explicit Findings(Database &db) : db_(db) { }

    /// As many different ones as a station may have; of more the one that was not seen for longest goes.
    static constexpr int mostPerStation = 200;

    /// The same (station, action, code, clause, place) counts up, and shows the latest text, path and frame: a value that
    /// differs each time does not make another finding.
    void note(const FindingRow &finding);
    /// Latest first.
    QList<FindingRow> list(const QString &station, int limit = 0);
    /// Different findings of one station, and of all that have any.
    int count(const QString &station);
    QHash<QString, int> counts();
    void clear(const QString &station);

private:
    Database &db_;
};

} // namespace store
