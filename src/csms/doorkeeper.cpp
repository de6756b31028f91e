// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/doorkeeper.h"

#include <QTcpServer>

#include <functional>

namespace csms {
namespace {

constexpr int listenBacklog = 4096;

class Ear final : public QTcpServer {
public:
    explicit Ear(std::function<void(qintptr)> heard) : heard_(std::move(heard)) {}

protected:
    void incomingConnection(qintptr descriptor) override { heard_(descriptor); }

private:
    const std::function<void(qintptr)> heard_;
};

} // namespace

Doorkeeper::~Doorkeeper()
{
    shut();
}

tl::expected<quint16, QString> Doorkeeper::open(const QHostAddress &address, quint16 port)
{
    ear_ = new Ear([this](qintptr descriptor) { emit arrived(descriptor); });
    ear_->setListenBacklogSize(listenBacklog);
    ear_->moveToThread(&thread_);
    connect(ear_, &QTcpServer::acceptError, ear_, [this, ear = ear_] { emit deaf(ear->errorString()); });
    connect(&thread_, &QThread::finished, ear_, &QObject::deleteLater);
    thread_.setObjectName(QStringLiteral("door"));
    thread_.start();
    tl::expected<quint16, QString> opened;
    QMetaObject::invokeMethod(
        ear_,
        [&, ear = ear_] {
            if (ear->listen(address, port))
                opened = ear->serverPort();
            else
                opened = tl::unexpected(ear->errorString());
        },
        Qt::BlockingQueuedConnection);
    if (!opened)
        shut();
    return opened;
}

void Doorkeeper::shut()
{
    thread_.quit();
    thread_.wait();
    ear_ = nullptr;
}

void Doorkeeper::resume()
{
    if (ear_)
        QMetaObject::invokeMethod(ear_, &QTcpServer::resumeAccepting);
}

} // namespace csms
