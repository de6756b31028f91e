// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/locallistplan.h"
#include "store/reconciliations.h"
#include "store/reservations.h"
#include "store/storetest.h"

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

namespace {

void addTag(Database &db, const QString &name, const QString &parent = {}, const QStringList &stations = {})
{
    IdTag tag;
    tag.tag = name;
    tag.parentIdTag = parent;
    tag.stations = stations;
    IdTags(db).save(tag);
}

std::unique_ptr<Database> freshSite()
{
    auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    storetest::addStation(*db, u"CP2"_s);
    addTag(*db, u"ADA"_s, u"FLEET"_s);
    addTag(*db, u"BOB"_s);
    addTag(*db, u"CLEO"_s, {}, {u"cp2"_s});
    return db;
}

QString tagsOf(const QList<LocalListEntry> &entries)
{
    QStringList tags;
    for (const LocalListEntry &entry : entries)
        tags.append(entry.tag + u':' + entry.status);
    return tags.join(u' ');
}

ocpp::SendLocalList::Request update(int version, ocpp::UpdateType type, const QList<ocpp::AuthorizationData> &entries)
{
    return {version, entries, type};
}

ocpp::AuthorizationData data(const QString &tag)
{
    ocpp::IdTagInfo info;
    info.status = ocpp::AuthorizationStatus::Accepted;
    return {tag, info};
}

QStringList stationsNoted(Database &db)
{
    QStringList stations;
    for (const Change &change : db.takeChanges()) {
        if (change.table == Table::LocalLists)
            stations.append(change.station);
    }
    stations.sort();
    return stations;
}

Reservation reservation(int id, qint64 seconds)
{
    Reservation row;
    row.station = u"CP1"_s;
    row.reservationId = id;
    row.connector = 1;
    row.idTag = u"Ada"_s;
    row.created = at(seconds);
    row.expiryDate = at(seconds + 100);
    return row;
}

} // namespace

class TestLocalLists : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void tagsThatAreValidAtAStation();
    void groups();
    void entriesByHand();
    void aTagsChangeIsNotedWhereItMatters();
    void aChangeBeginsAnew();
    void aTopicIsListed();
    void aListIsRenamed();
    void commitsAndPlans();
    void removedListsLeaveStationsAlone();
    void reservationsLive();
    void reservationsAreFiltered();
};

void TestLocalLists::tagsThatAreValidAtAStation()
{
    const auto db = freshSite();
    IdTag expired;
    expired.tag = u"OLD"_s;
    expired.expiryDate = at(5);
    IdTags(*db).save(expired);
    LocalLists lists(*db);
    lists.own(u"CP1"_s, {}, {}, at(0));
    const LocalList own = planLocalList(*db, u"CP1"_s, at(0)).list.value();
    QCOMPARE(tagsOf(lists.entries(own, u"CP1"_s, at(0))), u"ADA:Accepted BOB:Accepted OLD:Accepted"_s);
    QCOMPARE(tagsOf(lists.entries(own, u"CP1"_s, at(5))), u"ADA:Accepted BOB:Accepted OLD:Expired"_s);
    QCOMPARE(lists.entries(own, u"CP2"_s, at(0)).size(), 4);
    VERIFY_OK(*db);
}

void TestLocalLists::groups()
{
    const auto db = freshSite();
    LocalList list;
    list.name = u"Fleet"_s;
    list.groups = {u"fleet"_s};
    LocalLists lists(*db);
    lists.save(list, {}, at(0));
    addTag(*db, u"FLEET"_s);
    QCOMPARE(tagsOf(lists.entries(lists.find(u"FLEET"_s).value(), {}, at(0))), u"ADA:Accepted FLEET:Accepted"_s);
    VERIFY_OK(*db);
}

void TestLocalLists::entriesByHand()
{
    const auto db = freshSite();
    LocalList list;
    list.source = LocalListSource::Entries;
    LocalLists lists(*db);
    lists.own(u"CP1"_s, list, {listEntry(data(u"X"_s)), listEntry(data(u"Y"_s)), listEntry(data(u"x"_s))}, at(0));
    QCOMPARE(tagsOf(planLocalList(*db, u"CP1"_s, at(0)).desired), u"x:Accepted Y:Accepted"_s);
    lists.own(u"CP1"_s, list, {listEntry(data(u"Z"_s))}, at(1));
    QCOMPARE(tagsOf(planLocalList(*db, u"CP1"_s, at(1)).desired), u"Z:Accepted"_s);
    QVERIFY(Stations(*db).remove(u"CP1"_s));
    QCOMPARE(db->number(u"SELECT count(*) FROM local_list_entries"_s), 0);
    VERIFY_OK(*db);
}

