// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace store {

/// Somebody at the door who was not let in (behaviour 20).
struct Knock {
    QString stationId{}; ///< as it called itself
    QString idKey{};     ///< folded(stationId); set by note()
    QString reason{};
    QString remoteAddress{};
    int httpStatus = 404;
    ocpp::Timestamp first{};
    ocpp::Timestamp last{};
    int count = 1;

    static const RowTable &table();
};

class Knocks {
public:
    /// More different names than this are not remembered: the oldest goes, so that a scanner cannot fill the disk.
    static constexpr int limit = 1000;

    explicit Knocks(Database &db) : db_(db) { }

    /// Counts up by idKey.
    void note(Knock knock);
    /// Latest first.
    QList<Knock> list(int most = 0);
    std::optional<Knock> find(const QString &stationId);
    bool remove(const QString &stationId);

private:
    Database &db_;
};

} // namespace store
