// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/firmware/filerow.h"
#include "ui/pages/firmware/imagerow.h"
#include "ui/pages/firmware/rolloutrow.h"

namespace ui {

/// Keeps images, updates, roll-outs and the files of stations in step with the database.
class FirmwareSource : public QObject {
    Q_OBJECT
public:
    /// More of them are history that nobody scrolls through.
    static constexpr int mostRows = 1000;

    FirmwareSource(const Backend &backend, QObject *parent);

    [[nodiscard]] TableModel<ImageRow> &images() { return images_; }
    [[nodiscard]] TableModel<JobRow> &jobs() { return jobs_; }
    [[nodiscard]] TableModel<RolloutRow> &rollouts() { return rollouts_; }
    [[nodiscard]] TableModel<FileRow> &files() { return files_; }
    [[nodiscard]] const QList<store::Station> &stations() const { return stations_; }
    /// "3 firmware images, 2 updates under way".
    [[nodiscard]] QString headline() const;
    void setOpen(bool open);
    void reload();

signals:
    /// After each reading that went well.
    void updated();
    void failed(const store::Error &error);

private:
    struct Reading;
    static Reading readAll(store::Database &db);
    void read();

    Backend backend_;
    TableModel<ImageRow> images_;
    TableModel<JobRow> jobs_;
    TableModel<RolloutRow> rollouts_;
    TableModel<FileRow> files_;
    QList<store::Station> stations_;
    ChangeGate gate_;
};

} // namespace ui
