// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/keychainsecretstore.h"

#include <QPromise>
#include <qt6keychain/keychain.h>
#include <QThread>
#include <QTimer>

namespace config {

using namespace Qt::Literals::StringLiterals;

namespace {

QString refusal(const QKeychain::Job &job)
{
    return u"The desktop's keyring refused: %1. Unlock it, or start its service."_s.arg(job.errorString());
}

bool succeeded(const QKeychain::Job &job)
{
    return job.error() == QKeychain::NoError;
}

bool foundNothing(const QKeychain::Job &job)
{
    return job.error() == QKeychain::EntryNotFound;
}

SecretStore::Read readAnswer(const QKeychain::ReadPasswordJob &job)
{
    if (foundNothing(job))
        return std::nullopt;
    if (!succeeded(job))
        return tl::unexpected(refusal(job));
    return job.binaryData();
}

SecretStore::Written writeAnswer(const QKeychain::Job &job)
{
    return succeeded(job) ? SecretStore::Written() : tl::unexpected(refusal(job));
}

SecretStore::Written removeAnswer(const QKeychain::Job &job)
{
    return foundNothing(job) ? SecretStore::Written() : writeAnswer(job);
}

// One question to the keyring: the first of the job's end and the deadline gives the answer.
template<class Answer>
class Question {
public:
    Question() { promise_.start(); } // before its future is handed out, or a waiter returns at once
    QFuture<Answer> future() { return promise_.future(); }
    void answer(const Answer &answer)
    {
        if (std::exchange(answered_, true))
            return;
        promise_.addResult(answer);
        promise_.finish();
    }

private:
    QPromise<Answer> promise_;
    bool answered_ = false;
};

// QtKeychain hands its jobs to an executor that stays for ever in the thread of the first job: a second
// thread would never hear of the end of its jobs. Hence one thread for the life of the process.
class KeychainThread {
public:
    KeychainThread()
    {
        loop_.moveToThread(&thread_);
        thread_.setObjectName(u"keychain"_s);
        thread_.start();
    }
    ~KeychainThread()
    {
        thread_.quit();
        thread_.wait();
    }
    QObject *loop() { return &loop_; }

private:
    QThread thread_;
    QObject loop_; // lives in thread_
};

QObject *keychainLoop()
{
    static KeychainThread thread;
    return thread.loop();
}

} // namespace

KeychainSecretStore::KeychainSecretStore(const QString &service, std::chrono::milliseconds timeout)
    : service_(service), timeout_(timeout)
{
}

template<class Answer, class Job, class Prepare, class Finish>
QFuture<Answer> KeychainSecretStore::ask(Prepare prepare, Finish finish)
{
    const auto question = std::make_shared<Question<Answer>>();
    const QFuture<Answer> future = question->future();
    QObject *loop = keychainLoop();
    const auto start = [service = service_, timeout = timeout_, loop, question, prepare, finish] {
        auto *job = new Job(service); // deletes itself when it is finished
        prepare(*job);
        QObject::connect(job, &QKeychain::Job::finished, loop,
                         [job, question, finish] { question->answer(finish(*job)); });
        QTimer::singleShot(timeout, loop, [question] {
            question->answer(
                tl::unexpected(u"The desktop's keyring did not answer in time. Unlock it, or start "
                               "its service."_s));
        });
        job->start();
    };
    QMetaObject::invokeMethod(loop, start, Qt::QueuedConnection);
    return future;
}

QFuture<SecretStore::Read> KeychainSecretStore::read(const QString &name)
{
    return ask<Read, QKeychain::ReadPasswordJob>([name](QKeychain::Job &job) { job.setKey(name); },
                                                 readAnswer);
}

QFuture<SecretStore::Written> KeychainSecretStore::write(const QString &name, const QByteArray &secret)
{
    const auto prepare = [name, secret](QKeychain::WritePasswordJob &job) {
        job.setKey(name);
        job.setBinaryData(secret);
    };
    return ask<Written, QKeychain::WritePasswordJob>(prepare, writeAnswer);
}

QFuture<SecretStore::Written> KeychainSecretStore::remove(const QString &name)
{
    return ask<Written, QKeychain::DeletePasswordJob>([name](QKeychain::Job &job) { job.setKey(name); },
                                                      removeAnswer);
}

QString KeychainSecretStore::place() const
{
    return u"the desktop's keyring"_s;
}

} // namespace config
