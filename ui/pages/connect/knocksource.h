// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/pages/connect/knockrow.h"

namespace ui {

/// Who stands at the door, and how many are in.
struct DoorState {
    QList<KnockRow> knocks;
    int stations = 0;
    int online = 0;
    bool watchedIsOnline = false;
};

/// Keeps the door in sight: reads it anew whenever somebody knocks, comes or goes.
class KnockSource : public QObject {
    Q_OBJECT
public:
    KnockSource(const Backend &backend, QObject *parent);

    void setOpen(bool open);
    void reload();
    /// A station that is expected; empty: none.
    void setWatched(const QString &station);
    [[nodiscard]] const DoorState &state() const { return state_; }

signals:
    void updated();
    void failed(const store::Error &error);

private:
    void read();

    Backend backend_;
    ChangeGate gate_;
    QString watched_;
    DoorState state_;
};

} // namespace ui
