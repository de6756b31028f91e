// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/scheduledocument.h"

#include "charging/localtime.h"
#include "store/clock.h"
#include "ui/pages/schedules/layerorder.h"

#include <QUndoCommand>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using charging::WeekPlan;
using ocpp::ChargingProfilePurposeType;

/// Room between two levels for the pieces of a layer that needs several profiles.
constexpr int levelSpace = 1024;
constexpr int highestLevel = 1'000'000;
constexpr int usualTop = 99;
constexpr double usualAmperes = 32;
constexpr double usualWatts = 22'000;

bool isSamePlace(const Layer &one, const Layer &other)
{
    return one.connector == other.connector && one.purpose() == other.purpose() && one.level() == other.level()
           && one.like.transactionId == other.like.transactionId;
}

bool isSameSchedule(const ocpp::ChargingSchedule &one, const ocpp::ChargingSchedule &other)
{
    const auto isSamePeriod = [](const ocpp::ChargingSchedulePeriod &a, const ocpp::ChargingSchedulePeriod &b) {
        return a.startPeriod == b.startPeriod && a.limit == b.limit && a.numberPhases == b.numberPhases;
    };
    return one.startSchedule == other.startSchedule && one.duration == other.duration
           && std::ranges::equal(one.chargingSchedulePeriod, other.chargingSchedulePeriod, isSamePeriod);
}

bool isSameShape(const Layer &one, const Layer &other)
{
    return one.plan == other.plan && one.isDrawn == other.isDrawn && one.connector == other.connector
           && one.isWholeStation == other.isWholeStation && one.like.validFrom == other.like.validFrom
           && one.like.validTo == other.like.validTo && one.purpose() == other.purpose()
           && one.like.chargingProfileId == other.like.chargingProfileId
           && (one.plan || isSameSchedule(one.like.chargingSchedule, other.like.chargingSchedule));
}

QString freeNameAmong(const QList<Layer> &drawn, const QString &wanted, int id)
{
    const auto isTaken = [&](const QString &name) {
        return std::ranges::any_of(drawn, [&](const Layer &layer) { return layer.id != id && layer.name == name; });
    };
    QString name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = u"%1 %2"_s.arg(wanted).arg(number);
    return name;
}

} // namespace

/// All drawn layers before and after: they share what did not change.
class ScheduleDocument::Command : public QUndoCommand {
public:
    struct State {
        QList<Layer> drawn;
        int selected = 0;
    };
    Command(ScheduleDocument &document, State after, const QString &what, int gesture)
        : QUndoCommand(what), document_(document), before_{document.drawn_, document.selected_},
          after_(std::move(after)), gesture_(gesture)
    {
    }
    void redo() override { document_.setDrawn(after_.drawn, after_.selected); }
    void undo() override { document_.setDrawn(before_.drawn, before_.selected); }
    [[nodiscard]] int id() const override { return gesture_ == 0 ? -1 : 1; }
    bool mergeWith(const QUndoCommand *next) override
    {
        const auto *other = static_cast<const Command *>(next);
        if (other->gesture_ != gesture_)
            return false;
        after_ = other->after_;
        return true;
    }

private:
    ScheduleDocument &document_;
    State before_;
    State after_;
    int gesture_;
};

ScheduleDocument::ScheduleDocument(const QTimeZone &zone, QObject *parent)
    : QObject(parent), week_(charging::mondayOf(store::now(), zone), zone)
{
    cursor_ = anchor_ = week_.minuteAt(store::now()) / 60 * 60;
    compute();
}

const Layer *ScheduleDocument::find(int id) const
{
    const auto layer = std::ranges::find(layers_, id, &Layer::id);
    return layer == layers_.end() ? nullptr : &*layer;
}

charging::WeekFrame ScheduleDocument::thisWeek() const
{
    return {charging::mondayOf(store::now(), week_.zone()), week_.zone()};
}

bool ScheduleDocument::isDrawable(const Layer &layer) const
{
    return layer.plan && (layer.plan->repeats() != charging::Repeats::Once || layer.plan->monday() == week_.monday());
}

