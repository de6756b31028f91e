// SPDX-License-Identifier: GPL-3.0-or-later
// stationload plays many OCPP 1.6-J stations against a central system on this machine and prints one JSON
// object: rates, latencies, errors and, with --pid, what the run cost the server. One thread, one epoll set,
// one coroutine per station, so that each scenario below reads as the story of one station. It speaks to
// 127.0.0.1 only.
#include "load.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

using namespace std::chrono_literals;
using namespace std::string_literals;
using std::string;
using std::string_view;

namespace {

double seconds(Clock::duration span)
{
    return std::chrono::duration<double>(span).count();
}

Clock::duration span(double seconds)
{
    return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

string utc()
{
    std::array<char, 32> text{};
    const time_t now = time(nullptr);
    tm fields{};
    gmtime_r(&now, &fields);
    return {text.data(), strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &fields)};
}

// The value of a member as raw text, in compact or spaced JSON: enough for the flat answers checked here.
string_view member(string_view json, string_view name)
{
    const size_t at = json.find('"' + string(name) + '"');
    if (at == json.npos)
        return {};
    const size_t from = json.find_first_not_of(" :\t\n", at + name.size() + 2);
    if (from == json.npos)
        return {};
    const bool quoted = json[from] == '"';
    return json.substr(from, json.find_first_of(quoted ? "\"" : ",}] ", from + 1) - from + quoted);
}

string status(string_view state)
{
    return R"({"connectorId":1,"errorCode":"NoError","timestamp":")" + utc() + R"(","status":")"
           + string(state) + "\"}";
}

// Ten samples, about 1.2 kB: voltage, current and power of three phases, and the register.
string meterValues(int energyWh, const string &transaction)
{
    string samples;
    const auto sample = [&samples](int value, const char *measurand, const string &phase, const char *unit) {
        samples += (samples.empty() ? "" : ",") + R"({"value":")"s + std::to_string(value)
                   + R"(","context":"Sample.Periodic","location":"Outlet","measurand":")" + measurand
                   + R"(","unit":")" + unit + (phase.empty() ? ""s : R"(","phase":")" + phase) + "\"}";
    };
    for (const char *phase : {"L1", "L2", "L3"}) {
        sample(229, "Voltage", phase, "V");
        sample(16, "Current.Import", phase, "A");
        sample(3660, "Power.Active.Import", phase, "W");
    }
    sample(energyWh, "Energy.Active.Import.Register", "", "Wh");
    return R"({"connectorId":1,"transactionId":)" + transaction + R"(,"meterValue":[{"timestamp":")" + utc()
           + R"(","sampledValue":[)" + samples + "]}]}";
}

} // namespace

Load::Load(Options options) : o_(std::move(options)), peers_(size_t(o_.stations)) {}

bool Load::correct(string_view action, string_view answer)
{
    const bool timed = member(answer, "currentTime").ends_with("Z\"");
    const string_view state = member(answer, "status");
    if (action == "BootNotification")
        return timed && state == "\"Accepted\"" && !member(answer, "interval").empty();
    if (action == "Heartbeat")
        return timed;
    if (action == "Authorize")
        return !state.empty();
    if (action != "StartTransaction")
        return answer.find('{') != answer.npos;
    const string id(member(answer, "transactionId"));
    return !state.empty() && atol(id.c_str()) > 0 && transactions_.insert(id).second;
}

// The whole exchange. In the open loop its latency counts from when the CALL was due, even if it left late.
Task<string> Load::call(Peer &p, string_view action, string payload)
{
    const Moment now = Clock::now();
    const Moment since = o_.scenario == "open" && p.due > begin_ ? std::min(p.due, now) : now;
    const string id = p.id + '-' + std::to_string(++p.calls);
    const string name(action);
    const bool sent = send(p, 1, "[2,\"" + id + "\",\"" + name + "\"," + payload + ']');
    if (!sent)
        co_return fail(p, "send"), ""s;
    string reply = co_await receive(p, now + callTimeout);
    if (reply.empty())
        co_return fail(p, p.fd < 0 ? "connection lost" : "no answer"), ""s;
    latenciesMs_.push_back(float(seconds(Clock::now() - since) * 1000));
    const size_t from = reply.find('"');
    if (!reply.starts_with("[3"))
        ++errors_["no CALLRESULT to " + name];
    else if (from == string::npos || reply.compare(from + 1, id.size() + 1, id + '"') != 0)
        ++errors_["answer to another CALL"];
    else if (!correct(action, string_view(reply).substr(from + id.size() + 2)))
        ++errors_["wrong answer to " + name];
    co_return reply;
}

// --- the stories -------------------------------------------------------------------------------------

Task<bool> Load::boot(Peer &p, int wave)
{
    if (!co_await connected(p, wave) || !co_await upgraded(p))
        co_return false;
    const string facts = R"({"chargePointVendor":"Load","chargePointModel":"SL-1"})";
    co_return !(co_await call(p, "BootNotification", facts)).empty();
}

Task<bool> Load::meet(Peer &p, Gate &gate)
{
    ++gate.arrived;
    reach(gate);
    while (!gate.open && p.fd >= 0)
        co_await receive(p, Moment::max());
    co_return p.fd >= 0 || fail(p, "connection lost");
}

