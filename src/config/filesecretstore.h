// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/secretstore.h"

namespace config {

// Secrets in one JSON file with mode 0600, replaced as a whole with each write. Finished when it returns.
class FileSecretStore final : public SecretStore {
public:
    explicit FileSecretStore(const QString &filePath);

    QFuture<Read> read(const QString &name) override;
    QFuture<Written> write(const QString &name, const QByteArray &secret) override;
    QFuture<Written> remove(const QString &name) override;
    QString place() const override { return filePath_; }

private:
    QString filePath_;
};

} // namespace config
