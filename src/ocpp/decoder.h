// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/codec.h"
#include "ocpp/jsontext.h"

#include <QJsonValue>

namespace ocpp {

// The lenient walk of a table (behaviour 23). One use per message. Every step says whether the target is
// filled; if not, fault() says why.
class Decoder {
public:
    Decoder(QList<Finding> &findings, const DecodeOptions &options);

    bool object(std::span<const Field> fields, const QJsonObject &json, void *target,
                const PointerStep *where);
    const Fault &fault() const { return fault_; }

private:
    bool member(const Field &field, const QJsonValue &json, void *object, const PointerStep &where);
    bool value(const Field &field, const FieldType &type, const QJsonValue &json, void *target,
               const PointerStep &where);
    bool text(const Field &field, const QJsonValue &json, QString &target, const PointerStep &where);
    bool integer(const Field &field, const FieldType &type, const QJsonValue &json, void *target,
                 const PointerStep &where);
    bool decimal(const Field &field, const QJsonValue &json, double &target, const PointerStep &where);
    bool boolean(const Field &field, const QJsonValue &json, bool &target, const PointerStep &where);
    bool time(const Field &field, const QJsonValue &json, Timestamp &target, const PointerStep &where);
    bool enumeration(const Field &field, const FieldType &type, const QJsonValue &json, void *target,
                     const PointerStep &where);
    bool nested(const Field &field, const FieldType &type, const QJsonValue &json, void *target,
                const PointerStep &where);
    bool list(const Field &field, const FieldType &type, const QJsonValue &json, void *target,
              const PointerStep &where);

    bool asText(const Field &field, const QJsonValue &json, QString &target, const PointerStep &where);
    bool mendUri(const Field &field, QString &target, const PointerStep &where);
    void useKnownSpelling(const Field &field, QString &target, const PointerStep &where);
    QJsonValue asNumber(const Field &field, const QJsonValue &json, const PointerStep &where);
    bool inRange(const Field &field, double number, const PointerStep &where);

    bool refuse(ErrorCode code, const PointerStep &where, const QString &text);
    bool refuseType(const Field &field, const QJsonValue &json, const PointerStep &where,
                    QLatin1StringView expected);
    void note(ErrorCode code, QLatin1StringView clause, const PointerStep &where, const QString &text);
    void noteFault(const Field &field);
    void noteUnknown(std::span<const Field> fields, const QJsonObject &json, const PointerStep *where);
    bool mayNote() const { return findings_.size() < limit_; }

    QList<Finding> &findings_;
    const qsizetype limit_;
    const Zone zoneless_;
    Fault fault_;
};

} // namespace ocpp
