// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/pages/overview/overviewfacts.h"

namespace ui {

/// Reads what the page shows: at once when it opens, then at most about once a second, however much happens.
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
    QTimer rest_; ///< between two readings
    QTimer clock_; ///< stations go missing by time alone
    DayBooks books_;
};

} // namespace ui
