// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/wire.h"

#include <algorithm>
#include <array>

namespace http {

using socketcalls::Wait;

namespace {

constexpr size_t mostAtATime = size_t{16} * 1024; // what a record of TLS holds: more would only be encrypted in advance

} // namespace

Wire::Wire(socket_t socket, std::optional<pki::TlsSession> tls, std::chrono::milliseconds patience)
    : socket_(socket), tls_(std::move(tls)), patience_(patience)
{
}

bool Wire::open(Clock::time_point deadline)
{
    using Handshake = pki::TlsSession::Handshake;
    if (!tls_)
        return true;
    for (;;) {
        const Handshake state = tls_->handshake();
        const bool isSaid = flush(); // of a failure, too: the client is told what it was
        if (state != Handshake::NeedsMore || !isSaid)
            return state == Handshake::Done && isSaid;
        if (!receiveMore(deadline))
            return false;
    }
}

bool Wire::waitReadable(std::chrono::milliseconds timeout) const
{
    return (tls_ && tls_->hasInput()) || socketcalls::waitReadable(socket_, timeout) == Wait::Ready;
}

ssize_t Wire::receive(char *target, size_t size, Clock::time_point deadline)
{
    if (!tls_)
        return receivePlain(target, size, deadline);
    for (;;) {
        const auto count = static_cast<ssize_t>(tls_->read(target, size));
        flush(); // TLS answers some messages by itself
        if (count != 0)
            return count;
        if (!receiveMore(deadline))
            return -1;
    }
}

bool Wire::receiveMore(Clock::time_point deadline)
{
    std::array<char, 4096> bytes{};
    const ssize_t count = receivePlain(bytes.data(), bytes.size(), deadline);
    if (count > 0)
        tls_->receive(std::string_view(bytes.data(), static_cast<size_t>(count)));
    return count > 0;
}

ssize_t Wire::receivePlain(char *target, size_t size, Clock::time_point deadline)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0 || socketcalls::waitReadable(socket_, left) != Wait::Ready)
        return -1;
    return socketcalls::receive(socket_, target, size);
}

bool Wire::send(std::string_view bytes)
{
    if (!tls_)
        return sendPlain(bytes);
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), mostAtATime))) {
        if (!tls_->write(bytes.substr(0, mostAtATime)) || !flush())
            return false;
    }
    return true;
}

bool Wire::sendPlain(std::string_view bytes)
{
    while (!bytes.empty() && !isBroken_) {
        const bool isReady = socketcalls::waitWritable(socket_, patience_) == Wait::Ready;
        const ssize_t count = isReady ? socketcalls::transmit(socket_, bytes.data(), bytes.size()) : -1;
        isBroken_ = count < 0;
        if (!isBroken_)
            bytes.remove_prefix(static_cast<size_t>(count));
    }
    return !isBroken_;
}

bool Wire::flush()
{
    const QByteArray output = tls_->takeOutput();
    return sendPlain(std::string_view(output.constData(), static_cast<size_t>(output.size())));
}

void Wire::finish()
{
    if (!tls_ || isBroken_)
        return;
    tls_->finish();
    flush();
}

} // namespace http
