// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/answer.h"
#include "ocpp/timestamp.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace http {

// A page of a list: at most `limit` items that follow the one that `after` names.
struct Page {
    int limit = 0;
    QString after; // empty: from the beginning

    qint64 afterId() const { return after.toLongLong(); }
};

// A request, decoded as far as all resources need it. Belongs to the connection's thread.
class Call {
public:
    Call(QHash<QString, QString> path, QHash<QString, QString> query, QByteArray body);

    // From the path, percent-decoded; empty for a name that the route does not have.
    QString path(const QString &name) const { return path_.value(name); }
    // A number in the path; anything else cannot be the id of something: 404 with this code.
    Answer<qint64> pathNumber(const QString &name, const QString &failureCode) const;

    // From the query string; empty if missing.
    QString query(const QString &name) const { return query_.value(name); }
    Answer<std::optional<ocpp::Timestamp>> queryTime(const QString &name) const;
    Answer<std::chrono::seconds> querySeconds(const QString &name, std::chrono::seconds maximum) const;
    Answer<std::optional<int>> queryNumber(const QString &name) const; // whole, 0 or more
    Answer<Page> page() const; // ?limit= (1-10000, 1000 by default) and ?after=
    Answer<Page> pageById() const; // as page(), where `after` is a number

    // The body as a JSON object. A missing body is {}.
    Answer<QJsonObject> body() const;

private:
    QHash<QString, QString> path_;
    QHash<QString, QString> query_;
    QByteArray body_;
};

} // namespace http
