// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/clock.h"
#include "ui/models/agetick.h"
#include "ui/pages/idtags/idtagspage.h"
#include "ui/pages/idtags/seentagspanel.h"
#include "ui/pages/idtags/tagform.h"
#include "ui/samplebook.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum Columns { State, Tag, Name, Group, Expiry, Limit, Used, Now };

QString allText(const QWidget &root)
{
    QStringList texts;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

} // namespace

class TestIdTagsPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void emptyPageOffersToLearnACard();
    void tagIsAddedByTheForm();
    void mistakesAreToldWhileTyping();
    void groupIsOfferedToBeMade();
    void tagIsChangedAndTakenBack();
    void tagIsDeletedAndTakenBack();
    void statesAreInWordsAndFiltered();
    void useIsShown();
    void unknownCardIsAddedByOneClick();
    void timeSinceAnUnknownCardGrows();
    void unknownCardsKeepTheFocus();
    void nextCardIsLearned();
    void knownCardIsTold();
    void learningIsCancelled();
    void learningTellsThatNoStationIsThere();
    void learningThatFailsIsSaid();
    void stateIsRemembered();
    void changesArePutAside();
    void newTagIsPutAside();
    void changesToATagThatGoesAreKept();
    void lateAnswerLeavesTheNextFormOpen();
    void whatIsTypedWhileSavingStays();
    void chosenTagIsShownInSpiteOfTheFilter();
    void everyControlHasAName();
    void unreadableDatabaseIsSaid();

private:
    QAbstractItemModel &model() { return *page_->findChild<ui::TableView *>(u"idtags"_s)->model(); }
    QString cell(int row, int column) { return model().index(row, column).data().toString(); }
    ui::TagForm &form() { return *page_->findChild<ui::TagForm *>(); }
    QLineEdit &field(const char *name) { return *uitest::named<QLineEdit>(form(), QLatin1StringView(name)); }
    std::optional<store::IdTag> tag(const QString &tag);
    QStringList tags();
    void select(const QString &tag);
    template<class Work>
    auto write(Work work)
    {
        return store_->write(work);
    }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<ui::IdTagsPage> page_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

