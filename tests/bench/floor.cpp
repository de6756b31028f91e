// SPDX-License-Identifier: GPL-3.0-or-later
// benchfloor PORT: the floor under every figure of the bench. A bare epoll WebSocket server on 127.0.0.1 that
// gives each OCPP CALL a constant answer, checks nothing and stores nothing: the kernel's share is left.
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace {

using std::string;
using std::string_view;

// SHA-1 (FIPS 180-4) of at most a few hundred bytes: the handshake of RFC 6455, 4.2.2 needs it.
string sha1(string text)
{
    const uint64_t bits = text.size() * 8;
    text += char(0x80);
    text.resize((text.size() + 8 + 63) / 64 * 64);
    for (size_t i = 0; i < 8; ++i)
        text[text.size() - 1 - i] = char(bits >> 8 * i);
    std::array<uint32_t, 5> sum{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    for (size_t at = 0; at < text.size(); at += 64) {
        std::array<uint32_t, 80> word{};
        for (size_t i = 0; i < 64; ++i)
            word[i / 4] = word[i / 4] << 8 | uint8_t(text[at + i]);
        for (size_t i = 16; i < 80; ++i)
            word[i] = std::rotl(word[i - 3] ^ word[i - 8] ^ word[i - 14] ^ word[i - 16], 1);
        auto v = sum;
        for (size_t i = 0; i < 80; ++i) {
            const uint32_t choose = (v[1] & v[2]) | (~v[1] & v[3]);
            const uint32_t parity = v[1] ^ v[2] ^ v[3];
            const uint32_t majority = (v[1] & v[2]) | (v[1] & v[3]) | (v[2] & v[3]);
            const std::array<uint32_t, 4> round{choose + 0x5a827999, parity + 0x6ed9eba1,
                                                majority + 0x8f1bbcdc, parity + 0xca62c1d6};
            const uint32_t next = std::rotl(v[0], 5) + v[4] + word[i] + round[i / 20];
            v = {next, v[0], std::rotl(v[1], 30), v[2], v[3]};
        }
        for (size_t i = 0; i < 5; ++i)
            sum[i] += v[i];
    }
    string digest;
    for (const uint32_t part : sum)
        for (int shift = 24; shift >= 0; shift -= 8)
            digest += char(part >> shift);
    return digest;
}

string base64(string_view bytes)
{
    static constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    string text;
    uint32_t bits = 0;
    int held = 0;
    for (const char byte : bytes) {
        bits = bits << 8 | uint8_t(byte);
        for (held += 8; held >= 6; held -= 6)
            text += digits[bits >> (held - 6) & 63];
    }
    if (held)
        text += digits[bits << (6 - held) & 63];
    return text.append((4 - text.size() % 4) % 4, '=');
}

struct Connection {
    int fd;
    bool upgraded = false;
    string in;
};

// [2,"id","Action",{...}]: the second and the third string tell what to answer.
string constantAnswer(string_view call)
{
    static int transactions = 0;
    std::array<size_t, 4> quote{};
    for (size_t i = 0, at = 0; i < quote.size(); ++i, ++at)
        quote[i] = at = call.find('"', at);
    if (quote[3] > call.size())
        return {};
    const string_view action = call.substr(quote[2] + 1, quote[3] - quote[2] - 1);
    const string time = R"("currentTime":"2030-01-01T00:00:00Z")"; // nobody sets a clock by the floor
    const string tag = R"("idTagInfo":{"status":"Accepted"})";
    string body;
    if (action == "BootNotification")
        body = R"("status":"Accepted","interval":300,)" + time;
    else if (action == "Heartbeat")
        body = time;
    else if (action == "StartTransaction")
        body = R"("transactionId":)" + std::to_string(++transactions) + ',' + tag;
    else if (action == "Authorize" || action == "StopTransaction")
        body = tag;
    return "[3," + string(call.substr(quote[0], quote[1] - quote[0] + 1)) + ",{" + body + "}]";
}

void reply(const Connection &c, const string &text)
{
    string frame{char(0x81)};
    if (text.size() < 126)
        frame += char(text.size());
    else
        frame += {char(126), char(text.size() >> 8), char(text.size())};
    frame += text;
    (void)!send(c.fd, frame.data(), frame.size(), MSG_NOSIGNAL);
}

bool upgrade(Connection &c)
{
    static constexpr string_view field = "Sec-WebSocket-Key: ";
    const size_t end = c.in.find("\r\n\r\n"), key = c.in.find(field);
    if (end == string::npos || key == string::npos)
        return end == string::npos && c.in.size() < 8192;
    const string value = c.in.substr(key + field.size(), c.in.find('\r', key) - key - field.size());
    const string head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        "Sec-WebSocket-Protocol: ocpp1.6\r\nSec-WebSocket-Accept: "
                        + base64(sha1(value + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")) + "\r\n\r\n";
    c.in.erase(0, end + 4);
    c.upgraded = true;
    return send(c.fd, head.data(), head.size(), MSG_NOSIGNAL) > 0;
}

// Answers every whole frame that was received; false when the connection is to be closed.
bool frames(Connection &c)
{
    size_t at = 0;
    while (c.in.size() - at >= 6) {
        const auto byte = [&c, at](size_t i) { return size_t(uint8_t(c.in[at + i])); };
        size_t size = byte(1) & 127;
        const size_t head = size == 126 ? 8 : 6; // with the mask
        if (size == 127 || (byte(0) & 15) == 8)
            return false;
        if (head == 8)
            size = byte(2) << 8 | byte(3);
        if (c.in.size() - at < head + size)
            break;
        char *text = c.in.data() + at + head;
        for (size_t i = 0; i < size; ++i)
            text[i] = char(text[i] ^ c.in[at + head - 4 + (i & 3)]);
        if ((byte(0) & 15) == 1)
            reply(c, constantAnswer({text, size}));
        at += head + size;
    }
    c.in.erase(0, at);
    return true;
}

bool serve(Connection &c)
{
    static std::array<char, 65536> chunk;
    const ssize_t n = recv(c.fd, chunk.data(), chunk.size(), 0);
    if (n <= 0)
        return false;
    c.in.append(chunk.data(), size_t(n));
    return (c.upgraded || upgrade(c)) && (!c.upgraded || frames(c));
}

} // namespace

int main(int argc, char **argv)
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), one = 1;
    const uint16_t port = uint16_t(argc > 1 ? atoi(argv[1]) : 0);
    const sockaddr_in address{AF_INET, htons(port), {htonl(INADDR_LOOPBACK)}, {}};
    const auto *at = reinterpret_cast<const sockaddr *>(&address);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(listener, at, sizeof address) || listen(listener, 4096)) {
        perror("benchfloor PORT");
        return 1;
    }
    const int epoll = epoll_create1(EPOLL_CLOEXEC);
    std::unordered_map<int, std::unique_ptr<Connection>> connections;
    const auto watch = [epoll](int fd) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = fd;
        return epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
    };
    watch(listener);
    puts("ready");
    fflush(stdout);
    for (std::array<epoll_event, 512> events;;) {
        const int n = epoll_wait(epoll, events.data(), int(events.size()), -1);
        for (int i = 0; i < n; ++i) {
            const int fd = events[size_t(i)].data.fd;
            const int peer = fd == listener ? accept4(fd, nullptr, nullptr, SOCK_CLOEXEC) : -1;
            if (fd != listener && !serve(*connections[fd])) {
                close(fd);
                connections.erase(fd);
            } else if (peer >= 0) {
                setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                connections[peer] = std::make_unique<Connection>(Connection{peer, false, {}});
                watch(peer);
            }
        }
    }
}
