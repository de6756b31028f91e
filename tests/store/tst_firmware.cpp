// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/firmware.h"
#include "store/filelinks.h"
#include "store/reconciliations.h"
#include "store/storetest.h"

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

class TestFirmware : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }
    void init();
    void cleanup() { db_.reset(); }
    void imagesAreKept();
    void anUpdateHasALinkUntilItIsOver();
    void anImageIsBroughtByItsLastLink();
    void anUpdateIsDoneOnceMore();
    void aNewUpdateTakesThePlaceOfOneThatWasNotSent();
    void whatDoesNotFitIsRefused();
    void cancelling();
    void aSignedOneIsCalledBackByARequest();
    void wavesFollowEachOther();
    void theFirstFailureStopsARollout();
    void thoseThatHaveItAreLeftOut();
    void progressFollowsTheBytes();
    void whatIsFetchedIsNotGivenUp();
    void aStatusIsOfWhatTheStationDoes();
    void whoeverEndsTheLastOfAWaveBeginsTheNext_data();
    void whoeverEndsTheLastOfAWaveBeginsTheNext();

private:
    void addStation(const QString &id, const QString &version = {});
    qint64 addImage(const QString &name = u"fw.bin"_s);
    QString stateOf(const QString &station) { return toString(Firmware(*db_).jobs({.station = station}).first().state); }
    void end(const QString &station, FirmwareJobState state);

    std::unique_ptr<Database> db_;
};

void TestFirmware::init()
{
    db_ = storetest::freshDatabase();
    QVERIFY(db_);
}

void TestFirmware::addStation(const QString &id, const QString &version)
{
    storetest::addStation(*db_, id);
    BootFacts facts;
    facts.vendor = u"Vendor"_s;
    facts.model = u"Model"_s;
    facts.firmwareVersion = version;
    Stations(*db_).reportBoot(id, facts, at(0));
}

qint64 TestFirmware::addImage(const QString &name)
{
    FirmwareImage image;
    image.name = name;
    image.version = u"2.0"_s;
    image.file = u"1"_s;
    image.size = 1000;
    image.signature = u"c2ln"_s;
    image.signingCertificate = u"PEM"_s;
    image.created = at(0);
    return Firmware(*db_).addImage(image);
}

void TestFirmware::end(const QString &station, FirmwareJobState state)
{
    Firmware firmware(*db_);
    auto job = firmware.current(station);
    QVERIFY(job.has_value());
    firmware.finish(*job, state, u"because"_s, at(50));
}

void TestFirmware::imagesAreKept()
{
    const qint64 id = addImage();
    Firmware firmware(*db_);
    QCOMPARE(firmware.image(id)->version, u"2.0"_s);
    QCOMPARE(firmware.image(u"fw.bin"_s)->id, id);
    QCOMPARE(firmware.images().size(), 1);
    addStation(u"CP1"_s);
    const auto job = firmware.plan(u"CP1"_s, {.image = id}, at(1));
    QVERIFY(job.has_value());
    QVERIFY(firmware.removeImage(id).error().kind == FirmwareRefusal::Kind::InUse);
    QVERIFY(firmware.cancel(job->id, at(2)));
    QCOMPARE(firmware.removeImage(id).value(), u"1"_s);
    VERIFY_OK(*db_);
}

void TestFirmware::anUpdateHasALinkUntilItIsOver()
{
    addStation(u"CP1"_s);
    Firmware firmware(*db_);
    auto job = firmware.plan(u"cp1"_s, {.image = addImage()}, at(1));
    QVERIFY(job.has_value());
    QCOMPARE(job->station, u"CP1"_s);
    FileLinks links(*db_);
    QVERIFY(!links.find(job->token, LinkDirection::Down, at(2)).has_value()); // it may be days until it is sent
    firmware.renewLink(*job, at(1));
    QVERIFY(links.find(job->token, LinkDirection::Down, at(2)).has_value());
    QVERIFY(!links.find(job->token, LinkDirection::Up, at(2)).has_value());
    QVERIFY(!links.find(job->token, LinkDirection::Down, at(100 * 24 * 3600)).has_value());
    firmware.renewLink(*job, at(100 * 24 * 3600));
    QVERIFY(links.find(job->token, LinkDirection::Down, at(101 * 24 * 3600)).has_value());
    QVERIFY(!links.find(u"guess"_s, LinkDirection::Down, at(2)).has_value());
    firmware.finish(*job, FirmwareJobState::Installed, {}, at(3));
    QVERIFY(!links.find(job->token, LinkDirection::Down, at(4)).has_value());
    QCOMPARE(firmware.job(job->id)->progress, 100);
    VERIFY_OK(*db_);
}

