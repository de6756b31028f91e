// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
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

    qint64 bytesUnderWay() const { return underWay_; }
    // Whether so many bytes more have room, beside `stored` received ones and those under way. Nothing stored: an image, for
    // which only the disk counts.
    std::optional<StorageProblem> problemWith(qint64 bytes, std::optional<qint64> stored) const;

private:
    friend class IncomingFile;

    const QString dataDir_;
    const StorageLimits limits_;
    const FreeBytes freeBytes_;
    std::atomic<qint64> underWay_ = 0;
};

// A file while it comes in: under another name until it is whole. Gone if it is not kept.
class IncomingFile {
public:
    // `stored` are the bytes of all received files; nothing if it is an image.
    IncomingFile(FileStorage &storage, const QString &path, std::optional<qint64> stored, qint64 maximum);
    ~IncomingFile();
    IncomingFile(const IncomingFile &) = delete;
    IncomingFile &operator=(const IncomingFile &) = delete;

    // False when it is refused; see problem().
    bool append(const char *data, size_t size);
    // Whole, and on the disk.
    bool keep();
    qint64 size() const { return size_; }
    QByteArray sha256() const { return hash_.result(); }
    const std::optional<StorageProblem> &problem() const { return problem_; }

private:
    bool refuse(StorageProblem problem);

    FileStorage &storage_;
    QSaveFile file_;
    QCryptographicHash hash_{QCryptographicHash::Sha256};
    const std::optional<qint64> stored_;
    const qint64 maximum_;
    qint64 size_ = 0;
    qint64 checked_ = 0; // the size for which there is room
    std::optional<StorageProblem> problem_;
};

} // namespace http