Task<string> Load::step(Peer &p, int number, string &transaction)
{
    const int stop = 4 + int(o_.meterValues);
    const string tag = R"({"idTag":"LOADTAG")", at = R"(,"timestamp":")" + utc() + "\"}";
    const string meter = std::to_string(p.energyWh);
    if (number == 0)
        co_return co_await call(p, "Authorize", tag + "}");
    if (number == 1)
        co_return co_await call(p, "StatusNotification", status("Preparing"));
    if (number == 2) {
        const string facts = R"(,"connectorId":1,"meterStart":)" + meter + at;
        string reply = co_await call(p, "StartTransaction", tag + facts);
        transaction = member(reply, "transactionId");
        co_return reply;
    }
    if (number == 3)
        co_return co_await call(p, "StatusNotification", status("Charging"));
    if (number < stop) {
        p.energyWh += 180;
        co_return co_await call(p, "MeterValues", meterValues(p.energyWh, transaction));
    }
    if (number == stop) {
        const string facts = R"(,"transactionId":)" + transaction + R"(,"meterStop":)" + meter + at;
        co_return co_await call(p, "StopTransaction", tag + facts);
    }
    co_return co_await call(p, "StatusNotification", status("Available"));
}

Task<bool> Load::charge(Peer &p)
{
    string transaction;
    for (int number = 0; number < 6 + int(o_.meterValues); ++number) {
        if (o_.scenario == "open")
            co_await receive(p, p.due); // nothing is outstanding: it only waits
        if (p.fd < 0)
            co_return fail(p, "connection lost");
        if ((co_await step(p, number, transaction)).empty())
            co_return false;
        p.due += span(o_.stations / o_.rate);
    }
    co_return true;
}

Task<bool> Load::live(Peer &p)
{
    const Moment end = gates_[0].opened + span(o_.duration);
    p.due = gates_[0].opened + span(o_.interval * double(&p - peers_.data()) / o_.stations);
    for (; p.due < end; p.due += span(o_.interval)) {
        co_await receive(p, p.due);
        if (p.fd < 0)
            co_return fail(p, "connection lost");
        if ((co_await call(p, "Heartbeat", "{}")).empty())
            co_return false;
    }
    co_await receive(p, end);
    co_return p.fd >= 0 || fail(p, "connection lost");
}

Task<bool> Load::storm(Peer &p)
{
    for (int wave = 0; wave < int(o_.waves); ++wave) {
        if (!co_await boot(p, wave) || !co_await meet(p, gates_[wave]))
            co_return false;
        close(p);
    }
    co_return true;
}

Task<bool> Load::station(Peer &p)
{
    const double index = double(&p - peers_.data());
    bool fine = false;
    if (o_.scenario == "storm") {
        fine = co_await storm(p);
    } else {
        co_await event(p, begin_ + span(index / o_.connectRate));
        fine = co_await boot(p, 0) && co_await meet(p, gates_[0]);
        p.due = gates_[0].opened + span(index / o_.rate);
        if (fine && o_.scenario == "idle")
            fine = co_await live(p);
        else
            for (int round = 0; fine && round < int(o_.rounds); ++round)
                fine = co_await charge(p);
    }
    close(p);
    ++finished_;
    co_return fine;
}

// --- the whole run -----------------------------------------------------------------------------------

int Load::run()
{
    for (int wave = 0; wave < (o_.scenario == "storm" ? int(o_.waves) : 1); ++wave)
        gates_[wave] = {};
    before_ = Cost::of(int(o_.pid));
    begin_ = Clock::now();
    std::vector<Task<bool>> stories;
    for (Peer &p : peers_) {
        p.id = o_.prefix + std::to_string(100'000 + (&p - peers_.data()));
        stories.push_back(station(p));
    }
    for (Task<bool> &story : stories)
        story.start();
    const Moment cap = begin_ + span(o_.duration) + (o_.scenario == "idle" ? 2 * callTimeout : 0s);
    while (finished_ < peers_.size() && Clock::now() < cap)
        turn();
    end_ = Clock::now();
    after_ = Cost::of(int(o_.pid));
    if (finished_ < peers_.size())
        errors_["unfinished stations"] = int(peers_.size() - finished_);
    report();
    return errors_.empty() ? 0 : 1;
}

void Load::report()
{
    std::ranges::sort(latenciesMs_);
    const auto quantile = [this](double q) {
        return latenciesMs_.empty() ? 0.0 : double(latenciesMs_[size_t(q * double(latenciesMs_.size() - 1))]);
    };
    const bool measuredFromGate = o_.scenario != "storm" && gates_[0].open;
    const double count = double(latenciesMs_.size());
    const double wall = seconds(end_ - (measuredFromGate ? gates_[0].opened : begin_));
    const double cpu = after_.cpu - (measuredFromGate ? gates_[0].cost : before_).cpu;
    printf(R"({"scenario":"%s","stations":%zu,"lost":%zu,"messages":%.0f,"seconds":%.3f,)",
           o_.scenario.c_str(), peers_.size(), lost_, count, wall);
    printf(R"("messagesPerSecond":%.0f,)", count / wall);
    printf(R"("latencyMs":{"p50":%.2f,"p95":%.2f,"p99":%.2f,"max":%.2f},"bootedSeconds":[)", quantile(0.5),
           quantile(0.95), quantile(0.99), quantile(1));
    Moment from = begin_;
    for (const auto &[wave, gate] : gates_) {
        printf("%s%.3f", wave ? "," : "", gate.open ? seconds(gate.opened - from) : -1);
        from = gate.opened;
    }
    const double connection = (gates_[0].cost.rss - before_.rss) / o_.stations;
    const double message = count > 0 ? cpu * 1e6 / count : 0;
    printf(R"(],"server":{"cpuUsPerMessage":%.1f,"cores":%.3f,)", message, cpu / wall);
    printf(R"("rssPerConnection":%.0f,"rss":%.0f},"errors":{)", connection, after_.rss);
    const char *comma = "";
    for (const auto &[kind, times] : errors_)
        printf(R"(%s"%s":%d)", std::exchange(comma, ","), kind.c_str(), times);
    printf("}}\n");
}

int main(int argc, char **argv)
{
    const auto options = Options::parse(argc, argv);
    return options ? Load(*options).run() : 2;
}
