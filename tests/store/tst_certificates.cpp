// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/certificate.h"
#include "pki/opensslprogram.h"
#include "store/certificaterequests.h"
#include "store/configuration.h"
#include "store/reconciliations.h"
#include "store/retention.h"
#include "store/storetest.h"

using namespace Qt::Literals::StringLiterals;
using namespace store;
using ocpp::CertificateHashData;
using ocpp::CertificateUse;

namespace {

constexpr CertificateUse centralSystem = CertificateUse::CentralSystemRootCertificate;
const QString centralSystemRoot = u"CentralSystemRootCertificate"_s;
const QString manufacturerRoot = u"ManufacturerRootCertificate"_s;

/// As a station tells it.
CertificateHashData hashOf(const QByteArray &pem, int algorithm = 0)
{
    const auto certificate = pki::readCertificate(pem);
    const pki::IssuerHashes hashes = certificate->hashes.at(algorithm);
    return {ocpp::fromString<ocpp::HashAlgorithm>(hashes.algorithm).value_or(ocpp::HashAlgorithm::SHA256), hashes.name,
            hashes.key, certificate->serialNumber};
}

QString words(const QList<StationCertificate> &rows)
{
    QStringList words;
    for (const StationCertificate &row : rows)
        words.append(toString(row.state));
    return words.join(u' ');
}

} // namespace

/// Certificates that are known, desired, installed and asked for.
class TestCertificates : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void initTestCase();
    void cleanupTestCase() { storetest::shutDown(); }
    void init();

    void desired();
    void notDesirable_data();
    void notDesirable();
    void room();
    void replacement();
    void replacementIsListed();
    void confirmedByTheList_data();
    void confirmedByTheList();
    void acceptedButNotListed();
    void lostMeanwhile();
    void strangersAreListed();
    void longList();
    void refused();
    void withdrawn();
    void deletedByHand();
    void notDeleted();
    void afterABoot();
    void refresh();
    void stationsTakeTheirsAlong();

    void requests();
    void requestsRefused_data();
    void requestsRefused();
    void requestsInAnothersName();
    void requestsRepeated();
    void requestsThatEndedGo();
    void fulfilled();
    void misfits_data();
    void misfits();
    void chainTooLong();

private:
    StationCertificate desire(const QByteArray &pem, const QString &type = centralSystemRoot)
    {
        const auto row = Certificates(*db_).desire(u"CP1"_s, type, pem, now_);
        return row.value_or(StationCertificate());
    }
    QString problemWith(const QByteArray &pem, const QString &type = centralSystemRoot)
    {
        const auto row = Certificates(*db_).desire(u"CP1"_s, type, pem, now_);
        return row ? QString() : row.error().text;
    }
    void configure(const QString &key, const QString &value)
    {
        Configuration(*db_).report(u"CP1"_s, {{key, value, true}}, now_);
    }
    void report(const QList<CertificateHashData> &hashes) { Certificates(*db_).report(u"CP1"_s, centralSystem, hashes, now_); }
    QList<StationCertificate> rows() { return Certificates(*db_).list(u"CP1"_s); }
    CertificateStore centralStore() { return Certificates(*db_).stores(u"CP1"_s).first(); }
    CertificateRequest book(const QByteArray &csr)
    {
        return CertificateRequests(*db_).book(u"CP1"_s, QString::fromLatin1(csr), now_);
    }
    QString problemWithChain(const QByteArray &chain)
    {
        const auto row = CertificateRequests(*db_).fulfil(u"CP1"_s, 0, chain, now_);
        return row ? QString() : row.error().text;
    }

    const ocpp::Timestamp now_ = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    OpenSsl openssl_;
    QByteArray root_;
    QByteArray other_;
    QByteArray csr_;
    QByteArray leaf_;
    std::unique_ptr<Database> db_;
};

