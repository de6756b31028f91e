// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/socketcalls.h"

#ifdef _WIN32
#include <ws2tcpip.h>
#else
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace http::socketcalls {

namespace {

#ifdef _WIN32
using PollEntry = WSAPOLLFD;
int pollOne(PollEntry &entry, int timeoutMs)
{
    return WSAPoll(&entry, 1, timeoutMs);
}
bool wasInterrupted()
{
    return false;
}
constexpr int endOfReading = SD_RECEIVE;
constexpr int endOfWriting = SD_SEND;
constexpr int sendFlags = 0;
#else
using PollEntry = pollfd;
int pollOne(PollEntry &entry, int timeoutMs)
{
    return poll(&entry, 1, timeoutMs);
}
bool wasInterrupted()
{
    return errno == EINTR;
}
constexpr int endOfReading = SHUT_RD;
constexpr int endOfWriting = SHUT_WR;
#ifdef MSG_NOSIGNAL
constexpr int sendFlags = MSG_NOSIGNAL;
#else
constexpr int sendFlags = 0; // httplib ignores SIGPIPE
#endif
#endif

// poll(), not select(): with thousands of stations connected, descriptors are beyond FD_SETSIZE.
Wait wait(socket_t socket, short events, std::chrono::milliseconds timeout)
{
    const auto end = std::chrono::steady_clock::now() + timeout;
    for (;;) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        PollEntry entry{};
        entry.fd = socket;
        entry.events = events;
        const int ready =
            pollOne(entry, static_cast<int>(std::max<std::chrono::milliseconds::rep>(left.count(), 0)));
        if (ready > 0)
            return Wait::Ready; // or broken: the read or write that follows says so
        if (ready == 0)
            return Wait::TimedOut;
        if (!wasInterrupted())
            return Wait::Broken;
    }
}

} // namespace

Wait waitReadable(socket_t socket, std::chrono::milliseconds timeout)
{
    return wait(socket, POLLIN, timeout);
}

Wait waitWritable(socket_t socket, std::chrono::milliseconds timeout)
{
    return wait(socket, POLLOUT, timeout);
}

ssize_t receive(socket_t socket, char *buffer, size_t size)
{
    ssize_t count = 0;
    do {
        count = recv(socket, buffer, size, 0);
    } while (count < 0 && wasInterrupted());
    return count;
}

ssize_t transmit(socket_t socket, const char *buffer, size_t size)
{
    ssize_t count = 0;
    do {
        count = send(socket, buffer, size, sendFlags);
    } while (count < 0 && wasInterrupted());
    return count;
}

bool peerHasFinished(socket_t socket)
{
    char byte = 0;
    return waitReadable(socket, {}) == Wait::Ready && recv(socket, &byte, 1, MSG_PEEK) <= 0;
}

void endReading(socket_t socket)
{
    ::shutdown(socket, endOfReading);
}

void endWriting(socket_t socket)
{
    ::shutdown(socket, endOfWriting);
}

void close(socket_t socket)
{
#ifdef _WIN32
    ::closesocket(socket);
#else
    ::close(socket);
#endif
}

void name(socket_t socket, bool peer, std::string &address, int &port)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof(storage);
    auto *const raw = reinterpret_cast<sockaddr *>(&storage);
    const int found = peer ? getpeername(socket, raw, &length) : getsockname(socket, raw, &length);
    char host[NI_MAXHOST] = "";
    char service[NI_MAXSERV] = "";
    if (found == 0
        && getnameinfo(raw, length, host, sizeof(host), service, sizeof(service),
                       NI_NUMERICHOST | NI_NUMERICSERV)
               == 0) {
        address = host;
        port = std::atoi(service);
    }
}

void useAddressAlone(socket_t socket)
{
    const int yes = 1;
#ifdef _WIN32
    setsockopt(socket, SOL_SOCKET, SO_EXCLUSIVEADDRUSE, reinterpret_cast<const char *>(&yes), sizeof(yes));
#else
    // On POSIX systems this only means: not kept from the port by connections of the past.
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
#endif
    const int no = 0; // an IPv6 socket hears IPv4 too, on every system; it fails harmlessly on an IPv4 socket
    setsockopt(socket, IPPROTO_IPV6, IPV6_V6ONLY, reinterpret_cast<const char *>(&no), sizeof(no));
}

void lengthenBacklog(socket_t socket, int connections)
{
    ::listen(socket, connections);
}

} // namespace http::socketcalls
