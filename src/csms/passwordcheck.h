// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QThreadPool>

#include <functional>

class QObject;

namespace csms {

/// Checks passwords against their argon2id hashes, off the calling thread. A password that matched once is
/// remembered by its HMAC under a key of this process, so that a storm of reconnects is not a storm of hashing.
/// All calls from one thread.
class PasswordCheck
{
public:
    PasswordCheck();
    ~PasswordCheck();

    /// `done` runs on the thread of `context`, at once if the password is remembered. `context` outlives this object.
    void verify(QObject *context, const QString &hash, const QByteArray &password, std::function<void(bool)> done);

private:
    QByteArray macOf(const QByteArray &password) const;

    const QByteArray key_;
    QHash<QString, QByteArray> verified_; // hash -> HMAC of the password that matched
    QThreadPool pool_;
};

} // namespace csms