void TestCertificates::initTestCase()
{
    root_ = openssl_.makeRoot(u"root"_s, u"/O=Nordkai/CN=Root"_s, {u"-set_serial"_s, u"0x0a11"_s});
    other_ = openssl_.makeRoot(u"other"_s, u"/O=Nordkai/CN=Other"_s);
    openssl_.makeKey(u"cp1"_s);
    csr_ = openssl_.makeRequest(u"cp1"_s, u"/O=Nordkai/CN=cp1"_s);
    leaf_ = openssl_.sign(u"cp1"_s, u"root"_s);
}

void TestCertificates::init()
{
    db_ = storetest::freshDatabase();
    storetest::addStation(*db_, u"CP1"_s);
}

void TestCertificates::desired()
{
    db_->takeChanges();
    const StationCertificate row = desire(root_);
    VERIFY_OK(*db_);
    QCOMPARE(toString(row.state), "pending"_L1);
    const auto certificate = Certificates(*db_).find(row.certificate.value_or(0));
    QVERIFY(certificate);
    QCOMPARE(certificate->subject, u"CN=Root,O=Nordkai"_s);
    QCOMPARE(certificate->serialNumber, u"A11"_s);
    QVERIFY(touches(db_->takeChanges(), quint32(Table::Certificates)));
    // Once more is the same.
    QCOMPARE(desire(root_).id, row.id);
    QVERIFY(desire(root_, manufacturerRoot).id != row.id);
    QCOMPARE(Certificates(*db_).known().size(), 1);
    QCOMPARE(words(rows()), u"pending pending"_s);
}

void TestCertificates::notDesirable_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("path");
    QTest::newRow("type") << root_ << u"MyRoot"_s << u"/certificateType"_s;
    QTest::newRow("no PEM") << QByteArray("x") << centralSystemRoot << u"/certificate"_s;
    QTest::newRow("no authority") << leaf_ << centralSystemRoot << u"/certificate"_s;
    const QString longName = u"/CN=Long"_s + u"/OU="_s + QString(60, u'x');
    const QString longer = QString(u"/OU="_s + QString(60, u'x')).repeated(60);
    QTest::newRow("too long") << openssl_.makeRoot(u"long"_s, longName + longer) << centralSystemRoot << u"/certificate"_s;
}

void TestCertificates::notDesirable()
{
    QFETCH(QByteArray, pem);
    QFETCH(QString, type);
    const auto row = Certificates(*db_).desire(u"CP1"_s, type, pem, now_);
    QVERIFY(!row);
    QTEST(row.error().path, "path");
    QVERIFY(rows().isEmpty());
}

void TestCertificates::room()
{
    configure(u"CertificateStoreMaxLength"_s, u"1"_s);
    desire(root_);
    QVERIFY(problemWith(other_).contains(u"room for 1"_s));
    QCOMPARE(problemWith(root_), QString());
    QCOMPARE(rows().size(), 1);
}

void TestCertificates::replacement()
{
    configure(u"AdditionalRootCertificateCheck"_s, u"true"_s);
    configure(u"CertificateStoreMaxLength"_s, u"1"_s);
    desire(root_);
    report({hashOf(root_)});
    QVERIFY(problemWith(other_).contains(u"M05.FR.09"_s));
    openssl_.makeKey(u"next"_s);
    openssl_.makeRequest(u"next"_s, u"/O=Nordkai/CN=Next"_s);
    openssl_.write(u"ca.cnf"_s, "basicConstraints=CA:TRUE\n");
    const QByteArray next = openssl_.sign(u"next"_s, u"root"_s, {u"-extfile"_s, u"ca.cnf"_s});
    desire(next);
    QCOMPARE(words(rows()), u"installed pending"_s);
    Certificates(*db_).refused(u"CP1"_s, centralSystem, next, u"no"_s, now_);
    QCOMPARE(words(rows()), u"installed refused"_s); // the only one that works
    Certificates(*db_).accepted(u"CP1"_s, centralSystem, next, now_);
    QCOMPARE(words(rows()), u"reported accepted"_s);
    report({hashOf(next)}); // the station took the old one away by itself
    QCOMPARE(words(rows()), u"installed"_s);
}

