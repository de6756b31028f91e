// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/listentries.h"

#include "config/csv.h"
#include "ocpp/codec.h"
#include "ocpp/types.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView members[] = {"idTag"_L1, "status"_L1, "expiryDate"_L1, "parentIdTag"_L1};
constexpr qsizetype longestTag = 20; // 7.28: CiString20Type
constexpr char byteOrderMark[] = "\xEF\xBB\xBF";
constexpr qsizetype mostComplaints = 20; // a wrong column spoils every line

using Texts = QHash<QString, QString>; // by member; missing or empty: not said

QString memberCalled(const QString &name)
{
    const auto found = std::ranges::find_if(
        members, [&](QLatin1StringView member) { return member.compare(name.trimmed(), Qt::CaseInsensitive) == 0; });
    return found == std::end(members) ? QString() : QString(*found);
}

QString memberNames()
{
    QStringList names;
    for (const QLatin1StringView member : members)
        names += member;
    return names.join(u", "_s);
}

QString statusNames()
{
    QStringList names;
    for (const QLatin1StringView name : ocpp::enumValues<ocpp::AuthorizationStatus>())
        names += name;
    return names.join(u", "_s);
}

std::optional<ocpp::AuthorizationStatus> statusCalled(const QString &name)
{
    const auto names = ocpp::enumValues<ocpp::AuthorizationStatus>();
    const auto found = std::ranges::find_if(
        names, [&](QLatin1StringView status) { return status.compare(name, Qt::CaseInsensitive) == 0; });
    return found == names.end() ? std::nullopt : ocpp::fromString<ocpp::AuthorizationStatus>(QString(*found));
}

class EntryReader {
public:
    tl::expected<QJsonArray, QString> read(const QByteArray &content)
    {
        const QByteArray text = (content.startsWith(byteOrderMark) ? content.sliced(3) : content).trimmed();
        if (text.startsWith('[') || text.startsWith('{'))
            readJson(content);
        else
            readTable(content);
        if (complaints_.isEmpty())
            return entries_;
        const qsizetype more = complaints_.size() - mostComplaints;
        QStringList told = complaints_.first(std::min(complaints_.size(), mostComplaints));
        if (more > 0)
            told += u"and %1 more"_s.arg(more);
        return tl::unexpected(told.join(u'\n'));
    }

private:
    void complain(const QString &where, const QString &what) { complaints_ += where + u": "_s + what; }

    void readTable(const QByteArray &content)
    {
        const config::csv::Parsed table = config::csv::parse(content);
        if (table.brokenLine > 0) {
            complain(u"line %1"_s.arg(table.brokenLine), u"a quotation mark opens that nothing closes"_s);
            return;
        }
        const QStringList headings = table.records.isEmpty() ? QStringList() : table.records.first().cells;
        QStringList columns;
        for (const QString &heading : headings)
            columns += memberCalled(heading);
        if (!checkHeadings(headings, columns))
            return;
        for (const config::csv::Record &record : table.records.sliced(1))
            readRecord(record, columns);
    }

