// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/stationfiles.h"

#include "http/listing.h"
#include "http/resources/commands.h"
#include "http/schema.h"
#include "store/stationfiles.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView fileKinds[] = {"diagnostics"_L1, "diagnosticsLog"_L1, "securityLog"_L1};
constexpr QLatin1StringView fileStates[] = {"requested"_L1, "accepted"_L1, "received"_L1,
                                            "elsewhere"_L1, "failed"_L1,   "cancelled"_L1};

using F = store::StationFile;
constexpr Property stationFileProperties[] = {
    shown<F>("id"_L1, "Grows with each"_L1, [](const F &f) { return f.id; }),
    shown<F>("station"_L1, "Its id"_L1, [](const F &f) { return f.station; }),
    shown<F>("kind"_L1, "What was asked for"_L1, [](const F &f) { return f.kind; }, words(fileKinds)),
    shown<F>("state"_L1, "received: here, and whole"_L1, [](const F &f) { return f.state; }, words(fileStates)),
    shown<F>("name"_L1, "As the station calls it"_L1, [](const F &f) { return orNull(f.name); }),
    shown<F>("size"_L1, "In bytes"_L1, [](const F &f) { return f.size; }),
    shown<F>("isStored"_L1, "It can be downloaded"_L1, [](const F &f) { return !f.file.isEmpty(); }),
    shown<F>("command"_L1, "Its GetDiagnostics or GetLog"_L1, [](const F &f) { return f.command; }),
    shown<F>("requestId"_L1, "Of GetLog"_L1, [](const F &f) { return f.requestId; }),
    shown<F>("status"_L1, "The station's last word"_L1, [](const F &f) { return orNull(f.status); }),
    shown<F>("statusTime"_L1, "When it said so"_L1, [](const F &f) { return f.statusTime; }),
    shown<F>("reason"_L1, "Why it failed"_L1, [](const F &f) { return orNull(f.reason); }),
    shown<F>("created"_L1, "When it was asked for"_L1, [](const F &f) { return f.created; }),
    shown<F>("expires"_L1, "Until when it may come"_L1, [](const F &f) { return f.expires; }),
    shown<F>("received"_L1, "When it was complete"_L1, [](const F &f) { return f.received; }),
};

using W = store::FileWish;
constexpr Property fileWishProperties[] = {
    settable<W>("kind"_L1, "diagnostics by GetDiagnostics, the logs by GetLog"_L1,
                [](auto &w) -> auto & { return w.kind; }, words(fileKinds)),
    settable<W>("from"_L1, "Leave out what is older"_L1, [](auto &w) -> auto & { return w.from; }),
    settable<W>("to"_L1, "Leave out what is newer"_L1, [](auto &w) -> auto & { return w.to; }),
    settable<W>("retries"_L1, "How often the station is to try"_L1, [](auto &w) -> auto & { return w.retries; },
                range(0, 1000)),
    settable<W>("retryInterval"_L1, "Seconds between two attempts"_L1,
                [](auto &w) -> auto & { return w.retryIntervalSeconds; }, range(0, 86'400)),
};

Failure unknownFile(qint64 id)
{
    return {404, u"unknownFile"_s, u"There is no file %1 of this station."_s.arg(id), {}};
}

// Of the station in the path, case-insensitively.
Answer<F> find(store::Database &db, const QString &station, qint64 id)
{
    const auto file = store::StationFiles(db).find(id);
    const bool isOurs = file && store::folded(file->station) == store::folded(station);
    return isOurs ? Answer<F>(*file) : tl::unexpected(unknownFile(id));
}

Answer<F> find(Context &context, const Call &call)
{
    return call.pathNumber(u"file"_s, u"unknownFile"_s).and_then([&](qint64 id) {
        return flattened(context.read(
            [id, station = call.path(u"id"_s)](store::Database &db) { return find(db, station, id); }));
    });
}

Reply fileReply(const F &file, int status)
{
    return jsonReply(toJson(stationFileProperties, &file), status);
}

} // namespace

const Schema stationFileSchema{"StationFile"_L1, stationFileProperties, "Diagnostics or a log of a station"_L1};
const Schema fileWishSchema{"StationFileRequest"_L1, fileWishProperties, "What a station is to bring"_L1};

Answer<Reply> listStationFiles(Context &context, const Call &call)
{
    const auto page = call.pageById();
    if (!page)
        return tl::unexpected(page.error());
    const QString id = call.path(u"id"_s);
    return flattened(context.read([id, page = *page](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(id);
        if (!station)
            return tl::unexpected(unknownStation(id));
        const auto rows = store::StationFiles(db).list({station->id, page.afterId(), page.limit + 1});
        return pageReply(rows, page, stationFileProperties, keyById);
    }));
}

Answer<Reply> requestStationFile(Context &context, const Call &call)
{
    W wish;
    wish.station = call.path(u"id"_s);
    wish.origin = u"api"_s;
    const Answer<void> assigned =
        call.body().and_then([&wish](const QJsonObject &body) { return assign(fileWishSchema, body, &wish); });
    if (!assigned)
        return tl::unexpected(assigned.error());
    return flattened(context.write([wish](store::Database &db) -> Answer<Reply> {
        const auto file = store::StationFiles(db).request(wish);
        if (!file)
            return tl::unexpected(failureOf(file.error()));
        return fileReply(*file, 202);
    }));
}

Answer<Reply> retryStationFile(Context &context, const Call &call)
{
    return call.pathNumber(u"file"_s, u"unknownFile"_s).and_then([&](qint64 id) {
        return flattened(context.write([id, station = call.path(u"id"_s)](store::Database &db) -> Answer<Reply> {
            const auto former = find(db, station, id);
            if (!former)
                return tl::unexpected(former.error());
            const bool isOpen = former->state == store::StationFileState::Requested
                                || former->state == store::StationFileState::Accepted;
            if (isOpen) {
                return tl::unexpected(Failure{
                    409, u"isOpen"_s, u"File %1 may still come: it is %2."_s.arg(id).arg(toString(former->state)), {}});
            }
            const auto file = store::StationFiles(db).requestAgain(*former, u"api"_s);
            if (!file)
                return tl::unexpected(failureOf(file.error()));
            return fileReply(*file, 202);
        }));
    });
}

Answer<Reply> showStationFile(Context &context, const Call &call)
{
    return find(context, call).map([](const F &file) { return fileReply(file, 200); });
}

Answer<Reply> downloadStationFile(Context &context, const Call &call)
{
    return find(context, call).and_then([&context](const F &file) -> Answer<Reply> {
        if (file.file.isEmpty() || !context.files)
            return tl::unexpected(Failure{404, u"noFile"_s, u"File %1 is not here: it is %2."_s.arg(file.id).arg(
                                                                toString(file.state)), {}});
        if (!file.node.isEmpty() && file.node != context.node) {
            return tl::unexpected(Failure{409, u"onAnotherNode"_s, u"File %1 is on node %2 of this central system; this is "
                                                                   "node %3. Ask that one for it."_s.arg(file.id).arg(
                                                                       file.node, context.node), {}});
        }
        Reply reply;
        reply.file = context.files->receivedPath(file.file);
        reply.fileName = file.name;
        return reply;
    });
}

Answer<Reply> removeStationFile(Context &context, const Call &call)
{
    return find(context, call).and_then([&context](const F &file) {
        return context.write([id = file.id](store::Database &db) { return store::StationFiles(db).remove(id); })
            .map([&context](const QString &name) {
                if (context.files)
                    context.files->removeReceived(name);
                return emptyReply();
            });
    });
}

} // namespace http