/// The station's answer was lost: that it lists the new one says it, too.
void TestCertificates::replacementIsListed()
{
    configure(u"AdditionalRootCertificateCheck"_s, u"true"_s);
    desire(root_);
    report({hashOf(root_)});
    openssl_.makeKey(u"next"_s);
    openssl_.makeRequest(u"next"_s, u"/O=Nordkai/CN=Next"_s);
    openssl_.write(u"ca.cnf"_s, "basicConstraints=CA:TRUE\n");
    const QByteArray next = openssl_.sign(u"next"_s, u"root"_s, {u"-extfile"_s, u"ca.cnf"_s});
    desire(next);
    report({hashOf(next)});
    QCOMPARE(words(rows()), u"installed"_s);
}

void TestCertificates::confirmedByTheList_data()
{
    QTest::addColumn<int>("algorithm");
    QTest::addColumn<bool>("isSloppy");
    QTest::newRow("SHA256") << 0 << false;
    QTest::newRow("SHA384") << 1 << false;
    QTest::newRow("SHA512") << 2 << false;
    QTest::newRow("lower case, leading zeros") << 0 << true;
}

void TestCertificates::confirmedByTheList()
{
    QFETCH(int, algorithm);
    QFETCH(bool, isSloppy);
    desire(root_);
    Certificates(*db_).accepted(u"CP1"_s, centralSystem, root_, now_);
    QCOMPARE(words(rows()), u"accepted"_s);
    QVERIFY(centralStore().isAsked);
    CertificateHashData hash = hashOf(root_, algorithm);
    if (isSloppy)
        hash = {hash.hashAlgorithm, hash.issuerNameHash.toLower(), hash.issuerKeyHash.toLower(), u"000a11"_s};
    report({hash});
    QCOMPARE(words(rows()), u"installed"_s);
    // M04.FR.07: as the station told it.
    QCOMPARE(rows().first().hashData().serialNumber, hash.serialNumber);
    QCOMPARE(rows().first().hashData().hashAlgorithm, hash.hashAlgorithm);
    QCOMPARE(centralStore().reportedAt, std::optional(now_));
    QVERIFY(!centralStore().isAsked);
}

void TestCertificates::acceptedButNotListed()
{
    desire(root_);
    Certificates(*db_).accepted(u"CP1"_s, centralSystem, root_, now_);
    report({});
    QCOMPARE(words(rows()), u"unlisted"_s);
    QVERIFY(rows().first().reason.contains(u"does not list it"_s));
    QCOMPARE(toString(desire(root_).state), "pending"_L1);
}

void TestCertificates::lostMeanwhile()
{
    desire(root_);
    report({hashOf(root_)});
    report({});
    QCOMPARE(words(rows()), u"pending"_s);
    QVERIFY(!rows().first().reportedAt);
}

void TestCertificates::strangersAreListed()
{
    desire(other_, manufacturerRoot); // known, but not desired as this
    const CertificateHashData unknown{ocpp::HashAlgorithm::SHA256, u"AA"_s, u"BB"_s, u"1"_s};
    report({hashOf(other_), unknown, unknown});
    const QList<StationCertificate> listed = rows();
    QCOMPARE(words(listed), u"reported reported pending"_s);
    QCOMPARE(listed.at(0).certificate, listed.at(2).certificate);
    QVERIFY(!listed.at(1).certificate);
    report({unknown});
    QCOMPARE(words(rows()), u"reported pending"_s);
    QCOMPARE(rows().first().id, listed.at(1).id);
}

/// Each costs the writer, for which all stations wait.
void TestCertificates::longList()
{
    QList<CertificateHashData> hashes;
    for (int i = 0; i < 2500; ++i)
        hashes.append({ocpp::HashAlgorithm::SHA256, u"AA"_s, u"BB"_s, QString::number(i + 1)});
    report(hashes);
    VERIFY_OK(*db_);
    QCOMPARE(rows().size(), 200);
    report(hashes.first(1));
    QCOMPARE(rows().size(), 1);
}

