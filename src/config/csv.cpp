// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/csv.h"

#include <QStringDecoder>

#include <algorithm>

namespace config::csv {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Between cells or lines. Of a comma the quotes tell whether it is one.
bool isSeparator(QChar c)
{
    return c == u';' || c == u'\t' || c == u'\r' || c == u'\n';
}

/// What makes a spreadsheet calculate, in its wide form too.
bool beginsFormula(QChar c)
{
    return u"=+-@\uFF1D\uFF0B\uFF0D\uFF20"_s.contains(c);
}

/// Where another separator than the comma is usual, quotes that open after a comma count for nothing: a cell may begin
/// within the text. Guards, quotes and blanks before a formula are passed over, the guards so that one can be taken back
/// without loss.
bool wouldCalculate(QStringView text, qsizetype at)
{
    if (at > 0 && !isSeparator(text.at(at - 1)))
        return false;
    const auto isPassedOver = [](QChar c) { return c == u'\'' || c == u'"' || (c.isSpace() && !isSeparator(c)); };
    const auto first = std::find_if_not(text.begin() + at, text.end(), isPassedOver);
    return first != text.end() && (beginsFormula(*first) || (at == 0 && *first != u';' && isSeparator(*first)));
}

QString guarded(const QString &text)
{
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (wouldCalculate(text, at))
            result += u'\'';
        result += text.at(at);
    }
    return result;
}

QString unguarded(const QString &text)
{
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) != u'\'' || !wouldCalculate(text, at))
            result += text.at(at);
    }
    return result;
}

QString decoded(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8));
    const QString text = decoder(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : text;
}

QChar separatorOf(const QString &text)
{
    const QString first = text.section(u'\n', 0, 0);
    return std::ranges::max(QList<QChar>{u',', u';', u'\t'}, {}, [&](QChar c) { return first.count(c); });
}

/// Walks the text once, character by character.
class Walk {
public:
    explicit Walk(const QString &text) : text_(text), separator_(separatorOf(text)) {}

    Parsed run()
    {
        while (at_ < text_.size())
            step(text_.at(at_++));
        if (quoted_)
            parsed_.brokenLine = quotedSince_;
        else
            endRecord();
        return parsed_;
    }

private:
    void step(QChar c)
    {
        if (quoted_)
            stepQuoted(c);
        else if (c == u'"' && cell_.isEmpty())
            beginQuote();
        else if (c == separator_)
            endCell();
        else if (c == u'\n' || (c == u'\r' && (at_ == text_.size() || text_.at(at_) != u'\n')))
            endLine();
        else if (c != u'\r')
            cell_ += c;
    }

    void stepQuoted(QChar c)
    {
        line_ += c == u'\n' ? 1 : 0;
        if (c != u'"') {
            cell_ += c;
        } else if (at_ < text_.size() && text_.at(at_) == u'"') {
            cell_ += c;
            ++at_;
        } else {
            quoted_ = false;
        }
    }

    void beginQuote()
    {
        quoted_ = true;
        quotedSince_ = line_;
    }

    void endCell()
    {
        record_.cells.append(unguarded(cell_));
        cell_.clear();
    }

    void endRecord()
    {
        endCell();
        const bool empty =
            std::ranges::all_of(record_.cells, [](const QString &cell) { return cell.trimmed().isEmpty(); });
        if (!empty)
            parsed_.records.append(record_);
    }

    void endLine()
    {
        endRecord();
        record_ = {++line_, {}};
    }

    const QString &text_;
    const QChar separator_;
    qsizetype at_ = 0;
    int line_ = 1;
    bool quoted_ = false;
    int quotedSince_ = 0;
    QString cell_;
    Record record_{1, {}};
    Parsed parsed_;
};

} // namespace

QByteArray text(const QString &text)
{
    QString cell = guarded(text);
    const bool needsQuotes =
        std::ranges::any_of(cell, [](QChar c) { return u",;\"\r\n\t"_s.contains(c); }) || cell != cell.trimmed();
    if (needsQuotes)
        cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    return cell.toUtf8();
}

Parsed parse(const QByteArray &bytes)
{
    return Walk(decoded(bytes)).run();
}

} // namespace config::csv
