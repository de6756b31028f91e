// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace store {

/// A token somebody entered.
struct IdTag {
    QString tag{}; ///< as entered, 1-20 characters
    QString tagKey{}; ///< folded(tag); set by IdTags::save
    QString status{QLatin1StringView("Accepted")}; ///< "Accepted" or "Blocked"; expiry is judged by expiryDate
    std::optional<ocpp::Timestamp> expiryDate{};
    QString parentIdTag{};
    std::optional<int> maxConcurrent{}; ///< open transactions this tag may have; nothing: no limit
    QString name{};
    QStringList stations{}; ///< ids where it is valid; empty: everywhere

    static const RowTable &table();
};

/// What a tag has been used for.
struct TagUse {
    QString tagKey{};
    QString station{}; ///< of its latest transaction
    int connector = 0; ///< of its latest transaction
    ocpp::Timestamp lastStarted{};
    qint64 openTransaction = 0; ///< the latest, if it is open; 0: none

    static const RowTable &table();
};

struct IdTagFilter {
    QString text{}; ///< part of the tag or the name, case-insensitive
    QString after{}; ///< tag after which the page begins
    int limit = 0; ///< 0: all
};

class IdTags {
public:
    explicit IdTags(Database &db) : db_(db) {}

    /// Case-insensitive.
    std::optional<IdTag> find(const QString &tag);
    /// By tag.
    QList<IdTag> list(const IdTagFilter &filter = {});
    /// Of the known tags that ever started a transaction.
    QList<TagUse> uses();
    /// Inserts or replaces. The tag is no longer listed as seen but not known. Local lists made of tags follow it.
    void save(IdTag tag);
    bool remove(const QString &tag);
    /// May `other` stop what `tag` started? Same tag, same parent, or one is the other's parent; two tags
    /// without a parent are not related (behaviour 12). Case-insensitive; unknown tags have no parent.
    bool related(const QString &tag, const QString &other);

private:
    Database &db_;
};

/// A tag that a station presented and nobody entered.
struct SeenTag {
    QString tag{};
    QString tagKey{};
    QString station{}; ///< the last one
    ocpp::Timestamp firstSeen{};
    ocpp::Timestamp lastSeen{};
    int count = 0;

    static const RowTable &table();
};

class SeenTags {
public:
    explicit SeenTags(Database &db) : db_(db) {}

    /// Counts up. Does nothing for a tag that is known.
    void note(const QString &tag, const QString &station, ocpp::Timestamp at);
    std::optional<SeenTag> find(const QString &tag);
    /// Last seen first.
    QList<SeenTag> list(int limit = 0);
    /// Those that were seen at that time or later.
    int countSince(ocpp::Timestamp time);
    bool remove(const QString &tag);
    /// Puts a removed one back as it was, unless the tag is known or was seen again.
    void restore(const SeenTag &seen);

private:
    Database &db_;
};

} // namespace store
