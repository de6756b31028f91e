// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/socketcalls.h"
#include "pki/tlsserver.h"

#include <optional>
#include <string_view>

namespace http {

// What is said on a client's socket, plain or with TLS in between. Blocks, but never longer than it is told to.
class Wire {
public:
    using Clock = std::chrono::steady_clock;

    // Does not own the socket; without `tls` all is plain. `patience`: how long the client may take nothing of what is sent.
    Wire(socket_t socket, std::optional<pki::TlsSession> tls, std::chrono::milliseconds patience);

    // The handshake; plain ones need none. False: no TLS was spoken, or not fast enough.
    bool open(Clock::time_point deadline);
    // Something can be read, or there is nothing to wait for any more.
    bool waitReadable(std::chrono::milliseconds timeout) const;
    // The number of bytes; 0 or less: the client has finished, it is broken, or the time is over.
    ssize_t receive(char *target, size_t size, Clock::time_point deadline);
    // False if not all of it was taken.
    bool send(std::string_view bytes);
    // Tells the client that this was all, if there is a way to.
    void finish();

private:
    ssize_t receivePlain(char *target, size_t size, Clock::time_point deadline);
    bool receiveMore(Clock::time_point deadline); // for TLS
    bool sendPlain(std::string_view bytes);
    bool flush();

    const socket_t socket_;
    std::optional<pki::TlsSession> tls_;
    const std::chrono::milliseconds patience_;
    bool isBroken_ = false; // nothing can be sent
};

} // namespace http
