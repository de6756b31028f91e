// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/types.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace simulator {

/// One charging transaction. Shared between the connector, while it runs, and the messages about it that
/// still wait to be delivered.
struct Transaction {
    int connector = 0;
    QString idTag;
    QString parentIdTag; // empty: none is known
    std::optional<int> id; // as the central system answered; nothing: not answered yet, or never (E 3.18)
    ocpp::Timestamp startedAt{};
    double meterStartWh = 0;
    bool deauthorised = false; // StartTransaction.conf said no, but the transaction goes on (E 3.17)
    bool blocked = false; // so no energy is delivered any more
    QList<ocpp::MeterValue> kept; // for StopTransaction's transactionData

    /// E 3.18: what is sent when the central system never told an id.
    int wireId() const { return id.value_or(-1); }
};

using TransactionPtr = std::shared_ptr<Transaction>;

} // namespace simulator
