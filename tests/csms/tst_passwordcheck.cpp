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
    void oneCheckForAllWhoAskTheSame();
    void nothingIsCheckedForWhoHasGone();
    void tooManyAreRefused();

private:
    /// For somebody who waits.
    bool ask(const QString &hash, const QByteArray &password, std::function<void(bool)> done)
    {
        return passwords_->verify({hash, password, waiting_, std::move(done)});
    }
    /// Verifies, and waits for the verdict.
    bool matches(const QString &hash, const QByteArray &password);
    /// The verdict if it was given before verify() returned.
    std::optional<bool> atOnce(const QString &hash, const QByteArray &password);

    QString hash_;
    QString otherHash_;
    std::unique_ptr<QObject> context_;
    static constexpr int longEnough = 60'000; ///< ms: a busy machine hashes for seconds
    const std::shared_ptr<const void> waiting_ = std::make_shared<char>();
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
    passwords_ = std::make_unique<PasswordCheck>(context_.get(), 4);
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
    // The macro returns from the function it stands in.
    [&] { QVERIFY(ask(hash, password, [verdict](bool matched) { *verdict = matched; })); }();
    [&] { QTRY_VERIFY(verdict->has_value()); }();
    return verdict->value_or(false);
}

std::optional<bool> tst_PasswordCheck::atOnce(const QString &hash, const QByteArray &password)
{
    auto verdict = std::make_shared<std::optional<bool>>();
    [&] { QVERIFY(ask(hash, password, [verdict](bool matched) { *verdict = matched; })); }();
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
        QVERIFY(ask(hash_, i % 2 ? "secret" : "wrong", [&](bool matched) { ++(matched ? right : wrong); }));
    QTRY_COMPARE_WITH_TIMEOUT(right + wrong, 6, longEnough);
    QCOMPARE(right, 3);
}

// What is hashed is told by the order of the verdicts: two at a time.
void tst_PasswordCheck::oneCheckForAllWhoAskTheSame()
{
    QString verdicts;
    for (const char *password : {"a", "b", "c", "d"})
        QVERIFY(ask(hash_, password, [&verdicts, password](bool) { verdicts += QLatin1StringView(password); }));
    for (int i = 0; i < 50; ++i) // no place is taken by them
        QVERIFY(ask(hash_, "a", [&](bool) { verdicts += u'a'; }));
    QTRY_COMPARE_WITH_TIMEOUT(verdicts.size(), 54, longEnough);
    QVERIFY2(verdicts.contains(QString(51, u'a')), qPrintable(verdicts));
}

void tst_PasswordCheck::nothingIsCheckedForWhoHasGone()
{
    QStringList verdicts;
    const auto note = [&verdicts](const QString &name) { return [&verdicts, name](bool) { verdicts.append(name); }; };
    QVERIFY(ask(hash_, "running", note(u"running"_s)));
    QVERIFY(ask(hash_, "running too", note(u"running"_s)));
    auto impatient = std::make_shared<char>();
    QVERIFY(passwords_->verify({hash_, "secret", impatient, note(u"gone"_s)}));
    impatient.reset();
    QVERIFY(ask(hash_, "last", note(u"last"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(verdicts, (QStringList{u"running"_s, u"running"_s, u"last"_s}), longEnough);
    QVERIFY(!atOnce(hash_, "secret").has_value()); // nobody has hashed it
}

void tst_PasswordCheck::tooManyAreRefused()
{
    int verdicts = 0;
    const auto count = [&verdicts](bool) { ++verdicts; };
    for (int i = 0; i < 6; ++i) // two run, four wait
        QVERIFY(ask(hash_, QByteArray::number(i), count));
    QVERIFY(!ask(hash_, "one more", count));
    QTRY_COMPARE_WITH_TIMEOUT(verdicts, 6, longEnough);
    QVERIFY(matches(hash_, "secret"));
}

QTEST_GUILESS_MAIN(tst_PasswordCheck)
#include "tst_passwordcheck.moc"
