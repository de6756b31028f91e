// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/composite.h"
#include "charging/stationlimits.h"
#include "ui/pages/schedules/layer.h"

#include <QHash>
#include <QObject>
#include <QUndoStack>

#include <functional>

namespace ui {

/// Where the drawing is looked at. No station: it is drawn freely, as for a station with one connector.
struct SchedulePlace {
    QString station{};
    int connector = 1; ///< 0: the whole station
    int connectors = 1;
    charging::StationLimits limits{};
    std::optional<int> transaction{}; ///< that runs at the connector
    QList<Layer> layers{}; ///< that the station has or is to have there
    std::optional<charging::Wiring> wiring{}; ///< by its place in a site; nothing: it has none

    [[nodiscard]] bool isFree() const { return station.isEmpty(); }
};

/// What is drawn: layers with their history, the week and the moment that are looked at, and what comes of it all.
class ScheduleDocument : public QObject {
    Q_OBJECT
public:
    explicit ScheduleDocument(const QTimeZone &zone, QObject *parent = nullptr);

    // ---- What there is
    /// Drawn ones and the station's, the highest first.
    [[nodiscard]] const QList<Layer> &layers() const { return layers_; }
    [[nodiscard]] const QList<Layer> &drawn() const { return drawn_; }
    /// Null: there is none.
    [[nodiscard]] const Layer *find(int id) const;
    [[nodiscard]] const Layer *selected() const { return find(selected_); }
    [[nodiscard]] int selectedId() const { return selected_; }
    [[nodiscard]] const SchedulePlace &place() const { return place_; }
    [[nodiscard]] const charging::WeekFrame &week() const { return week_; }
    /// Of the axis: that of the selected layer, else what the station takes.
    [[nodiscard]] charging::WeekPlan::Unit unit() const;
    /// Between watt and ampere of all phases: by the station's place in a site, else the usual one.
    [[nodiscard]] charging::Wiring wiring() const { return place_.wiring.value_or(charging::Wiring()); }
    [[nodiscard]] double wattsPerAmpere() const { return wiring().voltage * wiring().phases; }
    /// In which it is now: what is sent has begun by then.
    [[nodiscard]] charging::WeekFrame thisWeek() const;
    /// Whether the layer has a place in the week that is looked at, to be drawn on.
    [[nodiscard]] bool isDrawable(const Layer &layer) const;
    /// As if a car charged at each connector all week, or from arrival() on.
    [[nodiscard]] charging::CompositeContext context() const;
    [[nodiscard]] QUndoStack &history() { return history_; }

    // ---- What comes of it
    /// Of all visible layers, for the whole week.
    [[nodiscard]] const charging::Composite &composite() const { return composite_; }
    /// Of one layer by itself, in the unit of the axis.
    [[nodiscard]] const charging::Composite &shapeOf(int id) const;
    /// Which layer a profile of the composite comes from.
    [[nodiscard]] const Layer *layerOfProfile(int profile) const { return find(owners_.value(profile)); }
    [[nodiscard]] const QList<charging::PlacedProfile> &profiles() const { return profiles_; }
    /// Period of the composite at this second of the week.
    [[nodiscard]] int periodAt(int second) const;
    [[nodiscard]] double highest() const { return highest_; } ///< limit in sight, in the unit of the axis

    // ---- Changes that can be taken back. Those of one `gesture` are one change; 0: each by itself
    using Change = std::function<void(charging::WeekPlan &)>;
    /// Of the selected layer. One of the station's is copied first; without any a new one is begun. False: it cannot be
    /// drawn.
    bool edit(const QString &what, const Change &change, int gesture = 0);
    int add(Layer layer, const QString &what);
    void replace(const Layer &layer, const QString &what);
    /// Whether the layer can stand above the one that is at row `before` of layers(): see reordered().
    [[nodiscard]] bool canMove(int id, int before) const;
    /// False: it cannot, or stands there already.
    bool move(int id, int before, const QString &what);
    void remove(int id, const QString &what);
    /// As it was drawn before this start: nothing to be taken back.
    void restore(const QList<Layer> &drawn);
    /// Each by a name that none has yet.
    void addAll(const QList<Layer> &layers, const QString &what);
    [[nodiscard]] int nextGesture() { return ++gesture_; }
    /// A drawn layer like this one, to be added.
    [[nodiscard]] Layer copyOf(const Layer &layer, const QString &name) const;
    /// Highest level that can be drawn: the station's, else 99.
    [[nodiscard]] int topLevel() const;
    /// Free at this purpose: above all that are drawn.
    [[nodiscard]] int freeLevel(ocpp::ChargingProfilePurposeType purpose) const;
    /// For a new layer, or for the drawn one of this id.
    [[nodiscard]] QString freeName(const QString &wanted, int id = 0) const;
    /// What is allowed when all is, in the unit: the station's own limit, else 32 A.
    [[nodiscard]] double fullLimit(charging::WeekPlan::Unit unit) const;

    // ---- How it is looked at
    void select(int id);
    void setVisible(int id, bool visible);
    void setPlace(const SchedulePlace &place);
    void setWeek(QDate monday);
    /// The cursor, in minutes of the clocks since Monday 0:00, and what is selected from there.
    [[nodiscard]] int cursor() const { return cursor_; }
    [[nodiscard]] charging::Span marked() const;
    void setCursor(int minute, bool extend = false);
    void mark(const charging::Span &span);
    /// What if a car came then, in minutes as cursor()? Nothing: it is there all week.
    [[nodiscard]] std::optional<int> arrival() const { return arrival_; }
    void setArrival(std::optional<int> minute);

signals:
    void layersChanged(); ///< also what comes of them
    void selectionChanged();
    void placeChanged();
    void weekChanged();
    void cursorChanged();

private:
    class Command;
    /// Of these the drawn ones, as one change.
    void replaceAll(const QList<Layer> &layers, const QString &what);
    void push(const QList<Layer> &drawn, int selected, const QString &what, int gesture);
    void setDrawn(const QList<Layer> &drawn, int selected);
    void arrange();
    void order();
    void compute();
    void collect(const Layer &layer, QList<charging::PlacedProfile> &into) const;
    [[nodiscard]] charging::Composite compositeOf(const QList<charging::PlacedProfile> &profiles, int connector) const;

    QUndoStack history_;
    SchedulePlace place_;
    charging::WeekFrame week_;
    QList<Layer> drawn_;
    QList<Layer> layers_;
    int selected_ = 0;
    int lastId_ = 0;
    int gesture_ = 0;
    int cursor_ = 0;
    int anchor_ = 0;
    std::optional<int> arrival_;
    QList<charging::PlacedProfile> profiles_;
    QList<int> owners_; ///< of each profile the id of its layer
    charging::Composite composite_;
    struct Shape {
        Layer of;
        charging::Composite composite;
    };
    QHash<int, Shape> shapes_;
    double highest_ = 0;
};

} // namespace ui