void TestIdTagsPage::init()
{
    QSettings().clear();
    store_ = std::make_unique<uitest::Store>();
    write([](store::Database &db) {
        samplesite::startNode(db);
        samplesite::addStation(db, u"CP1"_s);
    });
    page_ = std::make_unique<ui::IdTagsPage>(store_->backend());
    page_->resize(1060, 760);
    page_->show();
    tester_ =
        std::make_unique<QAbstractItemModelTester>(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(page_->findChild<ui::EmptyState *>()->isVisible());
}

void TestIdTagsPage::cleanup()
{
    tester_.reset();
    page_.reset();
    store_.reset();
}

std::optional<store::IdTag> TestIdTagsPage::tag(const QString &tag)
{
    return write([tag](store::Database &db) { return store::IdTags(db).find(tag); });
}

QStringList TestIdTagsPage::tags()
{
    return write([](store::Database &db) {
        QStringList all;
        for (const store::IdTag &tag : store::IdTags(db).list())
            all.append(tag.tag);
        return all;
    });
}

void TestIdTagsPage::select(const QString &tag)
{
    const auto found = [&] { return model().match(model().index(0, Tag), Qt::DisplayRole, tag, 1, Qt::MatchExactly); };
    QTRY_COMPARE(found().size(), 1);
    page_->findChild<ui::TableView *>(u"idtags"_s)->selectRow(found().first().row());
    QTRY_VERIFY(form().isVisible());
    QCOMPARE(field("Tag").text(), tag);
}

void TestIdTagsPage::emptyPageOffersToLearnACard()
{
    QVERIFY(allText(*page_).contains(u"No tag yet"_s));
    QVERIFY(uitest::press(*page_->findChild<ui::EmptyState *>(), u"Tap a card now"_s));
    QTRY_VERIFY(allText(*page_).contains(u"Hold the card to the reader"_s));
}

void TestIdTagsPage::tagIsAddedByTheForm()
{
    page_->primaryAction()->trigger();
    QTest::keyClicks(&field("Tag"), u"04a2b7"_s);
    QTest::keyClicks(&field("Name"), u"Anna Berg"_s);
    uitest::named<QSpinBox>(form(), u"At once"_s)->setValue(2);
    QTest::keyClicks(&field("Only at"), u"cp1"_s);
    QVERIFY(uitest::press(form(), u"Add"_s));
    QTRY_COMPARE(model().rowCount(), 1);
    QCOMPARE(cell(0, Tag), u"04a2b7"_s);
    QCOMPARE(cell(0, Name), u"Anna Berg"_s);
    QCOMPARE(cell(0, State), u"Accepted"_s);
    QCOMPARE(cell(0, Limit), u"2"_s);
    QCOMPARE(cell(0, Used), u"never"_s);
    QCOMPARE(tag(u"04A2B7"_s)->stations, QStringList{u"cp1"_s});
    QTRY_VERIFY(!form().isVisible());
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(tags(), QStringList());
}

void TestIdTagsPage::mistakesAreToldWhileTyping()
{
    write([](store::Database &db) { samplebook::addTag(db, u"Known"_s, u"Bea"_s); });
    QTRY_COMPARE(model().rowCount(), 1);
    page_->primaryAction()->trigger();
    field("Tag").setText(u"123456789012345678901"_s);
    QVERIFY(allText(form()).contains(u"21 characters; OCPP allows 20"_s));
    field("Tag").setText(u"Ärger"_s);
    QVERIFY(allText(form()).contains(u"OCPP knows no others"_s));
    field("Tag").setText(u"kNOWN"_s);
    QVERIFY(allText(form()).contains(u"known already. Bea"_s));
    QVERIFY(uitest::press(form(), u"Add"_s));
    field("Tag").setText(u"A:1"_s);
    field("Group").setText(u"a:1"_s);
    QVERIFY(allText(form()).contains(u"its own group"_s));
    field("Group").clear();
    field("Only at").setText(u"CP1, CP9"_s);
    QVERIFY(allText(form()).contains(u"There is no station CP9"_s));
    field("Only at").clear();
    field("Tag").clear();
    QVERIFY(uitest::press(form(), u"Add"_s));
    QVERIFY(allText(form()).contains(u"The tag is missing"_s));
    QCOMPARE(tags(), QStringList{u"Known"_s});
}

void TestIdTagsPage::groupIsOfferedToBeMade()
{
    page_->primaryAction()->trigger();
    field("Tag").setText(u"A1"_s);
    field("Group").setText(u"STAFF"_s);
    QVERIFY(allText(form()).contains(u"There is no tag STAFF yet"_s));
    QVERIFY(uitest::press(form(), u"Add"_s));
    QCOMPARE(tags(), QStringList());
    QVERIFY(uitest::press(form(), u"Make STAFF a tag, too"_s));
    QVERIFY(uitest::press(form(), u"Add"_s));
    QTRY_COMPARE(tags(), (QStringList{u"A1"_s, u"STAFF"_s}));
    QCOMPARE(tag(u"A1"_s)->parentIdTag, u"STAFF"_s);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(tags(), QStringList());
}

void TestIdTagsPage::tagIsChangedAndTakenBack()
{
    const ocpp::Timestamp expiry = store::now() + 100h + 1234ms;
    write([&](store::Database &db) {
        store::IdTag row;
        row.tag = u"A1"_s;
        row.name = u"Anna"_s;
        row.expiryDate = expiry;
        store::IdTags(db).save(row);
    });
    select(u"A1"_s);
    QVERIFY(field("Tag").isReadOnly());
    QVERIFY(!form().isEdited());
    write([](store::Database &db) {
        store::IdTag row = *store::IdTags(db).find(u"A1"_s);
        row.maxConcurrent = 4; // somebody else, at another window
        store::IdTags(db).save(row);
    });
    QTRY_COMPARE(uitest::named<QSpinBox>(form(), u"At once"_s)->value(), 4);
    field("Name").setText(u"Anna Berg"_s);
    uitest::named<QComboBox>(form(), u"State"_s)->setCurrentText(u"Blocked"_s);
    QVERIFY(form().isEdited());
    QVERIFY(uitest::press(form(), u"Save"_s));
    QTRY_COMPARE(cell(0, State), u"Blocked"_s);
    QCOMPARE(cell(0, Name), u"Anna Berg"_s);
    QVERIFY(*tag(u"A1"_s)->expiryDate == expiry); // not touched, not rounded
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(cell(0, State), u"Accepted"_s);
    QCOMPARE(tag(u"A1"_s)->name, u"Anna"_s);
}

void TestIdTagsPage::tagIsDeletedAndTakenBack()
{
    write([](store::Database &db) {
        samplebook::addTag(db, u"STAFF"_s, u"All"_s);
        samplebook::addTag(db, u"A1"_s, u"Anna"_s, u"STAFF"_s);
    });
    select(u"STAFF"_s);
    QVERIFY(uitest::press(form(), u"Delete"_s));
    QTRY_COMPARE(model().rowCount(), 1);
    QTRY_VERIFY(allText(*page_).contains(u"still name"_s));
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(model().rowCount(), 2);
    QCOMPARE(tag(u"STAFF"_s)->name, u"All"_s);
}

void TestIdTagsPage::statesAreInWordsAndFiltered()
{
    write([](store::Database &db) {
        samplebook::addTag(db, u"A1"_s, u"Anna"_s);
        store::IdTag old;
        old.tag = u"B2"_s;
        old.expiryDate = store::now() - 1h;
        store::IdTags(db).save(old);
        store::IdTag blocked;
        blocked.tag = u"C3"_s;
        blocked.status = u"Blocked"_s;
        store::IdTags(db).save(blocked);
    });
    QTRY_COMPARE(model().rowCount(), 3);
    QCOMPARE(cell(1, State), u"Expired"_s);
    QCOMPARE(cell(2, State), u"Blocked"_s);
    QVERIFY(page_->headline().contains(u"2 blocked or expired"_s));
    auto &state = *uitest::named<QComboBox>(*page_, u"State"_s);
    state.setCurrentText(u"Expired"_s);
    QCOMPARE(model().rowCount(), 1);
    page_->search(u"nobody"_s);
    QTRY_VERIFY(allText(*page_).contains(u"No tag matches"_s));
    page_->search({});
    QVERIFY(state.isVisible());
    state.setCurrentText(u"All states"_s);
    page_->search(u"anna"_s);
    QCOMPARE(model().rowCount(), 1);
}

void TestIdTagsPage::useIsShown()
{
    write([](store::Database &db) { samplebook::addTag(db, u"A1"_s, u"Anna"_s); });
    QTRY_COMPARE(model().rowCount(), 1);
    const qint64 id =
        write([](store::Database &db) { return samplebook::start(db, u"CP1"_s, 2, u"a1"_s, store::now()); });
    QTRY_COMPARE(cell(0, Now), u"at CP1"_s);
    QCOMPARE(cell(0, Used), u"just now"_s);
    QVERIFY(page_->headline().contains(u"1 charging"_s));
    write([id](store::Database &db) { samplebook::stop(db, u"CP1"_s, id, store::now(), 1'000'001); });
    QTRY_COMPARE(cell(0, Now), QString());
}

void TestIdTagsPage::unknownCardIsAddedByOneClick()
{
    write([](store::Database &db) {
        for (int i = 0; i < 3; ++i)
            store::SeenTags(db).note(u"NEW1"_s, u"CP1"_s, store::now() - 5min);
        store::SeenTags(db).note(u"NEW2"_s, u"CP1"_s, store::now() - 9min);
    });
    auto &panel = *page_->findChild<ui::SeenTagsPanel *>();
    QTRY_VERIFY(panel.isVisible());
    QVERIFY(uitest::press(panel, u"Show unknown cards"_s));
    QTRY_VERIFY(allText(panel).contains(u"3 time"_s));
    QVERIFY(uitest::press(panel, u"Forget NEW2"_s));
    QTRY_COMPARE(panel.count(), 1);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(panel.count(), 2);
    QVERIFY(uitest::press(panel, u"Forget NEW2"_s));
    QTRY_COMPARE(panel.count(), 1);
    QVERIFY(uitest::press(panel, u"Add NEW1"_s));
    QTRY_COMPARE(tags(), QStringList{u"NEW1"_s});
    QTRY_VERIFY(form().isVisible());
    QCOMPARE(field("Tag").text(), u"NEW1"_s);
    QTRY_VERIFY(!panel.isVisible());
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(tags(), QStringList());
    QTRY_VERIFY(panel.isVisible());
    QTRY_VERIFY(allText(panel).contains(u"3 time"_s)); // as it was
}

void TestIdTagsPage::timeSinceAnUnknownCardGrows()
{
    write([](store::Database &db) { store::SeenTags(db).note(u"NEW1"_s, u"CP1"_s, store::now() - 20s); });
    auto &panel = *page_->findChild<ui::SeenTagsPanel *>();
    QTRY_VERIFY(panel.isVisible());
    QVERIFY(uitest::press(panel, u"Show unknown cards"_s));
    QTRY_VERIFY(allText(panel).contains(u"\u00a0s ago"_s));
    const QString first = allText(panel);
    const int usual = ui::ageTick().interval();
    const auto restore = qScopeGuard([usual] { ui::ageTick().setInterval(usual); });
    ui::ageTick().setInterval(1);
    QTRY_VERIFY(allText(panel) != first);
}

void TestIdTagsPage::unknownCardsKeepTheFocus()
{
    const auto note = [this](const QString &tag, std::chrono::minutes ago) {
        write([tag, ago](store::Database &db) { store::SeenTags(db).note(tag, u"CP1"_s, store::now() - ago); });
    };
    note(u"NEW1"_s, 5min);
    note(u"NEW2"_s, 9min);
    auto &panel = *page_->findChild<ui::SeenTagsPanel *>();
    QTRY_COMPARE(panel.count(), 2);
    QVERIFY(uitest::press(panel, u"Show unknown cards"_s));
    page_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page_.get()));
    const QPointer<QPushButton> button = uitest::named<QPushButton>(panel, u"Forget NEW2"_s);
    button->setFocus();
    QTRY_VERIFY(button->hasFocus());
    note(u"NEW3"_s, 1min);
    QTRY_COMPARE(panel.count(), 3);
    note(u"NEW2"_s, 0min); // it is the first one now, shown twice
    QTRY_VERIFY(allText(panel).contains(u"2 time"_s));
    QVERIFY(button && button->hasFocus());
    QCOMPARE(uitest::named<QPushButton>(panel, u"Forget NEW2"_s), button.data());
    QTest::keyClick(button.data(), Qt::Key_Space);
    QTRY_COMPARE(panel.count(), 2);
    QVERIFY(uitest::named<QPushButton>(panel, u"Forget NEW3"_s)->hasFocus()); // the one that stands there now
    QTest::keyClick(page_->focusWidget(), Qt::Key_Tab);
    QVERIFY(uitest::named<QPushButton>(panel, u"Add NEW1"_s)->hasFocus());
}