void TestCertificates::refused()
{
    desire(root_);
    Certificates(*db_).refused(u"CP1"_s, centralSystem, root_, u"no"_s, now_);
    QCOMPARE(words(rows()), u"refused"_s);
    QCOMPARE(rows().first().reason, u"no"_s);
    report({hashOf(root_)}); // a late change of mind
    QCOMPARE(words(rows()), u"installed"_s);
    QCOMPARE(rows().first().reason, QString());
}

void TestCertificates::withdrawn()
{
    Certificates certificates(*db_);
    certificates.withdraw(desire(root_), now_);
    QVERIFY(rows().isEmpty()); // it never got there
    desire(root_);
    report({hashOf(root_, 1)});
    certificates.withdraw(rows().first(), now_);
    QCOMPARE(words(rows()), u"deleting"_s);
    QCOMPARE(toString(Reconciliations(*db_).find(u"CP1"_s, certificatesTopic).state), "inSync"_L1);
    report({hashOf(root_, 1)});
    QCOMPARE(words(rows()), u"deleting"_s);
    certificates.deleted(u"CP1"_s, hashOf(root_, 1), false);
    QVERIFY(rows().isEmpty());
}

void TestCertificates::deletedByHand()
{
    desire(root_);
    report({hashOf(root_)});
    Certificates(*db_).deleted(u"CP1"_s, hashOf(root_), true);
    QVERIFY(rows().isEmpty());
}

void TestCertificates::notDeleted()
{
    desire(root_);
    report({hashOf(root_)});
    Certificates(*db_).withdraw(rows().first(), now_);
    Certificates(*db_).notDeleted(u"CP1"_s, hashOf(root_), u"in use"_s, now_);
    QCOMPARE(words(rows()), u"undeletable"_s);
    QCOMPARE(rows().first().reason, u"in use"_s);
}

void TestCertificates::afterABoot()
{
    desire(root_);
    Certificates(*db_).accepted(u"CP1"_s, centralSystem, root_, now_);
    report({});
    Certificates(*db_).setUnsupported(u"CP1"_s, u"NotImplemented"_s);
    Certificates(*db_).booted(u"CP1"_s);
    QCOMPARE(words(rows()), u"pending"_s);
    QVERIFY(!centralStore().reportedAt);
    QCOMPARE(centralStore().unsupported, QString());
}

void TestCertificates::refresh()
{
    Certificates(*db_).refresh(u"CP1"_s, now_);
    for (const CertificateStore &store : Certificates(*db_).stores(u"CP1"_s))
        QVERIFY(store.isAsked && !store.reportedAt);
    Certificates(*db_).setUnsupported(u"CP1"_s, u"NotImplemented"_s);
    for (const CertificateStore &store : Certificates(*db_).stores(u"CP1"_s))
        QVERIFY(!store.isAsked && !store.unsupported.isEmpty());
}

void TestCertificates::stationsTakeTheirsAlong()
{
    desire(root_);
    book(csr_);
    QVERIFY(Stations(*db_).remove(u"CP1"_s));
    VERIFY_OK(*db_);
    QVERIFY(rows().isEmpty());
    QVERIFY(CertificateRequests(*db_).list({u"CP1"_s}).isEmpty());
    QCOMPARE(Certificates(*db_).known().size(), 1);
}

void TestCertificates::requests()
{
    const CertificateRequest request = book(csr_);
    VERIFY_OK(*db_);
    QCOMPARE(toString(request.state), "waiting"_L1);
    QCOMPARE(request.subject, u"CN=cp1,O=Nordkai"_s);
    QCOMPARE(request.key, u"EC 256"_s);
    QCOMPARE(CertificateRequests(*db_).find(u"CP1"_s, request.id)->csr, QString::fromLatin1(csr_));
    QVERIFY(!CertificateRequests(*db_).find(u"CP2"_s, request.id));
}

