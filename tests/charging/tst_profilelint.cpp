// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/profilelint.h"

#include "charging/profiles.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace chargingtest;

using Profiles = QList<charging::PlacedProfile>;

namespace {

constexpr int hour = 3600;
const QString noon = u"2026-03-10T12:00:00Z"_s;

} // namespace

class TestProfileLint : public QObject {
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void saysWhatToDo();
};

void TestProfileLint::finds_data()
{
    QTest::addColumn<Profiles>("profiles");
    QTest::addColumn<QStringList>("expected");
    const Made base = Made(1, byDefault, 1, 0).at(0, 16);
    const Made higher = Made(1, byDefault, 2, 1).at(0, 10);
    const auto row = [](const char *name, const Profiles &profiles, const QStringList &expected) {
        QTest::newRow(name) << profiles << expected;
    };
    row("nothing", {}, {});
    row("one", {base}, {});
    row("with a duration", {base, Made(higher).lasts(hour)}, {});
    row("with validTo", {base, Made(higher).valid({}, time(u"2027-01-01T00:00:00Z"_s))}, {});
    row("without an end", {base, higher, Made(1, byDefault, 3, 2).at(0, 6)},
        {u"1 hidesLower 1"_s, u"2 hidesLower 1,2"_s});
    row("recurring without an end", {base, Made(higher).daily(noon)}, {u"1 hidesLower 1"_s});
    row("each day for a day", {base, Made(higher).daily(noon).lasts(24 * hour)}, {u"1 hidesLower 1"_s});
    row("each week for a day", {base, Made(higher).weekly(noon).lasts(24 * hour)}, {});
    row("each week for a week", {base, Made(higher).weekly(noon).lasts(7 * 24 * hour)}, {u"1 hidesLower 1"_s});
    row("another purpose", {base, Made(0, maximum, 2, 1).absolute(noon).at(0, 10)}, {});
    row("for all connectors", {base, Made(0, byDefault, 2, 1).at(0, 10)}, {u"1 hidesLower 1"_s});
    row("for one connector", {Made(0, byDefault, 1, 0).at(0, 16), higher}, {});
    row("for another connector", {Made(2, byDefault, 1, 0).at(0, 16), higher}, {});
    row("for another transaction",
        {Made(1, ofTransaction, 1, 0).of(1).at(0, 16), Made(1, ofTransaction, 2, 1).of(2).at(0, 16)}, {});
    row("a gap",
        {Made(1, byDefault, 1, 0).lasts(hour).at(0, 16),
         Made(1, byDefault, 2, 1).absolute(u"2026-03-10T14:00:00Z"_s).at(0, 10)},
        {u"1 hidesLower 1"_s, u"-1 gap 2026-03-10T13:00:00Z,2026-03-10T14:00:00Z,1"_s});
    row("gaps every day", {Made(1, byDefault, 1, 0).daily(noon).lasts(hour).at(0, 16)},
        {u"-1 gap 2026-03-10T13:00:00Z,2026-03-11T12:00:00Z,2"_s});
    row("no limit before and after is no gap",
        {Made(1, byDefault, 1, 0).absolute(u"2026-03-10T14:00:00Z"_s).lasts(hour).at(0, 16)}, {});
    row("below 6 A", {Made(1, byDefault, 1, 0).at(0, 5)}, {u"0 limitMeansNothing 5"_s});
    row("0 A", {Made(1, byDefault, 1, 0).at(0, 0)}, {});
    row("longer than a day", {Made(1, byDefault, 1, 0).daily(noon).lasts(90000).at(0, 16)},
        {u"0 longerThanRecurrence 90000,86400"_s});
    row("in the past", {Made(base).valid({}, time(noon))}, {u"0 noLongerValid 2026-03-10T12:00:00Z"_s});
}

void TestProfileLint::finds()
{
    QFETCH(Profiles, profiles);
    const auto composite = charging::composite(profiles, 1, time(noon), 3 * 24 * hour, ocpp::ChargingRateUnitType::A);
    QStringList found;
    for (const charging::LintFinding &finding : charging::lint(profiles, composite, time(noon))) {
        found.append(
            u"%1 %2 %3"_s.arg(finding.profile).arg(charging::wordOf(finding.kind)).arg(finding.values.join(u',')));
        QCOMPARE(finding.path.startsWith(u"/%1/csChargingProfiles/"_s.arg(finding.profile)), finding.profile >= 0);
    }
    QTEST(found, "expected");
}

void TestProfileLint::saysWhatToDo()
{
    const Profiles profiles{Made(1, byDefault, 1, 0).at(0, 16), Made(1, byDefault, 2, 1).at(0, 10)};
    const auto composite = charging::composite(profiles, 1, time(noon), hour, ocpp::ChargingRateUnitType::A);
    const auto findings = charging::lint(profiles, composite, time(noon));
    QCOMPARE(findings.size(), 1);
    QCOMPARE(
        findings[0].text,
        u"Profile 2 never ends: once it has begun, the lower levels never count again (E 3.7): 1. Give it a shorter "
        "duration or validTo, or take those away."_s);
}

QTEST_GUILESS_MAIN(TestProfileLint)
#include "tst_profilelint.moc"
