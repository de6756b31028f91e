// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/layerorder.h"

#include <algorithm>
#include <functional>

namespace ui {
namespace {

/// Levels for layers that are to stand in this order.
class Levels {
public:
    /// `room`: between a drawn one and the station's below it. 0: it may take the place of that.
    Levels(const QList<Layer> &wanted, int moved, int room) : wanted_(wanted), moved_(moved), room_(room) {}

    [[nodiscard]] std::optional<QList<Layer>> found(int top);

private:
    void exchange();
    void press();
    void lift();
    [[nodiscard]] int step(qsizetype upper) const;

    const QList<Layer> &wanted_;
    int moved_;
    int room_;
    QList<qint64> levels_; // one above the highest that a station may have is none
};

std::optional<QList<Layer>> Levels::found(int top)
{
    exchange();
    press();
    lift();
    qint64 highest = top; // some may have been above it before
    for (const Layer &layer : wanted_)
        highest = layer.isDrawn ? std::max<qint64>(highest, layer.level()) : highest;
    QList<Layer> layers = wanted_;
    for (qsizetype i = 0; i < layers.size(); ++i) {
        if (layers.at(i).isDrawn && levels_.at(i) > highest)
            return std::nullopt;
        layers[i].like.stackLevel = int(levels_.at(i));
    }
    return std::ranges::is_sorted(layers, isAbove) ? std::optional(layers) : std::nullopt;
}

/// The drawn ones keep the levels that they have together.
void Levels::exchange()
{
    QList<int> drawn;
    for (const Layer &layer : wanted_) {
        if (layer.isDrawn)
            drawn.append(layer.level());
    }
    std::ranges::sort(drawn, std::greater());
    for (const Layer &layer : wanted_)
        levels_.append(layer.isDrawn ? drawn.takeFirst() : layer.level());
}

/// Below what is above them.
void Levels::press()
{
    for (qsizetype i = 1; i < levels_.size(); ++i) {
        if (wanted_.at(i).isDrawn)
            levels_[i] = std::min(levels_.at(i), levels_.at(i - 1) - step(i - 1));
    }
}

/// Above what is below them, and above 0.
void Levels::lift()
{
    for (qsizetype i = levels_.size() - 1; i >= 0; --i) {
        const bool isLast = i + 1 == levels_.size();
        const qint64 least = isLast ? 0 : levels_.at(i + 1) + step(i);
        if (wanted_.at(i).isDrawn)
            levels_[i] = std::max(levels_.at(i), least);
    }
}

/// By how much a layer has to be above the next one.
int Levels::step(qsizetype upper) const
{
    const Layer &one = wanted_.at(upper);
    const Layer &other = wanted_.at(upper + 1);
    if (one.isDrawn && !other.isDrawn)
        return room_;
    const bool isMoved = one.id == moved_ || other.id == moved_;
    const bool areTwins = one.isDrawn && one.level() == other.level() && !isMoved; // as they were
    return areTwins ? 0 : 1;
}

} // namespace

std::optional<QList<Layer>> reordered(const QList<Layer> &layers, int id, int before, int top)
{
    const auto moved = std::ranges::find(layers, id, &Layer::id);
    if (moved == layers.end() || !moved->isDrawn)
        return std::nullopt;
    const auto at = moved - layers.begin();
    const auto first = std::ranges::find(layers, moved->purpose(), &Layer::purpose) - layers.begin();
    const auto count = std::ranges::count(layers, moved->purpose(), &Layer::purpose);
    if (before == at || before == at + 1 || before < first || before > first + count)
        return std::nullopt;
    QList<Layer> wanted = layers.mid(first, count);
    wanted.move(at - first, before - first - (before > at ? 1 : 0));
    for (const int room : {1, 0}) {
        if (const auto found = Levels(wanted, id, room).found(top))
            return found;
    }
    return std::nullopt;
}

} // namespace ui
