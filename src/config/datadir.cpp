// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/datadir.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

namespace config {

using namespace Qt::Literals::StringLiterals;

QString defaultDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/stationmaster"_L1;
}

DataDir::DataDir(const QString &path)
    : path_(path), lock_(std::make_unique<QLockFile>(filePath(u"engine.lock"_s)))
{
    lock_->setStaleLockTime(0); // an engine runs for months; age says nothing
}

DataDir::DataDir(DataDir &&) noexcept = default;
DataDir &DataDir::operator=(DataDir &&) noexcept = default;
DataDir::~DataDir() = default;

tl::expected<DataDir, QString> DataDir::open(const QString &path)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    const QFileInfo place(absolute);
    if (place.exists() && !place.isDir())
        return tl::unexpected(
            u"%1 is a file, but data needs a directory. Choose another --data-dir."_s.arg(absolute));
    if (!place.exists()) {
        if (!QDir().mkpath(absolute))
            return tl::unexpected(u"The data directory %1 cannot be created. Check the permissions of the "
                                  "directory above it, or choose another --data-dir."_s.arg(absolute));
        QFile::setPermissions(absolute, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return DataDir(absolute);
}

QString DataDir::filePath(const QString &name) const
{
    return QDir(path_).filePath(name);
}

tl::expected<void, LockRefusal> DataDir::lock()
{
    if (lock_->tryLock(0))
        return {};
    // A killed engine leaves the file, and in a container the next one has the same process id, so the
    // content proves nothing. This removes the file only if no living process holds the system's lock on
    // it.
    if (lock_->error() == QLockFile::LockFailedError && lock_->removeStaleLockFile() && lock_->tryLock(0))
        return {};
    return tl::unexpected(refusal());
}

LockRefusal DataDir::refusal() const
{
    if (lock_->error() != QLockFile::LockFailedError)
        return {
            false,
            u"The lock file in %1 cannot be written. Check that the directory is writable and the disk is "
            "not full."_s.arg(path_)};
    qint64 process = 0;
    QString host;
    QString program;
    lock_->getLockInfo(&process, &host, &program);
    return {true,
            u"Another engine already runs on %1 (%2, process %3 on %4). Stop it first, or choose another "
            "--data-dir."_s.arg(path_, program)
                .arg(process)
                .arg(host)};
}

void DataDir::unlock()
{
    lock_->unlock();
}

bool DataDir::isLocked() const
{
    return lock_->isLocked();
}

} // namespace config
