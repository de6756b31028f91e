// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace http {

// How much may be kept.
struct StorageLimits {
    qint64 fileBytes = 256LL * 1024 * 1024; // one file
    qint64 quotaBytes = 10LL * 1024 * 1024 * 1024; // all received files
    qint64 reserveBytes = 512LL * 1024 * 1024; // of the disk: the database needs room, too
};

// Why a file cannot be taken.
struct StorageProblem {
    int status = 507; // of the answer
    QString text; // what, why, what to do
    bool isFull = false; // for a person to mend
};

// The files in the data directory: firmware/ to hand out, station-files/ received. Any thread.
class FileStorage {
public:
    // How many bytes the disk has left, the largest number if nobody can say; the real disk if empty.
    using FreeBytes = std::function<qint64()>;
    FileStorage(QString dataDir, StorageLimits limits, FreeBytes freeBytes = {});

    const StorageLimits &limits() const { return limits_; }
    QString firmwarePath(const QString &file) const;
    QString receivedPath(const QString &file) const;
    // Removes what is in no row: what was received when the power failed, or whose row another node removed.
    void removeStrays(const QStringList &received, const QStringList &firmware) const;
    void removeReceived(const QString &file) const;
    void removeFirmware(const QString &file) const;

    qint64 bytesUnderWay() const;
    // Of what came in whole, and is in a row, since this object was made.
    qint64 bytesReceived() const;
    // Whether so many bytes more have room beside those received, those under way and `others`: the bytes in rows, less the
    // bytesReceived() of a moment before they were read. Nothing: an image, for which only the disk counts.
    std::optional<StorageProblem> problemWith(qint64 bytes, std::optional<qint64> others) const;

private:
    friend class IncomingFile;

    std::optional<StorageProblem> diskProblemWith(qint64 bytes) const;
    StorageProblem quotaProblem() const;
    // The quota's only: from then on they are under way. False if they have no room.
    bool take(qint64 bytes, qint64 others);
    void release(qint64 bytes, bool areReceived);

    const QString dataDir_;
    const StorageLimits limits_;
    const FreeBytes freeBytes_;
    mutable std::mutex mutex_; // over the next two
    qint64 underWay_ = 0;
    qint64 received_ = 0;
};

// A file while it comes in: under another name until it is whole. Gone if it is not kept.
class IncomingFile {
public:
    // `others` as in FileStorage::problemWith().
    IncomingFile(FileStorage &storage, const QString &path, std::optional<qint64> others, qint64 maximum);
    ~IncomingFile();
    IncomingFile(const IncomingFile &) = delete;
    IncomingFile &operator=(const IncomingFile &) = delete;

    // False when it is refused; see problem().
    bool append(const char *data, size_t size);
    // Whole, and on the disk.
    bool keep();
    // It is in a row. After the row's commit: in between it counts twice, which is better than not at all.
    void booked() { isBooked_ = true; }
    qint64 size() const { return size_; }
    QByteArray sha256() const { return hash_.result(); }
    const std::optional<StorageProblem> &problem() const { return problem_; }

private:
    bool refuse(StorageProblem problem);

    FileStorage &storage_;
    QSaveFile file_;
    QCryptographicHash hash_{QCryptographicHash::Sha256};
    const std::optional<qint64> others_;
    const qint64 maximum_;
    qint64 size_ = 0;
    qint64 checked_ = 0; // the size for which the disk has room
    bool isBooked_ = false;
    std::optional<StorageProblem> problem_;
};

} // namespace http
