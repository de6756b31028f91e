// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/idtags.h"

#include "store/clock.h"
#include "store/filter.h"
#include "store/locallists.h"
#include "store/stations.h"

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr Column tagColumns[] = {
    column<&IdTag::tagKey>("tag_key"_L1, ColumnRole::Key),
    column<&IdTag::tag>("tag"_L1),
    column<&IdTag::status>("status"_L1),
    column<&IdTag::expiryDate>("expiry_date"_L1),
    column<&IdTag::parentIdTag>("parent_id_tag"_L1),
    column<&IdTag::maxConcurrent>("max_concurrent"_L1),
    column<&IdTag::name>("name"_L1),
    column<&IdTag::stations>("stations"_L1),
};
constexpr RowTable tagTable{"id_tags"_L1, tagColumns};

// The latest transaction of each tag by its index (id_tag_key, id): quick, however many transactions there are.
constexpr Column useColumns[] = {
    column<&TagUse::tagKey>("id_tag_key"_L1, ColumnRole::Key),
    column<&TagUse::station>("station"_L1),
    column<&TagUse::connector>("connector"_L1),
    column<&TagUse::lastStarted>("started_at"_L1),
    column<&TagUse::openTransaction>("CASE WHEN stopped_at IS NULL AND closed_by = '' THEN id ELSE 0 END"_L1),
};
constexpr RowTable useTable{"transactions"_L1, useColumns};

constexpr Column seenColumns[] = {
    column<&SeenTag::tagKey>("tag_key"_L1, ColumnRole::Key),
    column<&SeenTag::tag>("tag"_L1),
    column<&SeenTag::station>("station"_L1),
    column<&SeenTag::firstSeen>("first_seen"_L1),
    column<&SeenTag::lastSeen>("last_seen"_L1),
    column<&SeenTag::count>("count"_L1),
};
constexpr RowTable seenTable{"seen_tags"_L1, seenColumns};

/// LIKE takes "%" and "_" in the text as they are.
QString containing(const QString &text)
{
    QString pattern = folded(text);
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u"%"_s + pattern + u"%"_s;
}

} // namespace

const RowTable &IdTag::table()
{
    return tagTable;
}

const RowTable &TagUse::table()
{
    return useTable;
}

const RowTable &SeenTag::table()
{
    return seenTable;
}

std::optional<IdTag> IdTags::find(const QString &tag)
{
    return db_.row<IdTag>(u"WHERE tag_key = ?"_s, {folded(tag)});
}

QList<IdTag> IdTags::list(const IdTagFilter &filter)
{
    Filter where;
    if (!filter.after.isEmpty())
        where.where(u"tag_key > ?"_s, {folded(filter.after)});
    if (!filter.text.isEmpty()) {
        const QString pattern = containing(filter.text);
        where.where(u"(tag_key LIKE ? ESCAPE '\\' OR LOWER(name) LIKE ? ESCAPE '\\')"_s, {pattern, pattern});
    }
    where.finish(u"ORDER BY tag_key"_s, filter.limit);
    return db_.rows<IdTag>(where.tail(), where.values());
}

QList<TagUse> IdTags::uses()
{
    return db_.rows<TagUse>(
        u"WHERE id IN (SELECT (SELECT max(t.id) FROM transactions t WHERE t.id_tag_key = k.tag_key) "
        "FROM id_tags k)"_s);
}

void IdTags::save(IdTag tag)
{
    tag.tagKey = folded(tag.tag);
    const std::optional<IdTag> before = find(tag.tag);
    db_.save(tag);
    db_.noteChange(Table::IdTags, {}, tag.tag);
    SeenTags(db_).remove(tag.tag);
    LocalLists(db_).tagChanged(before, tag, now());
}

bool IdTags::remove(const QString &tag)
{
    const std::optional<IdTag> before = find(tag);
    if (!before)
        return false;
    db_.run(u"DELETE FROM id_tags WHERE tag_key = ?"_s, {before->tagKey});
    db_.noteChange(Table::IdTags, {}, tag);
    LocalLists(db_).tagChanged(before, std::nullopt, now());
    return db_.ok();
}

bool IdTags::related(const QString &tag, const QString &other)
{
    const QString key = folded(tag);
    const QString otherKey = folded(other);
    if (key == otherKey)
        return true;
    const std::optional<IdTag> known = find(tag);
    const std::optional<IdTag> otherKnown = find(other);
    const QString parent = known ? folded(known->parentIdTag) : QString();
    const QString otherParent = otherKnown ? folded(otherKnown->parentIdTag) : QString();
    return (!parent.isEmpty() && (parent == otherParent || parent == otherKey))
           || (!otherParent.isEmpty() && otherParent == key);
}

void SeenTags::note(const QString &tag, const QString &station, ocpp::Timestamp at)
{
    const QString key = folded(tag);
    const int noted = db_.run(u"INSERT INTO seen_tags (tag_key, tag, station, first_seen, last_seen, count) "
                              "SELECT ?, ?, ?, ?, ?, 1 WHERE NOT EXISTS (SELECT 1 FROM id_tags WHERE tag_key = ?) "
                              "ON CONFLICT (tag_key) DO UPDATE SET tag = excluded.tag, station = excluded.station, "
                              "last_seen = excluded.last_seen, count = seen_tags.count + 1"_s,
                              {key, tag, station, at, at, key});
    if (noted > 0)
        db_.noteChange(Table::SeenTags, {}, tag);
}

std::optional<SeenTag> SeenTags::find(const QString &tag)
{
    return db_.row<SeenTag>(u"WHERE tag_key = ?"_s, {folded(tag)});
}

QList<SeenTag> SeenTags::list(int limit)
{
    Filter filter;
    filter.finish(u"ORDER BY last_seen DESC, tag_key"_s, limit);
    return db_.rows<SeenTag>(filter.tail(), filter.values());
}

int SeenTags::countSince(ocpp::Timestamp time)
{
    return static_cast<int>(db_.number(u"SELECT count(*) FROM seen_tags WHERE last_seen >= ?"_s, {time}));
}

bool SeenTags::remove(const QString &tag)
{
    const bool removed = db_.run(u"DELETE FROM seen_tags WHERE tag_key = ?"_s, {folded(tag)}) > 0;
    if (removed)
        db_.noteChange(Table::SeenTags, {}, tag);
    return removed;
}

void SeenTags::restore(const SeenTag &seen)
{
    if (!IdTags(db_).find(seen.tag) && db_.insertNew(seen))
        db_.noteChange(Table::SeenTags, {}, seen.tag);
}

} // namespace store
