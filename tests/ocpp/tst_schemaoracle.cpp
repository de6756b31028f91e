// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages.h"

#include <QHash>
#include <QJsonDocument>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

using namespace ocpp;
using namespace Qt::StringLiterals;

namespace {

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

template<class... M>
void addCodecs(List<M...>, QHash<QString, Codec> &codecs)
{
    (codecs.insert("urn:"_L1 + M::action + ".req"_L1, codecOf<typename M::Request>()), ...);
    (codecs.insert("urn:"_L1 + M::action + ".conf"_L1, codecOf<typename M::Response>()), ...);
}

// Where check() deliberately says something else than ajv-formats: the value, and whether check() accepts it.
// ajv-formats' "date-time" and "uri" are looser than the RFCs that JSON schema names, in all but one respect.
struct Deviation {
    QLatin1StringView value;
    bool accepted;
    QLatin1StringView reason;
};

constexpr Deviation deviations[] = {
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

} // namespace

class TestSchemaOracle : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everySchemaHasAMessage();
    void checkSaysWhatTheSchemaSays();
    void validSamplesSurviveTheRoundTrip();
    void whatIsDecodedEncodesStrictly();

private:
    QList<Case> cases_;
    QHash<QString, Codec> codecs_;
};

void TestSchemaOracle::initTestCase()
{
    addCodecs(FromStation{}, codecs_);
    addCodecs(ToStation{}, codecs_);

    const QString modules = qEnvironmentVariable("SM_NODE_MODULES", QStringLiteral(SM_NODE_MODULES));
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    QVERIFY2(!node.isEmpty(), "node is missing: the schema oracle needs Node.js");
    QProcess oracle;
    oracle.start(node, {QStringLiteral(SM_ORACLE), modules});
    QVERIFY2(oracle.waitForFinished(60'000), qPrintable(oracle.errorString()));
    QVERIFY2(oracle.exitCode() == 0,
             (oracle.readAllStandardError() + "\nRun npm ci in tests/interop.").constData());

    const QList<QByteArray> lines = oracle.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        if (!json.isEmpty())
            cases_.append({json["schema"_L1].toString(), json["mutation"_L1].toString(),
                           json["payload"_L1].toObject(), json["valid"_L1].toBool()});
    }
    qInfo("%lld cases from %lld schemas", qlonglong(cases_.size()), qlonglong(codecs_.size()));
    QVERIFY(cases_.size() > 7'000);
}

void TestSchemaOracle::everySchemaHasAMessage()
{
    QSet<QString> schemas;
    for (const Case &c : cases_)
        schemas.insert(c.schema);
    QCOMPARE(schemas.size(), 78);
    QCOMPARE(schemas, QSet<QString>(codecs_.keyBegin(), codecs_.keyEnd()));
}

void TestSchemaOracle::checkSaysWhatTheSchemaSays()
{
    QSet<QLatin1StringView> used;
    QStringList wrong;
    for (const Case &c : cases_) {
        bool expected = c.valid;
        for (const Deviation &deviation : deviations) {
            if (c.mutation.endsWith(u' ' + deviation.value)) {
                QVERIFY2(c.valid != deviation.accepted, qPrintable("no deviation any more: "_L1 + c.text()));
                expected = deviation.accepted;
                used.insert(deviation.value);
            }
        }
        const std::optional<Fault> fault = check(codecs_.value(c.schema).fields, c.payload);
        if (fault.has_value() == expected)
            wrong.append(c.text()
                         + (fault ? " but: "_L1 + fault->path + u' ' + fault->text : u" but accepted"_s));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(QString::number(wrong.size()) + u'\n'
                                         + wrong.first(qMin(wrong.size(), 20)).join(u'\n')));
    QCOMPARE(used.size(), qsizetype(std::size(deviations)));
}

void TestSchemaOracle::validSamplesSurviveTheRoundTrip()
{
    int samples = 0;
    for (const Case &c : cases_) {
        if (!c.isSample())
            continue;
        ++samples;
        QVERIFY2(c.valid, qPrintable(c.text()));
        QList<Finding> findings;
        const Result<QJsonObject> again = codecs_.value(c.schema).roundTrip(c.payload, findings);
        QVERIFY2(again.has_value(), qPrintable(c.text()));
        QCOMPARE(*again, c.payload);
        QVERIFY2(findings.isEmpty(), qPrintable(c.text()));
    }
    qInfo("%d samples", samples);
    QVERIFY(samples > 500);
}

// Strict out (behaviour 23): whatever was let in, what leaves satisfies the schema.
void TestSchemaOracle::whatIsDecodedEncodesStrictly()
{
    int tolerated = 0;
    for (const Case &c : cases_) {
        QList<Finding> findings;
        const Codec codec = codecs_.value(c.schema);
        const Result<QJsonObject> again = codec.roundTrip(c.payload, findings);
        if (!again)
            continue;
        const std::optional<Fault> fault = check(codec.fields, *again);
        QVERIFY2(!fault,
                 qPrintable(c.text() + (fault ? u" -> "_s + fault->path + u' ' + fault->text : QString())));
        if (check(codec.fields, c.payload)) {
            ++tolerated;
            QVERIFY2(!findings.isEmpty(), qPrintable("accepted without a finding: "_L1 + c.text()));
        }
    }
    qInfo("%d invalid payloads tolerated, each with a finding", tolerated);
    QVERIFY(tolerated > 1000);
}

QTEST_APPLESS_MAIN(TestSchemaOracle)
#include "tst_schemaoracle.moc"
