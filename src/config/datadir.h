// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <tl/expected.hpp>

class QLockFile;

namespace config {

// Where data lives when nobody says otherwise, e.g. ~/.local/share/stationmaster. Not created by asking.
QString defaultDataDir();

// Why the engine may not run on a data directory.
struct LockRefusal {
    bool heldElsewhere = false; // another engine runs here: a window joins it, a daemon gives up
    QString text; // what happened, why, what to do
};

// A directory of ours with its engine lock. One engine per data directory (design.md, change feed).
class DataDir {
public:
    // Creates the directory (and its parents) if it is missing, only for its owner (0700). An existing
    // directory keeps its permissions.
    static tl::expected<DataDir, QString> open(const QString &path);

    DataDir(DataDir &&) noexcept;
    DataDir &operator=(DataDir &&) noexcept;
    ~DataDir(); // gives the lock back

    const QString &path() const { return path_; }
    QString filePath(const QString &name) const;

    // Takes `engine.lock`, at once or not at all. What a killed engine left behind does not count.
    tl::expected<void, LockRefusal> lock();
    void unlock();
    bool isLocked() const;

private:
    explicit DataDir(const QString &path);
    LockRefusal refusal() const;

    QString path_;
    std::unique_ptr<QLockFile> lock_;
};

} // namespace config