void TestIdTagsPage::nextCardIsLearned()
{
    write([](store::Database &db) { store::SeenTags(db).note(u"OLD"_s, u"CP1"_s, store::now() - 1h); });
    QVERIFY(uitest::press(*page_, u"Tap a card now"_s));
    // It may take a moment until it knows what was there before: a card is shown until it is seen.
    QTRY_VERIFY([&] {
        write([](store::Database &db) { store::SeenTags(db).note(u"04FF"_s, u"CP1"_s, store::now()); });
        return allText(*page_).contains(u"Card 04FF was shown at CP1."_s);
    }());
    QVERIFY(!allText(*page_).contains(u"Card OLD was shown at CP1.\n"_s));
    QVERIFY(uitest::press(*page_, u"Add it"_s));
    QTRY_VERIFY(form().isVisible());
    QCOMPARE(field("Tag").text(), u"04FF"_s);
    QVERIFY(allText(form()).contains(u"shown at CP1"_s));
    field("Name").setText(u"Visitor"_s);
    QVERIFY(uitest::press(form(), u"Add"_s));
    QTRY_COMPARE(tags(), QStringList{u"04FF"_s});
}

void TestIdTagsPage::knownCardIsTold()
{
    write([](store::Database &db) { samplebook::addTag(db, u"A1"_s, u"Anna"_s); });
    QTRY_COMPARE(model().rowCount(), 1);
    QVERIFY(uitest::press(*page_, u"Tap a card now"_s));
    QTRY_VERIFY([&] {
        write([](store::Database &db) {
            samplesite::addFrame(db, u"CP1"_s, true, 2, u"m"_s, u"Authorize"_s, R"({"idTag":"a1"})");
        });
        return allText(*page_).contains(u"It is known already"_s);
    }());
    QVERIFY(uitest::press(*page_, u"Show it"_s));
    QTRY_VERIFY(form().isVisible());
    QCOMPARE(field("Tag").text(), u"A1"_s);
}

