// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/apitokens.h"
#include "http/connection.h"
#include "http/metrics.h"
#include "store/location.h"

#include <chrono>
#include <functional>
#include <memory>
#include <tl/expected.hpp>

namespace store {
class ChangeFeed;
class Writer;
} // namespace store

namespace http {

class FileStorage;

// The control API: HTTP and JSON on 127.0.0.1, on threads of its own.
class ControlApi {
public:
    struct Parameters {
        store::Location location; // read by connections of the API's own
        store::Writer *writer = nullptr; // started; must outlive the API
        store::ChangeFeed *changeFeed =
            nullptr; // changes of other processes; may be null; must outlive the API
        std::function<QList<Metric>()> metrics; // of the engine; called on any thread; may be empty
        config::ApiTokens tokens;
        quint16 port = 0; // 0 picks a free one
        QString version;
        FileStorage *files = nullptr; // may be null; must outlive the API
        QString fileServer; // as people on this machine reach it, "http://host:port"; empty: it is off
        QString node; // of several that share a database
        QString drawingProgram; // empty: stationmasterctl beside the running program
        std::chrono::milliseconds drawingPatience = std::chrono::seconds(20);
        int waits = 128; // requests with ?wait= at a time
        int streams = 32; // event streams at a time
        std::chrono::milliseconds heartbeat = std::chrono::seconds(15); // of an event stream
        ConnectionLimits connections{};
    };

    explicit ControlApi(const Parameters &parameters);
    ~ControlApi(); // stops

    // The port. The error says what to change. Blocks until the database is open and the port is taken.
    tl::expected<quint16, QString> start();
    // Ends event streams and waiting requests, lets the others finish. Call it before the writer is stopped.
    void stop();
    // Who may use it from the next request on. Any thread.
    void setTokens(config::ApiTokens tokens);

private:
    class Server;
    std::unique_ptr<Server> server_;
};

} // namespace http
