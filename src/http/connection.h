// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/wire.h"

#include <array>
#include <atomic>
#include <chrono>
#include <string_view>

namespace http {

// What one connection may cost.
struct ConnectionLimits {
    size_t headBytes = size_t{32} * 1024; // request line and headers together
    size_t bodyBytes = size_t{8} * 1024 * 1024; // read and thrown away at most, so that the answer (413) is seen
    std::chrono::milliseconds request = std::chrono::seconds(15); // from a request's first byte to its last
    // Not zero: a body may take as long as it likes, but never so long for nothing.
    std::chrono::milliseconds bodySilence{0};
    std::chrono::milliseconds write = std::chrono::seconds(15); // the client takes nothing
    std::chrono::milliseconds keepAlive = std::chrono::seconds(5); // between two requests
    int requests = 10'000; // on one connection
};

// A client's socket as httplib wants it. httplib's own stream cannot serve here: it refuses descriptors
// beyond FD_SETSIZE, has no limit on the number of headers, and its time limit begins anew with each byte.
class Connection final : public httplib::Stream {
public:
    // Does not own the socket. `stopping` outlives it: true when the server has ended the reading by itself.
    Connection(socket_t socket, const ConnectionLimits &limits, const std::atomic<bool> &stopping,
               std::optional<pki::TlsSession> tls = std::nullopt);

    // Agrees with the client on TLS, if it is to be spoken, as fast as a request has to be. False if that fails: there will
    // be no request.
    bool open();
    // False when there will be no other request: closed, broken, or silent for too long.
    bool waitForRequest();
    // The response that was written announced that the connection ends.
    bool mustClose() const { return mustClose_; }
    // Lets the client read what was written last, although it may still be sending.
    void linger();

    bool is_readable() const override;
    bool is_writable() const override; // also false when the client is gone
    ssize_t read(char *target, size_t size) override;
    ssize_t write(const char *source, size_t size) override;
    void get_remote_ip_and_port(std::string &address, int &port) const override;
    void get_local_ip_and_port(std::string &address, int &port) const override;
    // httplib only compares this with FD_SETSIZE, for its own select() calls.
    socket_t socket() const override { return 0; }

private:
    using Clock = Wire::Clock;
    bool fill(); // false at the end of the stream, of the time, or of the budget
    void count(std::string_view delivered);
    void beginBody();

    const socket_t socket_;
    const ConnectionLimits limits_;
    Wire wire_;
    const std::atomic<bool> &stopping_;
    std::array<char, 4096> buffer_{};
    std::string_view pending_; // in buffer_, not yet delivered
    Clock::time_point deadline_;
    size_t budget_ = 0; // bytes that may still be delivered for this part of the request
    int blankLine_ = 0; // how much of "\r\n\r\n" was just delivered; 4: the head is complete
    bool inBody_ = false; // of a request whose body may take its time
    bool mustClose_ = false;
};

} // namespace http
