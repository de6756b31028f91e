// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/secretstore.h"

namespace config {

// The desktop's keyring (Secret Service, KWallet, Windows, macOS). Its jobs need an event loop, so all of
// them run in one thread of their own; a caller may block on the futures from any other thread.
class KeychainSecretStore final : public SecretStore {
public:
    explicit KeychainSecretStore(const QString &service, std::chrono::milliseconds timeout);

    QFuture<Read> read(const QString &name) override;
    QFuture<Written> write(const QString &name, const QByteArray &secret) override;
    QFuture<Written> remove(const QString &name) override;
    QString place() const override;

private:
    template<class Answer, class Job, class Prepare, class Finish>
    QFuture<Answer> ask(Prepare prepare, Finish finish);

    QString service_;
    std::chrono::milliseconds timeout_;
};

} // namespace config
