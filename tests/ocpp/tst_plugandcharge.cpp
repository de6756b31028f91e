// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle.h"

#include "ocpp/messages/plugandcharge.h"

#include <QSet>

using namespace ocpp;
using namespace oracle;

namespace {

template<class... M>
void addCodecs(QLatin1StringView vendor, QHash<QString, Codec> &codecs)
{
    const auto name = [vendor](QLatin1StringView message, QLatin1StringView kind) {
        return u"urn:%1:%2.%3"_s.arg(vendor, message, kind);
    };
    (codecs.insert(name(M::messageId, "req"_L1), codecOf<typename M::Request>()), ...);
    (codecs.insert(name(M::messageId, "conf"_L1), codecOf<typename M::Response>()), ...);
}

} // namespace

class TestPlugAndCharge : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everySchemaHasAPayload();
    void checkSaysWhatTheSchemaSays();
    void validSamplesSurviveTheRoundTrip();
    void whatIsDecodedEncodesStrictly();

private:
    QList<Case> cases_;
    QHash<QString, Codec> codecs_;
};

void TestPlugAndCharge::initTestCase()
{
    addCodecs<pnc::Authorize, pnc::CertificateSigned, pnc::DeleteCertificate, pnc::Get15118EVCertificate,
              pnc::GetCertificateStatus, pnc::GetInstalledCertificateIds, pnc::InstallCertificate, pnc::SignCertificate,
              pnc::TriggerMessage>(pnc::vendorId, codecs_);
    addCodecs<pncold::Authorize, pncold::CertificateSigned, pncold::DeleteCertificate, pncold::Get15118EVCertificate,
              pncold::GetCertificateStatus, pncold::GetInstalledCertificateIds, pncold::InstallCertificate,
              pncold::SignCertificate, pncold::TriggerMessage>(pncold::vendorId, codecs_);
    cases_ = casesFrom(u"pncoracle.mjs"_s);
    QVERIFY(cases_.size() > 4'000);
}

void TestPlugAndCharge::everySchemaHasAPayload()
{
    QSet<QString> schemas;
    for (const Case &c : cases_)
        schemas.insert(c.schema);
    QCOMPARE(schemas.size(), 36);
    QCOMPARE(schemas, QSet<QString>(codecs_.keyBegin(), codecs_.keyEnd()));
    for (const VendorMessage &message : vendorMessages()) {
        const QString name = u"urn:%1:%2"_s.arg(message.vendorId, message.messageId);
        QCOMPARE(message.request.data(), codecs_.value(name + ".req"_L1).fields.data());
        QCOMPARE(message.response.data(), codecs_.value(name + ".conf"_L1).fields.data());
        QCOMPARE(vendorMessage(message.vendorId, message.messageId), &message);
    }
    QCOMPARE(vendorMessages().size(), 18u);
    QVERIFY(!vendorMessage(pnc::vendorId, u"authorize"));
}

void TestPlugAndCharge::checkSaysWhatTheSchemaSays()
{
    QStringList wrong;
    for (const Case &c : cases_) {
        const std::optional<Fault> fault = check(codecs_.value(c.schema).fields, c.payload);
        if (fault.has_value() == expected(c).first)
            wrong.append(c.text() + (fault ? " but: "_L1 + fault->path + u' ' + fault->text : u" but accepted"_s));
    }
    QVERIFY2(wrong.isEmpty(),
             qPrintable(QString::number(wrong.size()) + u'\n' + wrong.first(qMin(wrong.size(), 20)).join(u'\n')));
}

void TestPlugAndCharge::validSamplesSurviveTheRoundTrip()
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
    QVERIFY(samples > 200);
}

// Strict out (behaviour 23).
void TestPlugAndCharge::whatIsDecodedEncodesStrictly()
{
    int tolerated = 0;
    for (const Case &c : cases_) {
        QList<Finding> findings;
        const Codec codec = codecs_.value(c.schema);
        const Result<QJsonObject> again = codec.roundTrip(c.payload, findings);
        if (!again)
            continue;
        const std::optional<Fault> fault = check(codec.fields, *again);
        QVERIFY2(!fault, qPrintable(c.text() + (fault ? u" -> "_s + fault->path + u' ' + fault->text : QString())));
        if (check(codec.fields, c.payload)) {
            ++tolerated;
            QVERIFY2(!findings.isEmpty(), qPrintable("accepted without a finding: "_L1 + c.text()));
        }
    }
    QVERIFY(tolerated > 400);
}

QTEST_APPLESS_MAIN(TestPlugAndCharge)
#include "tst_plugandcharge.moc"