WeekPlan::Unit ScheduleDocument::unit() const
{
    if (const Layer *layer = selected())
        return layer->unit();
    const auto &taken = place_.limits.rateUnits;
    const bool isWattsOnly = taken && !taken->isEmpty() && !taken->contains("A"_L1);
    return isWattsOnly ? WeekPlan::Unit::W : WeekPlan::Unit::A;
}

const charging::Composite &ScheduleDocument::shapeOf(int id) const
{
    static const charging::Composite none;
    const auto shape = shapes_.find(id);
    return shape == shapes_.end() ? none : shape->composite;
}

int ScheduleDocument::periodAt(int second) const
{
    const auto after =
        std::ranges::upper_bound(composite_.periods, second, {}, &charging::CompositePeriod::startPeriod);
    return int(std::distance(composite_.periods.begin(), after)) - 1;
}

// ---- Changes

bool ScheduleDocument::edit(const QString &what, const Change &change, int gesture)
{
    Layer layer;
    if (const Layer *shown = selected()) {
        if (!isDrawable(*shown))
            return false;
        layer = shown->isDrawn ? *shown : copyOf(*shown, shown->name);
    } else {
        layer.like.chargingProfilePurpose = ChargingProfilePurposeType::TxDefaultProfile;
        layer.like.stackLevel = freeLevel(layer.purpose());
        layer.plan = WeekPlan(charging::Repeats::Daily, unit());
        layer.name = freeName(tr("New profile"));
    }
    const bool isNew = !find(layer.id) || !find(layer.id)->isDrawn;
    const WeekPlan before = *layer.plan;
    change(*layer.plan);
    if (*layer.plan == before)
        return true;
    if (isNew)
        layer.id = ++lastId_;
    QList<Layer> drawn = drawn_;
    const auto place = std::ranges::find(drawn, layer.id, &Layer::id);
    if (place == drawn.end())
        drawn.append(layer);
    else
        *place = layer;
    push(drawn, layer.id, what, gesture);
    return true;
}

int ScheduleDocument::add(Layer layer, const QString &what)
{
    layer.id = ++lastId_;
    QList<Layer> drawn = drawn_;
    drawn.append(layer);
    push(drawn, layer.id, what, 0);
    return layer.id;
}

void ScheduleDocument::addAll(const QList<Layer> &layers, const QString &what)
{
    QList<Layer> drawn = drawn_;
    for (Layer layer : layers) {
        layer.id = ++lastId_;
        layer.name = freeNameAmong(drawn, layer.name, layer.id);
        drawn.append(layer);
    }
    if (!layers.isEmpty())
        push(drawn, lastId_, what, 0);
}

void ScheduleDocument::restore(const QList<Layer> &drawn)
{
    QList<Layer> known = drawn;
    for (Layer &layer : known)
        layer.id = ++lastId_;
    setDrawn(known, known.isEmpty() ? 0 : lastId_);
}

void ScheduleDocument::replace(const Layer &layer, const QString &what)
{
    replaceAll({layer}, what);
}

void ScheduleDocument::replaceAll(const QList<Layer> &layers, const QString &what)
{
    QList<Layer> drawn = drawn_;
    for (Layer &layer : drawn) {
        const auto other = std::ranges::find(layers, layer.id, &Layer::id);
        if (other != layers.end())
            layer = *other;
    }
    push(drawn, selected_, what, 0);
}

bool ScheduleDocument::canMove(int id, int before) const
{
    return reordered(layers_, id, before, topLevel()).has_value();
}

bool ScheduleDocument::move(int id, int before, const QString &what)
{
    const auto layers = reordered(layers_, id, before, topLevel());
    if (layers)
        replaceAll(*layers, what);
    return layers.has_value();
}

void ScheduleDocument::remove(int id, const QString &what)
{
    QList<Layer> drawn = drawn_;
    if (drawn.removeIf([id](const Layer &layer) { return layer.id == id; }) == 0)
        return;
    const auto at = std::ranges::find(layers_, id, &Layer::id) - layers_.begin();
    const qsizetype next = at + 1 < layers_.size() ? at + 1 : at - 1;
    push(drawn, next >= 0 ? layers_.at(next).id : 0, what, 0);
}

