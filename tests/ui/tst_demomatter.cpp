// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/clock.h"
#include "store/idtags.h"
#include "store/stations.h"
#include "store/transactions.h"
#include "ui/desktop/sitepulse.h"
#include "ui/models/sleepingdemo.h"
#include "ui/pages/overview/attentionrow.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/samplebook.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Kind = ui::AttentionItem::Kind;

namespace {

const QStringList demoIds{u"HARBOUR-1"_s, u"DEPOT-EAST"_s};

void connectDemo(store::Database &db, const QString &id)
{
    samplesite::addStation(db, id, 1);
    db.run(u"UPDATE stations SET site = 'Demo', remote_address = '127.0.0.1:51000' WHERE id = ?"_s, {id});
}

void enterDemo(store::Database &db)
{
    for (const QString &id : demoIds) {
        connectDemo(db, id);
        samplesite::goOffline(db, id, 600);
    }
    store::IdTag card;
    card.tag = u"DEMOCARD"_s;
    card.stations = demoIds;
    store::IdTags(db).save(card);
    samplebook::addTag(db, u"A1"_s, u"Anna Berg"_s);
}

} // namespace

/// A demo site that was started on another day.
class TestDemoMatter : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void isOneMatterThatCanBeStarted();
    void besideAnotherEngineItIsOnlyRemoved();
    void oneThatHasJustBegunIsNoMatter();
    void runningOneIsNoMatter();
    void isRemovedWithItsCardsAndBackAgain();
    void aRealChargerIsNeverPartOfIt();
    void alarmsNobody();

private:
    void open(const ui::Backend &backend);
    ui::AttentionRow *row(Kind kind);
    template<class Work>
    auto write(Work work)
    {
        return store_->write(work);
    }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<ui::OverviewPage> page_;
};

void TestDemoMatter::init()
{
    store_ = std::make_unique<uitest::Store>();
    write([](store::Database &db) {
        samplesite::startNode(db);
        enterDemo(db);
    });
}

void TestDemoMatter::cleanup()
{
    page_.reset();
    store_.reset();
}

void TestDemoMatter::open(const ui::Backend &backend)
{
    page_ = std::make_unique<ui::OverviewPage>(backend);
    page_->resize(1060, 900);
    page_->show();
    QTRY_VERIFY(!page_->headline().isEmpty());
}

ui::AttentionRow *TestDemoMatter::row(Kind kind)
{
    for (ui::AttentionRow *row : page_->findChildren<ui::AttentionRow *>()) {
        if (row->isVisible() && row->item().kind == kind)
            return row;
    }
    return nullptr;
}

void TestDemoMatter::isOneMatterThatCanBeStarted()
{
    write([](store::Database &db) {
        samplesite::addStation(db, u"CP1"_s);
        samplesite::goOffline(db, u"CP1"_s, 30);
    });
    int starts = 0;
    ui::Backend backend = store_->backend();
    backend.startDemo = [&] { ++starts; };
    open(backend);
    QTRY_COMPARE(page_->findChildren<ui::AttentionRow *>().size(), 2); // itself, and the owner's own charger
    QVERIFY(row(Kind::Demo));
    QCOMPARE(row(Kind::Offline)->item().station, u"CP1"_s);
    QVERIFY(uitest::visibleText(*row(Kind::Demo)).contains(u"The demo site is not running"_s));
    QVERIFY(uitest::press(*row(Kind::Demo), u"Start it: The demo site is not running"_s));
    QCOMPARE(starts, 1);
}

void TestDemoMatter::besideAnotherEngineItIsOnlyRemoved()
{
    open(store_->backend());
    QTRY_VERIFY(row(Kind::Demo));
    const auto *start = uitest::named<QAbstractButton>(*row(Kind::Demo), u"Start it: The demo site is not running"_s);
    QVERIFY(start);
    QVERIFY(!start->isEnabled());
    const auto *remove = uitest::named<QAbstractButton>(*row(Kind::Demo), u"Remove it: The demo site is not running"_s);
    QVERIFY(remove);
    QVERIFY(remove->isEnabled());
}

void TestDemoMatter::oneThatHasJustBegunIsNoMatter()
{
    ui::Backend backend = store_->backend();
    backend.engineStarted = store::now();
    open(backend);
    QTRY_VERIFY2(page_->headline().contains(u"all is well"_s), qPrintable(page_->headline()));
}

void TestDemoMatter::runningOneIsNoMatter()
{
    write([](store::Database &db) { connectDemo(db, demoIds.first()); });
    open(store_->backend());
    QTRY_VERIFY(row(Kind::Offline)); // the other one, as with any site
    QVERIFY(!row(Kind::Demo));
}

void TestDemoMatter::isRemovedWithItsCardsAndBackAgain()
{
    const qint64 session =
        write([](store::Database &db) { return samplesite::addSession(db, demoIds.first(), 1, u"DEMOCARD"_s, 700); });
    write([](store::Database &db) { samplesite::addStation(db, u"CP1"_s); });
    open(store_->backend());
    QTRY_VERIFY(row(Kind::Demo));
    QVERIFY(!row(Kind::Endless));
    QVERIFY(uitest::press(*row(Kind::Demo), u"Remove it: The demo site is not running"_s));
    QTRY_VERIFY(uitest::named<QAbstractButton>(*page_, u"Undo"_s));
    const auto ids = [this] {
        return write([](store::Database &db) {
            QStringList result;
            for (const store::Station &station : store::Stations(db).list())
                result.append(station.id);
            return result;
        });
    };
    const auto tags = [this] { return write([](store::Database &db) { return store::IdTags(db).list().size(); }); };
    QCOMPARE(ids(), QStringList{u"CP1"_s});
    QCOMPARE(tags(), 1); // Anna's
    QVERIFY(write([&](store::Database &db) { return !store::Transactions(db).find(session)->isOpen(); }));
    QTRY_VERIFY(page_->headline().contains(u"all is well"_s));
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(ids().size(), 3);
    QCOMPARE(tags(), 2);
    QVERIFY(write([&](store::Database &db) { return store::Transactions(db).find(session)->isOpen(); }));
}

void TestDemoMatter::aRealChargerIsNeverPartOfIt()
{
    store::Station own;
    own.id = u"CP1"_s;
    own.site = u"Demo"_s;
    own.remoteAddress = u"192.168.1.40:51022"_s;
    store::Station demo = own;
    demo.id = u"HARBOUR-1"_s;
    demo.remoteAddress = u"127.0.0.1:51000"_s;
    QCOMPARE(ui::sleepingDemo({own, demo}), QSet<QString>{demo.id});
    demo.remoteAddress = u"[::1]:51000"_s;
    QCOMPARE(ui::sleepingDemo({own, demo}), QSet<QString>{demo.id});
    demo.remoteAddress.clear(); // entered, and never came
    QCOMPARE(ui::sleepingDemo({own, demo}), QSet<QString>{demo.id});
    demo.online = true;
    QVERIFY(ui::sleepingDemo({own, demo}).isEmpty());
    demo.online = false;
    demo.site = u"Yard"_s;
    QVERIFY(ui::sleepingDemo({own, demo}).isEmpty());
}

void TestDemoMatter::alarmsNobody()
{
    const auto pulse = [this] { return write([](store::Database &db) { return ui::readPulse(db); }); };
    QVERIFY(pulse().absent.isEmpty());
    write([](store::Database &db) { connectDemo(db, demoIds.first()); });
    QCOMPARE(pulse().absent.size(), 1);
}

UI_TEST_MAIN(TestDemoMatter)
#include "tst_demomatter.moc"
