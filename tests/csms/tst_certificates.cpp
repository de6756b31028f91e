// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "pki/certificate.h"
#include "pki/opensslprogram.h"
#include "store/certificaterequests.h"
#include "store/clock.h"
#include "store/configuration.h"
#include "store/reconciliations.h"
#include "store/securityevents.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using store::Certificates;

/// W A02-A04, M03-M05: a station's own certificate, the roots that it trusts in, and what it tells about its security.
class tst_Certificates : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void securityEvents();
    void requestIsAnsweredFirst();
    void badRequestIsRejected();
    void signedIsDelivered();
    void signedIsRejected();
    void signedIsNotKnown();
    void signedIsAnsweredLate();
    void signedWaitsForTheStation();

    void installed();
    void refusedThenAccepted();
    void notListed();
    void notSupported();
    void noRoom();
    void rootTakesTheOthersPlace();
    void neverAnswered();
    void callError();
    void lateAnswer();
    void disconnectWhileWaiting();
    void restartWhileWaiting();
    void bootBringsThemBack();
    void deleted();
    void deletionFails();
    void newBeforeOld();
    void askedOnDemand();
    void askedInVain();
    void byHand();

private:
    /// Which has a configuration to tell, and answers nothing else by itself.
    void connectSilentStation();
    void connectStation();
    /// Answers like a station with a store of roots, as far as status_ lets it.
    void obey(TestStation &station);
    QJsonObject install(const QJsonObject &request);
    QJsonObject remove(const QJsonObject &request);
    QJsonObject ids(const QJsonObject &request) const;
    void desire(const QByteArray &pem);
    void withdraw(const QByteArray &pem);
    void tryAgain();
    QString states();
    store::Reconciliation reconciliation();
    QString state() { return toString(reconciliation().state); }
    bool inSync(const QString &states) { return this->states() == states && state() == "inSync"_L1; }
    QStringList actions() const;

    Answer sign(const QByteArray &csr) { return station_->call(u"SignCertificate"_s, {{u"csr"_s, QString::fromLatin1(csr)}}); }
    void fulfil();
    store::CertificateRequest request();
    QString requestState() { return toString(request().state); }

    OpenSsl openssl_;
    QByteArray root_;
    QByteArray other_;
    QByteArray csr_;
    QByteArray leaf_;
    QByteArrayList roots_; ///< that the station has
    QString status_; ///< what it answers to InstallCertificate and DeleteCertificate
    bool forgets_ = false; ///< accepts roots without keeping them
    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
};

void tst_Certificates::initTestCase()
{
    root_ = openssl_.makeRoot(u"root"_s, u"/O=Nordkai/CN=Root"_s);
    other_ = openssl_.makeRoot(u"other"_s, u"/O=Nordkai/CN=Other"_s);
    openssl_.makeKey(u"own"_s);
    csr_ = openssl_.makeRequest(u"own"_s, u"/O=Nordkai/CN=CP-1"_s);
    leaf_ = openssl_.sign(u"own"_s, u"root"_s);
}

void tst_Certificates::init()
{
    roots_.clear();
    status_ = u"Accepted"_s;
    forgets_ = false;
    engine_ = std::make_unique<EngineFixture>();
    engine_->addStation(u"CP-1"_s, [](store::Station &s) { s.callTimeoutSeconds = 1; });
    connectStation();
}

void tst_Certificates::cleanup()
{
    station_.reset();
    engine_.reset();
}

void tst_Certificates::connectSilentStation()
{
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    station_->answer(u"GetConfiguration"_s,
                     R"({"configurationKey":[{"key":"HeartbeatInterval","readonly":false,"value":"300"}]})"_json);
    QVERIFY(station_->connectTo(engine_->port()));
}

