// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/fileformat.h"
#include "plot/picturejson.h"
#include "plot/samplepicture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace sample;
using plot::Source;

class tst_Picture : public QObject {
    Q_OBJECT
private slots:
    void neighboursBecomeOne();
    void table();
    void comparison();
    void measured();
    void texts();
    void profileTexts();
    void zones_data();
    void zones();
    void travels();
    void readsWhatOthersWrite();
    void refusesOtherJson();
    void formats();
};

void tst_Picture::neighboursBecomeOne()
{
    const auto drawn = picture({16, 16, 8}, 4);
    QCOMPARE(drawn.lines.size(), 1);
    QCOMPARE(drawn.lines.first().points,
             (QList<plot::Point>{{at(u"2026-11-23T12:00:00Z"), 16}, {at(u"2026-11-23T14:00:00Z"), 8}}));
    QCOMPARE(drawn.lines.first().end, at(u"2026-11-23T16:00:00Z"));
    const auto free = picture({}, 2);
    QCOMPARE(free.lines.first().points, (QList<plot::Point>{{at(u"2026-11-23T12:00:00Z"), std::nullopt}}));
    QVERIFY(picture({16}, 0).lines.first().isEmpty());
}

void tst_Picture::table()
{
    const auto drawn = picture({16, 8}, 3);
    QCOMPARE(drawn.periods.size(), 2);
    QCOMPARE(drawn.periods.at(1).from, at(u"2026-11-23T13:00:00Z"));
    QCOMPARE(drawn.periods.at(1).to, at(u"2026-11-23T15:00:00Z"));
    QCOMPARE(drawn.periods.at(1).profile, u"TxDefaultProfile 5 of level 2"_s);
    QVERIFY(drawn.periods.at(1).reason.startsWith(u"8 A: TxDefaultProfile 5"_s));
}

void tst_Picture::comparison()
{
    auto drawn = picture({16, 8}, 2);
    plot::addLine(drawn, line(Source::Reported, {10, 8}));
    plot::addLine(drawn, line(Source::Measured, {9, 8}));
    QCOMPARE(drawn.differences.size(), 2);
    QCOMPARE(drawn.differences.at(0).cause, plot::Cause::StationAllowsLess);
    QCOMPARE(drawn.differences.at(1).cause, plot::Cause::TakesLess);
    QVERIFY(drawn.line(Source::Reported));
    QVERIFY(!drawn.line(Source::Desired));
    // Whatever comes first: the same difference is found.
    plot::CompositePicture told =
        plot::pictureOf({at(u"2026-11-23T12:00:00Z"), 7200, {}, {{0, 10, {}, {}, {}, {}}}}, {}, Source::Reported);
    plot::addLine(told, line(Source::Computed, {16, 10}));
    QCOMPARE(told.differences.size(), 1);
    QCOMPARE(told.differences.first().one, Source::Computed);
}

void tst_Picture::measured()
{
    using namespace std::chrono_literals;
    const auto begin = at(u"2026-11-23T12:00:00Z");
    QVERIFY(plot::measuredLine({}).isEmpty());
    const auto drawn =
        plot::measuredLine({{begin, 1}, {begin + 1min, 2}, {begin + 2min, 3}, {begin + 20min, 4}, {begin + 21min, 5}});
    QCOMPARE(drawn.points.size(), 6); // and a gap
    QCOMPARE(drawn.points.at(3), (plot::Point{begin + 3min, std::nullopt}));
    QCOMPARE(drawn.end, begin + 22min);
    // A meter that tells every quarter of an hour has no gaps.
    QCOMPARE(plot::measuredLine({{begin, 1}, {begin + 15min, 2}, {begin + 30min, 3}}).points.size(), 3);
}