void TestLocalLists::aTagsChangeIsNotedWhereItMatters()
{
    const auto db = freshSite();
    LocalLists lists(*db);
    for (const QString &station : {u"CP1"_s, u"CP2"_s})
        lists.own(station, {}, {}, at(0));
    db->takeChanges();
    addTag(*db, u"CLEO"_s, u"FLEET"_s, {u"cp2"_s});
    QCOMPARE(stationsNoted(*db), QStringList{u"CP2"_s});
    addTag(*db, u"CLEO"_s, u"FLEET"_s, {u"cp1"_s}); // one loses it, one gets it
    QCOMPARE(stationsNoted(*db), (QStringList{u"CP1"_s, u"CP2"_s}));
    IdTag named = IdTags(*db).find(u"BOB"_s).value();
    named.name = u"Bob"_s;
    IdTags(*db).save(named);
    QCOMPARE(stationsNoted(*db), QStringList());
    QVERIFY(IdTags(*db).remove(u"BOB"_s));
    QCOMPARE(stationsNoted(*db), (QStringList{u"CP1"_s, u"CP2"_s}));
    QVERIFY(!IdTags(*db).remove(u"BOB"_s));
    VERIFY_OK(*db);
}

void TestLocalLists::aChangeBeginsAnew()
{
    const auto db = freshSite();
    LocalLists(*db).own(u"CP1"_s, {}, {}, at(0));
    Reconciliations rows(*db);
    Reconciliation row = rows.find(u"CP1"_s, LocalLists::topic);
    row.state = ReconciliationState::GaveUp;
    row.attempts = 6;
    rows.save(row, at(1));
    addTag(*db, u"DORA"_s);
    QCOMPARE(rows.find(u"CP1"_s, LocalLists::topic).attempts, 0);
    QVERIFY(rows.find(u"CP1"_s, LocalLists::topic).state == ReconciliationState::Waiting);
    VERIFY_OK(*db);
}

void TestLocalLists::aTopicIsListed()
{
    const auto db = freshSite();
    Reconciliations rows(*db);
    for (const auto &[station, topic] :
         {std::pair{u"CP2"_s, u"localList"_s}, {u"CP1"_s, u"firmware"_s}, {u"CP1"_s, u"localList"_s}}) {
        Reconciliation row = rows.find(station, topic);
        row.difference = 3;
        rows.save(row, at(1));
    }
    const QList<Reconciliation> listed = rows.ofTopic(LocalLists::topic);
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed.at(0).station, u"CP1"_s);
    QCOMPARE(listed.at(1).station, u"CP2"_s);
    VERIFY_OK(*db);
}

void TestLocalLists::aListIsRenamed()
{
    const auto db = freshSite();
    LocalLists lists(*db);
    for (const QString &name : {u"Staff"_s, u"Tenants"_s}) {
        LocalList list;
        list.name = name;
        lists.save(list, {}, at(0));
    }
    const qint64 id = lists.find(u"Staff"_s).value().id;
    lists.share(u"CP1"_s, lists.find(u"Staff"_s).value(), at(0));
    QVERIFY(!lists.rename(u"Staff"_s, u"TENANTS"_s));
    QVERIFY(!lists.rename(u"Nobody"_s, u"Somebody"_s));
    QVERIFY(lists.rename(u"staff"_s, u"Crew"_s));
    QVERIFY(!lists.find(u"Staff"_s));
    QCOMPARE(lists.find(u"CREW"_s).value().id, id);
    QCOMPARE(lists.stationsOf(id), QStringList{u"CP1"_s});
    QVERIFY(lists.rename(u"Crew"_s, u"CREW"_s)); // the spelling alone
    QCOMPARE(lists.find(id).value().name, u"CREW"_s);
    VERIFY_OK(*db);
}

