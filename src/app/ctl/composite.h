// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/exitcode.h"

#include <QString>

#include <optional>

namespace ctl {

// What a person typed for "composite". The numbers are in their ranges.
struct CompositeWords {
    QString profiles; // a file, or "-" for the standard input
    std::optional<int> connector; // nothing: each
    QString from; // empty: now
    int duration = 86400; // s
    QString unit = QStringLiteral("A"); // "A", "W"
    double voltage = 230;
    int phases = 3;
    int connectors = 0; // 0: as many as the profiles speak of
    QString transactionStart; // empty: at `from`, if there is an id
    std::optional<int> transactionId;
    QString station; // as the heading of a picture names it; may be empty
    QString firmware;
    QString format = QStringLiteral("json"); // "json", "csv", or as what a picture can be written
    QString size; // of a picture, in px; empty: as it needs
    QString out; // a file; empty or "-": the standard output
};

// Computes without an engine and prints. A picture needs a drawingApplication().
ExitCode composite(const CompositeWords &words);

} // namespace ctl