void tst_Picture::texts()
{
    const auto drawn = picture({16}, 24);
    const plot::Words words;
    QCOMPARE(plot::headline(drawn, words), u"GARAGE-1 · Connector 1"_s);
    QCOMPARE(plot::periodText(drawn, words), u"23 Nov 2026 13:00 to 24 Nov 2026 13:00"_s);
    QCOMPARE(plot::momentText(drawn.from, drawn.zone, words), u"Mon 23 Nov 13:00"_s);
    QCOMPARE(plot::timeText(drawn.from + std::chrono::seconds(5), drawn.zone, words), u"13:00:05"_s);
    plot::Words american;
    american.locale = QLocale(QLocale::English, QLocale::UnitedStates);
    QCOMPARE(plot::timeText(drawn.from + std::chrono::seconds(5), drawn.zone, american), u"1:00:05 PM"_s);
    QCOMPARE(plot::limitText(8.695652, ocpp::ChargingRateUnitType::A, words), u"8.7 A"_s);
    QCOMPARE(plot::limitText(8.66, ocpp::ChargingRateUnitType::A, words), u"8.66 A"_s);
    QCOMPARE(plot::limitText(16, ocpp::ChargingRateUnitType::A, words), u"16 A"_s);
    QCOMPARE(plot::limitText(11040, ocpp::ChargingRateUnitType::W, words), u"11.04 kW"_s);
    QCOMPARE(plot::limitText(230, ocpp::ChargingRateUnitType::W, words), u"230 W"_s);
    auto whole = drawn;
    whole.connector = 0;
    whole.station.clear();
    QCOMPARE(plot::headline(whole, words), u"Whole station"_s);
    const plot::Difference difference{drawn.from, drawn.from + std::chrono::hours(2), Source::Computed,
                                      Source::Reported, plot::Cause::StationAllowsLess};
    QVERIFY(plot::differenceText(drawn, difference, words)
                .startsWith(u"Mon 23 Nov 13:00 to 15:00: The station allows less"_s));
    QCOMPARE(plot::Words::causeWords().size(), plot::causeCount);
    QCOMPARE(words.lines.size(), plot::sourceCount);
}

void tst_Picture::profileTexts()
{
    const QTimeZone berlin("Europe/Berlin");
    const plot::Words words;
    ocpp::ChargingProfile profile = hourly(5, {16, 8.5}).csChargingProfiles;
    QCOMPARE(plot::kindText(profile), u"Absolute"_s);
    QCOMPARE(plot::validityText(profile, berlin, words), u"always"_s);
    QCOMPARE(plot::scheduleText(profile, berlin, words), u"13:00 16 A, 14:00 8.5 A"_s);
    profile.chargingProfileKind = ocpp::ChargingProfileKindType::Recurring;
    profile.recurrencyKind = ocpp::RecurrencyKindType::Daily;
    profile.validTo = at(u"2026-12-31T23:00:00Z");
    profile.transactionId = 7;
    profile.chargingSchedule.startSchedule.reset();
    profile.chargingSchedule.duration = 5400;
    QCOMPARE(plot::kindText(profile), u"Recurring, Daily"_s);
    QCOMPARE(plot::validityText(profile, berlin, words), u"until 1 Jan 2027 00:00, transaction 7"_s);
    QCOMPARE(plot::scheduleText(profile, berlin, words), u"+0:00 h 16 A, +1:00 h 8.5 A, for 1:30 h"_s);
    QCOMPARE(plot::scheduleText(profile, berlin, words, 2), u"+0:00 h 16 A, +1:00 h 8.5 A, for 1:30 h"_s);
    QCOMPARE(plot::scheduleText(profile, berlin, words, 1), u"+0:00 h 16 A, …, for 1:30 h"_s);
}

void tst_Picture::zones_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTC") << "UTC"_ba << u"UTC"_s;
    QTest::newRow("of a server") << "Etc/UTC"_ba << u"UTC"_s;
    QTest::newRow("Berlin") << "Europe/Berlin"_ba << u"Europe/Berlin, UTC+1"_s;
    QTest::newRow("St John's") << "America/St_Johns"_ba << u"America/St_Johns, UTC−3:30"_s;
    QTest::newRow("Nepal") << "Asia/Kathmandu"_ba << u"Asia/Kathmandu, UTC+5:45"_s;
}

