// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/stations/stationrow.h"

namespace ui {

/// Keeps a model of all stations in step with the database: reads the stations that changed, not the others.
class StationSource : public QObject {
    Q_OBJECT
public:
    /// More changed stations than this at once are read in one sweep.
    static constexpr int sweepAbove = 200;

    StationSource(const Backend &backend, QObject *parent);

    [[nodiscard]] TableModel<StationRow> &model() { return model_; }
    [[nodiscard]] const TableModel<StationRow> &model() const { return model_; }
    /// Reads everything now and goes on while open; the page is closed while hidden.
    void setOpen(bool open);
    void reload();
    /// Time has passed: what the rows say of it is written anew, nothing is read for that.
    void refreshClock();
    /// A station that is out of sight while it may still come back; empty: none.
    void setHiddenStation(const QString &station);

signals:
    /// After each reading that went well.
    void updated();
    void failed(const store::Error &error);

private:
    struct Reading;

    static Reading everything(store::Database &db);
    static Reading some(store::Database &db, const QSet<QString> &stations);
    void read(const store::ChangeSet &changes);
    void readAll();
    void readSome(const QSet<QString> &stations);
    template<class Use>
    void take(const store::Outcome<Reading> &reading, const Use &use);
    [[nodiscard]] QList<StationRow> inSight(QList<StationRow> rows) const;

    Backend backend_;
    TableModel<StationRow> model_;
    ChangeGate gate_;
    QString hiddenStation_;
    QTimer clock_;
    std::optional<ocpp::Timestamp> leaseEnd_; ///< of the node whose lease ends first, as last read
};

} // namespace ui
