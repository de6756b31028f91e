// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/engine.h"
#include "csms/handshake.h"
#include "store/clock.h"
#include "store/knocks.h"
#include "store/stations.h"
#include "ui/pages/connect/addresspicker.h"
#include "ui/pages/connect/connectpage.h"
#include "ui/pages/connect/knockentry.h"
#include "ui/pages/connect/knocklist.h"
#include "ui/pages/connect/knockrow.h"
#include "ui/pages/connect/knockwords.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"
#include "ui/widgets/qrcode.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkRequest>
#include <QPushButton>
#include <QTcpSocket>
#include <QWebSocket>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Network = ui::ChargerAddress::Network;

namespace {

QString allText(const QWidget &root)
{
    QStringList texts;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->accessibleName().isEmpty() ? label->text() : label->accessibleName());
    }
    return texts.join(u'\n');
}

} // namespace

class TestConnectPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyNetworkHasItsAddress();
    void chosenAddressBecomesTheCode();
    void nameIsAppendedWhereTheChargerDoesNot();
    void networksComeAndGo();
    void codeCanBeRead();
    void hintsNameThePort();
    void nothingIsClaimedBeforeItIsRead();
    void nobodyKnocks();
    void knocksBeginBelowTheTitle();
    void strangerIsAcceptedAndTakenBack();
    void acceptNeverOverwritesAStation();
    void registeredMeanwhileLeadsToTheStation();
    void tooLongNameCannotBeAccepted();
    void passwordIsSet();
    void passwordIsWaivedAndTakenBack();
    void ignoredUntilItKnocksAgain();
    void whoCameInIsGoneFromTheList();
    void headlineCounts();
    void unreadableDatabaseIsSaid();
    void everyReasonHasWords_data();
    void everyReasonHasWords();
    void everyControlHasAName();
    void knocksAtTheEngineIsAcceptedAndConnects();
    void engineRefusals();

private:
    void open(const ui::Backend &backend);
    ui::KnockEntry *entry(const QString &id);
    std::optional<store::Station> station(const QString &id);
    template<class Work>
    void write(Work work)
    {
        store_->write(work);
    }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<ui::ConnectPage> page_;
    QList<ui::ChargerAddress> addresses_;
};

void TestConnectPage::init()
{
    addresses_ = {{Network::Cable, u"enp3s0"_s, u"ws://192.168.1.20:9000/ocpp/"_s},
                  {Network::Wireless, u"wlan0"_s, u"ws://10.0.0.7:9000/ocpp/"_s}};
    store_ = std::make_unique<uitest::Store>();
    write([](store::Database &db) { samplesite::startNode(db); });
    ui::Backend backend = store_->backend();
    backend.addresses = [this] { return addresses_; };
    open(backend);
}

void TestConnectPage::cleanup()
{
    page_.reset();
    store_.reset();
}

void TestConnectPage::open(const ui::Backend &backend)
{
    page_ = std::make_unique<ui::ConnectPage>(backend);
    page_->resize(1060, 800);
    page_->show();
}

ui::KnockEntry *TestConnectPage::entry(const QString &id)
{
    for (ui::KnockEntry *entry : page_->findChildren<ui::KnockEntry *>()) {
        if (entry->isVisible() && entry->row().knock.stationId == id)
            return entry;
    }
    return nullptr;
}

std::optional<store::Station> TestConnectPage::station(const QString &id)
{
    return store_->write([id](store::Database &db) { return store::Stations(db).find(id); });
}

void TestConnectPage::everyNetworkHasItsAddress()
{
    QVERIFY(uitest::named<QPushButton>(*page_, u"QR code of the address in: Network cable (enp3s0)"_s));
    auto *copy = uitest::named<QPushButton>(*page_, u"Copy the address in: Wi-Fi (wlan0)"_s);
    QVERIFY(copy);
    QCOMPARE(copy->text(), u"ws://10.0.0.7:9000/ocpp/"_s);
    QVERIFY(uitest::press(*copy));
    QCOMPARE(QApplication::clipboard()->text(), u"ws://10.0.0.7:9000/ocpp/"_s);
}

void TestConnectPage::chosenAddressBecomesTheCode()
{
    const auto &picker = *page_->findChild<ui::AddressPicker *>();
    const auto &code = *page_->findChild<ui::QrCode *>();
    QCOMPARE(picker.chosenUrl(), u"ws://192.168.1.20:9000/ocpp/"_s);
    QCOMPARE(code.accessibleName(), u"QR code of ws://192.168.1.20:9000/ocpp/"_s);
    QVERIFY(uitest::press(*page_, u"QR code of the address in: Wi-Fi (wlan0)"_s));
    QCOMPARE(picker.chosenUrl(), u"ws://10.0.0.7:9000/ocpp/"_s);
    QCOMPARE(code.accessibleName(), u"QR code of ws://10.0.0.7:9000/ocpp/"_s);
}

