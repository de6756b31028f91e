// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/memorysecretstore.h"

namespace config {

using namespace Qt::Literals::StringLiterals;

QFuture<SecretStore::Read> MemorySecretStore::read(const QString &name)
{
    const auto found = secrets_.constFind(name);
    return QtFuture::makeReadyFuture(Read(found == secrets_.cend() ? std::nullopt : std::optional(*found)));
}

QFuture<SecretStore::Written> MemorySecretStore::write(const QString &name, const QByteArray &secret)
{
    secrets_.insert(name, secret);
    return QtFuture::makeReadyFuture(Written());
}

QFuture<SecretStore::Written> MemorySecretStore::remove(const QString &name)
{
    secrets_.remove(name);
    return QtFuture::makeReadyFuture(Written());
}

QString MemorySecretStore::place() const
{
    return u"memory"_s;
}

} // namespace config