void tst_Certificates::connectStation()
{
    connectSilentStation();
    obey(*station_);
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

void tst_Certificates::obey(TestStation &station)
{
    station.answer(u"InstallCertificate"_s, [this](const QJsonObject &request) { return install(request); });
    station.answer(u"DeleteCertificate"_s, [this](const QJsonObject &request) { return remove(request); });
    station.answer(u"GetInstalledCertificateIds"_s, [this](const QJsonObject &request) { return ids(request); });
}

QJsonObject tst_Certificates::install(const QJsonObject &request)
{
    if (status_ == "Accepted"_L1 && !forgets_)
        roots_.append(request[u"certificate"_s].toString().toLatin1());
    return {{u"status"_s, status_}};
}

static QJsonObject hashDataOf(const QByteArray &pem)
{
    const auto certificate = pki::readCertificate(pem);
    const pki::IssuerHashes &hashes = certificate->hashes.at(1);
    return {{u"hashAlgorithm"_s, hashes.algorithm},
            {u"issuerNameHash"_s, hashes.name.toLower()},
            {u"issuerKeyHash"_s, hashes.key.toLower()},
            {u"serialNumber"_s, certificate->serialNumber}};
}

QJsonObject tst_Certificates::remove(const QJsonObject &request)
{
    if (status_ != "Accepted"_L1)
        return {{u"status"_s, status_}};
    const auto gone = roots_.removeIf(
        [&](const QByteArray &pem) { return hashDataOf(pem) == request[u"certificateHashData"_s].toObject(); });
    return {{u"status"_s, gone > 0 ? u"Accepted"_s : u"NotFound"_s}};
}

QJsonObject tst_Certificates::ids(const QJsonObject &request) const
{
    QJsonArray list;
    if (request[u"certificateType"_s] == "CentralSystemRootCertificate"_L1) {
        for (const QByteArray &pem : roots_)
            list.append(hashDataOf(pem));
    }
    if (list.isEmpty())
        return {{u"status"_s, u"NotFound"_s}};
    return {{u"status"_s, u"Accepted"_s}, {u"certificateHashData"_s, list}};
}

void tst_Certificates::desire(const QByteArray &pem)
{
    engine_->onStore([=](store::Database &db) {
        if (!Certificates(db).desire(u"CP-1"_s, u"CentralSystemRootCertificate"_s, pem, store::now()))
            qFatal("The test's own certificate is refused.");
    });
}

void tst_Certificates::withdraw(const QByteArray &pem)
{
    const QString fingerprint = pki::readCertificate(pem)->fingerprint;
    engine_->onStore([=](store::Database &db) {
        Certificates certificates(db);
        for (const auto &row : certificates.list(u"CP-1"_s)) {
            if (row.certificate && certificates.find(*row.certificate)->fingerprint == fingerprint)
                certificates.withdraw(row, store::now());
        }
    });
}

void tst_Certificates::tryAgain()
{
    engine_->onStore([](store::Database &db) {
        store::Reconciliations(db).reset(u"CP-1"_s, store::certificatesTopic, store::now());
        db.noteChange(store::Table::Certificates, u"CP-1"_s);
    });
}

QString tst_Certificates::states()
{
    const auto rows = engine_->onStore([](store::Database &db) { return Certificates(db).list(u"CP-1"_s); });
    QStringList words;
    for (const auto &row : rows)
        words.append(toString(row.state));
    return words.join(u' ');
}

store::Reconciliation tst_Certificates::reconciliation()
{
    return engine_->onStore(
        [](store::Database &db) { return store::Reconciliations(db).find(u"CP-1"_s, store::certificatesTopic); });
}

QStringList tst_Certificates::actions() const
{
    QStringList list;
    for (const Call &call : station_->calls()) {
        if (call.action.contains(u"Certificate"_s))
            list.append(call.action);
    }
    return list;
}

void tst_Certificates::fulfil()
{
    engine_->onStore([leaf = leaf_](store::Database &db) {
        if (!store::CertificateRequests(db).fulfil(u"CP-1"_s, 0, leaf, store::now()))
            qFatal("The test's own chain is refused.");
    });
}

store::CertificateRequest tst_Certificates::request()
{
    return engine_->onStore([](store::Database &db) {
        const auto all = store::CertificateRequests(db).list({u"CP-1"_s});
        return all.isEmpty() ? store::CertificateRequest() : all.first();
    });
}

void tst_Certificates::securityEvents()
{
    const QJsonObject tampered =
        R"({"type":"TamperDetectionActivated","timestamp":"2026-05-01T10:00:00Z","techInfo":"lid"})"_json;
    QCOMPARE(station_->call(u"SecurityEventNotification"_s, tampered).type, 3);
    QCOMPARE(station_->call(u"SecurityEventNotification"_s, tampered).type, 3);
    const auto events = engine_->onStore([](store::Database &db) { return store::SecurityEvents(db).list({u"CP-1"_s}); });
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().type, u"TamperDetectionActivated"_s);
    QCOMPARE(ocpp::formatTimestamp(events.first().time), u"2026-05-01T10:00:00Z"_s);
    QVERIFY(events.first().received > events.first().time);
    QCOMPARE(events.first().techInfo, u"lid"_s);
    const auto waiting = engine_->parked(u"CP-1"_s);
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(waiting.first().kind, u"securityEvent"_s);
}