Layer ScheduleDocument::copyOf(const Layer &layer, const QString &name) const
{
    Layer copy = layer;
    copy.name = freeName(name);
    copy.isDrawn = copy.isVisible = true;
    copy.isWholeStation = layer.isDrawn ? layer.isWholeStation : layer.connector == 0;
    copy.like.chargingProfileId = 0;
    copy.like.transactionId.reset();
    return copy;
}

int ScheduleDocument::topLevel() const
{
    return place_.limits.maxStackLevel.value_or(usualTop);
}

int ScheduleDocument::freeLevel(ocpp::ChargingProfilePurposeType purpose) const
{
    int level = 0;
    for (const Layer &layer : layers_) {
        if (layer.purpose() == purpose)
            level = std::max(level, layer.level() + 1);
    }
    return std::min(level, place_.limits.maxStackLevel.value_or(level));
}

QString ScheduleDocument::freeName(const QString &wanted, int id) const
{
    return freeNameAmong(drawn_, wanted, id);
}

double ScheduleDocument::fullLimit(WeekPlan::Unit unit) const
{
    const bool isWatts = unit == WeekPlan::Unit::W;
    const double factor = wattsPerAmpere();
    double full = isWatts ? usualWatts : usualAmperes;
    for (const Layer &layer : layers_) {
        if (layer.purpose() != ChargingProfilePurposeType::ChargePointMaxProfile || !layer.plan)
            continue;
        const double highest = layer.plan->highest();
        const double converted = isWatts ? highest * factor : std::floor(highest / factor);
        const double here = layer.unit() == unit ? highest : converted;
        if (here > 0)
            full = std::min(full, here);
    }
    return full;
}

void ScheduleDocument::push(const QList<Layer> &drawn, int selected, const QString &what, int gesture)
{
    history_.push(new Command(*this, {drawn, selected}, what, gesture));
}

void ScheduleDocument::setDrawn(const QList<Layer> &drawn, int selected)
{
    QHash<int, bool> shown;
    for (const Layer &layer : std::as_const(drawn_))
        shown.insert(layer.id, layer.isVisible);
    const bool isOther = std::exchange(selected_, selected) != selected;
    drawn_ = drawn;
    for (Layer &layer : drawn_)
        layer.isVisible = shown.value(layer.id, layer.isVisible);
    arrange();
    if (isOther)
        emit selectionChanged();
}

// ---- Looking

void ScheduleDocument::select(int id)
{
    if (selected_ == id || (id != 0 && !find(id)))
        return;
    const WeekPlan::Unit before = unit();
    selected_ = id;
    if (unit() != before)
        compute();
    const Layer *layer = selected();
    if (layer && layer->plan && layer->plan->repeats() == charging::Repeats::Once)
        setWeek(layer->plan->monday());
    emit selectionChanged();
}

void ScheduleDocument::setVisible(int id, bool visible)
{
    for (QList<Layer> *list : {&drawn_, &place_.layers}) {
        for (Layer &layer : *list) {
            if (layer.id == id)
                layer.isVisible = visible;
        }
    }
    arrange();
}

void ScheduleDocument::setPlace(const SchedulePlace &place)
{
    const QList<Layer> before = place_.station == place.station ? place_.layers : QList<Layer>();
    const double factor = wattsPerAmpere();
    place_ = place;
    if (wattsPerAmpere() != factor)
        shapes_.clear();
    for (Layer &layer : place_.layers) {
        const auto same = std::ranges::find_if(before, [&](const Layer &one) { return isSamePlace(one, layer); });
        layer.id = same == before.end() ? ++lastId_ : same->id;
        layer.isVisible = same == before.end() || same->isVisible;
    }
    const int selected = selected_;
    order();
    if (!find(selected_))
        selected_ = layers_.isEmpty() ? 0 : layers_.first().id;
    compute(); // in the unit of what is selected now
    if (selected != selected_)
        emit selectionChanged();
    emit placeChanged();
}

void ScheduleDocument::setWeek(QDate monday)
{
    if (monday == week_.monday())
        return;
    week_ = charging::WeekFrame(monday, week_.zone());
    compute();
    emit weekChanged();
}

charging::Span ScheduleDocument::marked() const
{
    return {std::min(cursor_, anchor_), std::max(cursor_, anchor_)};
}