void TestCertificates::requestsRefused_data()
{
    QTest::addColumn<QByteArray>("csr");
    QTest::addColumn<QString>("problem");
    QTest::newRow("not readable") << QByteArray("x") << u"cannot be read"_s;
    QTest::newRow("of another") << openssl_.makeRequest(u"cp1"_s, u"/O=Nordkai/CN=CP2"_s) << u"A00.FR.511"_s;
    QTest::newRow("of nobody") << openssl_.makeRequest(u"cp1"_s, u"/O=Nordkai"_s) << u"A00.FR.511"_s;
    QTest::newRow("organization") << openssl_.makeRequest(u"cp1"_s, u"/O=Else/CN=CP1"_s) << u"A02.FR.13"_s;
    QTest::newRow("longer than may be sent") << csr_ + QByteArray(5501 - csr_.size(), '\n') << u"W 5.17"_s;
    QTest::newRow("serial number") << openssl_.makeRequest(u"cp1"_s, u"/O=Nordkai/CN=SN-7"_s) << QString();
    QTest::newRow("serial number of the box") << openssl_.makeRequest(u"cp1"_s, u"/O=Nordkai/CN=SN-8"_s) << QString();
}

void TestCertificates::requestsRefused()
{
    QFETCH(QByteArray, csr);
    QFETCH(QString, problem);
    configure(u"CpoName"_s, u"Nordkai"_s);
    Stations(*db_).reportBoot(u"CP1"_s, {.vendor = u"V"_s, .model = u"M"_s, .serial = u"SN-7"_s, .chargeBoxSerial = u"SN-8"_s},
                              now_);
    const CertificateRequest request = book(csr);
    QCOMPARE(request.state == CertificateRequestState::Refused, !problem.isEmpty());
    QVERIFY2(request.reason.contains(problem), qPrintable(request.reason));
    QVERIFY(request.csr.size() <= 5500);
    QCOMPARE(book(csr).id, request.id);
}

/// What a station says of its serial number is no more than that.
void TestCertificates::requestsInAnothersName()
{
    for (const QString &id : {u"CP2"_s, u"CP3"_s})
        storetest::addStation(*db_, id);
    const auto boot = [this](const QString &id, const QString &serial, const QString &chargeBoxSerial) {
        Stations(*db_).reportBoot(
            id, {.vendor = u"V"_s, .model = u"M"_s, .serial = serial, .chargeBoxSerial = chargeBoxSerial}, now_);
    };
    const auto bookFor = [this](const QString &name) {
        return book(openssl_.makeRequest(u"cp1"_s, "/O=Nordkai/CN="_L1 + name));
    };
    boot(u"CP3"_s, u"SN-3"_s, u"CP1"_s);
    boot(u"CP1"_s, u"cp2"_s, u"SN-3"_s);
    QVERIFY2(bookFor(u"CP2"_s).reason.contains("CP2's"_L1), qPrintable(bookFor(u"CP2"_s).reason));
    QVERIFY2(bookFor(u"sn-3"_s).reason.contains("CP3's"_L1), qPrintable(bookFor(u"sn-3"_s).reason));
    QCOMPARE(toString(bookFor(u"cp2"_s).state), "refused"_L1);
    QCOMPARE(bookFor(u"CP1"_s).reason, QString()); // its id nobody can take from it
}

void TestCertificates::requestsRepeated()
{
    const CertificateRequest first = book(csr_);
    QCOMPARE(book(csr_).id, first.id);
    const CertificateRequest second = book(openssl_.makeRequest(u"cp1"_s, u"/CN=CP1"_s));
    const auto all = CertificateRequests(*db_).list({u"CP1"_s});
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.first().id, second.id);
    QCOMPARE(toString(all.last().state), "superseded"_L1);
    // What was refused may be sound later.
    const QByteArray byNumber = openssl_.makeRequest(u"cp1"_s, u"/CN=SN-7"_s);
    const CertificateRequest refused = book(byNumber);
    QCOMPARE(toString(refused.state), "refused"_L1);
    Stations(*db_).reportBoot(u"CP1"_s, {.vendor = u"V"_s, .model = u"M"_s, .serial = u"SN-7"_s}, now_);
    const CertificateRequest sound = book(byNumber);
    QCOMPARE(sound.id, refused.id);
    QCOMPARE(toString(sound.state), "waiting"_L1);
    QCOMPARE(toString(CertificateRequests(*db_).find(u"CP1"_s, second.id)->state), "superseded"_L1);
}

