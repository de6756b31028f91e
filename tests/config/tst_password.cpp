// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/password.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace config;

class tst_Password : public QObject {
    Q_OBJECT

private slots:
    void hashIsArgon2idWithItsOwnSalt();
    void onlyThePasswordMatches();
    void binaryPasswordsMatchExactly();
    void damagedHashesMatchNothing_data();
    void damagedHashesMatchNothing();
    void constantTimeComparison();
    void tokensDiffer();
};

void tst_Password::hashIsArgon2idWithItsOwnSalt()
{
    const QString one = hashPassword("secret");
    QVERIFY(one.startsWith(u"$argon2id$"_s));
    QVERIFY(one != hashPassword("secret"));
}

void tst_Password::onlyThePasswordMatches()
{
    const QString hash = hashPassword("secret");
    QVERIFY(verifyPassword(hash, "secret"));
    QVERIFY(!verifyPassword(hash, "Secret"));
    QVERIFY(!verifyPassword(hash, "secret "));
    QVERIFY(!verifyPassword(hash, {}));
}

// An AuthorizationKey may hold any bytes, also zeros (W A01).
void tst_Password::binaryPasswordsMatchExactly()
{
    const QByteArray password = QByteArray::fromHex("00ff0010");
    const QString hash = hashPassword(password);
    QVERIFY(verifyPassword(hash, password));
    QVERIFY(!verifyPassword(hash, QByteArray::fromHex("00ff0011")));
    QVERIFY(!verifyPassword(hash, QByteArray::fromHex("00")));
}

void tst_Password::damagedHashesMatchNothing_data()
{
    QTest::addColumn<QString>("hash");
    QTest::newRow("empty") << QString();
    QTest::newRow("clear text") << u"secret"_s;
    QTest::newRow("cut") << hashPassword("secret").chopped(4);
    QTest::newRow("too long") << QString(500, u'a');
}

void tst_Password::damagedHashesMatchNothing()
{
    QFETCH(QString, hash);
    QVERIFY(!verifyPassword(hash, "secret"));
    QVERIFY(!verifyPassword(hash, {}));
}

void tst_Password::constantTimeComparison()
{
    QVERIFY(equalInConstantTime("token", "token"));
    QVERIFY(!equalInConstantTime("token", "tokeN"));
    QVERIFY(!equalInConstantTime("token", "token1"));
    QVERIFY(!equalInConstantTime("token", {}));
    QVERIFY(equalInConstantTime({}, {}));
}

void tst_Password::tokensDiffer()
{
    QSet<QByteArray> tokens;
    for (int i = 0; i < 100; ++i)
        tokens.insert(randomToken());
    QCOMPARE(tokens.size(), 100);
    QCOMPARE(tokens.cbegin()->size(), 43);
}

QTEST_GUILESS_MAIN(tst_Password)
#include "tst_password.moc"
