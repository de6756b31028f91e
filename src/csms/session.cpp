// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/session.h"

#include <QWebSocket>

#include <algorithm>

namespace csms {

Session::Session(ConnectionId number, StationEntryPointer entry, std::unique_ptr<QWebSocket> webSocket)
    : id(number), station(std::move(entry)),
      told(station->registration == store::Registration::Accepted ? store::Registration::Accepted
                                                                  : store::Registration::Pending),
      socket(std::move(webSocket))
{
}

Session::~Session()
{
    // A session ends inside a signal of its own socket more often than not.
    socket->disconnect();
    socket.release()->deleteLater();
}

void Session::hear(ocpp::Timestamp at)
{
    lastHeard = Clock::now();
    lastHeardAt = at;
    heardSinceReport = true;
    pingsMissed = 0;
}

bool Session::repeats(const QString &messageId)
{
    const size_t hash = qHash(messageId, size_t(1)) | 1; // 0 marks an unused place
    const bool seen = std::ranges::find(recentIds_, hash) != recentIds_.end();
    recentIds_[nextId_++ % recentIds_.size()] = hash;
    return seen;
}

} // namespace csms
