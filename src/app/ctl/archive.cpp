// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/archive.h"

#include "app/ctl/printing.h"
#include "config/datadir.h"
#include "store/backup.h"

#include <QFileInfo>

namespace ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

ExitCode refused(const QString &text)
{
    printError(text);
    return Refused;
}

QString dataDirOf(const Archive &archive)
{
    return archive.dataDir.isEmpty() ? config::defaultDataDir() : archive.dataDir;
}

store::Outcome<store::Location> locationOf(const Archive &archive)
{
    const QString dataDir = QFileInfo(dataDirOf(archive)).absoluteFilePath();
    return store::parseLocation(archive.database.isEmpty() ? u"sqlite"_s : archive.database, dataDir);
}

} // namespace

ExitCode backup(const Archive &archive)
{
    const QString file = QFileInfo(archive.file).absoluteFilePath();
    const auto location = locationOf(archive);
    if (!location)
        return refused(location.error().text);
    if (const auto written = store::backup(*location, file); !written)
        return refused(written.error().text);
    printOut(u"The database %1 was copied to %2.\n"_s.arg(location->display(), file).toUtf8());
    return Done;
}

ExitCode restore(const Archive &archive)
{
    auto dataDir = config::DataDir::open(dataDirOf(archive));
    if (!dataDir)
        return refused(dataDir.error());
    const auto locked = dataDir->lock();
    if (!locked)
        return refused(locked.error().text);
    const auto restored = locationOf(archive).and_then([&archive](const store::Location &location) {
        return store::restore(QFileInfo(archive.file).absoluteFilePath(), location);
    });
    if (!restored)
        return refused(restored.error().text);
    printOut(u"The database was restored from %1.\n"_s.arg(archive.file).toUtf8());
    if (!restored->keptAside.isEmpty())
        printOut(u"What was there before is kept in %1.\n"_s.arg(restored->keptAside).toUtf8());
    return Done;
}

} // namespace ctl
