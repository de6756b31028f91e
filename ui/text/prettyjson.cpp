// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/prettyjson.h"

#include <QJsonDocument>

#include <algorithm>

namespace ui {
namespace {

class Printer {
public:
    explicit Printer(const QString &text) : text_(text) {}

    QString print()
    {
        while (at_ < text_.size())
            step(text_.at(at_++));
        return out_;
    }

private:
    void step(QChar c)
    {
        if (c == u'"')
            copyString();
        else if (c == u'{' || c == u'[')
            open(c);
        else if (c == u'}' || c == u']')
            close(c);
        else if (c == u',')
            breakLine(c, depth_);
        else if (c == u':')
            out_ += u": ";
        else if (!c.isSpace())
            out_ += c;
    }

    void copyString()
    {
        out_ += u'"';
        while (at_ < text_.size()) {
            const QChar c = text_.at(at_++);
            out_ += c;
            if (c == u'\\' && at_ < text_.size())
                out_ += text_.at(at_++);
            else if (c == u'"')
                return;
        }
    }

    void open(QChar c)
    {
        qsizetype next = at_;
        while (next < text_.size() && text_.at(next).isSpace())
            ++next;
        const QChar closing = c == u'{' ? u'}' : u']';
        if (next < text_.size() && text_.at(next) == closing) {
            out_ += c;
            out_ += closing;
            at_ = next + 1;
            return;
        }
        breakLine(c, ++depth_);
    }

    void close(QChar c)
    {
        depth_ = std::max(0, depth_ - 1);
        out_ += u'\n' + QString(qsizetype{2} * depth_, u' ') + c;
    }

    void breakLine(QChar after, int depth) { out_ += after + (u'\n' + QString(qsizetype{2} * depth, u' ')); }

    const QString &text_;
    QString out_;
    qsizetype at_ = 0;
    int depth_ = 0;
};

} // namespace

QString prettyJson(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json);
    QJsonParseError error;
    QJsonDocument::fromJson(json, &error);
    return error.error == QJsonParseError::NoError ? Printer(text).print() : text;
}

} // namespace ui
