// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/formcontext.h"

namespace ui {

using namespace Qt::Literals::StringLiterals;

QList<Choice> FormContext::choicesFor(QLatin1StringView field) const
{
    if (field == "connectorId"_L1)
        return connectors;
    if (field == "idTag"_L1)
        return idTags;
    if (field == "transactionId"_L1)
        return transactions;
    if (field == "key"_L1)
        return configuration;
    return {};
}

} // namespace ui
