// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/composite.h"

#include "http/resources/commands.h"
#include "http/resources/compositereply.h"
#include "ocpp/messages/smartcharging.h"
#include "store/commandrequest.h"
#include "store/compositeschedules.h"
#include "store/stationcomposite.h"
#include "store/stations.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int usualDuration = 86400; // s
constexpr int longestDuration = 366 * 86400; // s, of what is computed
constexpr int highestVoltage = 2000;
constexpr int usualWait = 30; // s

struct CompositeQuestion {
    QString station;
    int connector = 0;
    bool isOfAll = false; // connectors
    int duration = usualDuration;
    QString unit;
    std::chrono::seconds wait{usualWait};
    CompositeFormat format{};
};

// What a source has to say of a station.
struct Told {
    store::Station station;
    QList<ToldComposite> composites;
};

Answer<CompositeQuestion> questionOf(const Call &call)
{
    const bool isOfAll = call.query(u"connectorId"_s) == "all"_L1;
    const auto connector = isOfAll ? Answer<std::optional<int>>(0) : call.queryNumber(u"connectorId"_s);
    const auto duration = call.queryNumber(u"duration"_s);
    const auto wait = call.querySeconds(u"wait"_s, longestWait);
    const auto format = compositeFormat(call.query(u"format"_s), call.query(u"size"_s), isOfAll);
    if (!connector || !duration || !wait)
        return tl::unexpected(!connector ? connector.error() : !duration ? duration.error() : wait.error());
    if (!format)
        return tl::unexpected(format.error());
    const QString unit = call.query(u"chargingRateUnit"_s);
    if (!unit.isEmpty() && !ocpp::fromString<ocpp::ChargingRateUnitType>(unit))
        return tl::unexpected(badParameter(u"chargingRateUnit"_s, u"A or W"_s));
    CompositeQuestion question{
        call.path(u"id"_s), connector->value_or(0), isOfAll, duration->value_or(usualDuration), unit, *wait, *format};
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

// On a picture with what all others say of the same time.
ToldComposite compared(store::Database &db, const store::CompositeSchedule &schedule, const CompositeFormat &format)
{
    ToldComposite told = toldBy(schedule);
    if (!format.isPicture())
        return told;
    store::CompositeWish wish;
    wish.connector = schedule.connector;
    wish.from = told.composite.from;
    wish.duration = told.composite.duration;
    wish.unit = told.composite.unit;
    told.beside = store::comparisonOf(db, schedule.station, wish);
    return told;
}

// Of all connectors: the latest of each.
QList<store::CompositeSchedule> schedulesOf(store::Database &db, const QString &station,
                                            const CompositeQuestion &question)
{
    store::CompositeSchedules schedules(db);
    if (!question.isOfAll) {
        const auto one = schedules.find(station, question.connector, question.unit);
        return one ? QList{*one} : QList<store::CompositeSchedule>();
    }
    QList<store::CompositeSchedule> latest;
    for (const store::CompositeSchedule &schedule : schedules.list(station)) {
        const bool isOther = latest.isEmpty() || latest.last().connector != schedule.connector;
        if (!question.unit.isEmpty() && schedule.unit != question.unit)
            continue;
        if (isOther)
            latest.append(schedule);
        else if (latest.last().askedAt < schedule.askedAt)
            latest.last() = schedule;
    }
    return latest;
}

Answer<Told> kept(Context &context, const CompositeQuestion &question)
{
    return flattened(context.read([question](store::Database &db) -> Answer<Told> {
        const auto station = store::Stations(db).find(question.station);
        if (!station)
            return tl::unexpected(unknownStation(question.station));
        Told told{*station, {}};
        for (const store::CompositeSchedule &schedule : schedulesOf(db, station->id, question))
            told.composites.append(compared(db, schedule, question.format));
        if (!told.composites.isEmpty())
            return told;
        const QString place = question.isOfAll ? u"any connector"_s : u"connector %1"_s.arg(question.connector);
        return tl::unexpected(
            Failure{404,
                    u"notAsked"_s,
                    u"%1 never told a composite schedule for %2. Ask it with source=station."_s.arg(station->id, place),
                    {}});
    }));
}

// What this very command brought: the station may have chosen another unit than was asked for, or tell no schedule at all.
Answer<Told> told(Context &context, const store::Command &command, const CompositeFormat &format)
{
    return flattened(context.read([command, format](store::Database &db) -> Answer<Told> {
        const ocpp::Timestamp asked = command.sentAt.value_or(command.created);
        for (const store::CompositeSchedule &schedule : store::CompositeSchedules(db).list(command.station)) {
            if (schedule.askedAt == asked)
                return Told{store::Stations(db).find(command.station).value_or(store::Station{.id = command.station}),
                            {compared(db, schedule, format)}};
        }
        return tl::unexpected(Failure{409,
                                      u"noCompositeSchedule"_s,
                                      u"%1 accepted, but told no schedule (command %2). Ask for another connector or "
                                      "unit, or take what it said before with source=kept."_s.arg(command.station)
                                          .arg(command.id),
                                      {}});
    }));
}

Answer<Told> askOne(Context &context, const CompositeQuestion &question)
{
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

Answer<int> connectorsOf(Context &context, const QString &id)
{
    return flattened(context.read([id](store::Database &db) -> Answer<int> {
        const auto station = store::Stations(db).find(id);
        if (!station)
            return tl::unexpected(unknownStation(id));
        return std::min(store::knownConnectors(db, station->id), store::mostCompositeConnectors);
    }));
}

// One connector after the other, as a station wants to be asked.
Answer<Told> ask(Context &context, CompositeQuestion question)
{
    const Seat seat(context.waits, context.limits.waits);
    if (!seat)
        return tl::unexpected(tooManyWaits());
    if (!question.isOfAll)
        return askOne(context, question);
    const auto connectors = connectorsOf(context, question.station);
    if (!connectors)
        return tl::unexpected(connectors.error());
    Told all;
    for (question.connector = 1; question.connector <= *connectors; ++question.connector) {
        const auto one = askOne(context, question);
        if (!one)
            return tl::unexpected(one.error());
        all.station = one->station;
        all.composites += one->composites;
    }
    return all;
}

Answer<store::CompositeWish> wishOf(const Call &call, const CompositeQuestion &question)
{
    const auto from = call.queryTime(u"from"_s);
    const auto voltage = call.queryNumber(u"voltage"_s);
    const auto phases = call.queryNumber(u"phases"_s);
    const auto duration = call.querySeconds(u"duration"_s, std::chrono::seconds(longestDuration));
    if (!voltage || !phases)
        return tl::unexpected(!voltage ? voltage.error() : phases.error());
    if (!from || !duration)
        return tl::unexpected(!from ? from.error() : duration.error());
    store::CompositeWish wish;
    wish.connector = question.connector;
    wish.from = *from;
    wish.duration = question.duration;
    wish.unit = ocpp::fromString<ocpp::ChargingRateUnitType>(question.unit);
    wish.voltage = *voltage;
    wish.phases = *phases;
    wish.isInstalledOnly = call.query(u"profiles"_s) == "installed"_L1;
    if (wish.voltage && (*wish.voltage < 1 || *wish.voltage > highestVoltage))
        return tl::unexpected(badParameter(u"voltage"_s, u"volts of a phase, from 1 to %1"_s.arg(highestVoltage)));
    if (wish.phases && (*wish.phases < 1 || *wish.phases > 3))
        return tl::unexpected(badParameter(u"phases"_s, u"a number from 1 to 3"_s));
    if (!wish.isInstalledOnly && !QStringList{{}, u"desired"_s}.contains(call.query(u"profiles"_s)))
        return tl::unexpected(badParameter(u"profiles"_s, u"desired or installed"_s));
    return wish;
}

Failure unknownConnector(const QString &station, int connectors)
{
    return {404,
            u"unknownConnector"_s,
            u"%1 has %2 connectors, as far as is known; a composite can be computed for each of at most %3. Ask for "
            "another one."_s.arg(station)
                .arg(connectors)
                .arg(store::mostCompositeConnectors),
            {}};
}

Failure tooMuch(const store::CompositeWish &wish)
{
    return {422,
            u"tooManyPeriods"_s,
            u"For %1 s that is more periods than are computed at once. Ask for a shorter duration, or for one connector."_s
                .arg(wish.duration),
            {}};
}

// Also for stations that are not there.
Answer<Told> compute(Context &context, const CompositeQuestion &question, const Call &call)
{
    const auto wish = wishOf(call, question);
    if (!wish)
        return tl::unexpected(wish.error());
    return flattened(context.read([question, wish = *wish](store::Database &db) mutable -> Answer<Told> {
        const auto station = store::Stations(db).find(question.station);
        if (!station)
            return tl::unexpected(unknownStation(question.station));
        const int connectors = store::knownConnectors(db, station->id);
        Told told{*station, {}};
        wish.connector = question.isOfAll ? 1 : question.connector;
        const int last = question.isOfAll ? connectors : question.connector;
        qint64 periods = 0;
        const store::StationComposites composites(db, station->id, wish);
        for (; wish.connector <= last; ++wish.connector) {
            const auto computed = composites.of(wish);
            if (!computed)
                return tl::unexpected(unknownConnector(station->id, connectors));
            periods += computed->composite.periods.size();
            if (computed->composite.duration < wish.duration || periods > store::mostCompositeLooks)
                return tl::unexpected(tooMuch(wish));
            told.composites.append(
                computedFor(*station, wish.connector, computed->composite, computed->profiles, computed->at));
        }
        return told;
    }));
}

Answer<Told> told(Context &context, const CompositeQuestion &question, const Call &call)
{
    const QString source = call.query(u"source"_s);
    if (source == "station"_L1)
        return ask(context, question);
    if (source == "kept"_L1)
        return kept(context, question);
    if (source.isEmpty() || source == "computed"_L1)
        return compute(context, question, call);
    return tl::unexpected(badParameter(u"source"_s, u"computed, station or kept"_s));
}

} // namespace

Answer<Reply> showCompositeSchedule(Context &context, const Call &call)
{
    const auto question = questionOf(call);
    if (!question)
        return tl::unexpected(question.error());
    const auto answer = told(context, *question, call);
    if (!answer)
        return tl::unexpected(answer.error());
    return compositeReply(context, answer->station, answer->composites, question->format);
}

} // namespace http
