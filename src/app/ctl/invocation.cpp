// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/invocation.h"

#include "app/ctl/client.h"
#include "app/ctl/listentries.h"
#include "app/ctl/printing.h"
#include "app/ctl/upload.h"
#include "config/apitokens.h"
#include "config/datadir.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

namespace ctl {

using namespace Qt::Literals::StringLiterals;
using Place = Argument::Place;

namespace {

constexpr auto defaultApi = "http://127.0.0.1:8180/api/v1"_L1;

template<class T>
using Prepared = tl::expected<T, QString>; // the error is a usage error

Prepared<QByteArray> tokenOf(const Invocation &invocation)
{
    QString path = invocation.tokenFile.isEmpty() ? qEnvironmentVariable("STATIONMASTER_TOKEN_FILE")
                                                  : invocation.tokenFile;
    const bool named = !path.isEmpty();
    if (!named)
        path = config::apiTokenFile(config::defaultDataDir());
    if (!named && !QFile::exists(path))
        return QByteArray(); // the engine will say that one is needed, if it is
    const auto tokens = config::readApiTokens(path);
    if (!tokens)
        return tl::unexpected(tokens.error());
    const auto control = std::ranges::find(*tokens, config::ApiRole::Control, &config::ApiToken::role);
    return control == tokens->end() ? tokens->first().text : control->text;
}

Prepared<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    const bool open = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return tl::unexpected(u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    return file.readAll();
}

Prepared<QJsonValue> wholeFile(const QString &path)
{
    return contentOf(path).map([](const QByteArray &content) { return QJsonValue(QString::fromUtf8(content)); });
}

Prepared<QJsonValue> entriesIn(const QString &path)
{
    return contentOf(path).and_then([&path](const QByteArray &content) -> Prepared<QJsonValue> {
        const auto entries = listEntries(content);
        if (entries)
            return QJsonValue(*entries);
        const QString name = path == "-"_L1 ? u"The standard input"_s : path;
        return tl::unexpected(u"%1 cannot be used:\n%2"_s.arg(name, entries.error()));
    });
}

QJsonValue listOfLists(const QStringList &texts)
{
    QJsonArray lists;
    for (const QString &text : texts)
        lists.append(QJsonArray::fromStringList(text.split(u',', Qt::SkipEmptyParts)));
    return lists;
}

Prepared<QJsonValue> firstLine(const QString &path)
{
    QFile file(path);
    const bool open = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return tl::unexpected(u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    QByteArray line = file.readLine();
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QJsonValue(QString::fromUtf8(line));
}

Prepared<QJsonValue> jsonObject(const QString &text)
{
    const auto content = text.startsWith(u'@') ? contentOf(text.sliced(1)) : text.toUtf8();
    if (!content)
        return tl::unexpected(content.error());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*content, &error);
    if (document.isObject())
        return QJsonValue(document.object());
    return tl::unexpected(u"This must be a JSON object, e.g. '{\"type\":\"Soft\"}'"_s
                          + (document.isNull() ? u" (%1)"_s.arg(error.errorString()) : QString()));
}

Prepared<QJsonValue> number(const Argument &argument, const QString &text)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    if (isNumber)
        return QJsonValue(value);
    return tl::unexpected(u"%1 must be a whole number, not \"%2\""_s.arg(argument.name, text));
}

Prepared<QJsonValue> memberOf(const Argument &argument, const QStringList &texts)
{
    switch (argument.kind) {
    case Argument::Kind::Text:
        return QJsonValue(texts.last());
    case Argument::Kind::Number:
        return number(argument, texts.last());
    case Argument::Kind::TextList:
        return QJsonValue(QJsonArray::fromStringList(texts));
    case Argument::Kind::ListOfLists:
        return listOfLists(texts);
    case Argument::Kind::WholeFile:
        return wholeFile(texts.last());
    case Argument::Kind::Json:
        return jsonObject(texts.last());
    case Argument::Kind::FirstLine:
        return firstLine(texts.last());
    case Argument::Kind::ListEntries:
        return entriesIn(texts.last());
    case Argument::Kind::UploadedFile:
        return QJsonValue(QFileInfo(texts.last()).fileName());
    }
    Q_UNREACHABLE();
}

QByteArray pathOf(const Invocation &invocation)
{
    QByteArray path(invocation.verb->path.data(), invocation.verb->path.size());
    QByteArray query;
    for (const Argument &argument : invocation.verb->arguments) {
        if (!invocation.values.contains(argument.name))
            continue;
        const QByteArray value = QUrl::toPercentEncoding(invocation.values.value(argument.name).last());
        const QByteArray member(argument.member.data(), argument.member.size());
        if (argument.place == Place::Path)
            path.replace('{' + member + '}', value);
        else if (argument.place == Place::Query)
            query += (query.isEmpty() ? '?' : '&') + member + '=' + value;
    }
    return path + query;
}

// `member` may lead into an object.
void insertAt(QJsonObject &object, const QString &member, const QJsonValue &value)
{
    const QString first = member.section(u'.', 0, 0);
    if (first == member) {
        object.insert(member, value);
        return;
    }
    QJsonObject inner = object.value(first).toObject();
    insertAt(inner, member.sliced(first.size() + 1), value);
    object.insert(first, inner);
}

Prepared<QJsonObject> bodyOf(const Invocation &invocation, QJsonObject body)
{
    for (const Argument &argument : invocation.verb->arguments) {
        if (argument.place != Place::Body)
            continue;
        if (invocation.values.contains(argument.name)) {
            const auto member = memberOf(argument, invocation.values.value(argument.name));
            if (!member)
                return tl::unexpected(member.error());
            if (argument.member.isEmpty())
                body = member->toObject();
            else
                insertAt(body, argument.member, *member);
        } else if (!argument.fallback.isEmpty() && !body.contains(argument.member)) {
            body.insert(argument.member, QString(argument.fallback));
        }
    }
    return body;
}

QString messageOf(const Response &response)
{
    const QJsonObject error = QJsonDocument::fromJson(response.body).object().value("error"_L1).toObject();
    const QString message = error.value("message"_L1).toString();
    return message.isEmpty()
               ? u"The answer has the HTTP status %1 and cannot be understood. Is --api the address of "
                 "Stationmaster?"_s.arg(response.status)
               : message;
}

ExitCode failed(const Invocation &invocation, const Response &response)
{
    if (invocation.json)
        printOut(response.body);
    printError(messageOf(response));
    switch (response.status) {
    case 401:
    case 403:
        return Unauthorized;
    case 404:
        return NotFound;
    default:
        return Refused;
    }
}

// A command that was sent is done only if the station accepted it, or if nobody wanted to wait for that.
ExitCode commandResult(const Invocation &invocation, const QJsonObject &command)
{
    const QString state = command.value("state"_L1).toString();
    const bool pending = state == "queued"_L1 || state == "sent"_L1;
    if (state == "accepted"_L1 || (pending && !invocation.values.contains(u"--wait"_s)))
        return Done;
    printError(
        pending
            ? u"The command is not finished yet: %1. See: command show %2"_s.arg(state).arg(
                command.value("id"_L1).toInteger())
            : u"The command ended as: %1. %2"_s.arg(state, command.value("error"_L1).toString()).trimmed());
    return Refused;
}

void printPage(const Verb &verb, const QJsonObject &page)
{
    printOut(tableText(page.value("items"_L1).toArray(), verb.columns).toUtf8());
    const QJsonValue next = page.value("next"_L1);
    if (!next.isNull())
        printError(u"There are more. Continue with --after %1"_s.arg(next.toString()));
}

ExitCode succeeded(const Invocation &invocation, const Response &response)
{
    const Verb::Gives gives = invocation.verb->gives;
    const QJsonObject object = QJsonDocument::fromJson(response.body).object();
    const bool isText = gives == Verb::Gives::Text || (gives == Verb::Gives::Object && object.isEmpty());
    if (invocation.json || isText)
        printOut(response.body);
    else if (gives == Verb::Gives::Page)
        printPage(*invocation.verb, object);
    else if (gives != Verb::Gives::Nothing)
        printOut(objectText(object).toUtf8());
    return gives == Verb::Gives::Command ? commandResult(invocation, object) : Done;
}

ExitCode unreachable(const QString &text)
{
    printError(text);
    return Unreachable;
}

ExitCode badUsage(const QString &text)
{
    printError(text);
    return BadUsage;
}

// Prints complete lines: events are separated by blank lines, comments begin with a colon.
class EventPrinter {
public:
    explicit EventPrinter(bool json) : json_(json) {}
    bool receive(const QByteArray &piece)
    {
        pending_ += piece;
        for (qsizetype end = pending_.indexOf('\n'); end >= 0; end = pending_.indexOf('\n')) {
            print(pending_.first(end));
            pending_.remove(0, end + 1);
        }
        return true;
    }

private:
    void print(const QByteArray &line) const
    {
        if (!line.startsWith("data: "))
            return;
        const QJsonObject change = QJsonDocument::fromJson(line.sliced(6)).object();
        QString text = change.value("table"_L1).toString();
        for (const auto member : {"station"_L1, "key"_L1})
            text += u' ' + change.value(member).toString(u"-"_s);
        printOut(json_ ? line.sliced(6) + '\n' : text.toUtf8() + '\n');
    }

