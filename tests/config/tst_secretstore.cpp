// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/filesecretstore.h"
#include "config/keychainsecretstore.h"
#include "config/memorysecretstore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace config;

// Stores that do not keep what they are given, as a locked keyring.
class ForgetfulStore final : public SecretStore {
public:
    QFuture<Read> read(const QString &) override { return QtFuture::makeReadyFuture(Read(std::nullopt)); }
    QFuture<Written> write(const QString &, const QByteArray &) override
    {
        return QtFuture::makeReadyFuture(Written());
    }
    QFuture<Written> remove(const QString &) override { return QtFuture::makeReadyFuture(Written()); }
    QString place() const override { return u"nowhere"_s; }
};

class tst_SecretStore : public QObject {
    Q_OBJECT

private slots:
    void remembers_data();
    void remembers();
    void survivesInTheFile();
    void fileIsForItsOwnerOnly();
    void damagedFileIsNotOverwritten();
    void unwritablePlaceIsReported();
    void forgetfulStoreIsFoundOut();
    void keychainWithoutABusAnswers();
    void withoutAKeychainTheFileIsUsed();

private:
    QTemporaryDir dir_;
};

using Make = std::function<std::unique_ptr<SecretStore>()>;
Q_DECLARE_METATYPE(Make)

void tst_SecretStore::remembers_data()
{
    QTest::addColumn<Make>("make");
    QTest::newRow("memory") << Make([] { return std::make_unique<MemorySecretStore>(); });
    QTest::newRow("file") << Make(
        [this] { return std::make_unique<FileSecretStore>(dir_.filePath(u"secrets"_s)); });
}

void tst_SecretStore::remembers()
{
    QFETCH(Make, make);
    const auto store = make();
    const QByteArray binary = QByteArray::fromHex("00ff0a22");
    QCOMPARE(store->read(u"a"_s).result().value(), std::nullopt);
    QVERIFY(store->write(u"a"_s, binary).result());
    QVERIFY(store->write(u"b"_s, {}).result());
    QCOMPARE(store->read(u"a"_s).result().value(), binary);
    QCOMPARE(store->read(u"b"_s).result().value(), QByteArray());
    QVERIFY(store->write(u"a"_s, "new").result());
    QCOMPARE(store->read(u"a"_s).result().value(), "new"_ba);
    QVERIFY(store->remove(u"a"_s).result());
    QVERIFY(store->remove(u"a"_s).result());
    QCOMPARE(store->read(u"a"_s).result().value(), std::nullopt);
    QVERIFY(keepsSecrets(*store));
    QVERIFY(!store->place().isEmpty());
}

void tst_SecretStore::survivesInTheFile()
{
    const QString path = dir_.filePath(u"survives"_s);
    QVERIFY(FileSecretStore(path).write(u"a"_s, "b").result());
    QCOMPARE(FileSecretStore(path).read(u"a"_s).result().value(), "b"_ba);
}

void tst_SecretStore::fileIsForItsOwnerOnly()
{
    const QString path = dir_.filePath(u"private"_s);
    QVERIFY(FileSecretStore(path).write(u"a"_s, "b").result());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFileInfo(path).permissions() & others, QFile::Permissions());
}

void tst_SecretStore::damagedFileIsNotOverwritten()
{
    const QString path = dir_.filePath(u"damaged"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("{\"a\": ");
    file.flush();
    FileSecretStore store(path);
    QVERIFY(!store.read(u"a"_s).result());
    const auto written = store.write(u"a"_s, "b").result();
    QVERIFY(!written);
    QVERIFY(written.error().contains(path));
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), "{\"a\": "_ba);
}

void tst_SecretStore::unwritablePlaceIsReported()
{
    FileSecretStore store(dir_.filePath(u"missing/secrets"_s));
    const auto written = store.write(u"a"_s, "b").result();
    QVERIFY(!written);
    QVERIFY(written.error().contains(u"missing/secrets"_s));
}

void tst_SecretStore::forgetfulStoreIsFoundOut()
{
    ForgetfulStore store;
    QVERIFY(!keepsSecrets(store));
}

void tst_SecretStore::keychainWithoutABusAnswers()
{
    KeychainSecretStore store(u"stationmaster-test"_s, std::chrono::seconds(2));
    QVERIFY(!store.write(u"a"_s, "b").result());
    QVERIFY(!keepsSecrets(store));
}

void tst_SecretStore::withoutAKeychainTheFileIsUsed()
{
    QElapsedTimer timer;
    timer.start();
    const auto store = openSecretStore(dir_.path(), std::chrono::seconds(2));
    QVERIFY(timer.elapsed() < 7000);
    QCOMPARE(store->place(), dir_.filePath(u"secrets"_s));
    QVERIFY(store->write(u"a"_s, "b").result());
}

QTEST_GUILESS_MAIN(tst_SecretStore)
#include "tst_secretstore.moc"
