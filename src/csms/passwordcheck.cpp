// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/passwordcheck.h"

#include "config/password.h"

#include <QMessageAuthenticationCode>

namespace csms {
namespace {

constexpr int workers = 2; // each takes 64 MiB while it hashes
constexpr qsizetype remembered = 100'000;

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

QByteArray PasswordCheck::macOf(const QByteArray &password) const
{
    return QMessageAuthenticationCode::hash(password, key_, QCryptographicHash::Sha256);
}

void PasswordCheck::verify(QObject *context, const QString &hash, const QByteArray &password,
                           std::function<void(bool)> done)
{
    const QByteArray mac = macOf(password);
    const auto known = verified_.constFind(hash);
    if (known != verified_.constEnd() && config::equalInConstantTime(*known, mac))
        return done(true);
    pool_.start([this, context, hash, password, mac, done = std::move(done)] {
        const bool matches = config::verifyPassword(hash, password);
        QMetaObject::invokeMethod(
            context,
            [this, hash, mac, matches, done] {
                if (verified_.size() >= remembered)
                    verified_.clear();
                if (matches)
                    verified_.insert(hash, mac);
                done(matches);
            },
            Qt::QueuedConnection);
    });
}

} // namespace csms
