// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/answer.h"
#include "simulator/configurationkeys.h"

#include "ocpp/messages.h"

#include <QMap>

namespace simulator {

/// The local authorization list of a station (3.5.2, 5.10, 5.15). Survives reboots.
class LocalAuthList {
public:
    explicit LocalAuthList(const ConfigurationKeys &configuration) : configuration_(configuration) {}

    Answer<ocpp::GetLocalListVersion::Response> handle(const ocpp::GetLocalListVersion::Request &) const;
    Answer<ocpp::SendLocalList::Response> handle(const ocpp::SendLocalList::Request &request);

    /// What it says about a tag; nothing if it does not know it, or is not enabled.
    const ocpp::IdTagInfo *find(const QString &idTag) const;
    int size() const { return int(entries_.size()); }
    /// As it left the factory.
    void clear();

private:
    bool isSupported() const;

    const ConfigurationKeys &configuration_;
    QMap<QString, ocpp::IdTagInfo> entries_; // by tag in lower case
    int version_ = 0;
};

} // namespace simulator
