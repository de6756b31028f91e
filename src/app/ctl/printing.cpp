// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/printing.h"

#include <QJsonDocument>

#include <cstdio>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#else
#include <unistd.h>
#endif

namespace ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

QString compact(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

// Texts come from stations: a terminal must not be given their control characters.
QString harmless(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control)
            c = u'\uFFFD';
    }
    return text;
}

QString listText(const QJsonArray &list)
{
    QStringList texts;
    for (const auto &item : list)
        texts += item.isObject() ? compact(QJsonDocument(item.toObject())) : item.toVariant().toString();
    return texts.join(u", "_s);
}

QString valueText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"yes"_s : u"no"_s;
    case QJsonValue::Array:
        return harmless(listText(value.toArray()));
    case QJsonValue::Object:
        return harmless(compact(QJsonDocument(value.toObject())));
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return u"-"_s;
    case QJsonValue::Double:
    case QJsonValue::String:
        return harmless(value.toVariant().toString());
    }
    Q_UNREACHABLE();
}

QJsonValue reach(QJsonObject object, const QString &member)
{
    const QStringList steps = member.split(u'.');
    for (const QString &step : steps.first(steps.size() - 1))
        object = object.value(step).toObject();
    return object.value(steps.last());
}

QString lineText(const QStringList &cells, const QList<qsizetype> &widths)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i)
        line += i + 1 < cells.size() ? cells[i].leftJustified(int(widths[i] + 2)) : cells[i];
    return line + u'\n';
}

bool isObjectList(const QJsonValue &value)
{
    return value.isArray() && value.toArray().first().isObject();
}

void appendMember(QString &text, const QString &name, const QJsonValue &value, int indent);

void appendObject(QString &text, const QJsonObject &object, int indent)
{
    for (auto member = object.begin(); member != object.end(); ++member)
        appendMember(text, member.key(), member.value(), indent);
}

void appendMember(QString &text, const QString &name, const QJsonValue &value, int indent)
{
    text += QString(indent, u' ') + name + u':';
    if (value.isObject()) {
        text += u'\n';
        appendObject(text, value.toObject(), indent + 2);
    } else if (isObjectList(value)) {
        text += u'\n';
        const QJsonArray items = value.toArray();
        for (const auto &item : items) {
            text += QString(indent + 2, u' ') + u"-\n"_s;
            appendObject(text, item.toObject(), indent + 4);
        }
    } else {
        text += u' ' + valueText(value) + u'\n';
    }
}

} // namespace

QString tableText(const QJsonArray &items, std::span<const Column> columns)
{
    QList<QStringList> lines(1);
    for (const Column &column : columns)
        lines.first() += column.title;
    for (const auto &item : items) {
        QStringList &line = lines.emplaceBack();
        for (const Column &column : columns)
            line += valueText(reach(item.toObject(), column.member));
    }
    QList<qsizetype> widths(qsizetype(columns.size()), 0);
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], line[i].size());
    }
    QString text;
    for (const QStringList &line : lines)
        text += lineText(line, widths);
    return text;
}

QString objectText(const QJsonObject &object)
{
    QString text;
    appendObject(text, object, 0);
    return text;
}

void printOut(const QByteArray &text)
{
#ifdef Q_OS_WIN
    _setmode(_fileno(stdout), _O_BINARY); // files go there, too
#endif
    std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
    std::fflush(stdout);
}

void printError(const QString &text)
{
    const QByteArray line = text.toUtf8() + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
}

bool hasTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(fileno(stderr)) != 0;
#endif
}

void printProgress(const QString &text)
{
    const QByteArray line = text.isEmpty() ? "\n"_ba : '\r' + harmless(text).toUtf8();
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace ctl