void TestConnectPage::nameIsAppendedWhereTheChargerDoesNot()
{
    QVERIFY(allText(*page_).contains(u"ws://192.168.1.20:9000/ocpp/NAME"_s));
    auto *name = uitest::named<QLineEdit>(*page_, u"The charger's name"_s);
    QVERIFY(name);
    QTest::keyClicks(name, u"Car park 1"_s);
    QCOMPARE(page_->findChild<ui::AddressPicker *>()->chosenUrl(), u"ws://192.168.1.20:9000/ocpp/Car%20park%201"_s);
}

void TestConnectPage::networksComeAndGo()
{
    auto &picker = *page_->findChild<ui::AddressPicker *>();
    QVERIFY(uitest::press(*page_, u"QR code of the address in: Wi-Fi (wlan0)"_s));
    addresses_.removeLast();
    picker.refresh();
    QCOMPARE(picker.chosenUrl(), u"ws://192.168.1.20:9000/ocpp/"_s);
    QTRY_VERIFY(!uitest::named<QPushButton>(*page_, u"Copy the address in: Wi-Fi (wlan0)"_s));
    addresses_.clear(); // nothing is known: the one from the start serves
    picker.refresh();
    QCOMPARE(picker.chosenUrl(), u"ws://192.168.1.20:9000/ocpp/"_s);
}

void TestConnectPage::codeCanBeRead()
{
    const auto &code = *page_->findChild<ui::QrCode *>();
    QVERIFY(code.extent() >= 21);
    // ISO 18004, 6.3.3: finder patterns of 7 modules in three corners, light around them.
    const int far = code.extent() - 7;
    for (const QPoint corner : {QPoint(0, 0), QPoint(far, 0), QPoint(0, far)}) {
        for (int i = 0; i < 7; ++i) {
            QVERIFY(code.isDark(corner.x() + i, corner.y()));
            QVERIFY(code.isDark(corner.x(), corner.y() + i));
        }
        QVERIFY(!code.isDark(corner.x() + 1, corner.y() + 1));
        QVERIFY(code.isDark(corner.x() + 3, corner.y() + 3));
    }
    QImage picture(code.size(), QImage::Format_RGB32);
    const_cast<ui::QrCode &>(code).render(&picture);
    QCOMPARE(picture.pixelColor(picture.width() / 2, 3), QColor(Qt::white)); // the quiet zone
}

void TestConnectPage::hintsNameThePort()
{
    QVERIFY(allText(*page_).contains(u"TCP port 9000"_s));
    QVERIFY(allText(*page_).contains(u"ocpp1.6"_s));
    QVERIFY(allText(*page_).contains(u"not wss://"_s));
}

void TestConnectPage::nothingIsClaimedBeforeItIsRead()
{
    QVERIFY(page_->headline().isEmpty()); // the answer comes by way of the event loop
    QVERIFY(!allText(*page_).contains(u"Nobody knocks."_s));
}

void TestConnectPage::nobodyKnocks()
{
    QTRY_COMPARE(page_->headline(), u"no station is registered yet"_s);
    QVERIFY(allText(*page_).contains(u"Nobody knocks."_s));
}

void TestConnectPage::knocksBeginBelowTheTitle()
{
    write([](store::Database &db) { samplesite::addKnock(db, u"WB-1"_s, u"unknownStation"_s, 404); });
    QTRY_VERIFY(entry(u"WB-1"_s));
    const auto *list = page_->findChild<ui::KnockList *>();
    QTRY_VERIFY(entry(u"WB-1"_s)->mapTo(list, QPoint()).y() < 80); // a title of one line, and its margins
}

