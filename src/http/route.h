// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/context.h"
#include "http/property.h"

namespace http {

enum class Access {
    Open, // needs no token
    Read,
    Control,
};

struct QueryParameter {
    QLatin1StringView name;
    QLatin1StringView help;
    Shape::Kind kind = Shape::Kind::Text;
    std::span<const QLatin1StringView> words{};
};

// What is answered when all went well.
enum class Gives {
    Nothing, // 204
    Object,
    Page, // {"items": [...], "next": ...}
    Text,
    Events,
};

// One row per method and path: dispatch, 404 and 405, the token check and the OpenAPI document derive from
// it.
struct Route {
    using Handler = Answer<Reply> (*)(Context &, const Call &);

    QLatin1StringView method;
    QLatin1StringView pattern; // "/api/v1/stations/{id}"
    Access access;
    Handler handler;
    QLatin1StringView summary;
    Gives gives = Gives::Object;
    const Schema *response = nullptr;
    const Schema *request = nullptr;
    int status = 200;
    std::span<const QueryParameter> query{};
};

// The table. A new route is one row here and its handler under resources/.
std::span<const Route> routes();

// "/a/{b}" and "/a/b%2Fc" as segments; a trailing slash does not count. Not decoded.
QList<QByteArray> segments(QByteArrayView path);

// What a method and a path (percent-encoded, without query) lead to.
struct Found {
    const Route *route = nullptr;
    QHash<QString, QString> path; // the decoded parts in braces
    QStringList otherMethods; // of the same path, when there is no route: 405 instead of 404
};
Found findRoute(QByteArrayView method, QByteArrayView path);

} // namespace http
