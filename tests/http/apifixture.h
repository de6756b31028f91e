// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/controlapi.h"
#include "store/stations.h"
#include "store/writer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

// A control API on a store of its own, with a client. Blocks, so the API must not need this thread.
class ApiFixture {
public:
    struct Reply {
        int status = 0;
        QByteArray body;
        QByteArray contentType;
        QByteArray authenticate; // the header WWW-Authenticate
        QByteArray disposition; // the header Content-Disposition

        QJsonObject json() const;
        QJsonArray items() const { return json().value(QLatin1StringView("items")).toArray(); }
        QString errorCode() const;
        QString errorMessage() const;
    };
    using Change = std::function<void(http::ControlApi::Parameters &)>;

    explicit ApiFixture(const Change &change = {});
    ~ApiFixture();

    Reply get(const QByteArray &path, const QByteArray &token = "control-token") const;
    Reply put(const QByteArray &path, const QByteArray &body,
              const QByteArray &token = "control-token") const;
    Reply post(const QByteArray &path, const QByteArray &body,
               const QByteArray &token = "control-token") const;
    Reply del(const QByteArray &path, const QByteArray &token = "control-token") const;
    Reply send(const QByteArray &method, const QByteArray &path, const QByteArray &body,
               const QByteArray &token) const;

    // Runs on the writer's thread and waits for the commit; false if it failed.
    bool write(const std::function<void(store::Database &)> &work);
    void addStation(const QString &id, bool online = false);

    quint16 port() const { return port_; }
    QString url() const;
    QString filePath(const QString &name) const { return dir_.filePath(name); }
    http::ControlApi &api() { return *api_; }
    store::Writer &writer() { return *writer_; }
    const http::ControlApi::Parameters &parameters() const { return parameters_; }

private:
    QTemporaryDir dir_;
    std::unique_ptr<store::Writer> writer_;
    http::ControlApi::Parameters parameters_;
    std::unique_ptr<http::ControlApi> api_;
    quint16 port_ = 0;
};

// A moment of 2026, in milliseconds from its first.
ocpp::Timestamp moment(qint64 milliseconds);