    bool json_;
    QByteArray pending_;
};

ExitCode follow(const Invocation &invocation, const Client &client)
{
    EventPrinter printer(invocation.json);
    const auto response = client.stream(
        pathOf(invocation), [&printer](const QByteArray &piece) { return printer.receive(piece); });
    if (!response)
        return unreachable(response.error());
    return response->isSuccess() ? Done : failed(invocation, *response);
}

QString uploadedFile(const Invocation &invocation)
{
    const auto file = std::ranges::find(invocation.verb->arguments, Argument::Kind::UploadedFile, &Argument::kind);
    return invocation.values.value(file->name).value(0);
}

// What was entered for a file goes again if the file does not get there.
ExitCode bringFile(const Invocation &invocation, const Client &client, const QJsonObject &image)
{
    const QByteArray number = QByteArray::number(image.value("id"_L1).toInteger());
    const QByteArray place = "/firmware/" + number;
    const auto brought = upload(
        {uploadedFile(invocation), image.value("uploadUrl"_L1).toString(), image.value("uploadLimit"_L1).toInteger()});
    if (!brought) {
        printError(brought.error());
        const bool isNew = invocation.verb->path == "/firmware"_L1;
        const auto removed = isNew ? client.request("DELETE", place, {}, std::chrono::seconds(30)) : Response{};
        if (!removed || !removed->isSuccess())
            printError(u"Image %1 is entered without its file. Try again: firmware bring %1 FILE"_s.arg(
                QLatin1StringView(number)));
        return Refused;
    }
    const auto response = client.request("GET", place, {}, std::chrono::seconds(30));
    if (!response)
        return unreachable(response.error());
    return response->isSuccess() ? succeeded(invocation, *response) : failed(invocation, *response);
}

// What the body begins with: what is there now, for a PUT that replaces, or what the verb always says.
tl::expected<Response, QString> existing(const Invocation &invocation, const Client &client)
{
    const QLatin1StringView begin = invocation.verb->body;
    if (!invocation.verb->mergesExisting)
        return Response{200, QByteArray(begin.data(), begin.size())};
    auto response = client.request("GET", pathOf(invocation), {}, std::chrono::seconds(30));
    if (response && response->status == 404)
        return Response{200, "{}"};
    return response;
}

QByteArray bodyText(const Verb &verb, const QJsonObject &body)
{
    const bool hasBody = verb.method == "POST"_L1 || verb.method == "PUT"_L1;
    return hasBody ? QJsonDocument(body).toJson(QJsonDocument::Compact) : QByteArray();
}

} // namespace

