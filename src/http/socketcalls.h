// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <httplib.h>
#include <string>

// The few system calls that the server needs for its connections, alike on all systems.
namespace http::socketcalls {

enum class Wait { Ready, TimedOut, Broken };

Wait waitReadable(socket_t socket, std::chrono::milliseconds timeout);
Wait waitWritable(socket_t socket, std::chrono::milliseconds timeout);
ssize_t receive(socket_t socket, char *buffer, size_t size); // 0: the peer has finished; -1: broken
ssize_t transmit(socket_t socket, const char *buffer, size_t size); // -1: broken
bool peerHasFinished(socket_t socket); // without waiting
void endReading(socket_t socket); // wakes a thread that waits for this socket
void endWriting(socket_t socket);
void close(socket_t socket);
void name(socket_t socket, bool peer, std::string &address, int &port);
// Only one program may use a port; httplib's default allows several (SO_REUSEPORT).
void useAddressAlone(socket_t socket);
void lengthenBacklog(socket_t socket, int connections);

} // namespace http::socketcalls
