// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/connectorstatus.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Status = ocpp::ChargePointStatus;

class TestConnectorStatus : public QObject {
    Q_OBJECT

private slots:
    void theTableIsThatOfTheSpecification_data();
    void theTableIsThatOfTheSpecification();
    void everyStatusCanBeReachedLegally();
};

void TestConnectorStatus::theTableIsThatOfTheSpecification_data()
{
    // 4.9, the rows A to I and columns 1 to 9 of "which status transitions are possible", with B6 (E 3.20).
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("columns");
    QTest::newRow("A") << u"Available"_s << u"2345789"_s;
    QTest::newRow("B") << u"Preparing"_s << u"134569"_s;
    QTest::newRow("C") << u"Charging"_s << u"145689"_s;
    QTest::newRow("D") << u"SuspendedEV"_s << u"135689"_s;
    QTest::newRow("E") << u"SuspendedEVSE"_s << u"134689"_s;
    QTest::newRow("F") << u"Finishing"_s << u"1289"_s;
    QTest::newRow("G") << u"Reserved"_s << u"1289"_s;
    QTest::newRow("H") << u"Unavailable"_s << u"123459"_s;
    QTest::newRow("I") << u"Faulted"_s << u"12345678"_s;
}

void TestConnectorStatus::theTableIsThatOfTheSpecification()
{
    QFETCH(QString, from);
    QFETCH(QString, columns);
    const Status order[] = {Status::Available,   Status::Preparing,     Status::Charging,
                            Status::SuspendedEV, Status::SuspendedEVSE, Status::Finishing,
                            Status::Reserved,    Status::Unavailable,   Status::Faulted};
    QString legal;
    for (int column = 1; column <= 9; ++column) {
        if (simulator::mayFollow(ocpp::fromString<Status>(from).value(), order[column - 1]))
            legal += QString::number(column);
    }
    QCOMPARE(legal, columns);
}

void TestConnectorStatus::everyStatusCanBeReachedLegally()
{
    for (const QLatin1StringView fromName : ocpp::enumValues<Status>()) {
        for (const QLatin1StringView toName : ocpp::enumValues<Status>()) {
            Status at = ocpp::fromString<Status>(QString(fromName)).value();
            const Status to = ocpp::fromString<Status>(QString(toName)).value();
            // Out of use nobody gets into Finishing or Reserved, so these never are asked for.
            const bool impossible = (to == Status::Finishing && !simulator::mayFollow(at, to))
                                    || (to == Status::Reserved && !simulator::mayFollow(at, to));
            if (impossible || at == to)
                continue;
            for (const Status next : simulator::wayTo(at, to)) {
                QVERIFY2(simulator::mayFollow(at, next), qPrintable(fromName + " to "_L1 + toName));
                at = next;
            }
            QCOMPARE(at, to);
        }
    }
}

QTEST_GUILESS_MAIN(TestConnectorStatus)
#include "tst_sim_connectorstatus.moc"
