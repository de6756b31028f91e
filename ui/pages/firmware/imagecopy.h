// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/firmware.h"
#include "ui/backend.h"
#include "ui/exchange/filework.h"

#include <memory>

namespace ui {

class NoticeBar;

/// Takes a firmware file into the data directory, with progress and Cancel in a notice, and enters the image when the
/// file is whole. Reading and writing is done on a thread of the pool. GUI thread.
class ImageCopy : public FileWork {
    Q_OBJECT
public:
    /// The notice outlives the copy.
    ImageCopy(const Backend &backend, NoticeBar &notice, QObject *parent);
    ~ImageCopy() override;

    /// Nothing happens while one runs.
    void start(const QString &path, const store::FirmwareImage &image);
    [[nodiscard]] bool isRunning() const override { return run_ != nullptr; }

signals:
    /// After success, failure and cancellation alike.
    void ended(bool done);

private:
    struct Run;
    void step();
    void enter();
    void fail(const QString &text);

    Backend backend_;
    NoticeBar &notice_;
    std::shared_ptr<Run> run_; ///< used by one thread at a time; null: nothing is being copied
};

} // namespace ui
