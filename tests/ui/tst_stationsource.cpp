// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/clock.h"
#include "store/nodes.h"
#include "store/stations.h"
#include "ui/pages/stations/stationsource.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"

#include <QAbstractItemModelTester>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestStationSource : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void timeIsWrittenAnewWithoutReading();
    void lastHeardArrivesByItself();
    void aDeadEngineElsewhereIsNoticed();

private:
    void open(bool ownsEngine);
    [[nodiscard]] store::Station station(const QString &id) const;
    /// Behind the change feed's back.
    void describe(const QString &id, const QString &text);

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<ui::StationSource> source_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

void TestStationSource::init()
{
    store_ = std::make_unique<uitest::Store>();
    store_->write([](store::Database &db) {
        samplesite::startNode(db);
        samplesite::addStation(db, u"CP1"_s);
        samplesite::addStation(db, u"CP2"_s);
    });
}

void TestStationSource::cleanup()
{
    tester_.reset();
    source_.reset();
    store_.reset();
}

void TestStationSource::open(bool ownsEngine)
{
    ui::Backend backend = store_->backend();
    backend.ownsEngine = ownsEngine;
    source_ = std::make_unique<ui::StationSource>(backend, nullptr);
    tester_ = std::make_unique<QAbstractItemModelTester>(&source_->model(),
                                                         QAbstractItemModelTester::FailureReportingMode::QtTest);
    source_->setOpen(true);
    QTRY_COMPARE(source_->model().rowCount(), 2);
}

store::Station TestStationSource::station(const QString &id) const
{
    return source_->model().at(source_->model().find(id)).station;
}

void TestStationSource::describe(const QString &id, const QString &text)
{
    store_->write([=](store::Database &db) {
        db.run(u"UPDATE stations SET description = ? WHERE id = ?"_s, {text, id});
    });
}

// "No polling of tables": what was changed behind the feed's back stays unseen.
void TestStationSource::timeIsWrittenAnewWithoutReading()
{
    open(true);
    describe(u"CP1"_s, u"new"_s);
    QSignalSpy written(&source_->model(), &QAbstractItemModel::dataChanged);
    source_->refreshClock();
    QCOMPARE(written.size(), 1);
    QCOMPARE(written.first().at(0).toModelIndex(), source_->model().index(0, ui::lastHeardColumn()));
    QCOMPARE(written.first().at(1).toModelIndex(), source_->model().index(1, ui::lastHeardColumn()));
    store_->write([](store::Database &db) { samplesite::goOffline(db, u"CP2"_s, 3); });
    QTRY_VERIFY(!station(u"CP2"_s).online);
    QCOMPARE(station(u"CP1"_s).description, QString());
}

void TestStationSource::lastHeardArrivesByItself()
{
    open(true);
    const store::Station before = station(u"CP1"_s);
    const ocpp::Timestamp heard = *before.lastHeard + 1h;
    store_->write([=](store::Database &db) { store::Stations(db).heard(before.node, {{u"CP1"_s, heard}}); });
    QTRY_COMPARE(station(u"CP1"_s).lastHeard, std::optional(heard));
}

void TestStationSource::aDeadEngineElsewhereIsNoticed()
{
    const auto leaseEnd = store::now() + 2s;
    store_->write([leaseEnd](store::Database &db) {
        store::Node node = store::Nodes(db).list().first();
        node.leaseUntil = leaseEnd;
        store::Nodes(db).renew(node);
    });
    open(false);
    QVERIFY(station(u"CP1"_s).online);
    QTRY_VERIFY(store::now() >= leaseEnd);
    source_->refreshClock();
    QTRY_VERIFY(!station(u"CP1"_s).online);
}

UI_TEST_MAIN(TestStationSource)
#include "tst_stationsource.moc"