void TestFirmware::anImageIsBroughtByItsLastLink()
{
    addStation(u"CP1"_s);
    Firmware firmware(*db_);
    FileLinks links(*db_);
    const qint64 image = addImage();
    const auto job = firmware.plan(u"CP1"_s, {.image = image}, at(1));
    firmware.renewLink(*job, at(1));
    const QString first = firmware.addUploadLink(image, at(1));
    QVERIFY(links.find(first, LinkDirection::Up, at(2)).has_value());
    const QString second = firmware.addUploadLink(image, at(5000));
    QVERIFY(!links.find(first, LinkDirection::Up, at(2)).has_value());
    QVERIFY(links.find(second, LinkDirection::Up, at(5001)).has_value());
    QVERIFY(!links.find(second, LinkDirection::Up, at(5000 + 3600)).has_value());
    QVERIFY(links.find(job->token, LinkDirection::Down, at(2)).has_value()); // the station's own
    VERIFY_OK(*db_);
}

void TestFirmware::anUpdateIsDoneOnceMore()
{
    addStation(u"CP1"_s);
    Firmware firmware(*db_);
    const auto first = firmware.plan(
        u"CP1"_s, {.image = addImage(), .kind = FirmwareKind::Signed, .installDate = at(30), .retries = 2}, at(1));
    QVERIFY(first.has_value());
    end(u"CP1"_s, FirmwareJobState::Failed);
    const auto again = firmware.planAgain(*firmware.job(first->id), at(60));
    QVERIFY(again.has_value());
    QVERIFY(again->id != first->id);
    QCOMPARE(again->image, first->image);
    QVERIFY(again->kind == FirmwareKind::Signed);
    QCOMPARE(again->retries, first->retries);
    QVERIFY(!again->installDate); // that time is over
    QCOMPARE(stateOf(u"CP1"_s), u"queued"_s);
    VERIFY_OK(*db_);
}

void TestFirmware::aNewUpdateTakesThePlaceOfOneThatWasNotSent()
{
    addStation(u"CP1"_s);
    Firmware firmware(*db_);
    const qint64 image = addImage();
    const auto first = firmware.plan(u"CP1"_s, {.image = image}, at(1));
    const auto second = firmware.plan(u"CP1"_s, {.image = image}, at(2));
    QVERIFY(firmware.job(first->id)->state == FirmwareJobState::Cancelled);
    QCOMPARE(firmware.current(u"CP1"_s)->id, second->id);
    VERIFY_OK(*db_);
}

void TestFirmware::whatDoesNotFitIsRefused()
{
    using Kind = FirmwareRefusal::Kind;
    addStation(u"CP1"_s);
    Firmware firmware(*db_);
    FirmwareImage other;
    other.name = u"other"_s;
    other.vendor = u"Somebody"_s;
    other.file = u"2"_s;
    const qint64 id = firmware.addImage(other);
    QVERIFY(firmware.plan(u"CP1"_s, {.image = id}, at(1)).error().kind == Kind::DoesNotFit);
    QVERIFY(firmware.plan(u"CP1"_s, {.image = 99}, at(1)).error().kind == Kind::UnknownImage);
    QVERIFY(firmware.plan(u"CP9"_s, {.image = addImage()}, at(1)).error().kind == Kind::UnknownStation);
    QVERIFY(firmware.plan(u"CP1"_s, {.image = id, .kind = FirmwareKind::Signed}, at(1)).error().kind == Kind::NotSigned);
    VERIFY_OK(*db_);
}

