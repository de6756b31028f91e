// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/secretstore.h"

#include "config/filesecretstore.h"
#include "config/keychainsecretstore.h"
#include "config/password.h"

#include <QDir>

namespace config {

using namespace Qt::Literals::StringLiterals;

bool keepsSecrets(SecretStore &store)
{
    const QString name = u"stationmaster-probe"_s;
    const QByteArray value = randomToken();
    if (!store.write(name, value).result())
        return false;
    const SecretStore::Read found = store.read(name).result();
    store.remove(name).waitForFinished();
    return found && *found == value;
}

std::unique_ptr<SecretStore> openSecretStore(const QString &dataDir, std::chrono::milliseconds timeout)
{
    const QDir dir(dataDir);
    const QString place = dir.exists() ? dir.canonicalPath() : dir.absolutePath();
    auto keychain = std::make_unique<KeychainSecretStore>(u"stationmaster "_s + place, timeout);
    if (keepsSecrets(*keychain))
        return keychain;
    return std::make_unique<FileSecretStore>(dir.filePath(u"secrets"_s));
}

} // namespace config
