// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/firmware.h"
#include "store/stationfiles.h"
#include "ui/backend.h"

#include <QObject>

namespace ui {

class NoticeBar;

/// Writes what a person wants of firmware and of the files of stations, and says in a notice what came of it.
class FirmwareDeeds : public QObject {
    Q_OBJECT
public:
    /// The notice outlives the deeds.
    FirmwareDeeds(const Backend &backend, NoticeBar &notice, QObject *parent);

    using Then = std::function<void(bool done)>;
    void saveImage(const store::FirmwareImage &image, const Then &then);
    void removeImage(const store::FirmwareImage &image);
    /// One wave for one station is an update; else it is a roll-out.
    void update(const QList<QStringList> &waves, const store::UpdatePlan &plan, const Then &then);
    void cancelUpdate(const store::FirmwareJob &job);
    /// The same once more.
    void tryAgain(const store::FirmwareJob &job);
    void stopRollout(qint64 rollout);
    void ask(const store::FileWish &wish, const Then &then);
    /// For the same once more.
    void askAgain(const store::StationFile &former);
    void removeFile(const store::StationFile &file);
    /// A copy of a file of this machine.
    void saveAs(const QString &path, const QString &target);

signals:
    /// What was locked for a deed is free again.
    void failed();

private:
    /// Empty: it is done. Else why it was not.
    using Deed = std::function<QString(store::Database &)>;
    void carryOut(const Deed &deed, const QString &saying, const Then &then = {});
    void removeOnDisk(const QString &path) const;

    Backend backend_;
    NoticeBar &notice_;
};

} // namespace ui
