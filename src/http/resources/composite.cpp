// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/composite.h"

#include "charging/compositetext.h"
#include "http/listing.h"
#include "http/resources/commands.h"
#include "http/resources/computedcomposite.h"
#include "ocpp/codec.h"
#include "ocpp/jsontext.h"
#include "ocpp/messages/smartcharging.h"
#include "store/commandrequest.h"
#include "store/compositeschedules.h"
#include "store/stations.h"

#include <QJsonDocument>

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int usualDuration = 86400; // s
constexpr int usualWait = 30; // s
const QByteArray csvType = "text/csv; charset=utf-8";

using S = store::CompositeSchedule;
constexpr Property compositeProperties[] = {
    shown<S>("station"_L1, "Its id"_L1, [](const S &s) { return s.station; }),
    shown<S>("connectorId"_L1, "0: the grid connection"_L1, [](const S &s) { return s.connector; }),
    shown<S>("askedAt"_L1, "When the station was asked, or it was computed"_L1, [](const S &s) { return s.askedAt; }),
    shown<S>("duration"_L1, "How far ahead, in seconds"_L1, [](const S &s) { return s.durationSeconds; }),
    shown<S>("scheduleStart"_L1, "The periods are relative to it"_L1, [](const S &s) { return s.start; }),
    shown<S>("chargingSchedule"_L1,
             "7.13; if computed, each period has a source, and its limit is null where no profile limits"_L1,
             [](const S &s) { return wireValue(s.schedule); }),
};

struct CompositeQuestion {
    QString station;
    int connector = 0;
    int duration = usualDuration;
    QString unit;
    std::chrono::seconds wait{usualWait};
    QString format;
};

/// A table has no place for the rest.
Reply inFormat(const S &schedule, const QString &format)
{
    if (format != "csv"_L1)
        return jsonReply(toJson(compositeProperties, &schedule));
    QList<ocpp::Finding> findings;
    const auto said =
        ocpp::decode<ocpp::ChargingSchedule>(QJsonDocument::fromJson(schedule.schedule).object(), findings);
    charging::Composite composite{schedule.start, schedule.durationSeconds, {}, {}};
    if (said) {
        composite.unit = said->chargingRateUnit;
        for (const ocpp::ChargingSchedulePeriod &period : said->chargingSchedulePeriod)
            composite.periods.append({period.startPeriod, period.limit, period.numberPhases, {}, {}, {}});
    }
    return textReply(charging::toCsv(composite, {}), csvType);
}

Answer<CompositeQuestion> questionOf(const Call &call)
{
    const auto connector = call.queryNumber(u"connectorId"_s);
    const auto duration = call.queryNumber(u"duration"_s);
    const auto wait = call.querySeconds(u"wait"_s, longestWait);
    if (!connector || !duration || !wait)
        return tl::unexpected(!connector ? connector.error() : !duration ? duration.error() : wait.error());
    const QString unit = call.query(u"chargingRateUnit"_s);
    if (!unit.isEmpty() && !ocpp::fromString<ocpp::ChargingRateUnitType>(unit))
        return tl::unexpected(badParameter(u"chargingRateUnit"_s, u"A or W"_s));
    CompositeQuestion question{
        call.path(u"id"_s),     connector->value_or(0), duration->value_or(usualDuration), unit, *wait,
        call.query(u"format"_s)};
    if (call.query(u"wait"_s).isEmpty())
        question.wait = std::chrono::seconds(usualWait);
    return question;
}

store::CommandRequest requestOf(const CompositeQuestion &question)
{
    store::CommandRequest request;
    request.station = question.station;
    request.action = ocpp::GetCompositeSchedule::action;
    request.payload = {{u"connectorId"_s, question.connector}, {u"duration"_s, question.duration}};
    if (!question.unit.isEmpty())
        request.payload.insert("chargingRateUnit"_L1, question.unit);
    request.origin = u"api"_s;
    request.expiresIn = std::chrono::seconds(0); // now or never
    return request;
}

