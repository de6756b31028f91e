// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/codec.h"

#include <QDir>
#include <QHash>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

// What the tests against official schemas share: payloads with the schema's verdict, that a script for node prints.
namespace oracle {

using namespace ocpp;
using namespace Qt::StringLiterals;

struct Case {
    QString schema;
    QString mutation;
    QJsonObject payload;
    bool valid = false;

    QString text() const
    {
        return schema + u' ' + mutation + u' '
               + QString::fromUtf8(QJsonDocument(payload).toJson(QJsonDocument::Compact));
    }
    bool isSample() const { return mutation.startsWith("sample "_L1); }
};

// The message behind a schema "urn:Action.req" or "urn:Action.conf".
struct Codec {
    std::span<const Field> fields;
    Result<QJsonObject> (*roundTrip)(const QJsonObject &, QList<Finding> &) = nullptr;
};

template<class S>
Codec codecOf()
{
    return {.fields = S::fields(), .roundTrip = [](const QJsonObject &payload, QList<Finding> &findings) {
                return decode<S>(payload, findings).map([](const S &value) { return encode(value); });
            }};
}

// Where check() deliberately says something else than ajv-formats: the value, and whether check() accepts it.
// ajv-formats' "date-time" and "uri" are looser than the RFCs that JSON schema names, in all but one respect.
struct Deviation {
    QLatin1StringView value;
    bool accepted;
    QLatin1StringView reason;
};

inline constexpr Deviation deviations[] = {
    {"\"2026-01-31T12:34:56\""_L1, false, "RFC 3339 requires a zone"_L1},
    {"\"2026-01-31T12:34:56.789\""_L1, false, "RFC 3339 requires a zone"_L1},
    {"\"2026-01-31 12:34:56Z\""_L1, false, "RFC 3339 separates with T"_L1},
    {"\"2026-01-31\\t12:34:56Z\""_L1, false, "RFC 3339 separates with T"_L1},
    {"\"2026-01-31T12:34:56+0200\""_L1, false, "RFC 3339 writes offsets with a colon"_L1},
    {"\"2026-01-31T12:34:56+02\""_L1, false, "RFC 3339 writes offsets with minutes"_L1},
    {"\"2026-01-31T12:34:56+24:00\""_L1, false, "RFC 3339 has offsets up to 23:59"_L1},
    {"\"2026-01-31T12:34:56+02:60\""_L1, false, "RFC 3339 has offsets up to 23:59"_L1},
    {"\"2016-12-31T23:59:60+05:00\""_L1, false, "a leap second ends the day in UTC"_L1},
    {"\"2016-12-31T15:59:60-08:00\""_L1, true, "a leap second ends the day in UTC"_L1},
    {"\"http://host:port/\""_L1, false, "RFC 3986: a port is a number"_L1},
    {"\"http://a@b@c/\""_L1, false, "RFC 3986: user information holds no @"_L1},
};

// Empty if the script failed, with a warning that says why.
inline QList<Case> casesFrom(const QString &script)
{
    const QString modules = qEnvironmentVariable("SM_NODE_MODULES", QStringLiteral(SM_NODE_MODULES));
    QProcess oracle;
    oracle.start(u"node"_s, {QDir(QStringLiteral(SM_ORACLES)).filePath(script), modules});
    if (!oracle.waitForFinished(60'000) || oracle.exitCode() != 0) {
        qWarning().noquote() << oracle.errorString() << oracle.readAllStandardError() << "Run npm ci in tests/interop.";
        return {};
    }
    QList<Case> cases;
    const QList<QByteArray> lines = oracle.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        if (!json.isEmpty())
            cases.append({json["schema"_L1].toString(), json["mutation"_L1].toString(), json["payload"_L1].toObject(),
                          json["valid"_L1].toBool()});
    }
    return cases;
}

// The verdict that check() has to give, and the deviation that made it differ.
inline std::pair<bool, const Deviation *> expected(const Case &c)
{
    for (const Deviation &deviation : deviations) {
        if (c.mutation.endsWith(u' ' + deviation.value))
            return {deviation.accepted, &deviation};
    }
    return {c.valid, nullptr};
}

} // namespace oracle
