// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/random.h"
#include "simulator/vehicle.h"

#include <QJsonObject>
#include <QStringList>

#include <chrono>
#include <optional>

namespace simulator {

/// What a step of a scenario says about its action, with chance where it says "any".
class Parameters {
public:
    Parameters(const QJsonObject &object, const QStringList &idTags, int connectors, double speed,
               Random &random)
        : object_(object), idTags_(idTags), connectors_(connectors), speed_(speed), random_(random)
    {
    }

    /// "connector": a number, "any", or absent: 1.
    int connector() const;
    /// "tag": a text, "any" of the tags of this run, or absent: the first of them.
    QString tag() const;
    QString text(const QString &name, const QString &otherwise = {}) const;
    bool flag(const QString &name, bool otherwise) const;
    double number(const QString &name, double otherwise) const;
    /// In kW in the scenario, in W here.
    std::optional<double> watts(const QString &name) const;
    /// In seconds of the scenario, which runs faster than real time by its speed.
    std::chrono::milliseconds span(const QString &name, double otherwise) const;
    /// "battery" kWh, "soc" %, "target" %, "kw", "phases".
    Vehicle vehicle() const;
    bool has(const QString &name) const { return object_.contains(name); }

private:
    const QJsonObject &object_;
    const QStringList &idTags_;
    int connectors_;
    double speed_;
    Random &random_;
};

} // namespace simulator
