// SPDX-License-Identifier: GPL-3.0-or-later
#include "load.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

using namespace std::chrono_literals;
using namespace std::string_literals;
using std::string;
using std::string_view;

// --- waiting -----------------------------------------------------------------------------------------

void Load::arm(Peer &p, Moment deadline, std::coroutine_handle<> h)
{
    p.waiter = h;
    p.deadline = deadline;
    if (deadline < p.armed)
        push(p);
}

void Load::push(Peer &p)
{
    p.armed = p.deadline;
    timers_.push({p.deadline, &p});
}

void Load::resume(Peer &p, bool ready)
{
    p.ready = ready;
    std::exchange(p.waiter, nullptr).resume();
}

void Load::expire()
{
    const Moment now = Clock::now();
    while (!timers_.empty() && timers_.top().when <= now) {
        const auto [when, p] = timers_.top();
        timers_.pop();
        if (when != p->armed)
            continue; // an earlier one took its place
        p->armed = Moment::max();
        if (p->waiter && p->deadline <= now)
            resume(*p, false);
        else if (p->waiter && p->deadline != Moment::max())
            push(*p);
    }
}

void Load::turn()
{
    std::array<epoll_event, 512> events;
    const auto left = timers_.empty()
                          ? 50ms
                          : std::chrono::ceil<std::chrono::milliseconds>(timers_.top().when - Clock::now());
    const auto wait = std::clamp(std::chrono::milliseconds(left), 0ms, 50ms);
    const int n = epoll_wait(epoll_, events.data(), int(events.size()), int(wait.count()));
    for (int i = 0; i < n; ++i) {
        Peer &p = *static_cast<Peer *>(events[size_t(i)].data.ptr);
        if (p.fd >= 0 && p.waiter)
            resume(p, true);
    }
    expire();
}

void Load::reach(Gate &gate)
{
    if (gate.open || !gate.arrived || gate.arrived + lost_ < peers_.size())
        return;
    gate.open = true;
    gate.opened = Clock::now();
    gate.cost = Cost::of(int(o_.pid));
    if (o_.scenario != "storm")
        latenciesMs_.clear(); // booting is not what the other scenarios measure
    for (Peer &p : peers_) {
        p.deadline = gate.opened;
        if (p.waiter)
            push(p);
    }
}

// --- the wire ----------------------------------------------------------------------------------------

void Load::watch(Peer &p, int operation, uint32_t events)
{
    epoll_event event{};
    event.events = events;
    event.data.ptr = &p;
    epoll_ctl(epoll_, operation, p.fd, &event);
}

// One CALL is outstanding at most, so that a socket's buffer always has room for the whole frame.
bool Load::send(Peer &p, char opcode, string_view text)
{
    constexpr std::array<char, 4> mask{0x37, char(0xfa), 0x21, 0x3d};
    string frame{char(0x80 | opcode)};
    if (text.size() < 126)
        frame += char(0x80 | text.size());
    else
        frame += {char(0x80 | 126), char(text.size() >> 8), char(text.size())};
    frame.append(mask.data(), mask.size());
    const size_t head = frame.size();
    frame.append(text);
    for (size_t i = 0; i < text.size(); ++i)
        frame[head + i] = char(text[i] ^ mask[i & 3]);
    return ::send(p.fd, frame.data(), frame.size(), MSG_NOSIGNAL) == ssize_t(frame.size());
}

// One text frame from the front of what was received. A server's frames are short and not masked.
bool Load::take(Peer &p, string &text)
{
    while (p.in.size() >= 2) {
        const auto byte = [&p](size_t i) { return size_t(uint8_t(p.in[i])); };
        size_t size = byte(1) & 127;
        const size_t head = size == 126 ? 4 : 2;
        if (size == 127)
            return fail(p, "frame above 64 KiB");
        if (p.in.size() < head)
            return false;
        if (head == 4)
            size = byte(2) << 8 | byte(3);
        if (p.in.size() < head + size)
            return false;
        const size_t opcode = byte(0) & 15;
        text.assign(p.in, head, size);
        p.in.erase(0, head + size);
        if (opcode == 1)
            return true;
        if (opcode == 9)
            send(p, 10, text);
        if (opcode == 8)
            close(p);
    }
    return false;
}

