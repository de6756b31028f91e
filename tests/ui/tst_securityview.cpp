// SPDX-License-Identifier: GPL-3.0-or-later
// The part Security of a station's detail: what it shows and does, and beside the real engine and a simulated station.
#include "ocpp/messages/plugandcharge.h"
#include "pki/opensslprogram.h"
#include "store/attention.h"
#include "store/certificaterequests.h"
#include "store/clock.h"
#include "store/contracts.h"
#include "store/reconciliations.h"
#include "store/securityevents.h"
#include "store/stations.h"
#include "ui/livesite.h"
#include "ui/pages/stations/security/securityview.h"
#include "ui/uifixture.h"
#include "ui/widgets/modal.h"

#include <QMenu>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000; // ms: it waits between its steps

} // namespace

class TestSecurityView : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void emptyOneSaysSo();
    void alarmsAreSeen();
    void strangeEventsAreSpelled();
    void rootIsInstalledFromAFile();
    void wrongFileIsExplained();
    void rootIsDeletedAndPutBack();
    void unknownRootIsAskedAbout();
    void stationIsAsked();
    void withoutTheMessages();
    void gaveUpSaysWhy();
    void requestIsSavedAndFulfilled();
    void orderGetsItsCertificateFromAFile();
    void orderIsRefusedAndTakenBack();
    void failedOrderSaysWhyAndIsTriedAgain();
    void otherStationsDoNotShow();
    void everyControlHasAName();
    void tabGoesFromTopToBottom();
    void focusSurvivesNews();
    void focusKnowsNamesakesApart();
    void liveRootIsInstalledAndDeleted();
    void liveForgetfulStationIsFoundOut();
    void liveStationGetsItsCertificate();
    void liveAlarmArrives();
    void liveStationWithoutTheMessages();

private:
    void show(const ui::Backend &backend);
    simulator::Station &openLive(simulator::CertificateManner manner);
    QString text() { return uitest::visibleText(*view_); }
    QStringList states();
    void tell(const QString &type, const QString &station = u"CP1"_s);
    void chooseFile(const QString &path)
    {
        person_->file = [path](const ui::modal::FileRequest &) { return path; };
    }
    void installVia(const QString &path);
    QString write(const QString &name, const QByteArray &content);
    /// A certificate for Plug & Charge that CP1 has asked for; its request is own.csr.
    qint64 addOrder();
    store::SigningOrder order(qint64 id);

    OpenSsl openssl_;
    QTemporaryDir files_;
    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<uitest::LiveSite> live_;
    std::unique_ptr<ui::modal::Answers> person_;
    std::unique_ptr<ui::SecurityView> view_;
};

void TestSecurityView::init()
{
    store_ = std::make_unique<uitest::Store>();
    person_ = std::make_unique<ui::modal::Answers>();
    store_->write([](store::Database &db) {
        for (const auto &id : {u"CP1"_s, u"CP2"_s}) {
            store::Station station;
            station.id = id;
            station.registration = store::Registration::Accepted;
            store::Stations(db).save(station);
        }
    });
    show(store_->backend());
}

void TestSecurityView::show(const ui::Backend &backend)
{
    view_ = std::make_unique<ui::SecurityView>(backend);
    view_->resize(480, 900);
    view_->setStation(u"CP1"_s);
    view_->setOpen(true);
    view_->show();
    QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
}

void TestSecurityView::cleanup()
{
    view_.reset();
    person_.reset();
    live_.reset();
    store_.reset();
}

simulator::Station &TestSecurityView::openLive(simulator::CertificateManner manner)
{
    live_ = std::make_unique<uitest::LiveSite>();
    simulator::Station &station = live_->add(u"CP1"_s);
    station.setCertificateManner(manner);
    show(live_->backend());
    return station;
}

QStringList TestSecurityView::states()
{
    const auto rows = store_->write([](store::Database &db) { return store::Certificates(db).list(u"CP1"_s); });
    QStringList words;
    for (const auto &row : rows)
        words.append(toString(row.state));
    return words;
}

