// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine stored in English, in the person's language.
#include "ocpp/messages.h"
#include "ui/text/storedtext.h"
#include "ui/uifixture.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A language in which every sentence of the table stands in quotation marks.
class Quoting : public QTranslator {
public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *text, const char *, int) const override
    {
        return qstrcmp(context, "ui::StoredText") == 0 ? u"«%1»"_s.arg(QString::fromLatin1(text)) : QString();
    }
};

/// All programs' texts, with those that stand on several lines in one piece.
QString engineSources()
{
    QString all;
    QDirIterator files(QStringLiteral(SOURCE_FOLDER), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += QString::fromUtf8(file.readAll());
    }
    static const QRegularExpression seam(u"\"\\s*\\n\\s*u?\""_s);
    return all.replace(u"\\\""_s, u"\x1"_s).remove(seam).replace(u'\x1', u'"');
}

} // namespace

class TestStoredText : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QCoreApplication::installTranslator(&quoting_); }
    void sentencesAreWhatTheEngineSays();
    void partsAreTranslatedToo_data();
    void partsAreTranslatedToo();
    void unknownTextsStayAsTheyAre();
    void findingsOfAFrameStandInLines();
    void everyDeviationHasWords_data();
    void everyDeviationHasWords();

private:
    Quoting quoting_;
};

void TestStoredText::sentencesAreWhatTheEngineSays()
{
    const QString sources = engineSources();
    QVERIFY(sources.size() > 100'000);
    static const QRegularExpression place(u"%[1-4]"_s);
    for (const char *sentence : ui::storedSentences()) {
        for (const QString &part : QString::fromLatin1(sentence).split(place, Qt::SkipEmptyParts))
            QVERIFY2(sources.contains(part), sentence);
    }
}

void TestStoredText::partsAreTranslatedToo_data()
{
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("shown");
    QTest::addRow("whole") << u"No answer came in time."_s << u"«No answer came in time.»"_s;
    QTest::addRow("value") << u"No answer within 30 s. A later one is still taken."_s
                           << u"«No answer within 30\u00a0s. A later one is still taken.»"_s;
    QTest::addRow("nested") << u"The answer cannot be read: expected a text, found 5 at /status."_s
                            << u"«The answer cannot be read: «expected «a text», found 5» at /status.»"_s;
    QTest::addRow("left out") << u"is out of range: 900; left out"_s << u"««is out of range: 900»; left out»"_s;
    QTest::addRow("narrow first") << u"has the unknown value \"x\"; kept"_s << u"«has the unknown value \"x\"; kept»"_s;
    QTest::addRow("error code") << u"the error code is 12"_s << u"«the «error code» is 12»"_s;
    // What a station sent is no place for another value.
    QTest::addRow("places in values") << u"is spelled \"%2\"; read as \"%1\""_s << u"«is spelled \"%2\"; read as \"%1\"»"_s;
    QTest::addRow("booking") << u"StopTransaction could not be booked: is required, but missing at /meterStop "
                                "(OccurenceConstraintViolation)."_s
                             << u"«StopTransaction could not be booked: «is required, but missing» at /meterStop "
                                "(OccurenceConstraintViolation).»"_s;
}

void TestStoredText::partsAreTranslatedToo()
{
    QFETCH(QString, stored);
    QFETCH(QString, shown);
    QCOMPARE(ui::storedText(stored), shown);
}

void TestStoredText::unknownTextsStayAsTheyAre()
{
    QCOMPARE(ui::storedText({}), QString());
    QCOMPARE(ui::storedText(u"InternalError: relay stuck"_s), u"InternalError: relay stuck"_s);
    const QString frame = u"there is no message "_s + QString(100'000, u'x') + u" in OCPP 1.6"_s;
    QCOMPARE(ui::storedText(frame), frame);
}

void TestStoredText::findingsOfAFrameStandInLines()
{
    QCOMPARE(ui::findingLines(u"/connectorId: is out of range: 900; left out; /info: odd"_s),
             u"/connectorId: ««is out of range: 900»; left out»\n/info: odd"_s);
    QCOMPARE(ui::findingLines(u"An answer that no call of ours waits for."_s),
             u"«An answer that no call of ours waits for.»"_s);
    QCOMPARE(ui::findingLines({}), QString());
}

void TestStoredText::everyDeviationHasWords_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QByteArray>("payload");
    QTest::addRow("missing") << u"StatusNotification"_s << QByteArray(R"({"connectorId":1})");
    QTest::addRow("null") << u"StatusNotification"_s
                          << QByteArray(R"({"connectorId":null,"errorCode":"NoError","status":"Available"})");
    QTest::addRow("spelling") << u"StatusNotification"_s
                              << QByteArray(R"({"connectorId":"1","errorCode":"noerror","status":"Available","x":1})");
    QTest::addRow("unknown value") << u"StatusNotification"_s
                                   << QByteArray(R"({"connectorId":1,"errorCode":"Odd","status":"Available"})");
    QTest::addRow("time") << u"StatusNotification"_s
                          << QByteArray(R"({"connectorId":1,"errorCode":"NoError","status":"Available",)"
                                        R"("timestamp":"yesterday","info":null,"vendorId":7})");
    QTest::addRow("clock") << u"StatusNotification"_s
                           << QByteArray(R"({"connectorId":1,"errorCode":"NoError","status":"Available",)"
                                         R"("timestamp":"1970-01-01T00:00:10"})");
    QTest::addRow("kind") << u"MeterValues"_s << QByteArray(R"({"connectorId":1,"meterValue":{}})");
    QTest::addRow("items") << u"MeterValues"_s << QByteArray(R"({"connectorId":1,"meterValue":[]})");
    QTest::addRow("fraction") << u"StartTransaction"_s
                              << QByteArray(R"({"connectorId":1.5,"idTag":"T","meterStart":1.5,)"
                                            R"("timestamp":"2026-11-22T10:00:00Z"})");
    QTest::addRow("length") << u"BootNotification"_s
                            << QByteArray(R"({"chargePointVendor":"A vendor with a very long name","chargePointModel":true})");
    QTest::addRow("message") << u"SingAloud"_s << QByteArray("{}");
    QTest::addRow("direction") << u"Reset"_s << QByteArray("{}");
}

void TestStoredText::everyDeviationHasWords()
{
    QFETCH(QString, action);
    QFETCH(QByteArray, payload);
    QList<ocpp::Finding> findings;
    const auto request = ocpp::decodeRequest(action, QJsonDocument::fromJson(payload).object(), findings, {});
    QStringList texts;
    for (const ocpp::Finding &finding : findings)
        texts.append(finding.text);
    if (!request)
        texts.append(request.error().text);
    QVERIFY(!texts.isEmpty());
    for (const QString &text : std::as_const(texts))
        QVERIFY2(ui::storedText(text).startsWith(u'«'), qPrintable(text));
}

UI_TEST_MAIN(TestStoredText)
#include "tst_storedtext.moc"
