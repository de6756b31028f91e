// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/passwordcheck.h"

#include "config/password.h"

#include <QMessageAuthenticationCode>

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

} // namespace

PasswordCheck::PasswordCheck() : key_(config::randomToken())
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

void PasswordCheck::verify(QObject *context, const QString &hash, const QByteArray &password,
                           std::function<void(bool)> done)
{
    const QByteArray mac = macOf(hash, password);
    if (matched_.contains(mac))
        return done(true);
    if (refused_.contains(mac))
        return done(false);
    pool_.start([this, context, hash, password, mac, done = std::move(done)] {
        const bool matches = config::verifyPassword(hash, password);
        QMetaObject::invokeMethod(
            context,
            [this, mac, matches, done] {
                remember(matches ? matched_ : refused_, mac);
                done(matches);
            },
            Qt::QueuedConnection);
    });
}

} // namespace csms
