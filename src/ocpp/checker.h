// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/fault.h"
#include "ocpp/field.h"
#include "ocpp/jsontext.h"

#include <QJsonObject>

namespace ocpp {

// The strict walk of a table: what the official schema says, nothing more, nothing less. True: no violation.
class Checker {
public:
    bool object(std::span<const Field> fields, const QJsonObject &json, const PointerStep *where);
    const Fault &fault() const { return fault_; }

private:
    bool value(const Field &field, const FieldType &type, const QJsonValue &json, const PointerStep &where);
    bool text(const Field &field, const FieldType &type, const QJsonValue &json, const PointerStep &where);
    bool number(const Field &field, const FieldType &type, const QJsonValue &json, const PointerStep &where);
    bool list(const Field &field, const FieldType &type, const QJsonValue &json, const PointerStep &where);
    bool refuseUnknown(std::span<const Field> fields, const QJsonObject &json, const PointerStep *where);
    bool refuse(ErrorCode code, const PointerStep &where, const QString &text);
    bool expect(bool met, const Field &field, const QJsonValue &json, const PointerStep &where,
                QLatin1StringView expected);

    Fault fault_;
};

} // namespace ocpp
