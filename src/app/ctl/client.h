// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <tl/expected.hpp>

namespace ctl {

struct Response {
    int status = 0;
    QByteArray body;

    bool isSuccess() const { return status >= 200 && status < 300; }
};

// The control API of one engine. Blocks.
class Client {
public:
    // `url` with or without "http://" and "/api/v1"; `token` may be empty. The error says why `url` is no address.
    static tl::expected<Client, QString> at(const QString &url, const QByteArray &token);

    // `path` below /api/v1, encoded, with its query. The error says why the engine could not be reached.
    tl::expected<Response, QString> request(const QByteArray &method, const QByteArray &path,
                                            const QByteArray &body, std::chrono::seconds patience) const;
    // Hands on each piece of an endless answer until the engine, or `receive` with false, ends it.
    tl::expected<Response, QString> stream(const QByteArray &path,
                                           const std::function<bool(const QByteArray &)> &receive) const;

private:
    Client(const QUrl &url, const QByteArray &token);
    QString unreachable(const QString &reason) const;

    QString origin_; // scheme, host and port
    QByteArray base_; // "/api/v1"
    QByteArray token_;
};

} // namespace ctl
