// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cost.h"
#include "options.h"
#include "task.h"

#include <sys/epoll.h>

#include <chrono>
#include <map>
#include <queue>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

using Clock = std::chrono::steady_clock;
using Moment = Clock::time_point;

constexpr auto callTimeout = std::chrono::seconds(30); // for a connection, an upgrade and a CALL

// One station's socket and where its story stands.
struct Peer {
    std::string id;
    std::string in; // received and not yet taken
    int fd = -1;
    std::coroutine_handle<> waiter; // what goes on at the next event or at the deadline
    Moment deadline;
    Moment armed = Moment::max(); // its earliest timer
    Moment due; // open loop and heartbeats: when the next CALL should leave
    bool ready = false;
    bool lost = false;
    int calls = 0;
    int energyWh = 0;
};

// Opens when every station that is not lost has arrived.
struct Gate {
    size_t arrived = 0;
    bool open = false;
    Moment opened;
    Cost cost; // of the server at that moment
};

class Load {
public:
    explicit Load(Options options);
    int run(); // the exit code: 0 without a single error

private:
    struct Wait {
        Load &load;
        Peer &peer;
        Moment deadline;
        bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> h) { load.arm(peer, deadline, h); }
        bool await_resume() const { return peer.ready; }
    };
    struct Timer {
        Moment when;
        Peer *peer;
        bool operator>(const Timer &other) const { return when > other.when; }
    };

    // loop.cpp: waiting
    Wait event(Peer &p, Moment deadline) { return {*this, p, deadline}; } // true: an event; false: too late
    void arm(Peer &p, Moment deadline, std::coroutine_handle<> h);
    void push(Peer &p);
    void resume(Peer &p, bool ready);
    void expire();
    void turn();
    void reach(Gate &gate);

    // loop.cpp: the wire
    void watch(Peer &p, int operation, uint32_t events);
    bool send(Peer &p, char opcode, std::string_view text);
    bool take(Peer &p, std::string &text);
    void fill(Peer &p);
    void close(Peer &p);
    bool fail(Peer &p, const std::string &kind); // always false
    void answer(Peer &p, std::string_view call);
    Task<bool> connected(Peer &p, int wave);
    Task<bool> upgraded(Peer &p);
    Task<std::string> receive(Peer &p, Moment deadline);

    // stationload.cpp: the stories
    Task<std::string> call(Peer &p, std::string_view action, std::string payload);
    bool correct(std::string_view action, std::string_view answer);
    Task<bool> boot(Peer &p, int wave);
    Task<bool> meet(Peer &p, Gate &gate);
    Task<std::string> step(Peer &p, int number, std::string &transaction);
    Task<bool> charge(Peer &p);
    Task<bool> live(Peer &p);
    Task<bool> storm(Peer &p);
    Task<bool> station(Peer &p);
    void report();

    Options o_;
    std::vector<Peer> peers_;
    int epoll_ = epoll_create1(EPOLL_CLOEXEC);
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> timers_;
    std::vector<float> latenciesMs_;
    std::map<std::string, int> errors_; // by kind
    std::unordered_set<std::string> transactions_;
    std::map<int, Gate> gates_; // storm: one per wave; else only 0, when all have booted
    Cost before_, after_;
    Moment begin_, end_;
    size_t lost_ = 0, finished_ = 0;
};
