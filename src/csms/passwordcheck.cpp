// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/passwordcheck.h"

#include "config/password.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace csms {
namespace {

constexpr int workers = 2; // each takes 64 MiB while it hashes
constexpr qsizetype remembered = 100'000;

void remember(QSet<QByteArray> &verdicts, const QByteArray &mac)
{
    if (verdicts.size() >= remembered)
        verdicts.clear();
    verdicts.insert(mac);
}

bool isAwaited(const PasswordCheck::Question &question)
{
    return !question.asker.expired();
}

} // namespace

PasswordCheck::PasswordCheck(QObject *context, qsizetype mostWaiting)
    : context_(context), mostWaiting_(mostWaiting), key_(config::randomToken())
{
    pool_.setMaxThreadCount(workers);
}

PasswordCheck::~PasswordCheck()
{
    pool_.clear();
    pool_.waitForDone();
}

QByteArray PasswordCheck::macOf(const QString &hash, const QByteArray &password) const
{
    // An encoded hash holds no line break: no other pair gives the same text.
    return QMessageAuthenticationCode::hash(hash.toUtf8() + '\n' + password, key_, QCryptographicHash::Sha256);
}

bool PasswordCheck::verify(Question question)
{
    const QByteArray mac = macOf(question.hash, question.password);
    const bool isRight = matched_.contains(mac);
    if (isRight || refused_.contains(mac)) {
        question.done(isRight);
        return true;
    }
    const bool isNew = !asked_.contains(mac);
    if (isNew && waiting_.size() >= mostWaiting_)
        return false;
    asked_[mac].append(std::move(question));
    if (isNew)
        waiting_.enqueue(mac);
    startNext();
    return true;
}

void PasswordCheck::startNext()
{
    while (running_ < workers && !waiting_.isEmpty()) {
        const QByteArray mac = waiting_.dequeue();
        const bool isWanted = std::ranges::any_of(asked_[mac], isAwaited);
        if (isWanted)
            start(mac);
        else
            asked_.remove(mac);
    }
}

void PasswordCheck::start(const QByteArray &mac)
{
    ++running_;
    const Question &question = asked_[mac].constFirst();
    pool_.start([this, mac, hash = question.hash, password = question.password] {
        const bool matches = config::verifyPassword(hash, password);
        QMetaObject::invokeMethod(
            context_, [this, mac, matches] { conclude(mac, matches); }, Qt::QueuedConnection);
    });
}

void PasswordCheck::conclude(const QByteArray &mac, bool matches)
{
    --running_;
    remember(matches ? matched_ : refused_, mac);
    const QList<Question> questions = asked_.take(mac);
    startNext();
    for (const Question &question : questions) {
        if (isAwaited(question))
            question.done(matches);
    }
}

} // namespace csms
