// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/firmware.h"

#include "http/listing.h"
#include "http/schema.h"
#include "pki/firmwaresignature.h"
#include "store/clock.h"
#include "store/firmware.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <vector>

namespace http {

using namespace Qt::Literals::StringLiterals;
using store::Firmware;

namespace {

constexpr QLatin1StringView updateKinds[] = {"plain"_L1, "signed"_L1};
constexpr QLatin1StringView jobStates[] = {"planned"_L1,   "queued"_L1, "running"_L1,  "cancelling"_L1,
                                           "installed"_L1, "failed"_L1, "cancelled"_L1};
constexpr QLatin1StringView rolloutStates[] = {"running"_L1, "finished"_L1, "stopped"_L1, "cancelled"_L1};

using I = store::FirmwareImage;

// "none", "valid", or what is wrong with it; null while there is no file.
std::optional<QString> signatureOf(const I &image)
{
    if (image.file.isEmpty())
        return std::nullopt;
    if (image.signature.isEmpty())
        return u"none"_s;
    const auto verified = pki::verify({QByteArray::fromHex(image.sha256.toLatin1()), image.signature.toLatin1(),
                                       image.signingCertificate.toUtf8()},
                                      std::chrono::system_clock::now());
    return verified ? u"valid"_s : verified.error();
}

constexpr QLatin1StringView requiredOfImage[] = {"name"_L1};
constexpr Property firmwareImageProperties[] = {
    shown<I>("id"_L1, "Grows with each"_L1, [](const I &i) { return i.id; }),
    settable<I>("name"_L1, "The file name that stations see"_L1, [](auto &i) -> auto & { return i.name; }, length(1, 100)),
    settable<I>("version"_L1, "As a station's BootNotification says it"_L1, [](auto &i) -> auto & { return i.version; },
                length(0, 50)),
    settable<I>("vendor"_L1, "Only for stations of this vendor; empty: any"_L1, [](auto &i) -> auto & { return i.vendor; },
                length(0, 20)),
    settable<I>("model"_L1, "Only for stations of this model; empty: any"_L1, [](auto &i) -> auto & { return i.model; },
                length(0, 20)),
    settable<I>("signature"_L1, "Base64, of the manufacturer; empty: unsigned"_L1,
                [](auto &i) -> auto & { return i.signature; }, length(0, 800)),
    settable<I>("signingCertificate"_L1, "PEM"_L1, [](auto &i) -> auto & { return i.signingCertificate; }, length(0, 5500)),
    shown<I>("size"_L1, "In bytes; 0 until the file is uploaded"_L1, [](const I &i) { return i.size; }),
    shown<I>("sha256"_L1, "Of the file, in hex"_L1, [](const I &i) { return orNull(i.sha256); }),
    shown<I>("signatureCheck"_L1,
             "none, valid, or what is wrong; null until the file is uploaded. Who issued the certificate is checked for each "
             "station"_L1,
             [](const I &i) { return signatureOf(i); }),
    shown<I>("created"_L1, "When it was entered"_L1, [](const I &i) { return i.created; }),
};

using J = store::FirmwareJob;
constexpr Property firmwareJobProperties[] = {
    shown<J>("id"_L1, "Grows with each"_L1, [](const J &j) { return j.id; }),
    shown<J>("station"_L1, "Its id"_L1, [](const J &j) { return j.station; }),
    shown<J>("firmware"_L1, "The image's id"_L1, [](const J &j) { return j.image; }),
    shown<J>("kind"_L1, "plain: UpdateFirmware; signed: SignedUpdateFirmware"_L1, [](const J &j) { return j.kind; },
             words(updateKinds)),
    shown<J>("rollout"_L1, "The roll-out it belongs to"_L1, [](const J &j) { return j.rollout; }),
    shown<J>("wave"_L1, "Of the roll-out"_L1, [](const J &j) { return j.wave; }),
    shown<J>("state"_L1, "The last three are the end"_L1, [](const J &j) { return j.state; }, words(jobStates)),
    shown<J>("status"_L1, "The station's last word, e.g. Downloading"_L1, [](const J &j) { return orNull(j.status); }),
    shown<J>("statusTime"_L1, "When it said so"_L1, [](const J &j) { return j.statusTime; }),
    shown<J>("progress"_L1, "Per cent"_L1, [](const J &j) { return j.progress; }),
    shown<J>("reason"_L1, "Why it failed or waits"_L1, [](const J &j) { return orNull(j.reason); }),
    shown<J>("requestId"_L1, "Of SignedUpdateFirmware"_L1, [](const J &j) { return j.requestId; }),
    shown<J>("command"_L1, "The command that the station took"_L1, [](const J &j) { return j.command; }),
    shown<J>("retrieveDate"_L1, "When the station may fetch it"_L1, [](const J &j) { return j.retrieveDate; }),
    shown<J>("installDate"_L1, "When it may install it"_L1, [](const J &j) { return j.installDate; }),
    shown<J>("versionBefore"_L1, "What it ran before"_L1, [](const J &j) { return orNull(j.versionBefore); }),
    shown<J>("created"_L1, "When it was asked for"_L1, [](const J &j) { return j.created; }),
    shown<J>("started"_L1, "When the station took it"_L1, [](const J &j) { return j.started; }),
    shown<J>("finished"_L1, "When it was over"_L1, [](const J &j) { return j.finished; }),
};

using R = store::FirmwareRollout;
constexpr Property firmwareRolloutProperties[] = {
    shown<R>("id"_L1, "Grows with each"_L1, [](const R &r) { return r.id; }),
    shown<R>("firmware"_L1, "The image's id"_L1, [](const R &r) { return r.image; }),
    shown<R>("kind"_L1, "As of its updates"_L1, [](const R &r) { return r.kind; }, words(updateKinds)),
    shown<R>("state"_L1, "stopped: at the first failure"_L1, [](const R &r) { return r.state; }, words(rolloutStates)),
    shown<R>("wave"_L1, "The one that runs, from 1"_L1, [](const R &r) { return r.wave; }),
    shown<R>("reason"_L1, "Why it ended early"_L1, [](const R &r) { return orNull(r.reason); }),
    shown<R>("created"_L1, "When it began"_L1, [](const R &r) { return r.created; }),
    shown<R>("finished"_L1, "When it was over"_L1, [](const R &r) { return r.finished; }),
};

struct UpdateRequest {
    store::UpdatePlan plan;
    QJsonValue waves{}; // of a roll-out: lists of station ids
};
using U = UpdateRequest;
constexpr QLatin1StringView requiredOfUpdate[] = {"firmware"_L1};
constexpr QLatin1StringView requiredOfRollout[] = {"firmware"_L1, "waves"_L1};
constexpr Property updateRequestProperties[] = {
    settable<U>("firmware"_L1, "The image's id"_L1, [](auto &u) -> auto & { return u.plan.image; }),
    settable<U>("kind"_L1, "plain: UpdateFirmware; signed: SignedUpdateFirmware"_L1,
                [](auto &u) -> auto & { return u.plan.kind; }, words(updateKinds)),
    settable<U>("retrieveDate"_L1, "When the station may fetch it; null: now"_L1,
                [](auto &u) -> auto & { return u.plan.retrieveDate; }),
    settable<U>("installDate"_L1, "When it may install it; signed only"_L1,
                [](auto &u) -> auto & { return u.plan.installDate; }),
    settable<U>("retries"_L1, "How often the station is to try"_L1, [](auto &u) -> auto & { return u.plan.retries; },
                range(0, 1000)),
    settable<U>("retryInterval"_L1, "Seconds between two attempts"_L1,
                [](auto &u) -> auto & { return u.plan.retryIntervalSeconds; }, range(0, 86'400)),
};

Failure unknown(QLatin1StringView code, const QString &what, qint64 id)
{
    return {404, code, u"There is no %1 %2."_s.arg(what).arg(id), {}};
}

Failure failureOf(const store::FirmwareRefusal &refusal)
{
    using Kind = store::FirmwareRefusal::Kind;
    switch (refusal.kind) {
    case Kind::UnknownImage:
        return {404, u"unknownFirmware"_s, refusal.text, {}};
    case Kind::UnknownStation:
        return {404, u"unknownStation"_s, refusal.text, {}};
    case Kind::NotComplete:
        return {409, u"notUploaded"_s, refusal.text, {}};
    case Kind::DoesNotFit:
        return {422, u"doesNotFit"_s, refusal.text, u"/firmware"_s};
    case Kind::NotSigned:
        return {422, u"notSigned"_s, refusal.text, u"/kind"_s};
    case Kind::InUse:
        return {409, u"inUse"_s, refusal.text, {}};
    case Kind::Empty:
        return {422, u"nothingToDo"_s, refusal.text, u"/waves"_s};
    }
    Q_UNREACHABLE();
}

template<class Row> Answer<Row> orFailure(const tl::expected<Row, store::FirmwareRefusal> &outcome)
{
    return outcome ? Answer<Row>(*outcome) : tl::unexpected(failureOf(outcome.error()));
}

Reply imageReply(Context &context, const I &image, const QString &token, int status)
{
    QJsonObject json = toJson(firmwareImageProperties, &image);
    if (!token.isEmpty()) {
        const QString name = QString::fromLatin1(QUrl::toPercentEncoding(image.name));
        json.insert("uploadUrl"_L1, u"%1/files/%2/%3"_s.arg(context.fileServer, token, name));
        if (context.files)
            json.insert("uploadLimit"_L1, context.files->limits().fileBytes);
    }
    return jsonReply(json, status);
}

Reply jobReply(const J &job, int status)
{
    return jsonReply(toJson(firmwareJobProperties, &job), status);
}

// With its updates, wave by wave.
Reply rolloutReply(store::Database &db, const R &rollout, int status)
{
    QJsonObject json = toJson(firmwareRolloutProperties, &rollout);
    QJsonArray updates;
    QList<J> jobs = Firmware(db).jobs({.rollout = rollout.id});
    std::ranges::reverse(jobs);
    for (const J &job : jobs)
        updates.append(toJson(firmwareJobProperties, &job));
    json.insert("updates"_L1, updates);
    return jsonReply(json, status);
}

Answer<I> findImage(store::Database &db, qint64 id)
{
    const auto image = Firmware(db).image(id);
    return image ? Answer<I>(*image) : tl::unexpected(unknown("unknownFirmware"_L1, u"firmware image"_s, id));
}

Answer<QList<QStringList>> wavesOf(const QJsonValue &json)
{
    QList<QStringList> waves;
    const QJsonArray lists = json.toArray();
    for (const auto &list : lists) {
        QStringList wave;
        const QJsonArray stations = list.toArray();
        for (const auto &station : stations)
            wave.append(station.toString());
        waves.append(wave);
    }
    if (waves.isEmpty() || waves.contains(QStringList()))
        return tl::unexpected(badMember(u"/waves"_s, u"must be a list of lists of station ids, none of them empty"_s));
    return waves;
}

Answer<U> updateOf(const QJsonObject &body, const Schema &schema)
{
    U update;
    const Answer<void> assigned = assign(schema, body, &update);
    return assigned ? Answer<U>(update) : tl::unexpected(assigned.error());
}

Answer<void> checkFileServer(const Context &context)
{
    if (!context.fileServer.isEmpty())
        return {};
    return tl::unexpected(
        Failure{409, u"noFileServer"_s, u"The file server is switched off. Give it a port (--file-port)."_s, {}});
}

template<class Work> Answer<Reply> withNumber(const Call &call, const QString &name, const QString &code, Work work)
{
    return call.pathNumber(name, code).and_then(work);
}

} // namespace

const Schema firmwareImageSchema{"Firmware"_L1, firmwareImageProperties, "A file to hand out"_L1, requiredOfImage};
const Schema firmwareJobSchema{"FirmwareUpdate"_L1, firmwareJobProperties, "An update of one station"_L1};
const Schema firmwareRolloutSchema{"FirmwareRollout"_L1, firmwareRolloutProperties,
                                   "One image for many stations, wave by wave"_L1};
const Schema updateRequestSchema{"FirmwareUpdateRequest"_L1, updateRequestProperties, "How a station is to be updated"_L1,
                                 requiredOfUpdate};

namespace {

std::span<const Property> rolloutRequestProperties()
{
    static const auto properties = [] {
        std::vector<Property> all(std::begin(updateRequestProperties), std::end(updateRequestProperties));
        Property waves{.name = "waves"_L1, .use = Use::WriteOnly, .help = "Lists of station ids, one list for each wave"_L1};
        waves.shape.kind = Shape::Kind::Anything;
        waves.write = [](void *row, const QJsonValue &value) { static_cast<U *>(row)->waves = value; };
        all.push_back(waves);
        return all;
    }();
    return properties;
}

} // namespace

const Schema rolloutRequestSchema{"FirmwareRolloutRequest"_L1, rolloutRequestProperties(), "Who is to be updated, and how"_L1,
                                  requiredOfRollout};

Answer<Reply> listFirmware(Context &context, const Call &call)
{
    return call.pageById().and_then([&context](const Page &page) {
        return context.read(
            [page](store::Database &db) { return sliceReply(Firmware(db).images(), page, firmwareImageProperties); });
    });
}

Answer<Reply> addFirmware(Context &context, const Call &call)
{
    I entered;
    const Answer<void> assigned =
        call.body()
            .and_then([&entered](const QJsonObject &body) { return assign(firmwareImageSchema, body, &entered); })
            .and_then([&context] { return checkFileServer(context); });
    if (!assigned)
        return tl::unexpected(assigned.error());
    return flattened(context.write([&context, entered](store::Database &db) -> Answer<Reply> {
        I image = entered;
        if (Firmware(db).image(image.name))
            return tl::unexpected(Failure{409, u"nameTaken"_s, u"There is a firmware image %1 already."_s.arg(image.name),
                                          u"/name"_s});
        image.created = store::now();
        image.id = Firmware(db).addImage(image);
        return imageReply(context, image, Firmware(db).addUploadLink(image.id, store::now()), 201);
    }));
}

Answer<Reply> renewFirmwareUpload(Context &context, const Call &call)
{
    if (const Answer<void> served = checkFileServer(context); !served)
        return tl::unexpected(served.error());
    return withNumber(call, u"firmware"_s, u"unknownFirmware"_s, [&context](qint64 id) {
        return flattened(context.write([&context, id](store::Database &db) -> Answer<Reply> {
            const auto image = findImage(db, id);
            if (!image)
                return tl::unexpected(image.error());
            if (!image->file.isEmpty()) {
                return tl::unexpected(
                    Failure{409,
                            u"isUploaded"_s,
                            u"The file of %1 is here. Enter an image of its own for another file."_s.arg(image->name),
                            {}});
            }
            return imageReply(context, *image, Firmware(db).addUploadLink(id, store::now()), 200);
        }));
    });
}

Answer<Reply> showFirmware(Context &context, const Call &call)
{
    return withNumber(call, u"firmware"_s, u"unknownFirmware"_s, [&context](qint64 id) {
        return flattened(context.read([&context, id](store::Database &db) {
            return findImage(db, id).map([&context](const I &image) { return imageReply(context, image, {}, 200); });
        }));
    });
}

Answer<Reply> setFirmware(Context &context, const Call &call)
{
    const auto body = call.body();
    if (!body)
        return tl::unexpected(body.error());
    return withNumber(call, u"firmware"_s, u"unknownFirmware"_s, [&context, body = *body](qint64 id) {
        return flattened(context.write([&context, id, body](store::Database &db) -> Answer<Reply> {
            auto image = findImage(db, id);
            if (!image)
                return tl::unexpected(image.error());
            QJsonObject named = body; // what is not named stays
            if (!named.contains("name"_L1))
                named.insert("name"_L1, image->name);
            const Answer<void> assigned = assign(firmwareImageSchema, named, &*image);
            if (!assigned)
                return tl::unexpected(assigned.error());
            const auto namesake = Firmware(db).image(image->name);
            if (namesake && namesake->id != id)
                return tl::unexpected(Failure{409, u"nameTaken"_s, u"Another image has the name %1."_s.arg(image->name),
                                              u"/name"_s});
            Firmware(db).saveImage(*image);
            return imageReply(context, *image, {}, 200);
        }));
    });
}

Answer<Reply> removeFirmware(Context &context, const Call &call)
{
    return withNumber(call, u"firmware"_s, u"unknownFirmware"_s, [&context](qint64 id) {
        return flattened(context.write([id](store::Database &db) { return orFailure(Firmware(db).removeImage(id)); }))
            .map([&context](const QString &file) {
                if (context.files)
                    context.files->removeFirmware(file);
                return emptyReply();
            });
    });
}

Answer<Reply> listUpdates(Context &context, const Call &call)
{
    const auto page = call.pageById();
    if (!page)
        return tl::unexpected(page.error());
    const QString id = call.path(u"id"_s);
    return flattened(context.read([id, page = *page](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(id);
        if (!station)
            return tl::unexpected(unknownStation(id));
        const auto jobs =
            Firmware(db).jobs({.station = station->id, .after = page.afterId(), .limit = page.limit + 1});
        return pageReply(jobs, page, firmwareJobProperties, keyById);
    }));
}

Answer<Reply> startUpdate(Context &context, const Call &call)
{
    const auto update = call.body().and_then([](const QJsonObject &b) { return updateOf(b, updateRequestSchema); });
    if (!update)
        return tl::unexpected(update.error());
    return flattened(context.write([id = call.path(u"id"_s), plan = update->plan](store::Database &db) -> Answer<Reply> {
        return orFailure(Firmware(db).plan(id, plan, store::now())).map([](const J &job) { return jobReply(job, 202); });
    }));
}

Answer<Reply> showUpdate(Context &context, const Call &call)
{
    return withNumber(call, u"update"_s, u"unknownUpdate"_s, [&context](qint64 id) {
        return flattened(context.read([id](store::Database &db) -> Answer<Reply> {
            const auto job = Firmware(db).job(id);
            return job ? Answer<Reply>(jobReply(*job, 200)) : tl::unexpected(unknown("unknownUpdate"_L1, u"update"_s, id));
        }));
    });
}

Answer<Reply> cancelUpdate(Context &context, const Call &call)
{
    return withNumber(call, u"update"_s, u"unknownUpdate"_s, [&context](qint64 id) {
        return flattened(context.write([id](store::Database &db) -> Answer<Reply> {
            const bool cancelled = Firmware(db).cancel(id, store::now());
            const auto job = Firmware(db).job(id);
            if (!job)
                return tl::unexpected(unknown("unknownUpdate"_L1, u"update"_s, id));
            if (!cancelled)
                return tl::unexpected(
                    Failure{409, u"isOver"_s, u"Update %1 is over: it is %2."_s.arg(id).arg(toString(job->state)), {}});
            return jobReply(*job, 200);
        }));
    });
}

Answer<Reply> retryUpdate(Context &context, const Call &call)
{
    return withNumber(call, u"update"_s, u"unknownUpdate"_s, [&context](qint64 id) {
        return flattened(context.write([id](store::Database &db) -> Answer<Reply> {
            const auto job = Firmware(db).job(id);
            if (!job)
                return tl::unexpected(unknown("unknownUpdate"_L1, u"update"_s, id));
            if (job->isOpen()) {
                return tl::unexpected(
                    Failure{409,
                            u"isOpen"_s,
                            u"Update %1 is not over: it is %2. Cancel it first."_s.arg(id).arg(toString(job->state)),
                            {}});
            }
            return orFailure(Firmware(db).planAgain(*job, store::now())).map([](const J &again) {
                return jobReply(again, 202);
            });
        }));
    });
}

Answer<Reply> listRollouts(Context &context, const Call &call)
{
    return call.pageById().and_then([&context](const Page &page) {
        return context.read(
            [page](store::Database &db) { return sliceReply(Firmware(db).rollouts(), page, firmwareRolloutProperties); });
    });
}

Answer<Reply> startRollout(Context &context, const Call &call)
{
    const auto update = call.body().and_then([](const QJsonObject &b) { return updateOf(b, rolloutRequestSchema); });
    const auto waves = update.and_then([](const U &u) { return wavesOf(u.waves); });
    if (!waves)
        return tl::unexpected(waves.error());
    return flattened(context.write([waves = *waves, plan = update->plan](store::Database &db) -> Answer<Reply> {
        return orFailure(Firmware(db).rollOut(waves, plan, store::now())).map([&db](const R &rollout) {
            return rolloutReply(db, rollout, 202);
        });
    }));
}

Answer<Reply> showRollout(Context &context, const Call &call)
{
    return withNumber(call, u"rollout"_s, u"unknownRollout"_s, [&context](qint64 id) {
        return flattened(context.read([id](store::Database &db) -> Answer<Reply> {
            const auto rollout = Firmware(db).rollout(id);
            return rollout ? Answer<Reply>(rolloutReply(db, *rollout, 200))
                           : tl::unexpected(unknown("unknownRollout"_L1, u"roll-out"_s, id));
        }));
    });
}

Answer<Reply> cancelRollout(Context &context, const Call &call)
{
    return withNumber(call, u"rollout"_s, u"unknownRollout"_s, [&context](qint64 id) {
        return flattened(context.write([id](store::Database &db) -> Answer<Reply> {
            const bool cancelled = Firmware(db).cancelRollout(id, store::now());
            const auto rollout = Firmware(db).rollout(id);
            if (!rollout)
                return tl::unexpected(unknown("unknownRollout"_L1, u"roll-out"_s, id));
            if (!cancelled)
                return tl::unexpected(Failure{
                    409, u"isOver"_s, u"Roll-out %1 is over: it is %2."_s.arg(id).arg(toString(rollout->state)), {}});
            return rolloutReply(db, *rollout, 200);
        }));
    });
}

} // namespace http
