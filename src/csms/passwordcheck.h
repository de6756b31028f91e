// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QThreadPool>

#include <functional>

class QObject;

namespace csms {

/// Checks passwords against their argon2id hashes, off the calling thread. Verdicts are remembered by an HMAC under a
/// key of this process: a storm of reconnects is not a storm of hashing, nor is a charger that tries the same wrong
/// password for ever. All calls from one thread.
class PasswordCheck
{
public:
    PasswordCheck();
    ~PasswordCheck();

    /// `done` runs on the thread of `context`, at once if the verdict is remembered. `context` outlives this object.
    void verify(QObject *context, const QString &hash, const QByteArray &password, std::function<void(bool)> done);

private:
    QByteArray macOf(const QString &hash, const QByteArray &password) const;

    const QByteArray key_;
    QSet<QByteArray> matched_;
    QSet<QByteArray> refused_; // apart: who guesses must not push the stations out
    QThreadPool pool_;
};

} // namespace csms
