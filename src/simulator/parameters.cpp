// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/parameters.h"

namespace simulator {

using namespace Qt::Literals::StringLiterals;

int Parameters::connector() const
{
    const QJsonValue value = object_.value("connector"_L1);
    if (value == "any"_L1)
        return random_.whole(1, connectors_);
    return value.toInt(1);
}

QString Parameters::tag() const
{
    const QString tag = text(u"tag"_s);
    if (!tag.isEmpty() && tag != "any"_L1)
        return tag;
    if (idTags_.isEmpty())
        return {};
    return tag.isEmpty() ? idTags_.first() : idTags_.at(random_.whole(0, int(idTags_.size()) - 1));
}

QString Parameters::text(const QString &name, const QString &otherwise) const
{
    return object_.value(name).toString(otherwise);
}

bool Parameters::flag(const QString &name, bool otherwise) const
{
    return object_.value(name).toBool(otherwise);
}

double Parameters::number(const QString &name, double otherwise) const
{
    return object_.value(name).toDouble(otherwise);
}

std::optional<double> Parameters::watts(const QString &name) const
{
    return has(name) ? std::optional(1000 * number(name, 0)) : std::nullopt;
}

std::chrono::milliseconds Parameters::span(const QString &name, double otherwise) const
{
    return std::chrono::milliseconds(qint64(1000 * number(name, otherwise) / speed_));
}

Vehicle Parameters::vehicle() const
{
    Vehicle vehicle;
    vehicle.batteryWh = 1000 * number(u"battery"_s, vehicle.batteryWh / 1000);
    vehicle.socPercent = number(u"soc"_s, vehicle.socPercent);
    vehicle.targetPercent = number(u"target"_s, vehicle.targetPercent);
    vehicle.acPowerW = watts(u"kw"_s).value_or(vehicle.acPowerW);
    vehicle.dcPowerW = watts(u"kw"_s).value_or(vehicle.dcPowerW);
    vehicle.phases = int(number(u"phases"_s, vehicle.phases));
    return vehicle;
}

} // namespace simulator
