// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QQueue>
#include <QSet>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <memory>

class QObject;

namespace csms {

/// Checks passwords against their argon2id hashes, off the calling thread. Verdicts are remembered by an HMAC under a
/// key of this process: a storm of reconnects is not a storm of hashing, nor is a charger that tries the same wrong
/// password for ever. Callers who ask the same wait for one check, and nothing is hashed for those who have gone. All
/// calls from one thread.
class PasswordCheck
{
public:
    struct Question {
        QString hash;
        QByteArray password;
        std::weak_ptr<const void> asker; ///< expired once nobody waits for the verdict any more
        std::function<void(bool)> done;
    };

    /// `context` belongs to the thread that all calls come from, and outlives this object.
    explicit PasswordCheck(QObject *context, qsizetype mostWaiting = 1000);
    ~PasswordCheck();

    /// `done` runs on that thread, at once if the verdict is remembered, and never if its asker is gone before.
    /// False, and `done` never runs, if too many passwords wait to be checked.
    [[nodiscard]] bool verify(Question question);

private:
    QByteArray macOf(const QString &hash, const QByteArray &password) const;
    void startNext();
    void start(const QByteArray &mac);
    void conclude(const QByteArray &mac, bool matches);

    QObject *const context_;
    const qsizetype mostWaiting_;
    const QByteArray key_;
    QSet<QByteArray> matched_;
    QSet<QByteArray> refused_; // apart: who guesses must not push the stations out
    QHash<QByteArray, QList<Question>> asked_; // waiting and running, by mac: never without a question
    QQueue<QByteArray> waiting_;
    int running_ = 0;
    QThreadPool pool_;
};

} // namespace csms
