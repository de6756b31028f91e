// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ownersfile.h"

#include <QFile>

namespace store {

bool makeOwnersFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace store