void tst_Certificates::requestIsAnsweredFirst()
{
    station_->answer(u"CertificateSigned"_s, {{u"status"_s, u"Accepted"_s}});
    QCOMPARE(sign(csr_).payload[u"status"_s].toString(), u"Accepted"_s);
    QCOMPARE(requestState(), u"waiting"_s);
    QVERIFY(station_->calls(u"CertificateSigned"_s).isEmpty()); // behaviour 37
    fulfil();
    QVERIFY(station_->waitForCall(u"CertificateSigned"_s));
}

void tst_Certificates::badRequestIsRejected()
{
    const QByteArray strange = openssl_.makeRequest(u"own"_s, u"/O=Nordkai/CN=CP-2"_s);
    QCOMPARE(sign(strange).payload[u"status"_s].toString(), u"Rejected"_s);
    QCOMPARE(sign("nonsense").payload[u"status"_s].toString(), u"Rejected"_s);
    QCOMPARE(requestState(), u"refused"_s);
}

void tst_Certificates::signedIsDelivered()
{
    station_->answer(u"CertificateSigned"_s, {{u"status"_s, u"Accepted"_s}});
    sign(csr_);
    fulfil();
    QTRY_COMPARE(requestState(), u"accepted"_s);
    QCOMPARE(station_->calls(u"CertificateSigned"_s).size(), 1);
    QCOMPARE(station_->calls(u"CertificateSigned"_s).first().payload[u"certificateChain"_s].toString(),
             QString::fromLatin1(leaf_));
    QTRY_COMPARE(state(), u"inSync"_s);
}

void tst_Certificates::signedIsRejected()
{
    station_->answer(u"CertificateSigned"_s, {{u"status"_s, u"Rejected"_s}});
    sign(csr_);
    fulfil();
    QTRY_COMPARE(requestState(), u"rejected"_s);
    QVERIFY(request().reason.contains(u"Rejected"_s));
    QTRY_COMPARE(state(), u"inSync"_s); // it is of no use to send it again
    QCOMPARE(station_->calls(u"CertificateSigned"_s).size(), 1);
}

void tst_Certificates::signedIsNotKnown()
{
    sign(csr_);
    fulfil();
    const auto call = station_->waitForCall(u"CertificateSigned"_s);
    QVERIFY(call);
    station_->replyError(*call, u"NotImplemented"_s, {});
    QTRY_COMPARE(requestState(), u"rejected"_s);
    QVERIFY(request().reason.startsWith(u"NotImplemented"_s));
}