void TestIdTagsPage::learningIsCancelled()
{
    write([](store::Database &db) { samplebook::addTag(db, u"A1"_s); });
    QTRY_COMPARE(model().rowCount(), 1);
    QVERIFY(uitest::press(*page_, u"Tap a card now"_s));
    QTRY_VERIFY(!uitest::named<QPushButton>(*page_, u"Tap a card now"_s)->isEnabled());
    QVERIFY(uitest::press(*page_, u"Cancel"_s));
    QTRY_VERIFY(uitest::named<QPushButton>(*page_, u"Tap a card now"_s)->isEnabled());
    QVERIFY(!allText(*page_).contains(u"Hold the card"_s));
}

void TestIdTagsPage::learningTellsThatNoStationIsThere()
{
    write([](store::Database &db) { samplebook::addTag(db, u"A1"_s); });
    QTRY_COMPARE(model().rowCount(), 1);
    write([](store::Database &db) { samplesite::goOffline(db, u"CP1"_s, 3); });
    QVERIFY(uitest::press(*page_, u"Tap a card now"_s));
    QTRY_VERIFY(allText(*page_).contains(u"No station is connected"_s));
    write([](store::Database &db) { samplesite::addStation(db, u"CP2"_s); });
    QTRY_VERIFY(allText(*page_).contains(u"Hold the card to the reader"_s));
}