void TestCertificates::requestsThatEndedGo()
{
    book("x");
    book(csr_);
    const qint64 waiting = book(openssl_.makeRequest(u"cp1"_s, u"/CN=CP1"_s)).id;
    Retention(*db_).step({}, now_ + std::chrono::days(364));
    QCOMPARE(CertificateRequests(*db_).list({u"CP1"_s}).size(), 3);
    Retention(*db_).step({}, now_ + std::chrono::days(366));
    const auto left = CertificateRequests(*db_).list({u"CP1"_s});
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().id, waiting);
}

void TestCertificates::fulfilled()
{
    CertificateRequests requests(*db_);
    const qint64 id = book(csr_).id;
    const auto request = requests.fulfil(u"CP1"_s, 0, "A chain:\n" + leaf_ + root_, now_);
    QVERIFY2(request, qPrintable(request ? QString() : request.error().text));
    QCOMPARE(request->id, id);
    QCOMPARE(request->chain, QString::fromLatin1(leaf_ + root_));
    QCOMPARE(requests.toSend(u"CP1"_s).size(), 1);
    const auto own = Certificates(*db_).find(request->certificate.value_or(0));
    QVERIFY(own);
    QCOMPARE(toString(own->kind), "station"_L1);
    QCOMPARE(own->station, u"CP1"_s);

    requests.answered(u"CP1"_s, request->chain, false, u"no"_s, now_);
    QCOMPARE(toString(requests.find(u"CP1"_s, id)->state), "rejected"_L1);
    QVERIFY(requests.toSend(u"CP1"_s).isEmpty());
    QVERIFY(requests.fulfil(u"CP1"_s, id, leaf_, now_)); // another attempt
    requests.answered(u"CP1"_s, QString::fromLatin1(leaf_), true, {}, now_);
    requests.answered(u"CP1"_s, QString::fromLatin1(leaf_), false, u"late"_s, now_);
    QCOMPARE(toString(requests.find(u"CP1"_s, id)->state), "accepted"_L1);
    QVERIFY(problemWithChain(leaf_).contains(u"no request"_s));
    const auto again = requests.fulfil(u"CP1"_s, id, leaf_, now_);
    QVERIFY(!again && again.error().text.contains(u"it is accepted"_s));
}

void TestCertificates::misfits_data()
{
    QTest::addColumn<QByteArray>("chain");
    QTest::addColumn<QString>("problem");
    openssl_.makeKey(u"alien"_s);
    openssl_.makeRequest(u"alien"_s, u"/O=Nordkai/CN=cp1"_s);
    QTest::newRow("another key") << openssl_.sign(u"alien"_s, u"root"_s) << u"another key"_s;
    QTest::newRow("not a certificate") << csr_ << u"PEM"_s;
    QTest::newRow("wrong order") << root_ + leaf_ << u"not signed"_s;
    QTest::newRow("not the issuer") << leaf_ + other_ << u"not signed"_s;
    openssl_.makeKey(u"renamed"_s);
    openssl_.write(u"renamed.key"_s, openssl_.content(u"cp1.key"_s));
    openssl_.makeRequest(u"renamed"_s, u"/CN=CP9"_s);
    QTest::newRow("another name") << openssl_.sign(u"renamed"_s, u"root"_s) << u"\"CP9\""_s;
}

void TestCertificates::misfits()
{
    QFETCH(QByteArray, chain);
    QFETCH(QString, problem);
    book(csr_);
    const QString text = problemWithChain(chain);
    QVERIFY2(!text.isEmpty() && text.contains(problem), qPrintable(text));
    QVERIFY(CertificateRequests(*db_).toSend(u"CP1"_s).isEmpty());
}

void TestCertificates::chainTooLong()
{
    book(csr_);
    configure(u"CertificateSignedMaxChainSize"_s, QString::number(leaf_.size() + 10));
    QVERIFY(problemWithChain(leaf_ + root_).contains(u"CertificateSignedMaxChainSize"_s));
    QCOMPARE(problemWithChain(leaf_), QString());
}

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"
