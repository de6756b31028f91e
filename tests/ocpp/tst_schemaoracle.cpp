// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle.h"

#include "ocpp/messages.h"

#include <QSet>

using namespace ocpp;
using namespace oracle;
using namespace Qt::StringLiterals;

namespace {

template<class... M>
void addCodecs(List<M...>, QHash<QString, Codec> &codecs)
{
    (codecs.insert("urn:"_L1 + M::action + ".req"_L1, codecOf<typename M::Request>()), ...);
    (codecs.insert("urn:"_L1 + M::action + ".conf"_L1, codecOf<typename M::Response>()), ...);
}

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

    cases_ = casesFrom(u"oracle.mjs"_s);
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
        const auto [verdict, deviation] = expected(c);
        if (deviation) {
            QVERIFY2(c.valid != verdict, qPrintable("no deviation any more: "_L1 + c.text()));
            used.insert(deviation->value);
        }
        const std::optional<Fault> fault = check(codecs_.value(c.schema).fields, c.payload);
        if (fault.has_value() == verdict)
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