void TestIdTagsPage::learningThatFailsIsSaid()
{
    write([](store::Database &db) { samplebook::addTag(db, u"A1"_s); });
    QTRY_COMPARE(model().rowCount(), 1);
    write([](store::Database &db) { db.run(u"ALTER TABLE frames RENAME TO hidden"_s); });
    QVERIFY(uitest::press(*page_, u"Tap a card now"_s));
    QTRY_VERIFY(allText(*page_).contains(u"Cards cannot be read now."_s));
    QVERIFY(uitest::named<QPushButton>(*page_, u"Tap a card now"_s)->isEnabled());
    write([](store::Database &db) { db.run(u"ALTER TABLE hidden RENAME TO frames"_s); });
    QVERIFY(uitest::press(*page_, u"Try again"_s));
    QTRY_VERIFY(allText(*page_).contains(u"Hold the card to the reader"_s));
}

void TestIdTagsPage::stateIsRemembered()
{
    const auto goDown = [](QComboBox *state) {
        QTest::keyClick(state, Qt::Key_Down);
        return state->currentText();
    };
    write([](store::Database &db) { samplebook::addTag(db, u"A1"_s); });
    QTRY_COMPARE(model().rowCount(), 1);
    const QString chosen = goDown(uitest::named<QComboBox>(*page_, u"State"_s));
    QVERIFY(chosen != u"All states"_s);
    ui::IdTagsPage next(store_->backend());
    next.show();
    auto *state = uitest::named<QComboBox>(next, u"State"_s);
    QCOMPARE(state->currentText(), chosen);
    while (state->currentText() != u"Blocked"_s) {
        const QString before = state->currentText();
        QVERIFY(goDown(state) != before);
    }
    ui::IdTagsPage third(store_->backend());
    third.show();
    QTRY_VERIFY(allText(third).contains(u"No tag matches"_s));
}

