// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/wireenum.h"

#include <QString>

#include <tl/expected.hpp>

namespace ocpp {

// J 4.2.3, table 7; "Occurence" and "Formation" are spelled as on the wire (JE 5.1, 5.2).
OCPP_ENUM(ErrorCode, NotImplemented, NotSupported, InternalError, ProtocolError, SecurityError,
          FormationViolation, PropertyConstraintViolation, OccurenceConstraintViolation,
          TypeConstraintViolation, GenericError)

// Reads also the two corrected spellings that other implementations send (JE 5.1, 5.2).
std::optional<ErrorCode> errorCodeFromString(QStringView text);

// Fatal: the message is answered with a CALLERROR. The path is a JSON pointer into the payload.
struct Fault {
    ErrorCode code = ErrorCode::GenericError;
    QString path{};
    QString text{};
};

// A tolerated deviation from the specification, recorded on the station.
struct Finding {
    ErrorCode code = ErrorCode::GenericError; // what a strict receiver would have answered
    QString path{}; // JSON pointer into the payload, or into the frame
    QString text{};
    QString clause{}; // "6.45": specification; "J 4.2": JSON specification; "W 5.1": security whitepaper
};

template<class T>
using Result = tl::expected<T, Fault>;

} // namespace ocpp