void Load::fill(Peer &p)
{
    std::array<char, 16384> chunk;
    const ssize_t n = recv(p.fd, chunk.data(), chunk.size(), 0);
    if (n > 0)
        p.in.append(chunk.data(), size_t(n));
    else if (n == 0 || errno != EAGAIN)
        close(p);
}

void Load::close(Peer &p)
{
    if (p.fd >= 0)
        ::close(p.fd);
    p.fd = -1;
    p.in.clear();
}

bool Load::fail(Peer &p, const string &kind)
{
    ++errors_[kind];
    close(p);
    if (!std::exchange(p.lost, true))
        ++lost_;
    for (auto &[wave, gate] : gates_)
        reach(gate);
    return false;
}

void Load::answer(Peer &p, string_view call)
{
    const size_t from = call.find('"'), to = call.find('"', from + 1);
    const bool configuration = call.find("\"GetConfiguration\"") != call.npos;
    const string payload = configuration ? R"({"configurationKey":[]})" : R"({"status":"Accepted"})";
    if (to == call.npos)
        fail(p, "malformed CALL");
    else
        send(p, 1, "[3," + string(call.substr(from, to - from + 1)) + ',' + payload + ']');
}

Task<bool> Load::connected(Peer &p, int wave)
{
    p.fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int one = 1;
    setsockopt(p.fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    setsockopt(p.fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &one, sizeof one);
    // Each wave has an address of its own, so that ports in TIME_WAIT do not run out.
    const sockaddr_in self{AF_INET, 0, {htonl(INADDR_LOOPBACK + uint32_t(wave))}, {}};
    const sockaddr_in server{AF_INET, htons(uint16_t(o_.port)), {htonl(INADDR_LOOPBACK)}, {}};
    const auto *from = reinterpret_cast<const sockaddr *>(&self);
    const auto *to = reinterpret_cast<const sockaddr *>(&server);
    if (bind(p.fd, from, sizeof self) || (connect(p.fd, to, sizeof server) && errno != EINPROGRESS))
        co_return fail(p, "connect: " + std::system_category().message(errno));
    watch(p, EPOLL_CTL_ADD, EPOLLOUT);
    if (!co_await event(p, Clock::now() + callTimeout))
        co_return fail(p, "connect: timeout");
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(p.fd, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error)
        co_return fail(p, "connect: " + std::system_category().message(error));
    watch(p, EPOLL_CTL_MOD, EPOLLIN);
    co_return true;
}

Task<bool> Load::upgraded(Peer &p)
{
    // The key and its accept value are the example of RFC 6455, 1.3.
    const string head =
        "GET " + o_.path + p.id
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
          "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
          "Sec-WebSocket-Protocol: ocpp1.6\r\n\r\n";
    if (::send(p.fd, head.data(), head.size(), MSG_NOSIGNAL) != ssize_t(head.size()))
        co_return fail(p, "send");
    const Moment deadline = Clock::now() + callTimeout;
    size_t end = string::npos;
    while ((end = p.in.find("\r\n\r\n")) == string::npos) {
        if (!co_await event(p, deadline))
            co_return fail(p, "upgrade: timeout");
        fill(p);
        if (p.fd < 0)
            co_return fail(p, "upgrade: connection closed");
    }
    const string reply = p.in.substr(0, end);
    p.in.erase(0, end + 4);
    const bool fine = reply.starts_with("HTTP/1.1 101 ") && reply.find("ocpp1.6") != string::npos
                      && reply.find("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=") != string::npos;
    co_return fine || fail(p, "upgrade: " + reply.substr(0, reply.find('\r')));
}

// The next answer; what the central system asks meanwhile is answered. Empty at the deadline or when closed.
Task<string> Load::receive(Peer &p, Moment deadline)
{
    string text;
    while (p.fd >= 0) {
        while (take(p, text)) {
            if (!text.starts_with("[2"))
                co_return text;
            answer(p, text);
        }
        if (p.fd < 0 || !co_await event(p, deadline))
            break;
        fill(p);
    }
    co_return ""s;
}
