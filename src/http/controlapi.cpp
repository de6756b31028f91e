// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/controlapi.h"

#include "http/dispatcher.h"
#include "http/listener.h"
#include "store/changefeed.h"

#include <QObject>

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t threadsForShortRequests = 96;

} // namespace

// Everything of one API. The hub is published to by the writer's thread and by the feed's.
class ControlApi::Server {
public:
    explicit Server(const Parameters &parameters)
        : feed_(parameters.changeFeed), port_(parameters.port), context_(parameters.location, *parameters.writer),
          dispatcher_(context_, parameters.tokens),
          listener_(parameters.connections,
                    size_t(parameters.waits) + size_t(parameters.streams) + threadsForShortRequests)
    {
        context_.limits = {parameters.waits, parameters.streams, parameters.heartbeat};
        context_.metrics = parameters.metrics;
        context_.version = parameters.version;
        context_.files = parameters.files;
        context_.fileServer = parameters.fileServer;
        context_.node = parameters.node;
        context_.drawing.setProgram(parameters.drawingProgram);
        context_.drawing.setPatience(parameters.drawingPatience);
        dispatcher_.attach(listener_.server());
    }
    ~Server() { stop(); }

    tl::expected<quint16, QString> start()
    {
        const store::Outcome<void> opened = context_.reads.start();
        if (!opened)
            return tl::unexpected(opened.error().text);
        follow();
        const int port = listener_.start("127.0.0.1", port_);
        if (port > 0)
            return static_cast<quint16>(port);
        stop();
        return tl::unexpected(
            u"The control API cannot use port %1 on 127.0.0.1: another program has it. Choose another "
            "--api-port, or 0 to do without the API."_s.arg(port_));
    }

    void stop()
    {
        QObject::disconnect(own_);
        QObject::disconnect(others_);
        context_.changes.end();
        context_.drawing.end();
        listener_.stop();
        context_.reads.stop();
    }

    void setTokens(config::ApiTokens tokens) { dispatcher_.setTokens(std::move(tokens)); }

private:
    // Directly from the writer, because whoever waits must not depend on another thread's event loop.
    void follow()
    {
        const auto publish = [hub = context_.hub](const store::ChangeSet &changes) { hub->publish(changes); };
        own_ = QObject::connect(&context_.writer, &store::Writer::changed, publish);
        if (feed_)
            others_ = QObject::connect(feed_, &store::ChangeFeed::changedElsewhere, publish);
    }

    store::ChangeFeed *feed_;
    const quint16 port_;
    Context context_;
    Dispatcher dispatcher_;
    Listener listener_;
    QMetaObject::Connection own_;
    QMetaObject::Connection others_;
};

ControlApi::ControlApi(const Parameters &parameters) : server_(std::make_unique<Server>(parameters)) {}

ControlApi::~ControlApi() = default;

tl::expected<quint16, QString> ControlApi::start()
{
    return server_->start();
}

void ControlApi::stop()
{
    server_->stop();
}

void ControlApi::setTokens(config::ApiTokens tokens)
{
    server_->setTokens(std::move(tokens));
}

} // namespace http
