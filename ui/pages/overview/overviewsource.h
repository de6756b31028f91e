// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/pages/overview/overviewfacts.h"

#include <QElapsedTimer>
#include <QTimer>

namespace ui {

/// Reads what the page shows: at once when it opens, then at a pace that leaves most of the time to others, however much
/// happens and however large the site is.
class OverviewSource : public QObject {
    Q_OBJECT
public:
    OverviewSource(const Backend &backend, QObject *parent);

    void setOpen(bool open);
    void reload();

signals:
    void updated(const ui::Overview &overview);
    void failed(const store::Error &error);

private:
    void read(const store::ChangeSet &changes);

    Backend backend_;
    ChangeGate gate_;
    QElapsedTimer work_; ///< since the last reading was asked for
    QTimer rest_; ///< between two readings
    QTimer clock_; ///< stations go missing by time alone
    DayBooks books_;
};

} // namespace ui
