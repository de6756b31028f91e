// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/uri.h"

#include <QByteArray>

#include <algorithm>

namespace ocpp {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}
bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}
bool isHexDigit(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isEscape(QStringView text, qsizetype at)
{
    return at + 2 < text.size() && text[at] == u'%' && isHexDigit(text[at + 1]) && isHexDigit(text[at + 2]);
}

// RFC 3986: unreserved, sub-delims and percent-encoded, plus what the place allows.
bool consistsOf(QStringView text, QLatin1StringView extra)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isEscape(text, i))
            i += 2;
        else if (!isLetter(c) && !isDigit(c) && !"-._~!$&'()*+,;="_L1.contains(c) && !extra.contains(c))
            return false;
    }
    return true;
}

QStringView takeScheme(QStringView &rest)
{
    const qsizetype colon = rest.indexOf(u':');
    if (colon <= 0 || !isLetter(rest.front()))
        return {};
    const QStringView scheme = rest.first(colon);
    const bool legal = std::all_of(scheme.begin(), scheme.end(), [](QChar c) {
        return isLetter(c) || isDigit(c) || c == u'+' || c == u'-' || c == u'.';
    });
    if (!legal)
        return {};
    rest = rest.sliced(colon + 1);
    return scheme;
}

// Cuts `rest` at the first `mark` and returns what follows it.
QStringView takeAfter(QStringView &rest, char16_t mark)
{
    const qsizetype at = rest.indexOf(mark);
    if (at < 0)
        return {};
    const QStringView tail = rest.sliced(at + 1);
    rest = rest.first(at);
    return tail;
}

bool isHost(QStringView host)
{
    if (!host.startsWith(u'['))
        return consistsOf(host, {});
    if (!host.endsWith(u']') || host.size() < 3)
        return false;
    const QStringView literal = host.sliced(1, host.size() - 2);
    return std::all_of(literal.begin(), literal.end(),
                       [](QChar c) { return isHexDigit(c) || c == u':' || c == u'.'; });
}

bool isAuthority(QStringView authority)
{
    const qsizetype at = authority.lastIndexOf(u'@');
    if (at >= 0 && !consistsOf(authority.first(at), ":"_L1))
        return false;
    QStringView host = authority.sliced(at + 1);
    const qsizetype colon = host.lastIndexOf(u':');
    if (colon > host.lastIndexOf(u']')) {
        const QStringView port = host.sliced(colon + 1);
        if (!std::all_of(port.begin(), port.end(), isDigit))
            return false;
        host = host.first(colon);
    }
    return isHost(host);
}

} // namespace

bool isUri(QStringView text)
{
    QStringView rest = text;
    if (takeScheme(rest).isEmpty())
        return false;
    const QStringView fragment = takeAfter(rest, u'#');
    const QStringView query = takeAfter(rest, u'?');
    if (!consistsOf(fragment, ":@/?"_L1) || !consistsOf(query, ":@/?"_L1) || rest.isEmpty())
        return false;
    if (!rest.startsWith("//"_L1))
        return consistsOf(rest, ":@/"_L1);
    rest = rest.sliced(2);
    const QStringView path = takeAfter(rest, u'/');
    return isAuthority(rest) && consistsOf(path, ":@/"_L1);
}

QString percentEncoded(const QString &text)
{
    QString encoded;
    encoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size();
        const QStringView piece = QStringView(text).sliced(i, pair ? 2 : 1);
        i += pair ? 1 : 0;
        if (isEscape(text, i) || consistsOf(piece, ":/?#[]@"_L1)) {
            encoded += piece;
            continue;
        }
        const QByteArray octets = piece.toUtf8();
        for (const char octet : octets)
            encoded += u'%' + QString::number(uchar(octet), 16).rightJustified(2, u'0').toUpper();
    }
    return encoded;
}

QString withoutCredentials(const QString &address)
{
    const qsizetype begin = address.indexOf("://"_L1) + 3;
    if (begin < 3)
        return address;
    const QStringView rest = QStringView(address).sliced(begin);
    const auto isEnd = [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; };
    const auto end = std::find_if(rest.begin(), rest.end(), isEnd);
    const QStringView authority(rest.begin(), end);
    qsizetype at = authority.lastIndexOf(u'@');
    if (at < 0) {
        // A password with a raw "/" ends the authority too early: "user:pa/ss@host" has no number
        // behind the colon.
        const qsizetype colon = authority.indexOf(u':');
        const QStringView port = colon < 0 ? QStringView() : authority.sliced(colon + 1);
        if (!std::all_of(port.begin(), port.end(), isDigit) && !authority.startsWith(u'['))
            at = rest.lastIndexOf(u'@');
    }
    return at < 0 ? address : address.first(begin) + "***"_L1 + rest.sliced(at).toString();
}

} // namespace ocpp
