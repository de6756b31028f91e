// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/nodeid.h"

#include "config/privatefile.h"

#include <QFile>
#include <QUuid>

namespace app {

tl::expected<QString, QString> keptNodeId(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QString known = QString::fromLatin1(file.readAll()).trimmed();
        if (!known.isEmpty())
            return known;
        file.close();
    }
    const QString fresh = newNodeId();
    return config::writePrivateFile(path, fresh.toLatin1()).map([&fresh] { return fresh; });
}

QString newNodeId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace app