void tst_Picture::zones()
{
    QFETCH(QByteArray, zone);
    auto drawn = picture({16}, 1);
    drawn.zone = QTimeZone(zone);
    QTEST(plot::zoneText(drawn), "text");
}

void tst_Picture::travels()
{
    auto drawn = picture({16, 8.695652173913043}, 3);
    drawn.station = u"<Halle & \"Hof\"> Süd"_s;
    plot::addLine(drawn, line(Source::Measured, {9, std::nullopt, 3}));
    const auto read = plot::picturesIn(plot::toJson({drawn, picture({}, 0)}));
    QVERIFY(read);
    QCOMPARE(read->size(), 2);
    const plot::CompositePicture &same = read->first();
    QCOMPARE(same.station, drawn.station);
    QCOMPARE(same.model, drawn.model);
    QCOMPARE(same.firmware, drawn.firmware);
    QCOMPARE(same.connector, 1);
    QCOMPARE(same.zone, drawn.zone);
    QCOMPARE(same.madeAt, drawn.madeAt);
    QCOMPARE(same.unit, drawn.unit);
    QCOMPARE(same.from, drawn.from);
    QCOMPARE(same.duration, drawn.duration);
    QCOMPARE(same.lines.size(), 2);
    QCOMPARE(same.lines.at(0).points, drawn.lines.at(0).points);
    QCOMPARE(same.lines.at(1).points, drawn.lines.at(1).points);
    QCOMPARE(same.lines.at(1).source, Source::Measured);
    QCOMPARE(same.lines.at(1).end, drawn.lines.at(1).end);
    QCOMPARE(same.differences, drawn.differences);
    QCOMPARE(same.periods.at(1).limit, drawn.periods.at(1).limit);
    QCOMPARE(same.periods.at(1).reason, drawn.periods.at(1).reason);
    QCOMPARE(same.profiles.first().csChargingProfiles.chargingProfileId, 5);
    // What comes out goes in again as the same bytes.
    QCOMPARE(plot::toJson(*read), plot::toJson({drawn, picture({}, 0)}));
}

void tst_Picture::readsWhatOthersWrite()
{
    const auto read = plot::picturesIn(
        R"({"pictures":[{"zone":"Mars/Olympus","unit":"horses","duration":-5,"from":"x","connector":2.5,
            "lines":[{"source":99,"points":[[2000,1],[1000,null],"no"]}, 7],"profiles":[{}],"periods":[[]],
            "differences":[{"cause":-3}]}, 5]})");
    QVERIFY(read);
    QCOMPARE(read->size(), 2);
    QVERIFY(read->first().zone.isValid());
    QCOMPARE(read->first().duration, 0);
    QCOMPARE(read->first().lines.first().source, Source::Measured);
    QVERIFY(std::ranges::is_sorted(read->first().lines.first().points, {}, &plot::Point::time));
    QVERIFY(read->first().profiles.isEmpty());
}

void tst_Picture::refusesOtherJson()
{
    QVERIFY(plot::picturesIn("").error().contains(u"no JSON"_s));
    QVERIFY(plot::picturesIn("{\"pictures\":").error().contains(u"at byte"_s));
    QVERIFY(plot::picturesIn("[]").error().contains(u"pictures"_s));
    QVERIFY(plot::picturesIn("{\"pictures\":5}").error().contains(u"pictures"_s));
}

void tst_Picture::formats()
{
    for (const plot::FormatRow &row : plot::formats()) {
        QCOMPARE(plot::formatNamed(QString(row.name)), row.format);
        QCOMPARE(plot::rowOf(row.format).name, row.name);
    }
    QVERIFY(!plot::formatNamed(u"gif"));
    QVERIFY(!plot::formatNamed(u""));
    QCOMPARE(plot::sizeNamed(u"1120x480"), QSize(1120, 480));
    for (const QStringView wrong : {u"", u"1120", u"x", u"100x100", u"9000x500", u"1120x480x2", u"-500x500", u"axb"})
        QVERIFY2(!plot::sizeNamed(wrong), qPrintable(wrong.toString()));
}

QTEST_GUILESS_MAIN(tst_Picture)
#include "tst_picture.moc"