void ScheduleDocument::setCursor(int minute, bool extend)
{
    const int at = std::clamp(minute, 0, charging::minutesPerWeek);
    const int anchor = extend ? anchor_ : at;
    if (at == cursor_ && anchor == anchor_)
        return;
    cursor_ = at;
    anchor_ = anchor;
    emit cursorChanged();
}

void ScheduleDocument::mark(const charging::Span &span)
{
    anchor_ = span.from;
    cursor_ = span.to;
    emit cursorChanged();
}

void ScheduleDocument::arrange()
{
    order();
    compute();
}

void ScheduleDocument::setArrival(std::optional<int> minute)
{
    if (std::exchange(arrival_, minute) == minute)
        return;
    shapes_.clear(); // some begin with the session
    compute();
}

void ScheduleDocument::order()
{
    layers_ = drawn_ + place_.layers;
    std::ranges::sort(layers_, isAbove);
}

// ---- What comes of it

charging::CompositeContext ScheduleDocument::context() const
{
    charging::CompositeContext context;
    const ocpp::Timestamp begin = arrival_ ? week_.timeOf(*arrival_) : week_.begin();
    context.grid = wiring();
    const charging::Outlet charging{wiring(), charging::Transaction{{}, begin}};
    context.outlets = QList<charging::Outlet>(std::max(1, place_.connectors), charging);
    return context;
}

/// In the order in which a station gets them; issued anew when the offset changes (behaviour 35).
charging::Composite ScheduleDocument::compositeOf(const QList<charging::PlacedProfile> &profiles, int connector) const
{
    const auto issuedAt = [&](ocpp::Timestamp moment) {
        QList<charging::PlacedProfile> issued = profiles;
        for (charging::PlacedProfile &placed : issued)
            placed.csChargingProfiles = charging::asOf(placed.csChargingProfiles, moment, week_.zone());
        return issued;
    };
    return charging::composite(issuedAt, connector, week_.begin(), week_.seconds(), unit(), context(), week_.zone());
}

void ScheduleDocument::collect(const Layer &layer, QList<charging::PlacedProfile> &into) const
{
    const QList<ocpp::ChargingProfile> pieces = profilesOf(layer, week_);
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        ocpp::ChargingProfile profile = pieces.at(i);
        profile.stackLevel = std::min(profile.stackLevel, highestLevel) * levelSpace + int(i);
        profile.chargingProfileId = int(into.size()) + 1; // of its own: equal ids replace each other
        into.append({connectorOf(layer, place_.connector), profile});
    }
}

void ScheduleDocument::compute()
{
    profiles_.clear();
    owners_.clear();
    QHash<int, Shape> shapes;
    const QList<Layer> order = place_.layers + drawn_; // a later one replaces an earlier one of its place
    for (const Layer &layer : order) {
        const qsizetype before = profiles_.size();
        const bool isMissing = layer.isDrawn && layer.plan && layer.plan->isEmpty();
        if (layer.isVisible && !isMissing)
            collect(layer, profiles_);
        for (qsizetype i = before; i < profiles_.size(); ++i)
            owners_.append(layer.id);
        const auto known = shapes_.constFind(layer.id);
        const bool isKnown = known != shapes_.cend() && known->composite.unit == unit()
                             && known->composite.from == week_.begin() && isSameShape(known->of, layer);
        if (isKnown) {
            shapes.insert(layer.id, *known);
            continue;
        }
        QList<charging::PlacedProfile> alone;
        collect(layer, alone);
        const bool isMax = layer.purpose() == ChargingProfilePurposeType::ChargePointMaxProfile;
        const int own = connectorOf(layer, place_.connector);
        const int shapeConnector = isMax ? place_.connector : own > 0 ? own : std::max(1, place_.connector);
        shapes.insert(layer.id, {layer, compositeOf(alone, shapeConnector)});
    }
    shapes_ = shapes;
    composite_ = compositeOf(profiles_, place_.connector);
    highest_ = 0;
    for (const Layer &layer : order) {
        if (!layer.isVisible)
            continue;
        for (const charging::CompositePeriod &period : shapes_.value(layer.id).composite.periods)
            highest_ = std::max(highest_, period.limit.value_or(0));
    }
    emit layersChanged();
}

} // namespace ui
