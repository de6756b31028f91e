// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/route.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

using Segments = QList<QByteArray>;

bool isVariable(const QByteArray &segment)
{
    return segment.startsWith('{');
}

// The decoded variables, if the path is one of the pattern's.
std::optional<QHash<QString, QString>> match(const Segments &pattern, const Segments &path)
{
    if (pattern.size() != path.size())
        return std::nullopt;
    QHash<QString, QString> variables;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const QByteArray decoded = QByteArray::fromPercentEncoding(path[i]);
        if (isVariable(pattern[i]))
            variables.insert(QString::fromLatin1(pattern[i].sliced(1).chopped(1)),
                             QString::fromUtf8(decoded));
        else if (pattern[i] != decoded)
            return std::nullopt;
    }
    return variables;
}

} // namespace

QList<QByteArray> segments(QByteArrayView path)
{
    Segments list = path.toByteArray().split('/');
    while (list.size() > 1 && list.last().isEmpty())
        list.removeLast();
    return list;
}

Found findRoute(QByteArrayView method, QByteArrayView path)
{
    const QByteArrayView wanted = method == "HEAD" ? QByteArrayView("GET") : method;
    const Segments parts = segments(path);
    Found found;
    for (const Route &route : routes()) {
        auto variables = match(segments(QByteArrayView(route.pattern.data(), route.pattern.size())), parts);
        if (!variables)
            continue;
        if (wanted == QByteArrayView(route.method.data(), route.method.size())) {
            found.route = &route;
            found.path = std::move(*variables);
            return found;
        }
        found.otherMethods += route.method;
    }
    return found;
}

} // namespace http