void TestFirmware::cancelling()
{
    addStation(u"CP1"_s);
    Firmware firmware(*db_);
    const auto job = firmware.plan(u"CP1"_s, {.image = addImage()}, at(1));
    QVERIFY(firmware.cancel(job->id, at(2)));
    QVERIFY(firmware.job(job->id)->state == FirmwareJobState::Cancelled);
    QVERIFY(!firmware.cancel(job->id, at(3)));
    VERIFY_OK(*db_);
}

void TestFirmware::aSignedOneIsCalledBackByARequest()
{
    addStation(u"CP1"_s);
    Firmware firmware(*db_);
    auto job = *firmware.plan(u"CP1"_s, {.image = addImage(), .kind = FirmwareKind::Signed}, at(1));
    job = *firmware.job(job.id);
    QVERIFY(job.requestId.has_value());
    job.sent = at(1); // its answer may be out
    firmware.save(job);
    QVERIFY(firmware.cancel(job.id, at(2)));
    job = *firmware.job(job.id);
    QVERIFY(job.state == FirmwareJobState::Cancelling);
    QVERIFY(*job.cancelRequestId != *job.requestId);
    QCOMPARE(firmware.findByRequestId(u"CP1"_s, *job.cancelRequestId)->id, job.id);
    QVERIFY(firmware.cancel(job.id, at(3)));
    QCOMPARE(firmware.job(job.id)->cancelRequestId, job.cancelRequestId); // asked once
    VERIFY_OK(*db_);
}

void TestFirmware::wavesFollowEachOther()
{
    for (const QString &id : {u"A"_s, u"B"_s, u"C"_s})
        addStation(id);
    Firmware firmware(*db_);
    const auto rollout = firmware.rollOut({{u"A"_s}, {u"B"_s, u"C"_s, u"A"_s}}, {.image = addImage()}, at(1));
    QVERIFY(rollout.has_value());
    QCOMPARE(stateOf(u"A"_s), u"queued"_s);
    QCOMPARE(stateOf(u"B"_s), u"planned"_s);
    end(u"A"_s, FirmwareJobState::Installed);
    QCOMPARE(firmware.rollout(rollout->id)->wave, 2);
    QCOMPARE(stateOf(u"B"_s), u"queued"_s);
    end(u"B"_s, FirmwareJobState::Installed);
    QVERIFY(firmware.rollout(rollout->id)->state == RolloutState::Running);
    end(u"C"_s, FirmwareJobState::Installed);
    QVERIFY(firmware.rollout(rollout->id)->state == RolloutState::Finished);
    VERIFY_OK(*db_);
}

void TestFirmware::theFirstFailureStopsARollout()
{
    for (const QString &id : {u"A"_s, u"B"_s, u"C"_s})
        addStation(id);
    Firmware firmware(*db_);
    const auto rollout = firmware.rollOut({{u"A"_s, u"B"_s}, {u"C"_s}}, {.image = addImage()}, at(1));
    auto running = *firmware.current(u"B"_s);
    running.state = FirmwareJobState::Running;
    firmware.save(running);
    end(u"A"_s, FirmwareJobState::Failed);
    const auto stopped = firmware.rollout(rollout->id);
    QVERIFY(stopped->state == RolloutState::Stopped);
    QVERIFY2(stopped->reason.contains(u"A failed: because"_s), qPrintable(stopped->reason));
    QCOMPARE(stateOf(u"B"_s), u"running"_s); // what the station has begun goes on
    QCOMPARE(stateOf(u"C"_s), u"cancelled"_s);
    QVERIFY(!firmware.cancelRollout(rollout->id, at(60)));
    VERIFY_OK(*db_);
}

void TestFirmware::thoseThatHaveItAreLeftOut()
{
    addStation(u"A"_s, u"2.0"_s);
    addStation(u"B"_s, u"1.0"_s);
    Firmware firmware(*db_);
    const qint64 image = addImage();
    QVERIFY(firmware.rollOut({{u"A"_s}}, {.image = image}, at(1)).error().kind == FirmwareRefusal::Kind::Empty);
    QVERIFY(firmware.rollOut({{u"A"_s}, {u"B"_s}}, {.image = image}, at(1)).has_value());
    QCOMPARE(stateOf(u"B"_s), u"queued"_s); // the first wave is empty and none
    VERIFY_OK(*db_);
}

