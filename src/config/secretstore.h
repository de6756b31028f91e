// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFuture>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <tl/expected.hpp>

namespace config {

// Keeps small secrets (tokens, private keys' passphrases) by name. The futures of one store finish in the
// order of the calls; every one finishes, at the latest after the store's timeout. Call from any one
// thread.
class SecretStore {
public:
    using Read = tl::expected<std::optional<QByteArray>, QString>; // nullopt: nothing under that name
    using Written = tl::expected<void, QString>; // the error says what happened, why, what to do

    virtual ~SecretStore() = default;
    virtual QFuture<Read> read(const QString &name) = 0;
    virtual QFuture<Written> write(const QString &name, const QByteArray &secret) = 0;
    virtual QFuture<Written> remove(const QString &name) = 0; // a missing name is not an error
    virtual QString place() const = 0; // for people: "the desktop's keyring", a file path, "memory"
};

// Whether the store really keeps what it is given: writes, reads back and removes a random value. A keyring
// without a service, or locked, answers as if it were empty, so only this tells.
bool keepsSecrets(SecretStore &store);

// The desktop's keyring if it passes keepsSecrets() in time, else the file `<dataDir>/secrets`. Two data directories
// share no secret. Blocks for
// up to three timeouts: not on the GUI thread. A daemon uses FileSecretStore directly: servers have no
// keyring.
std::unique_ptr<SecretStore> openSecretStore(const QString &dataDir,
                                             std::chrono::milliseconds timeout = std::chrono::seconds(3));

} // namespace config