void TestIdTagsPage::changesArePutAside()
{
    write([](store::Database &db) {
        samplebook::addTag(db, u"A1"_s, u"Anna"_s);
        samplebook::addTag(db, u"B2"_s, u"Bea"_s);
    });
    select(u"A1"_s);
    field("Name").setText(u"Anna Berg"_s);
    select(u"B2"_s);
    QCOMPARE(field("Name").text(), u"Bea"_s);
    QVERIFY(allText(*page_).contains(u"Your changes to Anna Berg were put aside."_s));
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QCOMPARE(field("Tag").text(), u"A1"_s);
    QCOMPARE(field("Name").text(), u"Anna Berg"_s);
    QVERIFY(form().isEdited());
    QVERIFY(!allText(*page_).contains(u"put aside"_s));
    QTest::keyClick(&field("Name"), Qt::Key_Escape);
    QVERIFY(!form().isVisible());
    QVERIFY(allText(*page_).contains(u"put aside"_s));
    select(u"A1"_s); // by itself, without the notice
    QCOMPARE(field("Name").text(), u"Anna Berg"_s);
    QVERIFY(!allText(*page_).contains(u"put aside"_s));
    QVERIFY(uitest::press(form(), u"Save"_s));
    QTRY_COMPARE(tag(u"A1"_s)->name, u"Anna Berg"_s);
    QTRY_VERIFY(!form().isVisible());
    QVERIFY(!allText(*page_).contains(u"put aside"_s));
}

void TestIdTagsPage::newTagIsPutAside()
{
    write([](store::Database &db) { samplebook::addTag(db, u"A1"_s, u"Anna"_s); });
    QTRY_COMPARE(model().rowCount(), 1);
    page_->primaryAction()->trigger();
    field("Tag").setText(u"04FF"_s);
    field("Name").setText(u"Visitor"_s);
    page_->primaryAction()->trigger();
    QVERIFY(field("Tag").text().isEmpty());
    field("Tag").setText(u"05EE"_s);
    select(u"A1"_s);
    QVERIFY(allText(*page_).contains(u"Your changes to Visitor, 05EE were put aside."_s));
    QVERIFY(uitest::press(*page_, u"Back to 05EE"_s));
    QCOMPARE(field("Tag").text(), u"05EE"_s);
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QCOMPARE(field("Tag").text(), u"04FF"_s);
    QCOMPARE(field("Name").text(), u"Visitor"_s);
    QVERIFY(uitest::press(form(), u"Add"_s));
    QTRY_COMPARE(tags(), (QStringList{u"04FF"_s, u"A1"_s}));
}

void TestIdTagsPage::changesToATagThatGoesAreKept()
{
    write([](store::Database &db) { samplebook::addTag(db, u"A1"_s, u"Anna"_s); });
    select(u"A1"_s);
    field("Name").setText(u"Anna Berg"_s);
    write([](store::Database &db) { store::IdTags(db).remove(u"A1"_s); });
    QTRY_VERIFY(!form().isVisible());
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QCOMPARE(field("Name").text(), u"Anna Berg"_s);
    QVERIFY(allText(form()).contains(u"deleted meanwhile"_s));
    QVERIFY(uitest::press(form(), u"Add"_s));
    QTRY_COMPARE(tags(), QStringList{u"A1"_s});
}

