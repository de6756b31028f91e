// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/connection.h"

#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace http {

// httplib's server with connections, limits and a port of our own. Handlers are set before start().
class Listener : private httplib::Server {
public:
    // Changes a request's head before httplib acts on it.
    using Prepare = void (*)(httplib::Request &);

    Listener(const ConnectionLimits &limits, size_t maximumThreads, Prepare prepare = nullptr);
    ~Listener() override;

    httplib::Server &server() { return *this; }

    // From now on it speaks TLS, and nothing else. Before start(); again at any time, for connections to come.
    void useTls(const pki::TlsServer &tls);
    // Binds and serves on a thread of its own; port 0 picks a free one. The port, or -1 if it is taken.
    int start(const std::string &address, int port);
    // Closes the port, lets running requests end, and joins all threads.
    void stop();

private:
    bool process_and_close_socket(socket_t socket) override;
    int bind(const std::string &address, int port);
    void serve(const std::string &address, int port);
    void closePort();
    std::optional<pki::TlsSession> newTlsSession();
    void enter(socket_t socket);
    void leave(socket_t socket);

    const ConnectionLimits limits_;
    const Prepare prepare_;
    std::thread thread_;
    std::mutex mutex_; // over the next two
    std::optional<pki::TlsServer> tls_;
    std::set<socket_t> sockets_; // of all open connections
    std::atomic<bool> stopping_ = false;
};

} // namespace http
