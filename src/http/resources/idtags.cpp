// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/idtags.h"

#include "http/listing.h"
#include "http/schema.h"
#include "store/idtags.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView statuses[] = {"Accepted"_L1, "Blocked"_L1};
constexpr QLatin1StringView requiredMembers[] = {"status"_L1};

using T = store::IdTag;
constexpr Property idTagProperties[] = {
    shown<T>("tag"_L1, "Matched case-insensitively"_L1, [](const T &t) { return t.tag; }),
    settable<T>(
        "status"_L1, "Expiry is judged by expiryDate"_L1, [](auto &t) -> auto & { return t.status; },
        words(statuses)),
    settable<T>(
        "expiryDate"_L1, "May be in the past"_L1, [](auto &t) -> auto & { return t.expiryDate; },
        leftOutWhenAbsent()),
    settable<T>(
        "parentIdTag"_L1, "Tags with the same parent may stop each other's sessions"_L1,
        [](auto &t) -> auto & { return t.parentIdTag; }, length(0, 20), mayBeNull(), leftOutWhenAbsent()),
    settable<T>(
        "maxConcurrent"_L1, "How many transactions it may have open at once"_L1,
        [](auto &t) -> auto & { return t.maxConcurrent; }, range(0, 10'000), leftOutWhenAbsent()),
    settable<T>(
        "name"_L1, "Whose it is"_L1, [](auto &t) -> auto & { return t.name; }, length(0, 200), mayBeNull(),
        leftOutWhenAbsent()),
    settable<T>(
        "stations"_L1, "Ids of the stations where it is valid; none: everywhere"_L1,
        [](auto &t) -> auto & { return t.stations; }, mayBeNull(), leftOutWhenAbsent()),
};

Failure unknownTag(const QString &tag)
{
    return {404,
            u"unknownIdTag"_s,
            u"There is no idTag \"%1\". Enter it with PUT /api/v1/id-tags/{tag}."_s.arg(tag),
            {}};
}

// CiString20Type (7.28); ":" is legal (behaviour 13).
Answer<void> checkTag(const QString &tag)
{
    const bool fits = !tag.isEmpty() && tag.toUcs4().size() <= 20 && std::ranges::none_of(tag, [](QChar c) {
        return c.unicode() < 0x20 || c.unicode() == 0x7f;
    });
    if (fits)
        return {};
    return tl::unexpected(Failure{422, u"badIdTag"_s, u"An idTag has 1 to 20 characters."_s, {}});
}

Reply tagReply(const T &tag, int status)
{
    return jsonReply(toJson(idTagProperties, &tag), status);
}

} // namespace

const Schema idTagSchema{"IdTag"_L1, idTagProperties, "A token that starts and stops sessions"_L1,
                         requiredMembers};

Answer<Reply> listIdTags(Context &context, const Call &call)
{
    return call.page().and_then([&context](const Page &page) {
        return context.read([page](store::Database &db) {
            const auto tags =
                store::IdTags(db).list({.text = {}, .after = page.after, .limit = page.limit + 1});
            return pageReply(tags, page, idTagProperties, [](const T &tag) { return tag.tag; });
        });
    });
}

Answer<Reply> showIdTag(Context &context, const Call &call)
{
    const QString tag = call.path(u"tag"_s);
    return flattened(context.read([tag](store::Database &db) -> Answer<Reply> {
        const auto known = store::IdTags(db).find(tag);
        if (!known)
            return tl::unexpected(unknownTag(tag));
        return tagReply(*known, 200);
    }));
}

Answer<Reply> setIdTag(Context &context, const Call &call)
{
    T wanted;
    wanted.tag = call.path(u"tag"_s);
    const Answer<void> assigned =
        checkTag(wanted.tag)
            .and_then([&call] { return call.body(); })
            .and_then([&wanted](const QJsonObject &body) { return assign(idTagSchema, body, &wanted); });
    if (!assigned)
        return tl::unexpected(assigned.error());
    return context.write([wanted](store::Database &db) {
        store::IdTags tags(db);
        const bool known = tags.find(wanted.tag).has_value();
        tags.save(wanted);
        return tagReply(tags.find(wanted.tag).value_or(wanted), known ? 200 : 201);
    });
}

Answer<Reply> removeIdTag(Context &context, const Call &call)
{
    const QString tag = call.path(u"tag"_s);
    return flattened(context.write([tag](store::Database &db) -> Answer<Reply> {
        if (!store::IdTags(db).remove(tag))
            return tl::unexpected(unknownTag(tag));
        return emptyReply();
    }));
}

} // namespace http
