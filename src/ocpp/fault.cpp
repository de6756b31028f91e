// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/fault.h"

namespace ocpp {

std::optional<ErrorCode> errorCodeFromString(QStringView text)
{
    if (text == QLatin1StringView("OccurrenceConstraintViolation"))
        return ErrorCode::OccurenceConstraintViolation; // JE 5.1
    if (text == QLatin1StringView("FormatViolation"))
        return ErrorCode::FormationViolation; // JE 5.2
    return fromString<ErrorCode>(text);
}

} // namespace ocpp