void TestConnectPage::strangerIsAcceptedAndTakenBack()
{
    write([](store::Database &db) { samplesite::addKnock(db, u"WB-1"_s, u"unknownStation"_s, 404); });
    QTRY_VERIFY(entry(u"WB-1"_s));
    QVERIFY(allText(*entry(u"WB-1"_s)).contains(u"Not registered here yet"_s));
    QVERIFY(allText(*entry(u"WB-1"_s)).contains(u"192.168.1.131"_s));
    QVERIFY(uitest::press(*page_, u"Accept WB-1"_s));
    QTRY_VERIFY(!entry(u"WB-1"_s));
    QVERIFY(station(u"WB-1"_s));
    QTRY_VERIFY(allText(*page_).contains(u"WB-1 is registered."_s));
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_VERIFY(entry(u"WB-1"_s));
    QVERIFY(!station(u"WB-1"_s));
    QVERIFY(uitest::press(*page_, u"Accept WB-1"_s));
    QTRY_VERIFY(allText(*page_).contains(u"WB-1 is registered."_s));
    write([](store::Database &db) { samplesite::addStation(db, u"WB-1"_s); }); // it calls again and gets in
    QTRY_VERIFY(allText(*page_).contains(u"WB-1 is connected."_s));
    QSignalSpy links(page_.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*page_, u"Open the station"_s));
    QCOMPARE(links.first().first().value<ui::Target>().station, u"WB-1"_s);
}

void TestConnectPage::acceptNeverOverwritesAStation()
{
    write([](store::Database &db) { samplesite::addKnock(db, u"WB-1"_s, u"unknownStation"_s, 404); });
    QTRY_VERIFY(uitest::named<QPushButton>(*page_, u"Accept WB-1"_s));
    page_->hide(); // registered by somebody else before this page can know it
    QVERIFY(QTest::qWaitFor([this] { return !page_->isVisible(); }));
    write([](store::Database &db) {
        store::Station known;
        known.id = u"wb-1"_s;
        known.description = u"Theirs"_s;
        known.passwordHash = u"secret"_s;
        known.securityProfile = 1;
        known.created = store::now();
        store::Stations(db).save(known);
    });
    auto *accept = page_->findChild<ui::KnockEntry *>()->findChildren<QPushButton *>().first();
    accept->click();
    QTRY_VERIFY(page_->findChild<ui::KnockEntry *>() == nullptr || station(u"WB-1"_s));
    QCOMPARE(station(u"WB-1"_s)->description, u"Theirs"_s);
    QCOMPARE(station(u"WB-1"_s)->passwordHash, u"secret"_s);
}

void TestConnectPage::registeredMeanwhileLeadsToTheStation()
{
    write([](store::Database &db) {
        store::Station known;
        known.id = u"WB-1"_s;
        known.created = store::now();
        store::Stations(db).save(known);
        samplesite::addKnock(db, u"wb-1"_s, u"unknownStation"_s, 404);
    });
    QTRY_VERIFY(entry(u"wb-1"_s));
    QVERIFY(allText(*entry(u"wb-1"_s)).contains(u"It is registered by now."_s));
    QVERIFY(!uitest::named<QPushButton>(*page_, u"Accept wb-1"_s));
    QSignalSpy links(page_.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*page_, u"Open the station wb-1"_s));
    QCOMPARE(links.first().first().value<ui::Target>().station, u"WB-1"_s);
}

void TestConnectPage::tooLongNameCannotBeAccepted()
{
    const QString name(60, u'X');
    write([name](store::Database &db) { samplesite::addKnock(db, name, u"unknownStation"_s, 404); });
    QTRY_VERIFY(entry(name));
    QVERIFY(allText(*entry(name)).contains(u"longer than 48 characters"_s));
    QVERIFY(!uitest::named<QPushButton>(*page_, u"Accept "_s + name));
}