ExitCode run(const Invocation &invocation)
{
    const Verb &verb = *invocation.verb;
    const bool isUpload = verb.gives == Verb::Gives::Upload;
    const auto token = tokenOf(invocation);
    if (!token)
        return badUsage(token.error());
    const auto client = Client::at(invocation.api.isEmpty() ? QString(defaultApi) : invocation.api, *token);
    if (!client)
        return badUsage(client.error());
    if (verb.gives == Verb::Gives::Events)
        return follow(invocation, *client);
    if (const QString problem = isUpload ? problemWithFile(uploadedFile(invocation)) : QString(); !problem.isEmpty())
        return badUsage(problem);
    const auto known = existing(invocation, *client);
    if (!known)
        return unreachable(known.error());
    if (!known->isSuccess())
        return failed(invocation, *known);
    const auto body = bodyOf(invocation, QJsonDocument::fromJson(known->body).object());
    if (!body)
        return badUsage(body.error());
    const std::chrono::seconds wait(invocation.values.value(u"--wait"_s).value(0).toInt());
    const auto response =
        client->request(QByteArray(verb.method.data(), verb.method.size()), pathOf(invocation),
                       bodyText(verb, *body), wait + std::chrono::seconds(30));
    if (!response)
        return unreachable(response.error());
    if (isUpload && response->isSuccess())
        return bringFile(invocation, *client, QJsonDocument::fromJson(response->body).object());
    return response->isSuccess() ? succeeded(invocation, *response) : failed(invocation, *response);
}

} // namespace ctl