void TestLocalLists::commitsAndPlans()
{
    const auto db = freshSite();
    LocalLists lists(*db);
    const QString station = u"CP1"_s;
    lists.own(station, {}, {}, at(0));
    QVERIFY(planLocalList(*db, station, at(0)).mustAsk);
    lists.report(station, 0, at(1));
    LocalListPlan plan = planLocalList(*db, station, at(1));
    QVERIFY(plan.isFull && !plan.mustAsk);
    QCOMPARE(plan.drift(), 2);
    lists.commit(station, plan.nextUpdate(1), at(2));
    plan = planLocalList(*db, station, at(2));
    QCOMPARE(plan.drift(), 0);
    QVERIFY(!plan.isFull);
    lists.commit(station, update(2, ocpp::UpdateType::Differential, {data(u"X"_s), {u"bob"_s, {}}}), at(3));
    QCOMPARE(tagsOf(lists.installed(station)), u"ADA:Accepted X:Accepted"_s);
    plan = planLocalList(*db, station, at(3));
    QCOMPARE(plan.changes.size(), 2);
    QVERIFY(plan.changes.at(0).kind == LocalListChange::Kind::Remove); // first, for the sake of room
    QVERIFY(plan.changes.at(1).kind == LocalListChange::Kind::Add);
    QCOMPARE(lists.nextVersion(station), 3);
    lists.report(station, 9, at(4));
    plan = planLocalList(*db, station, at(4));
    QVERIFY(plan.versionDiffers() && plan.isFull);
    QCOMPARE(lists.nextVersion(station), 10);
    lists.report(station, std::numeric_limits<int>::max(), at(4));
    QCOMPARE(lists.nextVersion(station), 1); // E 3.52: never below
    lists.report(station, -1, at(5));
    QVERIFY(planLocalList(*db, station, at(5)).obstacle == LocalListObstacle::Unsupported);
    QCOMPARE(lists.nextVersion(station), 3);
    lists.forgetReport(station);
    QVERIFY(planLocalList(*db, station, at(6)).obstacle == LocalListObstacle::None);
    VERIFY_OK(*db);
}

void TestLocalLists::removedListsLeaveStationsAlone()
{
    const auto db = freshSite();
    LocalLists lists(*db);
    LocalList list;
    list.name = u"All"_s;
    lists.save(list, {}, at(0));
    lists.share(u"CP1"_s, lists.find(u"all"_s).value(), at(0));
    QCOMPARE(lists.stationsOf(lists.find(u"all"_s)->id), QStringList{u"CP1"_s});
    QVERIFY(lists.remove(u"ALL"_s));
    QVERIFY(!lists.remove(u"ALL"_s));
    QVERIFY(!planLocalList(*db, u"CP1"_s, at(1)).list);
    QCOMPARE(planLocalList(*db, u"CP1"_s, at(1)).drift(), 0);
    VERIFY_OK(*db);
}

void TestLocalLists::reservationsLive()
{
    const auto db = freshSite();
    Reservations reservations(*db);
    reservations.begin(reservation(7, 0));
    reservations.begin(reservation(7, 10)); // replaces it
    reservations.begin(reservation(8, 20));
    QCOMPARE(reservations.active(u"CP1"_s).size(), 2);
    QCOMPARE(reservations.list().last().reason, u"replaced"_s);
    reservations.expireDue(at(110));
    QVERIFY(reservations.find(u"CP1"_s, 7)->status == ReservationState::Expired);
    QVERIFY(reservations.find(u"CP1"_s, 8)->status == ReservationState::Active);
    reservations.use(reservations.find(u"CP1"_s, 8).value(), 42, at(50));
    QCOMPARE(reservations.find(u"CP1"_s, 8)->transactionId, std::optional(qint64(42)));
    QVERIFY(reservations.active(u"CP1"_s).isEmpty());
    VERIFY_OK(*db);
}

void TestLocalLists::reservationsAreFiltered()
{
    const auto db = freshSite();
    Reservations reservations(*db);
    for (int id = 1; id <= 3; ++id)
        reservations.begin(reservation(id, id * 1000));
    QCOMPARE(reservations.list({.station = u"CP2"_s}).size(), 0);
    QCOMPARE(reservations.list({.station = u"CP1"_s, .limit = 2}).size(), 2);
    QCOMPARE(reservations.list({.from = at(1200), .to = at(3000)}).size(), 1);
    QCOMPARE(reservations.list({.status = ReservationState::Used}).size(), 0);
    VERIFY_OK(*db);
}

QTEST_GUILESS_MAIN(TestLocalLists)
#include "tst_locallists.moc"
