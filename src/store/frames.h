// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace store {

/// One frame that came or went.
struct FrameRow {
    qint64 id = 0;
    QString station{};
    ocpp::Timestamp time{};
    bool incoming = false;
    int type = 0;         ///< 2, 3, 4; 0 for a malformed one
    QString messageId{};
    QString action{};       ///< of answers, too
    QByteArray payload{};   ///< JSON, secrets masked; of malformed frames the raw text
    QString finding{};      ///< what was wrong with it, if anything

    static const RowTable &table();
};

struct FrameFilter {
    QString station{};
    QString action{};
    QString messageId{};
    std::optional<bool> incoming{};
    std::optional<int> type{};
    bool findingsOnly = false;
    std::optional<ocpp::Timestamp> from{}; ///< included
    std::optional<ocpp::Timestamp> to{};   ///< excluded
    qint64 after = 0; ///< id where the page before ended
    int limit = 100;  ///< 0: all
};

class Frames {
public:
    explicit Frames(Database &db) : db_(db) { }

    /// Cheap: written in bulk at the end of the batch.
    void append(const FrameRow &frame);
    /// At once, for a frame that something has to refer to. Its id.
    qint64 insert(const FrameRow &frame);

    std::optional<FrameRow> find(qint64 id);
    /// Newest first.
    QList<FrameRow> list(const FrameFilter &filter);
    /// In the order they were written, from a time (included) on; `after` is the id where the page before ended.
    QList<FrameRow> since(const QString &station, ocpp::Timestamp since, int limit, qint64 after = 0);

private:
    QList<FrameRow> gather(const FrameFilter &filter, qint64 first, qint64 last, bool newestFirst);
    qint64 firstIdSince(ocpp::Timestamp time);

    Database &db_;
};

} // namespace store