Answer<Reply> kept(Context &context, const CompositeQuestion &question)
{
    return flattened(context.read([question](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(question.station);
        if (!station)
            return tl::unexpected(unknownStation(question.station));
        const auto schedule = store::CompositeSchedules(db).find(station->id, question.connector, question.unit);
        if (!schedule)
            return tl::unexpected(Failure{404,
                                          u"notAsked"_s,
                                          u"%1 never told a composite schedule for connector %2. Ask it with "
                                          "source=station."_s.arg(station->id)
                                              .arg(question.connector),
                                          {}});
        return inFormat(*schedule, question.format);
    }));
}

/// What this very command brought: the station may have chosen another unit than was asked for, or tell no schedule at all.
Answer<Reply> told(Context &context, const store::Command &command, const QString &format)
{
    return flattened(context.read([command, format](store::Database &db) -> Answer<Reply> {
        const ocpp::Timestamp asked = command.sentAt.value_or(command.created);
        for (const store::CompositeSchedule &schedule : store::CompositeSchedules(db).list(command.station)) {
            if (schedule.askedAt == asked)
                return inFormat(schedule, format);
        }
        return tl::unexpected(Failure{409,
                                      u"noCompositeSchedule"_s,
                                      u"%1 accepted, but told no schedule (command %2). Ask for another connector or "
                                      "unit, or take what it said before with source=kept."_s.arg(command.station)
                                          .arg(command.id),
                                      {}});
    }));
}

Answer<Reply> ask(Context &context, const CompositeQuestion &question)
{
    const Seat seat(context.waits, context.limits.waits);
    if (!seat)
        return tl::unexpected(tooManyWaits());
    const auto command = sendAndWait(context, requestOf(question), question.wait);
    if (!command)
        return tl::unexpected(command.error());
    if (command->state == store::CommandState::Accepted)
        return told(context, *command, question.format);
    const QString why = command->error.isEmpty() ? u"it is %1"_s.arg(toString(command->state)) : command->error;
    return tl::unexpected(Failure{
        store::isFinal(command->state) ? 409 : 504,
        u"noCompositeSchedule"_s,
        u"%1 did not tell its composite schedule (command %2): %3"_s.arg(command->station).arg(command->id).arg(why),
        {}});
}

/// Also for stations that are not there.
Answer<Reply> compute(Context &context, const CompositeQuestion &question, const Call &call)
{
    const auto wish = computedWish(call);
    if (!wish)
        return tl::unexpected(wish.error());
    return flattened(context.read([question, wish = *wish](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(question.station);
        if (!station)
            return tl::unexpected(unknownStation(question.station));
        const auto computed = computedComposite(db, station->id, wish);
        if (!computed)
            return tl::unexpected(computed.error());
        if (question.format == "csv"_L1)
            return textReply(charging::toCsv(computed->composite, computed->profiles), csvType);
        S schedule;
        schedule.station = station->id;
        schedule.connector = wish.connector;
        schedule.askedAt = computed->at;
        schedule.start = computed->composite.from;
        schedule.durationSeconds = computed->composite.duration;
        schedule.schedule = ocpp::compactBytes(charging::toJson(computed->composite, computed->profiles));
        return inFormat(schedule, question.format);
    }));
}

} // namespace

const Schema compositeScheduleSchema{"CompositeSchedule"_L1, compositeProperties,
                                     "What a station will draw at most"_L1};

Answer<Reply> showCompositeSchedule(Context &context, const Call &call)
{
    const auto question = questionOf(call);
    if (!question)
        return tl::unexpected(question.error());
    const QString &format = question->format;
    if (format == "svg"_L1 || format == "png"_L1 || format == "pdf"_L1)
        return tl::unexpected(Failure{501,
                                      u"notInThisVersion"_s,
                                      u"This version draws no composite schedules. Take format=json or format=csv."_s,
                                      {}});
    if (!format.isEmpty() && format != "json"_L1 && format != "csv"_L1)
        return tl::unexpected(badParameter(u"format"_s, u"json or csv"_s));
    const QString source = call.query(u"source"_s);
    if (source == "station"_L1)
        return ask(context, *question);
    if (source == "kept"_L1)
        return kept(context, *question);
    if (source.isEmpty() || source == "computed"_L1)
        return compute(context, *question, call);
    return tl::unexpected(badParameter(u"source"_s, u"computed, station or kept"_s));
}

} // namespace http
