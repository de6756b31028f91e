// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/exitcode.h"
#include "app/ctl/verbs.h"

#include <QHash>
#include <QStringList>

namespace ctl {

// What a person typed for one verb.
struct Invocation {
    QString api; // --api; empty: 127.0.0.1:8180
    QString tokenFile; // --token-file; empty: where it usually is
    bool json = false; // print what the API answers, untouched
    const Verb *verb = nullptr;
    QHash<QString, QStringList> values; // by Argument::name; missing if not given
};

// Does it and prints the result.
ExitCode run(const Invocation &invocation);

} // namespace ctl
