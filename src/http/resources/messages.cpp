// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/messages.h"

#include "http/listing.h"
#include "store/findings.h"
#include "store/frames.h"
#include "store/stations.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

using F = store::FrameRow;

// Null for a malformed frame, which has none.
std::optional<int> typeOf(const F &frame)
{
    return frame.type == 0 ? std::nullopt : std::optional(frame.type);
}

constexpr QLatin1StringView directions[] = {"in"_L1, "out"_L1};

constexpr Property messageProperties[] = {
    shown<F>("id"_L1, "Grows with each message"_L1, [](const F &f) { return f.id; }),
    shown<F>("time"_L1, "When it came in or went out"_L1, [](const F &f) { return f.time; }),
    shown<F>(
        "direction"_L1, "in: from the station"_L1, [](const F &f) { return f.incoming ? u"in"_s : u"out"_s; },
        words(directions)),
    shown<F>("type"_L1, "2 CALL, 3 CALLRESULT, 4 CALLERROR; null if it is none of them"_L1,
             [](const F &f) { return typeOf(f); }),
    shown<F>("messageId"_L1, "An answer has that of its CALL"_L1,
             [](const F &f) { return orNull(f.messageId); }),
    shown<F>("action"_L1, "Also of answers"_L1, [](const F &f) { return orNull(f.action); }),
    shown<F>("payload"_L1, "Secrets are masked; of a malformed frame the text"_L1,
             [](const F &f) { return wireValue(f.payload); }),
    shown<F>(
        "finding"_L1, "What was wrong with it"_L1, [](const F &f) { return orNull(f.finding); },
        leftOutWhenAbsent()),
};

struct FrameView : F {
    static std::span<const Property> properties() { return messageProperties; }
};

struct FindingView {
    store::FindingRow finding;
    std::optional<FrameView> frame;
};

using V = FindingView;
constexpr Property findingProperties[] = {
    shown<V>("id"_L1, "Of this finding"_L1, [](const V &v) { return v.finding.id; }),
    shown<V>("code"_L1, "The CALLERROR code that the specification names for it"_L1,
             [](const V &v) { return v.finding.code; }),
    shown<V>("path"_L1, "JSON pointer into the payload"_L1, [](const V &v) { return v.finding.path; }),
    shown<V>("text"_L1, "What deviates"_L1, [](const V &v) { return v.finding.text; }),
    shown<V>("clause"_L1, "Of the specification"_L1, [](const V &v) { return orNull(v.finding.clause); }),
    shown<V>("action"_L1, "Of the message"_L1, [](const V &v) { return orNull(v.finding.action); }),
    shown<V>("first"_L1, "When it was seen first"_L1, [](const V &v) { return v.finding.first; }),
    shown<V>("last"_L1, "When it was seen last"_L1, [](const V &v) { return v.finding.last; }),
    shown<V>("count"_L1, "How often it was seen"_L1, [](const V &v) { return v.finding.count; }),
    shownObject<V>("frame"_L1, "The latest message that showed it, while it is kept"_L1,
                   [](const V &v) { return v.frame; }),
};

std::optional<FrameView> frameOf(store::Database &db, const store::FindingRow &finding)
{
    const auto frame = finding.frameId ? store::Frames(db).find(*finding.frameId) : std::nullopt;
    return frame ? std::optional(FrameView{*frame}) : std::nullopt;
}

QList<V> viewsOf(store::Database &db, const QString &station)
{
    QList<V> views;
    for (const store::FindingRow &finding : store::Findings(db).list(station))
        views += V{finding, frameOf(db, finding)};
    return views;
}

} // namespace

const Schema messageSchema{"Message"_L1, messageProperties, "A frame that a station sent or received"_L1};
const Schema findingSchema{"Finding"_L1, findingProperties,
                           "A tolerated deviation from the specification"_L1};

Answer<Reply> listMessages(Context &context, const Call &call)
{
    const auto page = call.pageById();
    const auto since = call.queryTime(u"since"_s);
    if (!page || !since)
        return tl::unexpected(page ? since.error() : page.error());
    const QString id = call.path(u"id"_s);
    return flattened(context.readSettled([id, page = *page, since = *since](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(id);
        if (!station)
            return tl::unexpected(unknownStation(id));
        const auto frames = store::Frames(db).since(station->id, since.value_or(ocpp::Timestamp{}),
                                                    page.limit + 1, page.afterId());
        return pageReply(frames, page, messageProperties, keyById);
    }));
}

Answer<Reply> listFindings(Context &context, const Call &call)
{
    const auto page = call.pageById();
    if (!page)
        return tl::unexpected(page.error());
    const QString id = call.path(u"id"_s);
    return flattened(context.read([id, page = *page](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(id);
        if (!station)
            return tl::unexpected(unknownStation(id));
        return sliceReply(viewsOf(db, station->id), page, findingProperties);
    }));
}

} // namespace http