void TestIdTagsPage::lateAnswerLeavesTheNextFormOpen()
{
    write([](store::Database &db) {
        samplebook::addTag(db, u"A1"_s, u"Anna"_s);
        samplebook::addTag(db, u"B2"_s, u"Bea"_s);
    });
    select(u"A1"_s);
    field("Name").setText(u"Anna Berg"_s);
    uitest::Halt halt(*store_);
    QVERIFY(uitest::press(form(), u"Save"_s));
    select(u"B2"_s);
    field("Name").setText(u"Beate"_s);
    halt.release();
    QTRY_VERIFY(allText(*page_).contains(u"A1 (Anna Berg) was changed."_s));
    QVERIFY(form().isVisible());
    QCOMPARE(field("Name").text(), u"Beate"_s);
    QVERIFY(!allText(*page_).contains(u"put aside"_s)); // what was saved is no draft
}

void TestIdTagsPage::whatIsTypedWhileSavingStays()
{
    page_->primaryAction()->trigger();
    field("Tag").setText(u"A1"_s);
    uitest::Halt halt(*store_);
    QVERIFY(uitest::press(form(), u"Add"_s));
    field("Name").setText(u"Anna"_s);
    halt.release();
    QTRY_VERIFY(allText(*page_).contains(u"A1 may charge from now on."_s));
    QCOMPARE(field("Name").text(), u"Anna"_s);
    QVERIFY(uitest::press(form(), u"Save"_s));
    QTRY_COMPARE(tag(u"A1"_s)->name, u"Anna"_s);
}

void TestIdTagsPage::chosenTagIsShownInSpiteOfTheFilter()
{
    write([](store::Database &db) {
        samplebook::addTag(db, u"A1"_s, u"Anna"_s);
        store::SeenTags(db).note(u"NEW1"_s, u"CP1"_s, store::now());
    });
    QTRY_COMPARE(model().rowCount(), 1);
    page_->search(u"anna"_s);
    uitest::named<QComboBox>(*page_, u"State"_s)->setCurrentText(u"Accepted"_s);
    const QSignalSpy dropped(page_.get(), &ui::Page::searchDropped);
    QVERIFY(uitest::press(*page_, u"Show unknown cards"_s));
    QVERIFY(uitest::press(*page_, u"Add NEW1"_s));
    QTRY_VERIFY(form().isVisible());
    QCOMPARE(field("Tag").text(), u"NEW1"_s);
    QCOMPARE(model().rowCount(), 2);
    QCOMPARE(dropped.size(), 1);
}

void TestIdTagsPage::everyControlHasAName()
{
    write([](store::Database &db) {
        samplebook::addTag(db, u"A1"_s, u"Anna"_s);
        store::SeenTags(db).note(u"NEW1"_s, u"CP1"_s, store::now());
    });
    select(u"A1"_s);
    QTRY_VERIFY(uitest::named<QPushButton>(*page_, u"Show unknown cards"_s));
    QVERIFY(uitest::press(*page_, u"Show unknown cards"_s));
    QCOMPARE(uitest::namelessControls(*page_), QStringList());
}

void TestIdTagsPage::unreadableDatabaseIsSaid()
{
    write([](store::Database &db) {
        db.define(u"DROP TABLE id_tags"_s);
        db.noteChange(store::Table::IdTags);
    });
    QTRY_VERIFY(allText(*page_).contains(u"The tags cannot be read"_s));
    QVERIFY(uitest::named<QPushButton>(*page_, u"Try again"_s));
    for (const auto &button : {u"Tap a card now"_s, u"Import…"_s, u"Export…"_s})
        QVERIFY2(!uitest::named<QPushButton>(*page_, button), qPrintable(button));
    for (const QAction *action : page_->actions()) // the command palette leaves out what is off
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
    QVERIFY(!page_->primaryAction()->isEnabled());
    QVERIFY(page_->primaryAction()->toolTip().contains(u"cannot be read"_s));
}

UI_TEST_MAIN(TestIdTagsPage)
#include "tst_idtagspage.moc"