void tst_Certificates::signedIsAnsweredLate()
{
    sign(csr_);
    fulfil();
    const auto call = station_->waitForCall(u"CertificateSigned"_s);
    QVERIFY(call);
    QTRY_COMPARE(reconciliation().attempts, 1);
    QCOMPARE(requestState(), u"signed"_s);
    station_->reply(*call, {{u"status"_s, u"Accepted"_s}});
    QTRY_COMPARE(requestState(), u"accepted"_s);
    QTRY_COMPARE(state(), u"inSync"_s);
}

void tst_Certificates::signedWaitsForTheStation()
{
    sign(csr_);
    station_.reset();
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    fulfil();
    engine_->restart();
    QCOMPARE(requestState(), u"signed"_s);
    connectSilentStation();
    station_->answer(u"CertificateSigned"_s, {{u"status"_s, u"Accepted"_s}});
    QCOMPARE(station_->boot(), u"Accepted"_s);
    engine_->endPauses(u"CP-1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(requestState(), u"accepted"_s, 60000);
}

void tst_Certificates::installed()
{
    desire(root_);
    QTRY_VERIFY(inSync(u"installed"_s));
    QCOMPARE(roots_, QByteArrayList{root_});
    QCOMPARE(actions(), QStringList({u"GetInstalledCertificateIds"_s, u"InstallCertificate"_s, u"GetInstalledCertificateIds"_s}));
}

void tst_Certificates::refusedThenAccepted()
{
    status_ = u"Rejected"_s;
    desire(root_);
    QTRY_COMPARE(states(), u"refused"_s);
    QTRY_COMPARE(state(), u"waiting"_s);
    QVERIFY(reconciliation().nextTry.has_value());
    status_ = u"Accepted"_s;
    tryAgain();
    QTRY_VERIFY(inSync(u"installed"_s));
}

void tst_Certificates::notListed()
{
    forgets_ = true;
    desire(root_);
    QTRY_COMPARE(states(), u"unlisted"_s);
    QTRY_COMPARE(state(), u"gaveUp"_s);
    QVERIFY(reconciliation().reason.contains(u"does not list it"_s));
    QCOMPARE(station_->calls(u"InstallCertificate"_s).size(), 1);
    const qsizetype asked = station_->calls(u"GetInstalledCertificateIds"_s).size();
    withdraw(root_);
    QTRY_VERIFY(station_->calls(u"GetInstalledCertificateIds"_s).size() > asked); // it may list it by now
    QTRY_VERIFY(inSync({}));
    QVERIFY(station_->calls(u"DeleteCertificate"_s).isEmpty()); // it has no name for it
}

void tst_Certificates::notSupported()
{
    connectSilentStation();
    desire(root_);
    const auto call = station_->waitForCall(u"GetInstalledCertificateIds"_s);
    QVERIFY(call);
    station_->replyError(*call, u"NotImplemented"_s, u"what?"_s);
    QTRY_COMPARE(state(), u"gaveUp"_s);
    QVERIFY(reconciliation().reason.contains(u"NotImplemented: what?"_s));
    // A person who tries again has it asked again.
    tryAgain();
    QVERIFY(station_->waitForCall(u"GetInstalledCertificateIds"_s, 2));
}

void tst_Certificates::noRoom()
{
    roots_ = {other_};
    engine_->onStore([](store::Database &db) {
        store::Configuration(db).report(u"CP-1"_s, {{u"CertificateStoreMaxLength"_s, u"1"_s, true}}, store::now());
    });
    desire(root_);
    QTRY_COMPARE(state(), u"gaveUp"_s);
    QVERIFY(reconciliation().reason.contains(u"no room"_s));
    QCOMPARE(states(), u"pending reported"_s);
    QVERIFY(station_->calls(u"InstallCertificate"_s).isEmpty());
    // Whoever deletes one makes room.
    engine_->onStore([](store::Database &db) {
        Certificates certificates(db);
        certificates.withdraw(certificates.list(u"CP-1"_s).last(), store::now());
    });
    QTRY_VERIFY(inSync(u"installed"_s));
    QCOMPARE(roots_, QByteArrayList{root_});
}

void tst_Certificates::rootTakesTheOthersPlace()
{
    engine_->onStore([](store::Database &db) {
        store::Configuration(db).report(u"CP-1"_s,
                                        {{u"CertificateStoreMaxLength"_s, u"1"_s, true},
                                         {u"AdditionalRootCertificateCheck"_s, u"true"_s, true}},
                                        store::now());
    });
    desire(root_);
    QTRY_VERIFY(inSync(u"installed"_s));
    openssl_.makeKey(u"next"_s);
    openssl_.makeRequest(u"next"_s, u"/O=Nordkai/CN=Next"_s);
    openssl_.write(u"ca.cnf"_s, "basicConstraints=CA:TRUE\n");
    status_ = u"Rejected"_s;
    desire(openssl_.sign(u"next"_s, u"root"_s, {u"-extfile"_s, u"ca.cnf"_s}));
    QTRY_COMPARE(states(), u"installed refused"_s);
    QCOMPARE(roots_, QByteArrayList{root_});
    status_ = u"Accepted"_s;
    roots_.clear(); // as it does when it takes the new one
    tryAgain();
    QTRY_VERIFY(inSync(u"installed"_s));
    QCOMPARE(roots_, QByteArrayList{openssl_.content(u"next.pem"_s)});
}

void tst_Certificates::neverAnswered()
{
    connectSilentStation();
    desire(root_);
    QVERIFY(station_->waitForCall(u"GetInstalledCertificateIds"_s));
    QTRY_COMPARE(reconciliation().attempts, 1);
    QCOMPARE(states(), u"pending"_s);
    QVERIFY(reconciliation().nextTry.has_value());
}

void tst_Certificates::callError()
{
    connectSilentStation();
    desire(root_);
    const auto call = station_->waitForCall(u"GetInstalledCertificateIds"_s);
    QVERIFY(call);
    station_->replyError(*call, u"InternalError"_s, u"busy"_s);
    QTRY_COMPARE(reconciliation().attempts, 1);
    QVERIFY(reconciliation().reason.contains(u"busy"_s));
    obey(*station_);
    tryAgain();
    QTRY_VERIFY(inSync(u"installed"_s));
}

void tst_Certificates::lateAnswer()
{
    connectSilentStation();
    station_->answer(u"GetInstalledCertificateIds"_s, [this](const QJsonObject &request) { return ids(request); });
    desire(root_);
    const auto call = station_->waitForCall(u"InstallCertificate"_s);
    QVERIFY(call);
    QTRY_COMPARE(reconciliation().attempts, 1);
    station_->reply(*call, install(call->payload));
    const auto installation = [this] {
        return engine_->onStore([](store::Database &db) {
            return store::Commands(db).list({.station = u"CP-1"_s, .action = u"InstallCertificate"_s}).value(0);
        });
    };
    QTRY_VERIFY(installation().late);
    engine_->endPauses(u"CP-1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(inSync(u"installed"_s), 20000); // it was asked
}

void tst_Certificates::disconnectWhileWaiting()
{
    connectSilentStation();
    station_->answer(u"GetInstalledCertificateIds"_s, [this](const QJsonObject &request) { return ids(request); });
    desire(root_);
    QVERIFY(station_->waitForCall(u"InstallCertificate"_s));
    station_->abort();
    connectStation();
    engine_->endPauses(u"CP-1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(states(), u"installed"_s, 30000);
    QCOMPARE(roots_, QByteArrayList{root_});
}

void tst_Certificates::restartWhileWaiting()
{
    connectSilentStation();
    station_->answer(u"GetInstalledCertificateIds"_s, [this](const QJsonObject &request) { return ids(request); });
    desire(root_);
    const auto call = station_->waitForCall(u"InstallCertificate"_s);
    QVERIFY(call);
    install(call->payload); // done, but nobody hears of it
    engine_->restart();
    connectStation();
    engine_->endPauses(u"CP-1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(states(), u"installed"_s, 30000);
    QCOMPARE(roots_, QByteArrayList{root_}); // asked first: it is there
}

void tst_Certificates::bootBringsThemBack()
{
    desire(root_);
    QTRY_VERIFY(inSync(u"installed"_s));
    roots_.clear(); // a reset to factory settings
    QCOMPARE(station_->boot(), u"Accepted"_s);
    engine_->endPauses(u"CP-1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(roots_, QByteArrayList{root_}, 15000);
    QTRY_VERIFY(inSync(u"installed"_s));
}

void tst_Certificates::deleted()
{
    desire(root_);
    QTRY_VERIFY(inSync(u"installed"_s));
    withdraw(root_);
    QTRY_VERIFY(inSync({}));
    QVERIFY(roots_.isEmpty());
    // M04.FR.07: as the station named it.
    QCOMPARE(station_->calls(u"DeleteCertificate"_s).first().payload[u"certificateHashData"_s].toObject(), hashDataOf(root_));
}

void tst_Certificates::deletionFails()
{
    desire(root_);
    QTRY_VERIFY(inSync(u"installed"_s));
    status_ = u"Failed"_s;
    withdraw(root_);
    QTRY_COMPARE(states(), u"undeletable"_s);
    QTRY_COMPARE(state(), u"waiting"_s);
    status_ = u"Accepted"_s;
    tryAgain();
    QTRY_VERIFY(inSync({}));
}

void tst_Certificates::newBeforeOld()
{
    desire(root_);
    QTRY_VERIFY(inSync(u"installed"_s));
    engine_->onStore([this](store::Database &db) {
        Certificates certificates(db);
        certificates.withdraw(certificates.list(u"CP-1"_s).first(), store::now());
        QVERIFY(certificates.desire(u"CP-1"_s, u"CentralSystemRootCertificate"_s, other_, store::now()));
    });
    QTRY_VERIFY(inSync(u"installed"_s) && roots_ == QByteArrayList{other_});
    const QStringList done = actions();
    QVERIFY(done.lastIndexOf(u"InstallCertificate"_s) < done.indexOf(u"DeleteCertificate"_s));
}

void tst_Certificates::askedOnDemand()
{
    roots_ = {root_};
    engine_->onStore([](store::Database &db) { Certificates(db).refresh(u"CP-1"_s, store::now()); });
    QTRY_VERIFY(inSync(u"reported"_s));
    QCOMPARE(station_->calls(u"GetInstalledCertificateIds"_s).size(), 2); // one for each type
}

void tst_Certificates::askedInVain()
{
    connectSilentStation();
    engine_->onStore([](store::Database &db) { Certificates(db).refresh(u"CP-1"_s, store::now()); });
    const auto call = station_->waitForCall(u"GetInstalledCertificateIds"_s);
    QVERIFY(call);
    station_->replyError(*call, u"NotSupported"_s, {});
    QTRY_COMPARE(state(), u"inSync"_s); // nothing is desired
    const auto stores = engine_->onStore([](store::Database &db) { return Certificates(db).stores(u"CP-1"_s); });
    QCOMPARE(stores.first().unsupported, u"NotSupported"_s);
}

void tst_Certificates::byHand()
{
    engine_->command(u"CP-1"_s, u"InstallCertificate"_s,
                     {{u"certificateType"_s, u"CentralSystemRootCertificate"_s}, {u"certificate"_s, QString::fromLatin1(root_)}});
    QTRY_VERIFY(inSync(u"reported"_s));
    desire(root_);
    QTRY_VERIFY(inSync(u"installed"_s));
    QCOMPARE(station_->calls(u"InstallCertificate"_s).size(), 1); // it was there
    engine_->command(u"CP-1"_s, u"DeleteCertificate"_s, {{u"certificateHashData"_s, hashDataOf(root_)}});
    QTRY_VERIFY(inSync({})); // who deletes it means it
    QVERIFY(roots_.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Certificates)
#include "tst_certificates.moc"
