// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/listener.h"

#include "http/elasticpool.h"

namespace http {

Listener::Listener(const ConnectionLimits &limits, size_t maximumThreads, Prepare prepare)
    : limits_(limits), prepare_(prepare)
{
    new_task_queue = [maximumThreads] { return new ElasticPool(maximumThreads); }; // httplib deletes it
    set_socket_options(socketcalls::useAddressAlone);
    set_tcp_nodelay(
        true); // head and body are two writes: Nagle's algorithm would hold the second back for 40 ms
    set_keep_alive_max_count(static_cast<size_t>(limits.requests));
    set_keep_alive_timeout(std::chrono::duration_cast<std::chrono::seconds>(limits.keepAlive).count());
}

Listener::~Listener()
{
    stop();
}

int Listener::bind(const std::string &address, int port)
{
    const int bound = port == 0 ? bind_to_any_port(address) : (bind_to_port(address, port) ? port : -1);
    if (bound > 0)
        socketcalls::lengthenBacklog(svr_sock_,
                                     512); // httplib's 5 make clients wait a second for their retry
    return bound;
}

int Listener::start(const std::string &address, int port)
{
    const int bound = bind(address, port);
    if (bound > 0)
        thread_ = std::thread([this, address, bound] { serve(address, bound); });
    return bound;
}

// httplib gives up its port when a client goes away between the handshake and accept(): take it again.
void Listener::serve(const std::string &address, int port)
{
    do {
        if (!listen_after_bind())
            svr_sock_ = INVALID_SOCKET; // closed by httplib
    } while (!stopping_ && bind(address, port) > 0);
    if (stopping_)
        closePort(); // taken again between stop() and the question above
}

// Not httplib's stop(): that does nothing while listen_after_bind() is only about to begin.
void Listener::closePort()
{
    const socket_t socket = svr_sock_.exchange(INVALID_SOCKET);
    if (socket == INVALID_SOCKET)
        return;
    socketcalls::endReading(socket); // wakes accept()
    socketcalls::close(socket);
}

void Listener::stop()
{
    if (!thread_.joinable())
        return;
    stopping_ = true;
    closePort();
    {
        const std::lock_guard lock(mutex_);
        for (const socket_t socket : sockets_)
            socketcalls::endReading(socket); // idle connections end now, busy ones after their response
    }
    thread_.join();
}

void Listener::useTls(const pki::TlsServer &tls)
{
    const std::lock_guard lock(mutex_);
    tls_ = tls;
}

std::optional<pki::TlsSession> Listener::newTlsSession()
{
    const std::lock_guard lock(mutex_);
    return tls_ ? std::optional(tls_->session()) : std::nullopt;
}

void Listener::enter(socket_t socket)
{
    const std::lock_guard lock(mutex_);
    sockets_.insert(socket);
    if (stopping_)
        socketcalls::endReading(socket);
}

void Listener::leave(socket_t socket)
{
    const std::lock_guard lock(mutex_);
    sockets_.erase(socket); // before it is closed: the number may come back at once
    socketcalls::close(socket);
}

bool Listener::process_and_close_socket(socket_t socket)
{
    enter(socket);
    Connection connection(socket, limits_, stopping_, newTlsSession());
    const auto prepare = [this](httplib::Request &request) {
        request.ranges.clear(); // files are cut by serveFile(), and a part of a JSON text is of no use
        if (prepare_)
            prepare_(request);
    };
    const bool isOpen = connection.open();
    for (int left = limits_.requests; isOpen && left > 0 && connection.waitForRequest(); --left) {
        const bool last = left == 1 || stopping_;
        bool closed = false;
        if (!process_request(connection, last, closed, prepare) || closed || last
            || connection.mustClose())
            break;
    }
    connection.linger();
    leave(socket);
    return true;
}

} // namespace http
