// SPDX-License-Identifier: GPL-3.0-or-later
// The contracts of a tag in its form.
#include "store/clock.h"
#include "ui/pages/idtags/tagcontracts.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using store::ContractStatus;

class TestTagContracts : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void newTagHasNone();
    void contractIsEntered();
    void mistakesAreTold_data();
    void mistakesAreTold();
    void statesAreSaid_data();
    void statesAreSaid();
    void blockedAndUnblocked();
    void removedAndTakenBack();
    void focusSurvivesNews();
    void unwritableDatabaseIsSaid();

private:
    QString text() { return uitest::visibleText(*view_); }
    void enter(const QString &emaid);
    void save(const QString &emaid, const std::function<void(store::Contract &)> &adjust = {});
    std::optional<store::Contract> find(const QString &emaid)
    {
        return store_->write([emaid](store::Database &db) { return store::Contracts(db).find(emaid); });
    }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<ui::TagContracts> view_;
};

void TestTagContracts::init()
{
    store_ = std::make_unique<uitest::Store>();
    store_->write([](store::Database &db) { samplesite::startNode(db); });
    view_ = std::make_unique<ui::TagContracts>(store_->backend());
    view_->resize(400, 500);
    view_->show();
    view_->setTag(u"ADA"_s);
}

void TestTagContracts::cleanup()
{
    view_.reset();
    store_.reset();
}

void TestTagContracts::enter(const QString &emaid)
{
    auto *edit = uitest::named<QLineEdit>(*view_, u"Number of the contract"_s);
    QVERIFY(edit);
    edit->setText(emaid);
    QVERIFY(uitest::press(*view_, u"Add the contract"_s));
}

void TestTagContracts::save(const QString &emaid, const std::function<void(store::Contract &)> &adjust)
{
    store_->write([&](store::Database &db) {
        store::Contract contract;
        contract.emaid = emaid;
        contract.idTag = u"ada"_s;
        if (adjust)
            adjust(contract);
        store::Contracts(db).save(contract);
    });
}

void TestTagContracts::newTagHasNone()
{
    QVERIFY(view_->isVisible());
    view_->setTag({});
    QVERIFY(!view_->isVisible());
}

void TestTagContracts::contractIsEntered()
{
    QVERIFY(text().contains(u"charges without a card"_s));
    enter(u" DE-8AA-C12345678-X "_s);
    QTRY_VERIFY(text().contains(u"DE-8AA-C12345678-X"_s));
    QVERIFY(text().contains(u"not used yet"_s));
    QVERIFY(!text().contains(u"charges without a card"_s));
    QCOMPARE(find(u"de8aac12345678x"_s)->idTag, u"ADA"_s);
    QTRY_VERIFY(uitest::named<QLineEdit>(*view_, u"Number of the contract"_s)->text().isEmpty());
    view_->setTag(u"BRUNO"_s);
    QTRY_VERIFY(text().contains(u"charges without a card"_s));
}

void TestTagContracts::mistakesAreTold_data()
{
    QTest::addColumn<QString>("emaid");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("nothing") << QString() << u"without blanks"_s;
    QTest::newRow("separators only") << u"--"_s << u"without blanks"_s;
    QTest::newRow("blanks") << u"DE 8AA"_s << u"without blanks"_s;
    QTest::newRow("twice") << u"de8aac1"_s << u"is in the list already"_s;
    QTest::newRow("of another tag") << u"DE8AAC2"_s << u"belongs to BRUNO"_s;
}

void TestTagContracts::mistakesAreTold()
{
    QFETCH(QString, emaid);
    QFETCH(QString, complaint);
    save(u"DE-8AA-C1"_s);
    save(u"DE-8AA-C2"_s, [](store::Contract &contract) { contract.idTag = u"BRUNO"_s; });
    enter(emaid);
    QTRY_VERIFY2(text().contains(complaint), qPrintable(text()));
    QCOMPARE(find(u"DE-8AA-C2"_s)->idTag, u"BRUNO"_s);
}