void TestSecurityView::tell(const QString &type, const QString &station)
{
    store_->write([=](store::Database &db) {
        store::SecurityEvent event;
        event.station = station;
        event.type = type;
        event.time = event.received = store::now();
        event.techInfo = u"lid"_s;
        store::SecurityEvents(db).add(event);
    });
}

QString TestSecurityView::write(const QString &name, const QByteArray &content)
{
    QFile file(files_.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written.", qPrintable(name));
    return file.fileName();
}

void TestSecurityView::installVia(const QString &path)
{
    chooseFile(path);
    auto *add = uitest::named<QPushButton>(*view_, u"Install a root…"_s);
    QVERIFY(add);
    add->menu()->actions().first()->trigger();
}

void TestSecurityView::emptyOneSaysSo()
{
    QTRY_VERIFY(text().contains(u"The station has told none."_s));
    QVERIFY(text().contains(u"Nobody has asked the station yet"_s));
    QVERIFY(text().contains(u"The station has asked for none."_s));
    QVERIFY(!uitest::named<QPushButton>(*view_, u"Save its request…"_s));
}

void TestSecurityView::alarmsAreSeen()
{
    tell(u"InvalidMessages"_s);
    tell(u"TamperDetectionActivated"_s);
    QTRY_VERIFY(text().contains(u"Somebody has opened or moved it"_s));
    QVERIFY(text().contains(u"lid · Go there"_s));
    QVERIFY(text().contains(u"It got messages that are not valid"_s));
    QVERIFY(uitest::press(*view_, u"Seen: Somebody has opened or moved it"_s));
    QTRY_VERIFY(text().contains(u"No alarm waits."_s));
    QVERIFY(!text().contains(u"Go there"_s));
    QCOMPARE(store_->write([](store::Database &db) { return store::Attention(db).openCount(); }), 0);
    QVERIFY(uitest::press(*view_, u"Undo"_s));
    QTRY_VERIFY(text().contains(u"that nobody has seen"_s));
}

void TestSecurityView::strangeEventsAreSpelled()
{
    tell(u"VendorAlarm"_s);
    QTRY_VERIFY(text().contains(u"VendorAlarm"_s));
    QVERIFY(text().contains(u"Nobody but its vendor knows"_s));
}

void TestSecurityView::rootIsInstalledFromAFile()
{
    installVia(write(u"root.pem"_s, openssl_.makeRoot(u"root"_s, u"/O=Nordkai/CN=Our Root"_s)));
    QTRY_VERIFY(text().contains(u"Our Root"_s));
    QVERIFY(text().contains(u"for this system · to be installed · valid until"_s));
    QCOMPARE(states(), QStringList{u"pending"_s});
}

void TestSecurityView::wrongFileIsExplained()
{
    installVia(write(u"note.pem"_s, "hello"));
    QTRY_VERIFY(text().contains(u"It has to be PEM"_s));
    QVERIFY(states().isEmpty());
    installVia(files_.filePath(u"missing.pem"_s));
    QTRY_VERIFY(text().contains(u"missing.pem cannot be read"_s));
}

void TestSecurityView::rootIsDeletedAndPutBack()
{
    installVia(write(u"root.pem"_s, openssl_.makeRoot(u"root"_s, u"/CN=Our Root"_s)));
    QVERIFY(uitest::press(*view_, u"Delete Our Root"_s));
    QTRY_VERIFY(states().isEmpty());
    QVERIFY(uitest::press(*view_, u"Undo"_s));
    QTRY_COMPARE(states(), QStringList{u"pending"_s});
    QTRY_VERIFY(text().contains(u"Taken back."_s));
}

void TestSecurityView::unknownRootIsAskedAbout()
{
    store_->write([](store::Database &db) {
        store::Certificates(db).report(u"CP1"_s, ocpp::CertificateUse::ManufacturerRootCertificate,
                                       {{ocpp::HashAlgorithm::SHA256, u"AB"_s, u"CD"_s, u"7F"_s}}, store::now());
    });
    QTRY_VERIFY(text().contains(u"Unknown, serial number 7F"_s));
    QVERIFY(text().contains(u"for signed firmware · there, not from here"_s));
    int asked = 0;
    person_->question = [&asked](const ui::modal::Question &) { return ++asked > 1; };
    QVERIFY(uitest::press(*view_, u"Delete Unknown, serial number 7F"_s));
    QTRY_COMPARE(asked, 1);
    QCOMPARE(states(), QStringList{u"reported"_s});
    QVERIFY(uitest::press(*view_, u"Delete Unknown, serial number 7F"_s));
    QTRY_COMPARE(states(), QStringList{u"deleting"_s});
    QTRY_VERIFY(!uitest::named<QPushButton>(*view_, u"Delete Unknown, serial number 7F"_s));
}

void TestSecurityView::stationIsAsked()
{
    QVERIFY(uitest::press(*view_, u"Ask the station what it has"_s));
    QTRY_VERIFY(text().contains(u"The station is asked what it has when it is back."_s));
    store_->write([](store::Database &db) {
        for (const auto use :
             {ocpp::CertificateUse::CentralSystemRootCertificate, ocpp::CertificateUse::ManufacturerRootCertificate})
            store::Certificates(db).report(u"CP1"_s, use, {}, store::now());
    });
    QTRY_VERIFY(text().contains(u"The station has none, it said"_s));
}

void TestSecurityView::withoutTheMessages()
{
    store_->write([](store::Database &db) { store::Certificates(db).setUnsupported(u"CP1"_s, u"NotImplemented"_s); });
    QTRY_VERIFY(text().contains(u"does not know the messages for certificates"_s));
}

void TestSecurityView::gaveUpSaysWhy()
{
    installVia(write(u"root.pem"_s, openssl_.makeRoot(u"root"_s, u"/CN=Our Root"_s)));
    QTRY_VERIFY(text().contains(u"Our Root"_s));
    store_->write([](store::Database &db) {
        store::Reconciliation row;
        row.station = u"CP1"_s;
        row.topic = store::certificatesTopic;
        row.state = store::ReconciliationState::GaveUp;
        row.difference = 1;
        row.reason = u"There is no room."_s;
        store::Reconciliations(db).save(row, store::now());
    });
    QTRY_VERIFY(text().contains(u"Given up"_s));
    QVERIFY(text().contains(u"There is no room."_s));
    QVERIFY(uitest::press(*view_, u"Try again: Certificates"_s));
    QTRY_VERIFY(!text().contains(u"Given up"_s));
}

void TestSecurityView::requestIsSavedAndFulfilled()
{
    openssl_.makeRoot(u"root"_s, u"/CN=Our Root"_s);
    openssl_.makeKey(u"own"_s);
    const QByteArray csr = openssl_.makeRequest(u"own"_s, u"/O=Nordkai/CN=CP1"_s);
    store_->write([csr](store::Database &db) {
        store::CertificateRequests(db).book(u"CP1"_s, QString::fromLatin1(csr), store::now());
    });
    QTRY_VERIFY(text().contains(u"The station asks for a certificate"_s));
    QVERIFY(text().contains(u"CN=CP1,O=Nordkai · EC 256"_s));
    const QString path = files_.filePath(u"CP1.csr"_s);
    chooseFile(path);
    QVERIFY(uitest::press(*view_, u"Save its request…"_s));
    QFile saved(path);
    QTRY_VERIFY(saved.exists());
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), csr);
    chooseFile(write(u"image.bin"_s, QByteArray(100'001, 'x')));
    QVERIFY(uitest::press(*view_, u"Hand over the certificate…"_s));
    QTRY_VERIFY(text().contains(u"longer than a chain"_s));
    chooseFile(write(u"wrong.pem"_s, openssl_.content(u"root.pem"_s)));
    QVERIFY(uitest::press(*view_, u"Hand over the certificate…"_s));
    QTRY_VERIFY(text().contains(u"for another key"_s));
    chooseFile(write(u"own.pem"_s, openssl_.sign(u"own"_s, u"root"_s)));
    QVERIFY(uitest::press(*view_, u"Hand over the certificate…"_s));
    QTRY_VERIFY(text().contains(u"Certificate on its way to the station"_s));
    QVERIFY(!uitest::named<QPushButton>(*view_, u"Hand over the certificate…"_s));
}

qint64 TestSecurityView::addOrder()
{
    openssl_.makeKey(u"own"_s);
    store::SigningOrder order;
    order.station = u"CP1"_s;
    order.vendorId = ocpp::pnc::vendorId;
    order.use = u"V2GCertificate"_s;
    order.csr = QString::fromLatin1(openssl_.makeRequest(u"own"_s, u"/O=Nordkai/CN=SECC"_s));
    order.received = store::now();
    return store_->write([order](store::Database &db) { return store::SigningOrders(db).add(order).id; });
}

store::SigningOrder TestSecurityView::order(qint64 id)
{
    return *store_->write([id](store::Database &db) { return store::SigningOrders(db).find(id); });
}

void TestSecurityView::orderGetsItsCertificateFromAFile()
{
    openssl_.makeRoot(u"root"_s, u"/CN=Our Root"_s);
    QVERIFY(!text().contains(u"Certificates for Plug & Charge"_s));
    const qint64 id = addOrder();
    QTRY_VERIFY(text().contains(u"Certificates for Plug & Charge"_s));
    QVERIFY(text().contains(u"The station waits for a certificate"_s));
    QCOMPARE(uitest::namelessControls(*view_), QStringList());
    QCOMPARE(uitest::unreachableControls(*view_), QStringList());
    const QString path = files_.filePath(u"order.csr"_s);
    chooseFile(path);
    QVERIFY(uitest::press(*view_, u"Save its request… (for vehicles)"_s));
    QFile saved(path);
    QTRY_VERIFY(saved.exists());
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromLatin1(saved.readAll()), order(id).csr);
    chooseFile(write(u"wrong.pem"_s, openssl_.content(u"root.pem"_s)));
    QVERIFY(uitest::press(*view_, u"Give a certificate… (for vehicles)"_s));
    QTRY_VERIFY(text().contains(u"is not for the key of the station's request"_s));
    QCOMPARE(toString(order(id).state), toString(store::SigningState::Waiting));
    const QByteArray pem = openssl_.sign(u"own"_s, u"root"_s);
    chooseFile(write(u"own.pem"_s, pem));
    QVERIFY(uitest::press(*view_, u"Give a certificate… (for vehicles)"_s));
    QTRY_VERIFY(text().contains(u"Certificate on its way to the station"_s));
    QCOMPARE(order(id).chain.toLatin1(), pem);
    QVERIFY(!uitest::named<QPushButton>(*view_, u"Give a certificate… (for vehicles)"_s));
    store_->write([id](store::Database &db) {
        store::SigningOrders orders(db);
        orders.answered(*orders.find(id), false, u"Rejected:InvalidCert"_s, store::now());
    });
    QTRY_VERIFY(text().contains(u"Certificate refused by the station"_s));
    QVERIFY(text().contains(u"Rejected:InvalidCert"_s));
}

void TestSecurityView::orderIsRefusedAndTakenBack()
{
    const qint64 id = addOrder();
    QVERIFY(uitest::press(*view_, u"Refuse (for vehicles)"_s));
    QTRY_VERIFY(text().contains(u"Request refused by you"_s));
    QCOMPARE(toString(order(id).state), toString(store::SigningState::Failed));
    QVERIFY(uitest::press(*view_, u"Undo"_s));
    QTRY_VERIFY(text().contains(u"The station waits for a certificate"_s));
    QVERIFY(!order(id).nextTry);
}

void TestSecurityView::failedOrderSaysWhyAndIsTriedAgain()
{
    const qint64 id = addOrder();
    store_->write([id](store::Database &db) {
        store::SigningOrders orders(db);
        orders.wasNotSigned(*orders.find(id), u"HTTP status 503"_s, true, store::now());
    });
    QTRY_VERIFY(text().contains(u"Not signed"_s));
    QVERIFY(text().contains(u"HTTP status 503"_s));
    QVERIFY(uitest::press(*view_, u"Try again (for vehicles)"_s));
    QTRY_VERIFY(text().contains(u"The certificate is being signed"_s));
    QVERIFY(order(id).nextTry);
}

void TestSecurityView::otherStationsDoNotShow()
{
    tell(u"TamperDetectionActivated"_s, u"CP2"_s);
    tell(u"InvalidMessages"_s);
    QTRY_VERIFY(text().contains(u"It got messages"_s));
    QVERIFY(!text().contains(u"opened or moved"_s));
    view_->setStation(u"CP2"_s);
    QTRY_VERIFY(text().contains(u"opened or moved"_s));
    QVERIFY(!text().contains(u"It got messages"_s));
}

void TestSecurityView::everyControlHasAName()
{
    tell(u"TamperDetectionActivated"_s);
    installVia(write(u"root.pem"_s, openssl_.makeRoot(u"root"_s, u"/CN=Our Root"_s)));
    QTRY_VERIFY(text().contains(u"Our Root"_s));
    QCOMPARE(uitest::namelessControls(*view_), QStringList());
    QCOMPARE(uitest::unreachableControls(*view_), QStringList());
}

void TestSecurityView::tabGoesFromTopToBottom()
{
    installVia(write(u"root.pem"_s, openssl_.makeRoot(u"root"_s, u"/CN=Our Root"_s)));
    tell(u"MemoryExhaustion"_s);
    tell(u"TamperDetectionActivated"_s);
    QTRY_VERIFY(uitest::named<QPushButton>(*view_, u"Seen: Somebody has opened or moved it"_s));
    QTRY_VERIFY(uitest::named<QPushButton>(*view_, u"Delete Our Root"_s));
    QStringList order;
    for (QWidget *next = view_->nextInFocusChain(); next != view_.get(); next = next->nextInFocusChain()) {
        if (qobject_cast<QPushButton *>(next) && next->isVisible())
            order.append(uitest::nameOf(*next));
    }
    const QStringList wanted{u"Seen: Somebody has opened or moved it"_s,
                             u"Seen: Its memory is getting full"_s,
                             u"Delete Our Root"_s,
                             u"Install a root…"_s,
                             u"Ask the station what it has"_s,
                             u"Have it ask for one"_s};
    order.removeIf([&wanted](const QString &name) { return !wanted.contains(name); }); // the notice, the strip
    QCOMPARE(order, wanted);
}

void TestSecurityView::focusSurvivesNews()
{
    tell(u"TamperDetectionActivated"_s);
    const QString name = u"Seen: Somebody has opened or moved it"_s;
    QTRY_VERIFY(uitest::named<QPushButton>(*view_, name));
    QPointer<QPushButton> before = uitest::named<QPushButton>(*view_, name);
    view_->activateWindow();
    before->setFocus();
    QTRY_VERIFY(before->hasFocus());
    tell(u"InvalidMessages"_s);
    QTRY_VERIFY(text().contains(u"It got messages"_s));
    QTRY_VERIFY(!before);
    QVERIFY(uitest::named<QPushButton>(*view_, name)->hasFocus());
}

void TestSecurityView::focusKnowsNamesakesApart()
{
    const QString type = u"TamperDetectionActivated"_s;
    tell(type);
    const auto first = store::now();
    QTRY_VERIFY(store::now() > first); // of the same millisecond it would be the same event, repeated
    tell(type);
    const auto namesakes = [this] {
        QList<QPushButton *> found;
        for (auto *button : view_->findChildren<QPushButton *>()) {
            if (button->accessibleName() == "Seen: Somebody has opened or moved it"_L1 && button->isVisible())
                found.append(button);
        }
        return found;
    };
    QTRY_COMPARE(namesakes().size(), 2);
    for (int place = 0; place < 2; ++place) {
        QPointer<QPushButton> before = namesakes().at(place);
        const QString which = before->objectName();
        view_->activateWindow();
        before->setFocus();
        QTRY_VERIFY(before->hasFocus());
        tell(u"InvalidMessages"_s);
        QTRY_VERIFY(!before);
        QCOMPARE(view_->focusWidget()->objectName(), which);
    }
}

void TestSecurityView::liveRootIsInstalledAndDeleted()
{
    const simulator::Station &station = openLive(simulator::CertificateManner::Good);
    installVia(write(u"root.pem"_s, openssl_.makeRoot(u"root"_s, u"/CN=Our Root"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"for this system · installed · valid until"_s), patience);
    QTRY_VERIFY(text().contains(u"As the station listed them"_s));
    QTRY_VERIFY(text().contains(u"In step."_s));
    QCOMPARE(station.certificates().roots(), 1);
    QVERIFY(uitest::press(*view_, u"Delete Our Root"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!text().contains(u"Our Root"_s), patience);
    QTRY_COMPARE(station.certificates().roots(), 0);
    QVERIFY(uitest::press(*view_, u"Undo"_s));
    QTRY_COMPARE_WITH_TIMEOUT(station.certificates().roots(), 1, patience);
}

void TestSecurityView::liveForgetfulStationIsFoundOut()
{
    openLive(simulator::CertificateManner::Forgetful);
    installVia(write(u"root.pem"_s, openssl_.makeRoot(u"root"_s, u"/CN=Our Root"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"taken by the station, but not kept"_s), patience);
    QTRY_VERIFY(text().contains(u"ask the station's vendor"_s));
}

void TestSecurityView::liveStationGetsItsCertificate()
{
    const simulator::Station &station = openLive(simulator::CertificateManner::Good);
    QVERIFY(uitest::press(*view_, u"Have it ask for one"_s));
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"The station asks for a certificate"_s), patience);
    QTRY_VERIFY(text().contains(u"The message has arrived"_s));
    chooseFile(files_.filePath(u"own.csr"_s));
    QVERIFY(uitest::press(*view_, u"Save its request…"_s));
    QTRY_VERIFY(text().contains(u"Have an authority sign it"_s));
    QFile saved(files_.filePath(u"own.csr"_s));
    QVERIFY(saved.open(QIODevice::ReadOnly));
    openssl_.makeRoot(u"root"_s, u"/CN=Our Root"_s);
    openssl_.write(u"own.csr"_s, saved.readAll());
    chooseFile(write(u"own.pem"_s, openssl_.sign(u"own"_s, u"root"_s)));
    QVERIFY(uitest::press(*view_, u"Hand over the certificate…"_s));
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"Certificate taken by the station"_s), patience);
    QVERIFY(!station.certificates().own().isEmpty());
    QVERIFY(!uitest::named<QPushButton>(*view_, u"Save its request…"_s));
}

void TestSecurityView::liveAlarmArrives()
{
    simulator::Station &station = openLive(simulator::CertificateManner::Good);
    station.tellSecurityEvent(u"TamperDetectionActivated"_s, u"lid"_s);
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"lid · Go there"_s), patience);
}

void TestSecurityView::liveStationWithoutTheMessages()
{
    openLive(simulator::CertificateManner::None);
    QVERIFY(uitest::press(*view_, u"Ask the station what it has"_s));
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"does not know the messages for certificates"_s), patience);
    QVERIFY(uitest::press(*view_, u"Have it ask for one"_s));
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"Answered with an error"_s), patience);
    QVERIFY(uitest::named<QPushButton>(*view_, u"Have it ask for one"_s)->isEnabled());
}

UI_TEST_MAIN(TestSecurityView)
#include "tst_securityview.moc"