void TestFirmware::progressFollowsTheBytes()
{
    addStation(u"A"_s);
    Firmware firmware(*db_);
    const auto job = firmware.plan(u"A"_s, {.image = addImage()}, at(1));
    firmware.downloaded(job->id, 1000, at(2));
    QCOMPARE(firmware.job(job->id)->progress, 50);
    firmware.downloaded(job->id, 100, at(2)); // a resumed one begins behind
    QCOMPARE(firmware.job(job->id)->progress, 50);
    VERIFY_OK(*db_);
}

void TestFirmware::whatIsFetchedIsNotGivenUp()
{
    addStation(u"A"_s);
    Firmware firmware(*db_);
    auto job = *firmware.plan(u"A"_s, {.image = addImage()}, at(1));
    job.state = FirmwareJobState::Running;
    job.due = at(10'000);
    firmware.save(job);
    firmware.downloaded(job.id, 500, at(9'000));
    firmware.downloaded(job.id, 100, at(9'100)); // a resumed one is being fetched, too
    QVERIFY(firmware.due(at(9'099) + Firmware::patience).isEmpty());
    QCOMPARE(firmware.due(at(9'100) + Firmware::patience).size(), 1);
    VERIFY_OK(*db_);
}

void TestFirmware::aStatusIsOfWhatTheStationDoes()
{
    addStation(u"A"_s);
    Firmware firmware(*db_);
    const qint64 image = addImage();
    QVERIFY(!firmware.atStation(u"A"_s).has_value());
    auto first = *firmware.plan(u"A"_s, {.image = image}, at(1));
    QVERIFY(!firmware.atStation(u"A"_s).has_value()); // it waits
    first.state = FirmwareJobState::Running;
    first.sent = first.started = at(2);
    firmware.save(first);
    auto second = *firmware.plan(u"A"_s, {.image = image}, at(3));
    QCOMPARE(firmware.atStation(u"A"_s)->id, first.id);
    second.sent = at(4); // not answered
    firmware.save(second);
    QCOMPARE(firmware.atStation(u"A"_s)->id, first.id);
    firmware.finish(first, FirmwareJobState::Installed, {}, at(5));
    QCOMPARE(firmware.atStation(u"A"_s)->id, second.id);
    firmware.finish(second, FirmwareJobState::Failed, {}, at(6));
    QCOMPARE(firmware.atStation(u"A"_s)->id, second.id);
    VERIFY_OK(*db_);
}

void TestFirmware::whoeverEndsTheLastOfAWaveBeginsTheNext_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"cancelled", "replaced", "replaced by a roll-out", "removed"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestFirmware::whoeverEndsTheLastOfAWaveBeginsTheNext()
{
    QFETCH(QString, how);
    addStation(u"A"_s);
    addStation(u"B"_s);
    Firmware firmware(*db_);
    const qint64 image = addImage();
    const auto rollout = firmware.rollOut({{u"A"_s}, {u"B"_s}}, {.image = image}, at(1));
    QCOMPARE(stateOf(u"B"_s), u"planned"_s);
    if (how == "cancelled"_L1) {
        QVERIFY(firmware.cancel(firmware.current(u"A"_s)->id, at(2)));
    } else if (how == "replaced"_L1) {
        QVERIFY(firmware.plan(u"A"_s, {.image = image}, at(2)).has_value());
    } else if (how == "removed"_L1) {
        QVERIFY(Stations(*db_).remove(u"A"_s));
        firmware.advanceRollouts(at(2));
    } else {
        QVERIFY(firmware.rollOut({{u"A"_s}}, {.image = image}, at(2)).has_value());
    }
    QCOMPARE(stateOf(u"B"_s), u"queued"_s);
    end(u"B"_s, FirmwareJobState::Installed);
    QVERIFY(firmware.rollout(rollout->id)->state == RolloutState::Finished);
    VERIFY_OK(*db_);
}

QTEST_GUILESS_MAIN(TestFirmware)
#include "tst_firmware.moc"