    bool checkHeadings(const QStringList &headings, const QStringList &columns)
    {
        if (!columns.contains(members[0])) {
            complain(u"line 1"_s, u"must name the columns, at least idTag. Possible are: "_s + memberNames());
            return false;
        }
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (columns.at(i).isEmpty() && !headings.at(i).trimmed().isEmpty())
                complain(u"line 1"_s,
                         u"the column \"%1\" is not known. Possible are: %2"_s.arg(headings.at(i), memberNames()));
            else if (!columns.at(i).isEmpty() && columns.indexOf(columns.at(i)) != i)
                complain(u"line 1"_s, u"the column %1 is there twice"_s.arg(columns.at(i)));
        }
        return complaints_.isEmpty();
    }

    void readRecord(const config::csv::Record &record, const QStringList &columns)
    {
        const QString where = u"line %1"_s.arg(record.line);
        Texts texts;
        for (qsizetype i = 0; i < record.cells.size(); ++i) {
            const QString cell = record.cells.at(i).trimmed();
            const QString column = columns.value(i);
            if (!cell.isEmpty() && column.isEmpty()) {
                complain(where, u"\"%1\" is in no column: a text with a comma needs quotation marks"_s.arg(cell));
                return;
            }
            texts.insert(column, cell);
        }
        take(where, texts);
    }

    void readJson(const QByteArray &content)
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(content, &error);
        if (document.isNull()) {
            complain(u"line %1"_s.arg(content.first(std::min<qsizetype>(error.offset, content.size())).count('\n') + 1),
                     u"this is no JSON: "_s + error.errorString());
            return;
        }
        const QJsonValue list =
            document.isArray() ? QJsonValue(document.array()) : document.object().value("entries"_L1);
        if (!list.isArray()) {
            complain(u"the file"_s, u"must be a list of entries, or an object with the member \"entries\""_s);
            return;
        }
        int number = 0;
        const QJsonArray items = list.toArray();
        for (const QJsonValue &item : items)
            readItem(u"entry %1"_s.arg(++number), item);
    }

    void readItem(const QString &where, const QJsonValue &item)
    {
        QJsonObject object = item.toObject();
        if (object.value("idTagInfo"_L1).isObject()) {
            const QJsonObject info = object.take("idTagInfo"_L1).toObject();
            for (auto member = info.begin(); member != info.end(); ++member)
                object.insert(member.key(), member.value());
        }
        if (object.isEmpty())
            return complain(where, u"must be an object with the members "_s + memberNames());
        Texts texts;
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (std::ranges::find(members, member.key()) == std::end(members))
                return complain(where,
                                u"the member \"%1\" is not known. Possible are: %2"_s.arg(member.key(), memberNames()));
            if (!member->isString() && !member->isNull())
                return complain(where, member.key() + u" must be a text"_s);
            texts.insert(member.key(), member->toString());
        }
        take(where, texts);
    }

    void take(const QString &where, const Texts &texts)
    {
        ocpp::AuthorizationData entry;
        entry.idTag = texts.value(members[0]);
        entry.idTagInfo.emplace().status = ocpp::AuthorizationStatus::Accepted;
        if (checkTag(where, entry.idTag) && readInfo(where, texts, *entry.idTagInfo))
            entries_.append(ocpp::encode(entry));
    }

    bool checkTag(const QString &where, const QString &tag)
    {
        if (tag.isEmpty()) {
            complain(where, u"has no idTag"_s);
            return false;
        }
        const QString before = places_.value(tag.toCaseFolded());
        places_.insert(tag.toCaseFolded(), where);
        if (!before.isEmpty())
            complain(where, u"idTag \"%1\" is the same as in %2"_s.arg(tag, before));
        return before.isEmpty() && checkLength(where, members[0], tag);
    }

    bool checkLength(const QString &where, QLatin1StringView member, const QString &tag)
    {
        if (tag.size() <= longestTag)
            return true;
        complain(where, u"%1 \"%2\" has %3 characters, and may have %4"_s.arg(member, tag, QString::number(tag.size()),
                                                                              QString::number(longestTag)));
        return false;
    }

    bool readInfo(const QString &where, const Texts &texts, ocpp::IdTagInfo &info)
    {
        const QString status = texts.value(members[1]);
        const QString expiry = texts.value(members[2]);
        const QString parent = texts.value(members[3]);
        const auto known = status.isEmpty() ? std::optional(info.status) : statusCalled(status);
        const auto time = ocpp::parseTimestamp(expiry, ocpp::Zone::Utc);
        if (!known) {
            complain(where, u"status \"%1\" is none of %2"_s.arg(status, statusNames()));
            return false;
        }
        if (!expiry.isEmpty() && (!time || time->zoneMissing)) {
            complain(where, u"expiryDate \"%1\" is no time with its zone, as in 2026-11-22T19:41:00Z"_s.arg(expiry));
            return false;
        }
        info.status = *known;
        if (time)
            info.expiryDate = time->value;
        if (!parent.isEmpty())
            info.parentIdTag = parent;
        return checkLength(where, members[3], parent);
    }

    QJsonArray entries_;
    QStringList complaints_;
    QHash<QString, QString> places_; // of each idTag, folded
};

} // namespace

tl::expected<QJsonArray, QString> listEntries(const QByteArray &content)
{
    return EntryReader().read(content);
}

} // namespace ctl