void TestConnectPage::passwordIsSet()
{
    write([](store::Database &db) {
        samplesite::addStation(db, u"CP8"_s);
        samplesite::goOffline(db, u"CP8"_s, 5);
        samplesite::addKnock(db, u"CP8"_s, u"passwordWrong"_s, 401);
    });
    QVERIFY(uitest::press(*page_, u"Set the password of CP8"_s));
    auto *edit = uitest::named<QLineEdit>(*page_, u"Password of CP8"_s);
    QTRY_VERIFY(edit && edit->isVisible());
    QVERIFY(!page_->hasUnsaved());
    edit->setText(u"short"_s);
    QVERIFY(page_->hasUnsaved());
    QVERIFY(uitest::press(*page_, u"Save the password"_s));
    QVERIFY(allText(*entry(u"CP8"_s)).contains(u"16 to 20 characters"_s));
    edit->setText(u"0123456789abcdef"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!entry(u"CP8"_s), 20'000); // hashed slowly on purpose
    QVERIFY(!page_->hasUnsaved());
    QVERIFY(station(u"CP8"_s)->passwordHash.startsWith(u"$argon2id$"_s));
    QCOMPARE(station(u"CP8"_s)->securityProfile, 1);
}

void TestConnectPage::passwordIsWaivedAndTakenBack()
{
    write([](store::Database &db) {
        store::Station known;
        known.id = u"CP8"_s;
        known.passwordHash = u"hash"_s;
        known.securityProfile = 1;
        known.created = store::now();
        store::Stations(db).save(known);
        samplesite::addKnock(db, u"CP8"_s, u"passwordMissing"_s, 401);
    });
    QVERIFY(uitest::press(*page_, u"Let CP8 in without a password"_s));
    QTRY_VERIFY(!entry(u"CP8"_s));
    QVERIFY(station(u"CP8"_s)->passwordHash.isEmpty());
    QCOMPARE(station(u"CP8"_s)->securityProfile, 0);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_VERIFY(entry(u"CP8"_s));
    QCOMPARE(station(u"CP8"_s)->passwordHash, u"hash"_s);
    QCOMPARE(station(u"CP8"_s)->securityProfile, 1);
}

void TestConnectPage::ignoredUntilItKnocksAgain()
{
    write([](store::Database &db) {
        samplesite::addKnock(db, u"WB-1"_s, u"unknownStation"_s, 404);
        samplesite::addKnock(db, u"WB-1"_s, u"unknownStation"_s, 404);
    });
    QVERIFY(uitest::press(*page_, u"Ignore WB-1"_s));
    QTRY_VERIFY(!entry(u"WB-1"_s));
    write([](store::Database &db) { db.run(u"ALTER TABLE knocks RENAME TO hidden"_s); });
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_VERIFY(allText(*page_).contains(u"It was not taken back."_s));
    write([](store::Database &db) { db.run(u"ALTER TABLE hidden RENAME TO knocks"_s); });
    QVERIFY(uitest::press(*page_, u"Try again"_s));
    QTRY_VERIFY(entry(u"WB-1"_s));
    QCOMPARE(entry(u"WB-1"_s)->row().knock.count, 2);
}

void TestConnectPage::whoCameInIsGoneFromTheList()
{
    write([](store::Database &db) {
        store::Station known;
        known.id = u"CP8"_s;
        known.created = store::now();
        store::Stations(db).save(known);
        samplesite::addKnock(db, u"CP8"_s, u"passwordWrong"_s, 401);
    });
    QTRY_VERIFY(entry(u"CP8"_s));
    write([](store::Database &db) {
        store::Stations(db).setOnline(u"CP8"_s, {u"192.168.1.131"_s, {}, u"ocpp1.6"_s, u"sample"_s, store::now()});
    });
    QTRY_VERIFY(!entry(u"CP8"_s));
    QTRY_COMPARE(page_->headline(), u"1 of 1 stations connected"_s);
}

void TestConnectPage::headlineCounts()
{
    write([](store::Database &db) {
        samplesite::addStation(db, u"CP1"_s);
        samplesite::addStation(db, u"CP2"_s);
        samplesite::goOffline(db, u"CP2"_s, 5);
        samplesite::addKnock(db, u"WB-1"_s, u"unknownStation"_s, 404);
    });
    QTRY_VERIFY2(page_->headline().startsWith(u"1 knock"_s) && page_->headline().endsWith(u"1 of 2 stations connected"_s),
                 qPrintable(page_->headline()));
}

void TestConnectPage::unreadableDatabaseIsSaid()
{
    QTRY_COMPARE(page_->headline(), u"no station is registered yet"_s);
    write([](store::Database &db) {
        samplesite::addKnock(db, u"WB-1"_s, u"unknownStation"_s, 404);
        db.run(u"ALTER TABLE stations RENAME TO hidden"_s);
        db.noteChange(store::Table::Stations);
    });
    QTRY_VERIFY(allText(*page_).contains(u"Who knocks cannot be read"_s));
    QVERIFY(!allText(*page_).contains(u"Nobody knocks."_s));
    QVERIFY(page_->headline().isEmpty());
    QVERIFY(uitest::named<QPushButton>(*page_, u"Copy the address in: Wi-Fi (wlan0)"_s)); // it is right anyway
    write([](store::Database &db) { db.run(u"ALTER TABLE hidden RENAME TO stations"_s); });
    QVERIFY(uitest::press(*page_, u"Try again"_s));
    QTRY_VERIFY(entry(u"WB-1"_s));
    QVERIFY(!allText(*page_).contains(u"cannot be read"_s));
    QVERIFY(page_->headline().startsWith(u"1 knock"_s));
}

void TestConnectPage::everyReasonHasWords_data()
{
    QTest::addColumn<QString>("reason");
    using csms::RefusalReason;
    for (int reason = int(RefusalReason::MalformedRequest); reason <= int(RefusalReason::TlsSpoken); ++reason) {
        const QString word = csms::toString(static_cast<RefusalReason>(reason));
        QTest::newRow(qPrintable(word)) << word;
    }
    QTest::newRow("unknownSubprotocol") << u"unknownSubprotocol"_s;
}

void TestConnectPage::everyReasonHasWords()
{
    QFETCH(QString, reason);
    ui::KnockRow row;
    row.knock.stationId = u"CP1"_s;
    row.knock.reason = reason;
    QVERIFY(ui::knockReason(row.knock) != reason);
    QVERIFY(!ui::knockAdvice(row).isEmpty());
    QCOMPARE(row.isAcceptable(), reason == u"unknownStation"_s);
}

void TestConnectPage::everyControlHasAName()
{
    write([](store::Database &db) { samplesite::fill(db); });
    QTRY_VERIFY(entry(u"WB-2207"_s));
    QVERIFY(uitest::press(*page_, u"Set the password of CP08"_s));
    const QStringList nameless = uitest::namelessControls(*page_);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

namespace {

/// The real engine with its door on a free port.
struct LiveEngine {
    LiveEngine()
        : location(*store::parseLocation(u"sqlite"_s, dir.path())),
          engine({.location = location, .node = u"live"_s, .bind = u"127.0.0.1"_s, .port = 0}), reader(location)
    {
        if (const auto started = engine.start(); !started)
            qFatal("%s", qPrintable(started.error()));
        if (!reader.start())
            qFatal("The reader does not start.");
    }

    [[nodiscard]] ui::Backend backend()
    {
        ui::Backend result;
        result.reader = &reader;
        result.writer = &engine.writer();
        result.feed = &engine.changes();
        result.ocppAddress = u"ws://127.0.0.1:%1/ocpp/"_s.arg(engine.port());
        result.ownsEngine = true;
        return result;
    }

    QTemporaryDir dir;
    store::Location location;
    csms::Engine engine;
    store::Reader reader;
};

/// A charger's socket: calls with this subprotocol.
void call(QWebSocket &socket, const ui::Backend &backend, const QString &id, const QByteArray &subprotocol)
{
    QNetworkRequest request(QUrl(backend.ocppAddress + id));
    request.setRawHeader("Sec-WebSocket-Protocol", subprotocol);
    socket.open(request);
}

} // namespace

void TestConnectPage::knocksAtTheEngineIsAcceptedAndConnects()
{
    page_.reset();
    LiveEngine live;
    open(live.backend());
    QWebSocket charger;
    QSignalSpy failures(&charger, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error));
    call(charger, live.backend(), u"LIVE-1"_s, "ocpp1.6");
    QTRY_VERIFY(failures.count() > 0);
    QTRY_VERIFY(entry(u"LIVE-1"_s));
    QVERIFY(uitest::press(*page_, u"Accept LIVE-1"_s));
    QTRY_VERIFY(allText(*page_).contains(u"LIVE-1 is registered."_s));
    QSignalSpy connected(&charger, &QWebSocket::connected);
    call(charger, live.backend(), u"LIVE-1"_s, "ocpp1.6"); // as the charger does when it tries again
    QTRY_COMPARE(connected.count(), 1);
    QTRY_VERIFY(allText(*page_).contains(u"LIVE-1 is connected."_s));
    QTRY_COMPARE(page_->headline(), u"1 of 1 stations connected"_s);
    page_.reset();
}

void TestConnectPage::engineRefusals()
{
    page_.reset();
    LiveEngine live;
    live.engine.writer().submit([](store::Database &db) {
        store::Station known;
        known.id = u"LIVE-2"_s;
        known.created = store::now();
        store::Stations(db).save(known);
    });
    open(live.backend());
    QWebSocket charger;
    call(charger, live.backend(), u"LIVE-2"_s, "ocpp2.0.1");
    QTRY_VERIFY(allText(*page_).contains(u"It speaks another version of OCPP"_s));
    QTcpSocket secure;
    secure.connectToHost(u"127.0.0.1"_s, live.engine.port());
    QTRY_COMPARE(secure.state(), QAbstractSocket::ConnectedState);
    secure.write(QByteArray::fromHex("16030100f5010000f10303"));
    QTRY_VERIFY(allText(*page_).contains(u"It speaks encrypted (TLS), this port does not"_s));
    QVERIFY(allText(*page_).contains(u"Somebody at 127.0.0.1"_s));
    page_.reset();
}

UI_TEST_MAIN(TestConnectPage)
#include "tst_connectpage.moc"
