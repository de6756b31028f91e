// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/secretstore.h"

#include <QHash>

namespace config {

// Forgets everything at its end: for tests and for demonstrations.
class MemorySecretStore final : public SecretStore {
public:
    QFuture<Read> read(const QString &name) override;
    QFuture<Written> write(const QString &name, const QByteArray &secret) override;
    QFuture<Written> remove(const QString &name) override;
    QString place() const override;

private:
    QHash<QString, QByteArray> secrets_;
};

} // namespace config
