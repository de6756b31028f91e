// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/listing.h"
#include "http/resources/service.h"

#include <QJsonDocument>

namespace http {

using namespace Qt::Literals::StringLiterals;
using store::Table;

namespace {

struct TableWord {
    Table table;
    QLatin1StringView word;
};
constexpr TableWord tableWords[] = {
    {Table::Stations, "stations"_L1},           {Table::Connectors, "connectors"_L1},
    {Table::StatusHistory, "statusHistory"_L1}, {Table::IdTags, "idTags"_L1},
    {Table::SeenTags, "seenTags"_L1},           {Table::Transactions, "transactions"_L1},
    {Table::MeterValues, "meterValues"_L1},     {Table::Attention, "attention"_L1},
    {Table::Commands, "commands"_L1},           {Table::Frames, "messages"_L1},
    {Table::Findings, "findings"_L1},           {Table::Knocks, "knocks"_L1},
    {Table::Configuration, "configuration"_L1}, {Table::StationEvents, "stationEvents"_L1},
    {Table::Settings, "settings"_L1},           {Table::Nodes, "nodes"_L1},
    {Table::Reconciliations, "reconciliations"_L1}, {Table::Reservations, "reservations"_L1},
    {Table::LocalLists, "localLists"_L1},       {Table::ChargingProfiles, "chargingProfiles"_L1},
    {Table::Firmware, "firmware"_L1},           {Table::Files, "files"_L1},
    {Table::Certificates, "certificates"_L1},   {Table::Contracts, "contracts"_L1},
    {Table::Sites, "sites"_L1},
};

QString wordOf(Table table)
{
    const auto found = std::ranges::find(tableWords, table, &TableWord::table);
    return found == std::end(tableWords) ? QString() : QString(found->word);
}

using C = store::Change;
constexpr Property changeProperties[] = {
    shown<C>("table"_L1, "What changed: stations, connectors, transactions, commands, messages, ..."_L1,
             [](const C &c) { return wordOf(c.table); }),
    shown<C>("station"_L1, "null: of any station"_L1, [](const C &c) { return orNull(c.station); }),
    shown<C>("key"_L1, "An id, a connector, a tag; null: anything in this table"_L1,
             [](const C &c) { return orNull(c.key); }),
};

QByteArray eventText(const store::ChangeSet &changes)
{
    QByteArray text;
    for (const C &change : changes) {
        const QJsonDocument data(toJson(changeProperties, &change));
        text += "event: change\ndata: " + data.toJson(QJsonDocument::Compact) + "\n\n";
    }
    return text;
}

// One client's stream. Gives up its seat when the connection lets go of it.
class EventStream {
public:
    EventStream(Context &context, std::unique_ptr<Seat> seat)
        : seat_(std::move(seat)), listener_(context.changes.listen(~quint32(0))),
          heartbeat_(context.limits.heartbeat)
    {
    }

    bool operator()(const Sink &sink)
    {
        if (spoken_ == std::chrono::steady_clock::time_point{})
            return speak(sink, ": changes follow\n\n");
        const store::ChangeSet changes = listener_->next(std::min(heartbeat_, step));
        if (listener_->hasEnded())
            return false;
        if (!changes.isEmpty())
            return speak(sink, eventText(changes));
        const bool silent = std::chrono::steady_clock::now() - spoken_ >= heartbeat_;
        return !silent || speak(sink, ": still here\n\n");
    }

    bool speak(const Sink &sink, const QByteArray &text)
    {
        spoken_ = std::chrono::steady_clock::now();
        return sink(text);
    }

private:
    // Between two looks whether the client is still there.
    static constexpr std::chrono::milliseconds step = std::chrono::seconds(1);

    std::unique_ptr<Seat> seat_;
    std::shared_ptr<ChangeListener> listener_;
    const std::chrono::milliseconds heartbeat_;
    std::chrono::steady_clock::time_point spoken_{};
};

} // namespace

const Schema changeSchema{"Change"_L1, changeProperties,
                          "The data of a change event: read again what it names"_L1};

Answer<Reply> streamEvents(Context &context, const Call &)
{
    auto seat = std::make_unique<Seat>(context.streams, context.limits.streams);
    if (!*seat)
        return tl::unexpected(Failure{503,
                                      u"tooManyStreams"_s,
                                      u"Too many event streams are open already. Close one, "
                                      "or try again later."_s,
                                      {}});
    const auto stream = std::make_shared<EventStream>(context, std::move(seat));
    return Reply{200, "text/event-stream"_ba, {}, [stream](const Sink &sink) { return (*stream)(sink); }};
}

} // namespace http
