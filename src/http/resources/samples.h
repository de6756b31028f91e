// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/property.h"
#include "store/metervalues.h"

namespace http {

// One sampledValue with its moment, defaults filled in (7.43).
struct SampleView {
    ocpp::Timestamp timestamp{};
    int connector = 0;
    QString value; // a text: SignedData is no number, and numbers keep their digits
    QString measurand;
    QString unit;
    QString context;
    QString phase;
    QString location;
    QString format;

    static std::span<const Property> properties();
};

// In order of time, and within one moment as received.
QList<SampleView> samplesOf(const QList<store::MeterValue> &values);

} // namespace http
