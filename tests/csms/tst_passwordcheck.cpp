// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/password.h"
#include "csms/passwordcheck.h"

#include <QTest>

#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace csms;

class tst_PasswordCheck : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void rightAndWrong_data();
    void rightAndWrong();
    void hashingLeavesTheThreadFree();
    void rightPasswordIsRemembered();
    void wrongPasswordIsRememberedToo();
    void rememberedPasswordOpensNoOtherHash();
    void replacedPasswordIsForgotten();
    void manyAtOnce();

private:
    /// Verifies, and waits for the verdict.
    bool matches(const QString &hash, const QByteArray &password);
    /// The verdict if it was given before verify() returned.
    std::optional<bool> atOnce(const QString &hash, const QByteArray &password);

    QString hash_;
    QString otherHash_;
    std::unique_ptr<QObject> context_;
    std::unique_ptr<PasswordCheck> passwords_;
};

void tst_PasswordCheck::initTestCase()
{
    hash_ = config::hashPassword("secret");
    otherHash_ = config::hashPassword("another");
}

void tst_PasswordCheck::init()
{
    context_ = std::make_unique<QObject>();
    passwords_ = std::make_unique<PasswordCheck>();
}

// In this order: verdicts that are still on their way go with their context.
void tst_PasswordCheck::cleanup()
{
    passwords_.reset();
    context_.reset();
}

bool tst_PasswordCheck::matches(const QString &hash, const QByteArray &password)
{
    auto verdict = std::make_shared<std::optional<bool>>();
    passwords_->verify(context_.get(), hash, password, [verdict](bool matched) { *verdict = matched; });
    // The macro returns from the function it stands in.
    [&] { QTRY_VERIFY(verdict->has_value()); }();
    return verdict->value_or(false);
}

std::optional<bool> tst_PasswordCheck::atOnce(const QString &hash, const QByteArray &password)
{
    auto verdict = std::make_shared<std::optional<bool>>();
    passwords_->verify(context_.get(), hash, password, [verdict](bool matched) { *verdict = matched; });
    return *verdict;
}

void tst_PasswordCheck::rightAndWrong_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<bool>("right");
    QTest::newRow("right") << "secret"_ba << true;
    QTest::newRow("wrong") << "Secret"_ba << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void tst_PasswordCheck::rightAndWrong()
{
    QFETCH(QByteArray, password);
    QFETCH(bool, right);
    QCOMPARE(matches(hash_, password), right);
}

void tst_PasswordCheck::hashingLeavesTheThreadFree()
{
    QVERIFY(!atOnce(hash_, "secret").has_value());
}

void tst_PasswordCheck::rightPasswordIsRemembered()
{
    QVERIFY(matches(hash_, "secret"));
    QCOMPARE(atOnce(hash_, "secret"), std::optional(true));
    QVERIFY(!atOnce(hash_, "wrong").has_value());
    QCOMPARE(atOnce(hash_, "secret"), std::optional(true));
}

void tst_PasswordCheck::wrongPasswordIsRememberedToo()
{
    QVERIFY(!matches(hash_, "wrong"));
    QCOMPARE(atOnce(hash_, "wrong"), std::optional(false));
    QVERIFY(!atOnce(otherHash_, "wrong").has_value());
    QVERIFY(matches(hash_, "secret"));
}

void tst_PasswordCheck::rememberedPasswordOpensNoOtherHash()
{
    QVERIFY(matches(hash_, "secret"));
    QVERIFY(!matches(otherHash_, "secret"));
}

// A new password is a new hash: what was remembered for the old one does not count.
void tst_PasswordCheck::replacedPasswordIsForgotten()
{
    QVERIFY(matches(hash_, "secret"));
    QVERIFY(!atOnce(config::hashPassword("secret"), "secret").has_value());
}

void tst_PasswordCheck::manyAtOnce()
{
    int right = 0;
    int wrong = 0;
    for (int i = 0; i < 6; ++i)
        passwords_->verify(context_.get(), hash_, i % 2 ? "secret" : "wrong",
                           [&](bool matched) { ++(matched ? right : wrong); });
    QTRY_COMPARE(right + wrong, 6);
    QCOMPARE(right, 3);
}

QTEST_GUILESS_MAIN(tst_PasswordCheck)
#include "tst_passwordcheck.moc"
