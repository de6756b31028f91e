// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/filestorage.h"

#include "config/diskspace.h"

#include <QDir>
#include <QFileInfo>

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mebi = qint64{1024} * 1024;
constexpr qint64 checkEvery = 4 * mebi;
// A file that is just being written has a name of its own until it is whole. Over a slow line minutes pass between two writes.
constexpr auto strayAge = std::chrono::minutes(30);

StorageProblem tooLarge(qint64 maximum)
{
    return {413, u"The file is larger than the %1 MiB that are taken. Ask for a shorter time, or allow more in the "
                 "settings."_s.arg(maximum / mebi), false};
}

void removeUnknown(const QString &path, const QStringList &known)
{
    const QDateTime old = QDateTime::currentDateTime().addSecs(
        -std::chrono::duration_cast<std::chrono::seconds>(strayAge).count());
    for (const QFileInfo &file : QDir(path).entryInfoList(QDir::Files)) {
        if (!known.contains(file.fileName()) && file.lastModified() < old)
            QFile::remove(file.filePath());
    }
}

} // namespace

FileStorage::FileStorage(QString dataDir, StorageLimits limits, FreeBytes freeBytes)
    : dataDir_(std::move(dataDir)), limits_(limits), freeBytes_(freeBytes ? std::move(freeBytes) : [dir = dataDir_] {
          return config::freeBytes(dir);
      })
{
    QDir(dataDir_).mkpath(u"firmware"_s);
    QDir(dataDir_).mkpath(u"station-files"_s);
}

QString FileStorage::firmwarePath(const QString &file) const
{
    return QDir(dataDir_).filePath(u"firmware/"_s + file);
}

QString FileStorage::receivedPath(const QString &file) const
{
    return QDir(dataDir_).filePath(u"station-files/"_s + file);
}

void FileStorage::removeStrays(const QStringList &received, const QStringList &firmware) const
{
    removeUnknown(receivedPath({}), received);
    removeUnknown(firmwarePath({}), firmware);
}

void FileStorage::removeReceived(const QString &file) const
{
    if (!file.isEmpty())
        QFile::remove(receivedPath(file));
}

void FileStorage::removeFirmware(const QString &file) const
{
    if (!file.isEmpty())
        QFile::remove(firmwarePath(file));
}

qint64 FileStorage::bytesUnderWay() const
{
    const std::lock_guard lock(mutex_);
    return underWay_;
}

qint64 FileStorage::bytesReceived() const
{
    const std::lock_guard lock(mutex_);
    return received_;
}

std::optional<StorageProblem> FileStorage::problemWith(qint64 bytes, std::optional<qint64> others) const
{
    if (auto problem = diskProblemWith(bytes))
        return problem;
    const std::lock_guard lock(mutex_);
    const bool hasRoom = !others || *others + received_ + underWay_ + bytes <= limits_.quotaBytes;
    return hasRoom ? std::nullopt : std::optional(quotaProblem());
}

std::optional<StorageProblem> FileStorage::diskProblemWith(qint64 bytes) const
{
    if (freeBytes_() - bytes >= limits_.reserveBytes)
        return std::nullopt;
    return StorageProblem{507,
                          u"The disk is full: less than %1 MiB are left for other things, so no file is taken. Make "
                          "room."_s.arg(limits_.reserveBytes / mebi),
                          true};
}

StorageProblem FileStorage::quotaProblem() const
{
    return {507,
            u"The received files fill the %1 MiB that they may have. Delete old ones, or allow more in the "
            "settings."_s.arg(limits_.quotaBytes / mebi),
            true};
}

bool FileStorage::take(qint64 bytes, qint64 others)
{
    const std::lock_guard lock(mutex_);
    if (others + received_ + underWay_ + bytes > limits_.quotaBytes)
        return false;
    underWay_ += bytes;
    return true;
}

void FileStorage::release(qint64 bytes, bool areReceived)
{
    const std::lock_guard lock(mutex_);
    underWay_ -= bytes;
    if (areReceived)
        received_ += bytes;
}

IncomingFile::IncomingFile(FileStorage &storage, const QString &path, std::optional<qint64> others, qint64 maximum)
    : storage_(storage), file_(path), others_(others), maximum_(maximum)
{
    if (!file_.open(QIODevice::WriteOnly))
        refuse({507, u"%1 cannot be written: %2. Check the data directory."_s.arg(path, file_.errorString()), true});
}

IncomingFile::~IncomingFile()
{
    if (others_)
        storage_.release(size_, isBooked_);
}

bool IncomingFile::refuse(StorageProblem problem)
{
    problem_ = std::move(problem);
    file_.cancelWriting();
    return false;
}

bool IncomingFile::append(const char *data, size_t size)
{
    if (problem_)
        return false;
    const auto bytes = static_cast<qint64>(size);
    if (size_ + bytes > maximum_)
        return refuse(tooLarge(maximum_));
    if (size_ + bytes > checked_) {
        const bool isScarce = storage_.diskProblemWith(checkEvery).has_value();
        if (const auto problem = isScarce ? storage_.diskProblemWith(bytes) : std::nullopt)
            return refuse(*problem);
        checked_ = isScarce ? size_ + bytes : size_ + checkEvery;
    }
    if (others_ && !storage_.take(bytes, *others_))
        return refuse(storage_.quotaProblem());
    size_ += bytes;
    if (file_.write(data, bytes) != bytes)
        return refuse({507, u"The disk does not take any more: %1. Make room."_s.arg(file_.errorString()), true});
    hash_.addData(QByteArrayView(data, bytes));
    return true;
}

bool IncomingFile::keep()
{
    if (problem_ || file_.commit())
        return !problem_;
    return refuse({507, u"The disk does not take any more: %1. Make room."_s.arg(file_.errorString()), true});
}

} // namespace http
