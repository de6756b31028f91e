// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/apifixture.h"

#include "store/storetest.h"

#include <QJsonDocument>

#include <httplib.h>

using namespace Qt::Literals::StringLiterals;

QJsonObject ApiFixture::Reply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString ApiFixture::Reply::errorCode() const
{
    return json().value("error"_L1).toObject().value("code"_L1).toString();
}

QString ApiFixture::Reply::errorMessage() const
{
    return json().value("error"_L1).toObject().value("message"_L1).toString();
}

ApiFixture::ApiFixture(const Change &change)
{
    parameters_.location = storetest::ownLocation(dir_.path());
    writer_ = std::make_unique<store::Writer>(parameters_.location);
    const auto opened = writer_->start();
    if (!opened)
        qFatal("%s", qPrintable(opened.error().text));
    parameters_.writer = writer_.get();
    parameters_.version = u"1.2.3"_s;
    parameters_.tokens = {{config::ApiRole::Control, "control-token"}, {config::ApiRole::Read, "read-token"}};
    if (change)
        change(parameters_);
    api_ = std::make_unique<http::ControlApi>(parameters_);
    const auto port = api_->start();
    if (!port)
        qFatal("%s", qPrintable(port.error()));
    port_ = *port;
}

ApiFixture::~ApiFixture()
{
    api_.reset();
    writer_->stop();
}

ApiFixture::Reply ApiFixture::get(const QByteArray &path, const QByteArray &token) const
{
    return send("GET", path, {}, token);
}

ApiFixture::Reply ApiFixture::put(const QByteArray &path, const QByteArray &body,
                                  const QByteArray &token) const
{
    return send("PUT", path, body, token);
}

ApiFixture::Reply ApiFixture::post(const QByteArray &path, const QByteArray &body,
                                   const QByteArray &token) const
{
    return send("POST", path, body, token);
}

ApiFixture::Reply ApiFixture::del(const QByteArray &path, const QByteArray &token) const
{
    return send("DELETE", path, {}, token);
}

ApiFixture::Reply ApiFixture::send(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                                   const QByteArray &token) const
{
    httplib::Client client("127.0.0.1", port_);
    client.set_read_timeout(std::chrono::seconds(60));
    httplib::Request request;
    request.method = method.toStdString();
    request.path = ("/api/v1" + path).toStdString();
    request.body = body.toStdString();
    if (!token.isEmpty())
        request.headers.emplace("Authorization", "Bearer " + token.toStdString());
    const httplib::Result result = client.send(request);
    if (!result)
        return {};
    return {result->status, QByteArray::fromStdString(result->body),
            QByteArray::fromStdString(result->get_header_value("Content-Type")),
            QByteArray::fromStdString(result->get_header_value("WWW-Authenticate")),
            QByteArray::fromStdString(result->get_header_value("Content-Disposition"))};
}

bool ApiFixture::write(const std::function<void(store::Database &)> &work)
{
    return writer_->submit([work](store::Database &db) { work(db); }).result().has_value();
}

void ApiFixture::addStation(const QString &id, bool online)
{
    const bool written = write([&](store::Database &db) {
        store::Station station;
        station.id = id;
        station.created = moment(0);
        store::Stations(db).save(station);
        if (online)
            store::Stations(db).setOnline(
                id, {u"192.0.2.1"_s, u"192.0.2.9:9000"_s, u"ocpp1.6"_s, u"node"_s, moment(0)});
    });
    if (!written)
        qFatal("the station could not be written");
}

QString ApiFixture::url() const
{
    return u"http://127.0.0.1:%1/api/v1"_s.arg(port_);
}

ocpp::Timestamp moment(qint64 milliseconds)
{
    return ocpp::parseTimestamp(u"2026-01-01T00:00:00Z", ocpp::Zone::Utc)->value
           + std::chrono::milliseconds(milliseconds);
}
