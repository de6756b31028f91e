// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/pages/profiles/namedrow.h"
#include "ui/pages/profiles/placerow.h"
#include "ui/pages/schedules/scheduledocument.h"

namespace ui {

/// Keeps the library, the stations, and what one of them has at a connector in step with the database.
class ScheduleSource : public QObject {
    Q_OBJECT
public:
    ScheduleSource(const Backend &backend, QObject *parent);

    [[nodiscard]] const QList<NamedRow> &library() const { return library_; }
    [[nodiscard]] const QList<StationPlaces> &stations() const { return stations_; }
    /// What was asked for last. The layers are to be drawn in `week`.
    [[nodiscard]] SchedulePlace place(const charging::WeekFrame &week) const;
    /// Empty: no station.
    void setPlace(const QString &station, int connector);
    void setOpen(bool open);
    void reload();

signals:
    /// After each reading that went well.
    void updated();
    /// What the station has there is something else now, or another place is meant.
    void placeChanged();
    void failed(const store::Error &error);

private:
    struct Reading;
    static QByteArray printOf(const Reading &reading);
    void read();

    Backend backend_;
    QString station_;
    int connector_ = 1;
    QList<NamedRow> library_;
    QList<StationPlaces> stations_;
    QList<store::StationProfile> profiles_;
    charging::StationLimits limits_;
    QHash<int, int> transactions_; ///< that run, by their connectors
    std::optional<charging::Wiring> wiring_; ///< by its place in a site
    QString readStation_; ///< whose profiles these are
    QByteArray print_; ///< of all that a place is made of
    ChangeGate gate_;
};

} // namespace ui
