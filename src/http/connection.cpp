// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"

#include <algorithm>
#include <cstring>

namespace http {

using socketcalls::Wait;

Connection::Connection(socket_t socket, const ConnectionLimits &limits, const std::atomic<bool> &stopping,
                       std::optional<pki::TlsSession> tls)
    : socket_(socket), limits_(limits), wire_(socket, std::move(tls), limits.write), stopping_(stopping)
{
}

bool Connection::open()
{
    return wire_.open(Clock::now() + limits_.request);
}

bool Connection::waitForRequest()
{
    if (pending_.empty() && !wire_.waitReadable(limits_.keepAlive))
        return false;
    deadline_ = Clock::now() + limits_.request;
    budget_ = limits_.headBytes;
    blankLine_ = 0;
    inBody_ = false;
    return true;
}

bool Connection::fill()
{
    const ssize_t count = wire_.receive(buffer_.data(), buffer_.size(), deadline_);
    pending_ = std::string_view(buffer_.data(), static_cast<size_t>(std::max<ssize_t>(count, 0)));
    if (inBody_)
        deadline_ = Clock::now() + limits_.bodySilence;
    return count > 0;
}

// The end of the head begins the body's budget.
void Connection::count(std::string_view delivered)
{
    static constexpr std::string_view end = "\r\n\r\n";
    budget_ -= delivered.size();
    for (const char byte : delivered) {
        if (blankLine_ == 4)
            return;
        blankLine_ = byte == end[static_cast<size_t>(blankLine_)] ? blankLine_ + 1 : (byte == '\r' ? 1 : 0);
        if (blankLine_ == 4)
            beginBody();
    }
}

void Connection::beginBody()
{
    budget_ = limits_.bodyBytes;
    inBody_ = limits_.bodySilence.count() > 0;
    if (inBody_)
        deadline_ = Clock::now() + limits_.bodySilence;
}

ssize_t Connection::read(char *target, size_t size)
{
    if (budget_ == 0 || (pending_.empty() && !fill()))
        return -1;
    // The head is read byte by byte, so that it never takes a part of the body with it.
    const std::string_view delivered = pending_.substr(0, std::min(size, budget_));
    std::memcpy(target, delivered.data(), delivered.size());
    pending_.remove_prefix(delivered.size());
    count(delivered);
    return static_cast<ssize_t>(delivered.size());
}

ssize_t Connection::write(const char *source, size_t size)
{
    const std::string_view data(source, size);
    if (data.starts_with("HTTP/1.") && data.find("\r\nConnection: close\r\n") != std::string_view::npos)
        mustClose_ = true;
    return wire_.send(data) ? static_cast<ssize_t>(size) : -1;
}

void Connection::linger()
{
    wire_.finish();
    if (!mustClose_)
        return;
    socketcalls::endWriting(socket_);
    inBody_ = false;
    deadline_ = Clock::now() + std::chrono::seconds(1);
    for (size_t drained = 0; drained < limits_.bodyBytes && fill(); drained += pending_.size())
        continue;
}

bool Connection::is_readable() const
{
    return !pending_.empty() || wire_.waitReadable(limits_.request);
}

bool Connection::is_writable() const
{
    // When the server stops, the end of the reading is its own doing: what is being said is said to its end.
    return (stopping_ || !socketcalls::peerHasFinished(socket_))
           && socketcalls::waitWritable(socket_, limits_.write) == Wait::Ready;
}

void Connection::get_remote_ip_and_port(std::string &address, int &port) const
{
    socketcalls::name(socket_, true, address, port);
}

void Connection::get_local_ip_and_port(std::string &address, int &port) const
{
    socketcalls::name(socket_, false, address, port);
}

} // namespace http
