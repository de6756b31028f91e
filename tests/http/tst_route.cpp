// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/openapi.h"
#include "http/route.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace http;

class tst_Route : public QObject {
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void variablesAreDecoded();
    void otherMethodsAreNamed();
    void everyRouteFindsItself();
    void onlyHealthNeedsNoToken();
    void writingNeedsControl();
    void documentHasEveryRoute();
    void everyReferenceLeadsSomewhere();
    void pathParametersAreDeclared();
    void operationIdsAreUnique();
};

void tst_Route::finds_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("pattern"); // empty: nothing
    QTest::newRow("plain") << "GET"_ba
                           << "/api/v1/health"_ba << u"/api/v1/health"_s;
    QTest::newRow("HEAD is GET") << "HEAD"_ba
                                 << "/api/v1/health"_ba << u"/api/v1/health"_s;
    QTest::newRow("trailing slash") << "GET"_ba
                                    << "/api/v1/stations/"_ba << u"/api/v1/stations"_s;
    QTest::newRow("variable") << "GET"_ba
                              << "/api/v1/stations/A"_ba << u"/api/v1/stations/{id}"_s;
    QTest::newRow("encoded literal") << "GET"_ba
                                     << "/api/v1/%73tations"_ba << u"/api/v1/stations"_s;
    QTest::newRow("encoded slash") << "GET"_ba
                                   << "/api/v1/stations/A%2Fmessages"_ba << u"/api/v1/stations/{id}"_s;
    QTest::newRow("two variables") << "PUT"_ba
                                   << "/api/v1/stations/A/configuration/K"_ba
                                   << u"/api/v1/stations/{id}/configuration/{key}"_s;
    QTest::newRow("later issue") << "GET"_ba
                                 << "/api/v1/tariffs"_ba << QString();
    QTest::newRow("case matters") << "GET"_ba
                                  << "/api/v1/Stations"_ba << QString();
    QTest::newRow("below") << "GET"_ba
                           << "/api/v1/health/x"_ba << QString();
    QTest::newRow("root") << "GET"_ba
                          << "/"_ba << QString();
    QTest::newRow("empty") << "GET"_ba
                           << ""_ba << QString();
    QTest::newRow("double slash") << "GET"_ba
                                  << "//api/v1/health"_ba << QString();
    QTest::newRow("another method") << "PATCH"_ba
                                    << "/api/v1/stations/A"_ba << QString();
}

void tst_Route::finds()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    const Found found = findRoute(method, path);
    QTEST(found.route ? QString(found.route->pattern) : QString(), "pattern");
}

void tst_Route::variablesAreDecoded()
{
    QCOMPARE(findRoute("GET", "/api/v1/stations/A%2FB%20%c3%a4+c").path.value(u"id"_s), u"A/B ä+c"_s);
    const Found found = findRoute("PUT", "/api/v1/stations/S/configuration/%4bey");
    QCOMPARE(found.path.value(u"id"_s), u"S"_s);
    QCOMPARE(found.path.value(u"key"_s), u"Key"_s);
}

void tst_Route::otherMethodsAreNamed()
{
    QCOMPARE(findRoute("POST", "/api/v1/stations/A").otherMethods,
             (QStringList{u"GET"_s, u"PUT"_s, u"DELETE"_s}));
    QCOMPARE(findRoute("POST", "/nowhere").otherMethods, QStringList());
}

// No row hides another.
void tst_Route::everyRouteFindsItself()
{
    for (const Route &route : routes()) {
        QString path = route.pattern;
        path.replace(QRegularExpression(u"\\{\\w+\\}"_s), u"x"_s);
        QCOMPARE(findRoute(QByteArray(route.method.data()), path.toLatin1()).route, &route);
    }
}

void tst_Route::onlyHealthNeedsNoToken()
{
    for (const Route &route : routes())
        QCOMPARE(route.access == Access::Open, route.pattern == "/api/v1/health"_L1);
}

void tst_Route::writingNeedsControl()
{
    for (const Route &route : routes())
        QCOMPARE(route.access == Access::Control, route.method != "GET"_L1);
}

void tst_Route::documentHasEveryRoute()
{
    const QJsonObject document = openApiDocument(u"1"_s);
    QCOMPARE(document.value("openapi"_L1).toString(), u"3.1.0"_s);
    qsizetype operations = 0;
    const QJsonObject paths = document.value("paths"_L1).toObject();
    for (const QJsonValue &item : paths)
        operations += item.toObject().size();
    QCOMPARE(size_t(operations), routes().size());
    for (const Route &route : routes()) {
        const QJsonObject operation =
            paths.value(route.pattern).toObject().value(QString(route.method).toLower()).toObject();
        QCOMPARE(operation.value("summary"_L1).toString(), QString(route.summary));
        QVERIFY(operation.value("responses"_L1).toObject().contains(QString::number(route.status)));
        QCOMPARE(operation.contains("requestBody"_L1), route.request != nullptr);
    }
}

static void collectReferences(const QJsonValue &value, QStringList &references)
{
    for (const QJsonValue &item : value.toArray())
        collectReferences(item, references);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() == "$ref"_L1)
            references += member.value().toString();
        collectReferences(member.value(), references);
    }
}

void tst_Route::everyReferenceLeadsSomewhere()
{
    const QJsonObject document = openApiDocument(u"1"_s);
    QStringList references;
    collectReferences(document, references);
    QVERIFY(references.size() > 20);
    for (const QString &reference : references) {
        QJsonObject place = document;
        const QStringList steps = reference.split(u'/').sliced(1);
        for (const QString &step : steps) {
            QVERIFY2(place.contains(step), qPrintable(reference));
            place = place.value(step).toObject();
        }
    }
}

void tst_Route::pathParametersAreDeclared()
{
    const QJsonObject paths = openApiDocument(u"1"_s).value("paths"_L1).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path.value().toObject();
        for (const QJsonValue &operation : item) {
            QStringList declared;
            for (const QJsonValue &parameter : operation.toObject().value("parameters"_L1).toArray()) {
                if (parameter.toObject().value("in"_L1) == "path"_L1)
                    declared += u'{' + parameter.toObject().value("name"_L1).toString() + u'}';
            }
            QCOMPARE(declared, path.key().split(u'/').filter(u"{"_s));
        }
    }
}

void tst_Route::operationIdsAreUnique()
{
    QSet<QString> ids;
    const QJsonObject paths = openApiDocument(u"1"_s).value("paths"_L1).toObject();
    for (const QJsonValue &item : paths) {
        const QJsonObject operations = item.toObject();
        for (const QJsonValue &operation : operations)
            ids.insert(operation.toObject().value("operationId"_L1).toString());
    }
    QCOMPARE(size_t(ids.size()), routes().size());
}

QTEST_GUILESS_MAIN(tst_Route)
#include "tst_route.moc"
