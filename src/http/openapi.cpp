// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/openapi.h"

#include "http/route.h"
#include "http/schema.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject reference(const QString &component)
{
    return {{u"$ref"_s, u"#/components/"_s + component}};
}

QJsonObject reference(const Schema &schema)
{
    return reference(u"schemas/"_s + schema.name);
}

QJsonObject content(const QString &mediaType, const QJsonObject &schema)
{
    return {{mediaType, QJsonObject{{u"schema"_s, schema}}}};
}

QJsonObject pageOf(const Schema &schema)
{
    const QJsonObject items{{u"type"_s, u"array"_s}, {u"items"_s, reference(schema)}};
    const QJsonObject next{{u"type"_s, QJsonArray{u"string"_s, u"null"_s}},
                           {u"description"_s, u"For ?after=; null at the end"_s}};
    return {{u"type"_s, u"object"_s},
            {u"required"_s, QJsonArray{u"items"_s, u"next"_s}},
            {u"properties"_s, QJsonObject{{u"items"_s, items}, {u"next"_s, next}}}};
}

QJsonObject contentOf(const Route &route)
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    switch (route.gives) {
    case Gives::Nothing:
        return {};
    case Gives::Object:
        return content(u"application/json"_s,
                       route.response ? reference(*route.response) : QJsonObject{{u"type"_s, u"object"_s}});
    case Gives::Page:
        return content(u"application/json"_s, pageOf(*route.response));
    case Gives::Text:
        return content(u"text/plain"_s, text);
    case Gives::Events:
        return content(u"text/event-stream"_s, text);
    }
    Q_UNREACHABLE();
}

QJsonObject successOf(const Route &route)
{
    QJsonObject response{{u"description"_s, u"Done"_s}};
    const QJsonObject body = contentOf(route);
    if (!body.isEmpty())
        response.insert(u"content"_s, body);
    return response;
}

QJsonObject responsesOf(const Route &route)
{
    QJsonObject responses{{QString::number(route.status), successOf(route)}};
    responses.insert(u"default"_s, reference(u"responses/Failure"_s));
    return responses;
}

QJsonObject parameter(const QString &name, const QString &place, const QJsonObject &schema,
                      const QString &help)
{
    return {{u"name"_s, name},
            {u"in"_s, place},
            {u"required"_s, place == "path"_L1},
            {u"schema"_s, schema},
            {u"description"_s, help}};
}

QJsonArray parametersOf(const Route &route)
{
    QJsonArray parameters;
    const QString pattern = route.pattern;
    for (const QString &segment : pattern.split(u'/')) {
        if (segment.startsWith(u'{'))
            parameters +=
                parameter(segment.sliced(1).chopped(1), u"path"_s, schemaOf(Shape{}), u"Percent-encoded"_s);
    }
    for (const QueryParameter &query : route.query)
        parameters += parameter(query.name, u"query"_s,
                                schemaOf(Shape{.kind = query.kind, .words = query.words}), query.help);
    if (route.gives == Gives::Page) {
        parameters +=
            parameter(u"limit"_s, u"query"_s,
                      schemaOf(Shape{.kind = Shape::Kind::Integer, .minimum = 1, .maximum = 10'000}),
                      u"Items on a page, 1000 by default"_s);
        parameters +=
            parameter(u"after"_s, u"query"_s, schemaOf(Shape{}), u"The \"next\" of the page before"_s);
    }
    return parameters;
}

QJsonArray securityOf(const Route &route)
{
    if (route.access == Access::Open)
        return {};
    return {QJsonObject{{u"bearer"_s, QJsonArray()}}};
}

// "stations/{id}/meter-values" with "get": getStationsIdMeterValues
QString operationId(const Route &route)
{
    QString id = QString(route.method).toLower();
    const QString pattern = route.pattern;
    bool begins = true;
    for (const QChar c : pattern.mid(pattern.indexOf("v1/"_L1) + 3)) {
        if (c.isLetterOrNumber())
            id += begins ? c.toUpper() : c;
        begins = !c.isLetterOrNumber();
    }
    return id;
}

QJsonObject operationOf(const Route &route)
{
    QJsonObject operation{{u"operationId"_s, operationId(route)},
                          {u"summary"_s, route.summary},
                          {u"security"_s, securityOf(route)},
                          {u"parameters"_s, parametersOf(route)},
                          {u"responses"_s, responsesOf(route)}};
    if (route.access != Access::Open)
        operation.insert(u"x-role"_s, route.access == Access::Read ? u"read"_s : u"control"_s);
    if (route.request) {
        operation.insert(u"requestBody"_s, QJsonObject{{u"required"_s, true},
                                                       {u"content"_s, content(u"application/json"_s,
                                                                              reference(*route.request))}});
    }
    return operation;
}

QJsonObject paths()
{
    QJsonObject paths;
    for (const Route &route : routes()) {
        QJsonObject item = paths.value(route.pattern).toObject();
        item.insert(QString(route.method).toLower(), operationOf(route));
        paths.insert(route.pattern, item);
    }
    return paths;
}

QJsonObject failureSchema()
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    const QJsonObject error{
        {u"type"_s, u"object"_s},
        {u"required"_s, QJsonArray{u"code"_s, u"message"_s}},
        {u"properties"_s, QJsonObject{{u"code"_s, text}, {u"message"_s, text}, {u"path"_s, text}}}};
    return {{u"type"_s, u"object"_s},
            {u"required"_s, QJsonArray{u"error"_s}},
            {u"properties"_s, QJsonObject{{u"error"_s, error}}}};
}

QJsonObject components()
{
    QJsonObject schemas{{u"Failure"_s, failureSchema()}};
    for (const Route &route : routes()) {
        for (const Schema *schema : {route.response, route.request}) {
            if (schema)
                schemas.insert(schema->name, schemaOf(*schema));
        }
    }
    const QJsonObject failure{
        {u"description"_s, u"What happened, why, what to do"_s},
        {u"content"_s, content(u"application/json"_s, reference(u"schemas/Failure"_s))}};
    const QJsonObject bearer{{u"type"_s, u"http"_s}, {u"scheme"_s, u"bearer"_s}};
    return {{u"schemas"_s, schemas},
            {u"responses"_s, QJsonObject{{u"Failure"_s, failure}}},
            {u"securitySchemes"_s, QJsonObject{{u"bearer"_s, bearer}}}};
}

} // namespace

QJsonObject openApiDocument(const QString &version)
{
    const QJsonObject license{{u"name"_s, u"GPL-3.0-or-later"_s}, {u"identifier"_s, u"GPL-3.0-or-later"_s}};
    return {{u"openapi"_s, u"3.1.0"_s},
            {u"info"_s, QJsonObject{{u"title"_s, u"Stationmaster control API"_s},
                                    {u"version"_s, version},
                                    {u"license"_s, license}}},
            {u"paths"_s, paths()},
            {u"components"_s, components()}};
}

} // namespace http
