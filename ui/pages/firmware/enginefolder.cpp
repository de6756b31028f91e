// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/enginefolder.h"

#include <QDir>
#include <QFile>

namespace ui {

using namespace Qt::Literals::StringLiterals;

EngineFolder::EngineFolder(const QString &dataDir) : dataDir_(dataDir) {}

QString EngineFolder::node() const
{
    QFile file(QDir(dataDir_).filePath(u"node-id"_s));
    return isHere() && file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).trimmed() : QString();
}

QString EngineFolder::firmware(const QString &file) const
{
    return QDir(dataDir_).filePath(u"firmware/"_s + file);
}

QString EngineFolder::received(const QString &file) const
{
    return QDir(dataDir_).filePath(u"station-files/"_s + file);
}

} // namespace ui
