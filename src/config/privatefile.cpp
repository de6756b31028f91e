// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/privatefile.h"

#include <QFile>
#include <QSaveFile>

namespace config {

using namespace Qt::Literals::StringLiterals;

tl::expected<void, QString> writePrivateFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    // A symbolic link is replaced, not followed: the permissions below must be those of this file.
    file.setDirectWriteFallback(false);
    const bool written = file.open(QIODevice::WriteOnly)
                         && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                         && file.write(content) == content.size() && file.commit();
    if (written)
        return {};
    return tl::unexpected(
        u"%1 could not be written: %2. Check the directory's permissions and the free space."_s.arg(
            path, file.errorString()));
}

} // namespace config