void TestTagContracts::statesAreSaid_data()
{
    QTest::addColumn<ContractStatus>("status");
    QTest::addColumn<bool>("isOver");
    QTest::addColumn<QString>("word");
    QTest::newRow("accepted") << ContractStatus::Accepted << false << u"may charge · until"_s;
    QTest::newRow("expired") << ContractStatus::Accepted << true << u"expired · until"_s;
    QTest::newRow("blocked") << ContractStatus::Blocked << true << u"blocked · until"_s;
    QTest::newRow("cancelled") << ContractStatus::Cancelled << false << u"cancelled · until"_s;
}

void TestTagContracts::statesAreSaid()
{
    QFETCH(ContractStatus, status);
    QFETCH(bool, isOver);
    QFETCH(QString, word);
    save(u"DE-8AA-C1"_s, [&](store::Contract &contract) {
        contract.status = status;
        contract.validUntil = store::now() + (isOver ? -std::chrono::hours(1) : std::chrono::hours(1));
    });
    QTRY_VERIFY2(text().contains(word), qPrintable(text()));
    store_->write([](store::Database &db) {
        store::Contracts(db).noteUse(u"DE8AAC1"_s, u"CP1"_s, u"Blocked"_s, {}, store::now());
    });
    QTRY_VERIFY2(text().contains(u"at CP1: Blocked"_s), qPrintable(text()));
}

void TestTagContracts::blockedAndUnblocked()
{
    save(u"DE-8AA-C1"_s, [](store::Contract &contract) { contract.name = u"Ada's car"_s; });
    QVERIFY(uitest::press(*view_, u"Block DE-8AA-C1"_s));
    QTRY_VERIFY(text().contains(u"blocked · Ada's car"_s));
    QVERIFY(find(u"DE8AAC1"_s)->status == ContractStatus::Blocked);
    QVERIFY(uitest::press(*view_, u"Unblock DE-8AA-C1"_s));
    QTRY_VERIFY(text().contains(u"may charge"_s));
    QVERIFY(find(u"DE8AAC1"_s)->status == ContractStatus::Accepted);
}

void TestTagContracts::removedAndTakenBack()
{
    save(u"DE-8AA-C1"_s, [](store::Contract &contract) { contract.name = u"Ada's car"_s; });
    QVERIFY(uitest::press(*view_, u"Remove DE-8AA-C1"_s));
    QTRY_VERIFY(text().contains(u"DE-8AA-C1 was removed."_s));
    QVERIFY(!find(u"DE8AAC1"_s));
    QVERIFY(uitest::press(*view_, u"Undo"_s));
    QTRY_VERIFY(text().contains(u"Ada's car"_s));
    QTRY_VERIFY(!text().contains(u"was removed"_s));
}

void TestTagContracts::focusSurvivesNews()
{
    save(u"DE-8AA-C1"_s);
    save(u"DE-8AA-C2"_s);
    QTRY_VERIFY(uitest::named<QPushButton>(*view_, u"Remove DE-8AA-C1"_s));
    QTRY_VERIFY(uitest::named<QPushButton>(*view_, u"Remove DE-8AA-C2"_s));
    view_->activateWindow();
    uitest::named<QPushButton>(*view_, u"Remove DE-8AA-C2"_s)->setFocus();
    save(u"DE-8AA-C3"_s);
    QTRY_VERIFY(text().contains(u"DE-8AA-C3"_s));
    QCOMPARE(view_->focusWidget(), uitest::named<QPushButton>(*view_, u"Remove DE-8AA-C2"_s));
}

void TestTagContracts::unwritableDatabaseIsSaid()
{
    store_->write([](store::Database &db) { db.define(u"ALTER TABLE contracts RENAME TO lost"_s); });
    enter(u"DE-8AA-C1"_s);
    QTRY_VERIFY2(text().contains(u"database"_s, Qt::CaseInsensitive), qPrintable(text()));
    QCOMPARE(uitest::named<QLineEdit>(*view_, u"Number of the contract"_s)->text(), u"DE-8AA-C1"_s); // not lost
}

UI_TEST_MAIN(TestTagContracts)
#include "tst_tagcontracts.moc"
