// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reconciliations.h"
#include "ui/widgets/statemark.h"

namespace ui {

/// How far something that is desired of a station has got, for the owner.
struct StepWords {
    Mark mark;
    QString text;     ///< short, for a table's cell: "3 differences"
    QString sentence; ///< "3 differences. Next try in 40 s."
    QString reason; ///< why it waits, is paused or was given up; may be empty
    bool canRetry = false; ///< waits or was given up: a person may have it tried at once
};

StepWords stepWords(const store::Reconciliation &row, bool online, ocpp::Timestamp now);
/// What a topic of store::Reconciliation is about: "Local list". Empty if there is no such topic.
QString topicWord(QStringView topic);
/// Why it waits or was given up, in the person's language: a sentence, or "SendLocalList: why it failed".
QString stepReason(const QString &reason);

} // namespace ui
