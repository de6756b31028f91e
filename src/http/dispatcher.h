// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/apitokens.h"
#include "http/context.h"
#include "http/route.h"

#include <atomic>
#include <httplib.h>
#include <memory>

namespace http {

// Between httplib and the resources: finds the route, checks the token, decodes the request, encodes the
// reply.
class Dispatcher {
public:
    static constexpr size_t maximumBody = size_t{1024} * 1024;
    static constexpr size_t maximumPath = 1024;

    Dispatcher(Context &context, config::ApiTokens tokens);

    // Sets all handlers. The dispatcher must outlive the server's threads.
    void attach(httplib::Server &server);
    // From the next request on. Any thread.
    void setTokens(config::ApiTokens tokens);

private:
    void serve(const httplib::Request &request, httplib::Response &response);
    void serve(const httplib::Request &request, httplib::Response &response,
               const httplib::ContentReader &reader);
    void reply(const httplib::Request &request, httplib::Response &response, const Answer<Reply> &answer) const;
    Answer<Reply> answer(const httplib::Request &request, const QByteArray &body);
    Answer<void> authorize(const Route &route, const httplib::Request &request) const;

    Context &context_;
    std::atomic<std::shared_ptr<const config::ApiTokens>> tokens_;
};

} // namespace http
