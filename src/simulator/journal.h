// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"

#include <QByteArray>
#include <QString>

namespace simulator {

/// One frame as it went over the wire, secrets replaced by "***".
struct FrameRecord {
    QString station;
    ocpp::Timestamp time{};
    bool outgoing = false;
    QByteArray text{}; // UTF-8 JSON; what could not be read stands there as received
};

/// Where stations tell what they do. Called in the stations' thread.
class Journal {
public:
    Journal() = default;
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;
    virtual ~Journal() = default;

    /// Whether frame() wants to be called: masking and encoding a second time is not free.
    virtual bool wantsFrames() const = 0;
    virtual void frame(const FrameRecord &record) = 0;
    /// One English sentence about something that happened.
    virtual void note(const QString &station, const QString &sentence) = 0;
};

/// For those who do not want to know.
class SilentJournal final : public Journal {
public:
    bool wantsFrames() const override { return false; }
    void frame(const FrameRecord &) override {}
    void note(const QString &, const QString &) override {}
};

} // namespace simulator
