// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QObject>
#include <QTimer>

namespace ui {

class NoticeBar;

/// Removes a station so that it can be taken back: for some seconds it is only out of sight, then it is gone with all that
/// was written down about it. When the window closes, what was to go goes.
class StationRemoval : public QObject {
    Q_OBJECT
public:
    StationRemoval(const Backend &backend, NoticeBar &notice, QObject *parent);
    ~StationRemoval() override;

    void remove(const QString &station);
    /// The one that is out of sight; empty: none.
    [[nodiscard]] QString leaving() const { return leaving_; }

signals:
    void leavingChanged();
    void restored(const QString &station);

private:
    void undo();
    void finish();

    Backend backend_;
    NoticeBar &notice_;
    QTimer grace_;
    QString leaving_;
};

} // namespace ui
