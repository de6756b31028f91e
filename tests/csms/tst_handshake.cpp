// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/handshake.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace csms;

class tst_Handshake : public QObject {
    Q_OBJECT

private slots:
    void identityOfPath_data();
    void identityOfPath();
    void pathWithoutIdentity_data();
    void pathWithoutIdentity();
    void headEndsWithBlankLine();
    void readsWhatTheHeadSays();
    void headersAreForgiving();
    void passwordMayBeAnyBytes();
    void credentialsOfAnotherKindAreNone_data();
    void credentialsOfAnotherKindAreNone();
    void refuses_data();
    void refuses();
    void responses_data();
    void responses();
    void responseIsWholeHttp();
};

namespace {

QByteArray request(const QByteArray &headers = {}, const QByteArray &first = "GET /ocpp/CP-1 HTTP/1.1")
{
    return first
           + "\r\nHost: csms:9000\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: abc\r\n"
             "Sec-WebSocket-Version: 13\r\n"
           + headers + "\r\n";
}

QByteArray authorization(const QByteArray &pair)
{
    return "Authorization: Basic " + pair.toBase64() + "\r\n";
}

} // namespace

void tst_Handshake::identityOfPath_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("id");
    QTest::newRow("with ocpp") << "/ocpp/CP-1"_ba << u"CP-1"_s;
    QTest::newRow("without") << "/CP-1"_ba << u"CP-1"_s;
    QTest::newRow("OCPP in capitals") << "/OCPP/CP-1"_ba << u"CP-1"_s;
    QTest::newRow("trailing slash") << "/ocpp/CP-1/"_ba << u"CP-1"_s;
    QTest::newRow("trailing slashes") << "/CP-1//"_ba << u"CP-1"_s;
    QTest::newRow("double slash") << "/ocpp//CP-1"_ba << u"CP-1"_s;
    QTest::newRow("leading double slash") << "//ocpp/CP-1"_ba << u"CP-1"_s;
    QTest::newRow("percent-encoded") << "/ocpp/CP%2D1"_ba << u"CP-1"_s;
    QTest::newRow("percent-encoded space") << "/ocpp/CP%201"_ba << u"CP 1"_s;
    QTest::newRow("percent-encoded slash") << "/ocpp/CP%2F1"_ba << u"CP/1"_s;
    QTest::newRow("percent-encoded UTF-8") << "/ocpp/S%C3%A4ule"_ba << u"Säule"_s;
    QTest::newRow("query") << "/ocpp/CP-1?token=1"_ba << u"CP-1"_s;
    QTest::newRow("the case stays") << "/ocpp/cp-1"_ba << u"cp-1"_s;
    QTest::newRow("48 characters") << "/" + QByteArray(48, 'x') << QString(48, u'x');
}

void tst_Handshake::identityOfPath()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, id);
    QCOMPARE(stationIdFromPath(path), std::optional(id));
}

void tst_Handshake::pathWithoutIdentity_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("slash") << "/"_ba;
    QTest::newRow("slashes") << "///"_ba;
    QTest::newRow("ocpp alone") << "/ocpp"_ba;
    QTest::newRow("ocpp and slash") << "/ocpp/"_ba;
    QTest::newRow("several segments") << "/ocpp/site/CP-1"_ba;
    QTest::newRow("something after it") << "/CP-1/status"_ba;
    QTest::newRow("only a query") << "/?id=CP-1"_ba;
    QTest::newRow("a blank") << "/ocpp/%20"_ba;
    QTest::newRow("a NUL") << "/ocpp/CP%001"_ba;
    QTest::newRow("endless") << "/" + QByteArray(256, 'x');
}

void tst_Handshake::pathWithoutIdentity()
{
    QFETCH(QByteArray, path);
    QVERIFY(!stationIdFromPath(path));
}

void tst_Handshake::headEndsWithBlankLine()
{
    QCOMPARE(headLength(""), 0);
    QCOMPARE(headLength("GET / HTTP/1.1\r\nHost: x\r\n"), 0);
    QCOMPARE(headLength("GET / HTTP/1.1\r\n\r"), 0);
    QCOMPARE(headLength("GET / HTTP/1.1\r\n\r\n"), 18);
    QCOMPARE(headLength("GET / HTTP/1.1\r\n\r\nmore\r\n\r\n"), 18);
}

void tst_Handshake::readsWhatTheHeadSays()
{
    const auto handshake = parseHandshake(
        request("Sec-WebSocket-Protocol: ocpp2.0.1, ocpp1.6\r\n" + authorization("CP-1:secret")));
    QVERIFY(handshake.has_value());
    QCOMPARE(handshake->stationId, u"CP-1"_s);
    QCOMPARE(handshake->host, "csms:9000"_ba);
    QCOMPARE(handshake->subprotocols, "ocpp2.0.1, ocpp1.6"_ba);
    QVERIFY(handshake->credentials.has_value());
    QCOMPARE(handshake->credentials->user, u"CP-1"_s);
    QCOMPARE(handshake->credentials->password, "secret"_ba);
}

// RFC 9110: names of headers and schemes know no case, lists may come in several lines.
void tst_Handshake::headersAreForgiving()
{
    const QByteArray head =
        "GET /CP-1 HTTP/1.1\r\nhost: csms\r\nUPGRADE:WebSocket\r\nconnection: keep-alive, upgrade\r\n"
        "sec-websocket-KEY:  abc \r\nsec-websocket-version:13\r\nauthorization: bAsIc  "
        + QByteArray("CP-1:x").toBase64()
        + " \r\nSec-WebSocket-Protocol: ocpp2.0.1\r\nSec-WebSocket-Protocol: ocpp1.6\r\n\r\n";
    const auto handshake = parseHandshake(head);
    QVERIFY(handshake.has_value());
    QCOMPARE(handshake->host, "csms"_ba);
    QCOMPARE(handshake->subprotocols, "ocpp2.0.1,ocpp1.6"_ba);
    QVERIFY(handshake->credentials.has_value());
    QCOMPARE(handshake->credentials->password, "x"_ba);
}

// W A01: the key is up to 20 arbitrary bytes; RFC 7617: only the first colon separates.
void tst_Handshake::passwordMayBeAnyBytes()
{
    const QByteArray password = QByteArray::fromHex("003aff0d0a3a80");
    const auto handshake = parseHandshake(request(authorization("CP-1:" + password)));
    QVERIFY(handshake.has_value());
    QVERIFY(handshake->credentials.has_value());
    QCOMPARE(handshake->credentials->user, u"CP-1"_s);
    QCOMPARE(handshake->credentials->password, password);

    const auto empty = parseHandshake(request(authorization("CP-1:")));
    QVERIFY(empty.has_value());
    QVERIFY(empty->credentials.has_value());
    QCOMPARE(empty->credentials->password, QByteArray());
}

void tst_Handshake::credentialsOfAnotherKindAreNone_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("bearer") << "Authorization: Bearer abc\r\n"_ba;
    QTest::newRow("no scheme") << "Authorization: Q1AtMTp4\r\n"_ba;
    QTest::newRow("no colon") << authorization("CP-1");
    QTest::newRow("not base64") << "Authorization: Basic ?*!\r\n"_ba;
}

void tst_Handshake::credentialsOfAnotherKindAreNone()
{
    QFETCH(QByteArray, headers);
    const auto handshake = parseHandshake(request(headers));
    QVERIFY(handshake.has_value());
    QVERIFY(!handshake->credentials);
}

void tst_Handshake::refuses_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<RefusalReason>("reason");
    const auto browser = "GET /CP-1 HTTP/1.1\r\nHost: x\r\n"_ba;
    QTest::newRow("garbage") << "\x16\x03\x01 hello\r\n\r\n"_ba << RefusalReason::MalformedRequest;
    QTest::newRow("blank line") << "\r\n\r\n"_ba << RefusalReason::MalformedRequest;
    QTest::newRow("POST") << request({}, "POST /CP-1 HTTP/1.1") << RefusalReason::MalformedRequest;
    QTest::newRow("no version") << request({}, "GET /CP-1") << RefusalReason::MalformedRequest;
    QTest::newRow("blank in the path")
        << request({}, "GET /CP 1 HTTP/1.1") << RefusalReason::MalformedRequest;
    QTest::newRow("HTTP/2") << request({}, "GET /CP-1 HTTP/2") << RefusalReason::MalformedRequest;
    QTest::newRow("HTTP/1.0") << request({}, "GET /CP-1 HTTP/1.0") << RefusalReason::MalformedRequest;
    for (const char *line : {"Host: csms:9000\r\n", "Sec-WebSocket-Version: 13\r\n"}) // QWebSocketServer needs them
        QTest::addRow("no %.4s", line) << request().replace(line, "") << RefusalReason::MalformedRequest;
    QTest::newRow("an older WebSocket") << request().replace("Version: 13", "Version: 8")
                                        << RefusalReason::MalformedRequest;
    QTest::newRow("plain HTTP") << browser + "\r\n" << RefusalReason::NotWebSocket;
    QTest::newRow("no Upgrade") << browser + "Connection: Upgrade\r\nSec-WebSocket-Key: abc\r\n\r\n"
                                << RefusalReason::NotWebSocket;
    QTest::newRow("Upgrade to something else")
        << browser + "Upgrade: h2c\r\nConnection: Upgrade\r\nSec-WebSocket-Key: abc\r\n\r\n"
        << RefusalReason::NotWebSocket;
    QTest::newRow("no Connection") << browser + "Upgrade: websocket\r\nSec-WebSocket-Key: abc\r\n\r\n"
                                   << RefusalReason::NotWebSocket;
    QTest::newRow("no key") << browser + "Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
                            << RefusalReason::NotWebSocket;
    QTest::newRow("no identity") << request({}, "GET /ocpp/ HTTP/1.1") << RefusalReason::NoIdentity;
}

void tst_Handshake::refuses()
{
    QFETCH(QByteArray, head);
    QFETCH(RefusalReason, reason);
    const auto handshake = parseHandshake(head);
    QVERIFY(!handshake.has_value());
    QCOMPARE(toString(handshake.error()), toString(reason));
}

void tst_Handshake::responses_data()
{
    QTest::addColumn<RefusalReason>("reason");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QByteArray>("statusLine");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("malformed") << RefusalReason::MalformedRequest << u"malformedRequest"_s
                               << "HTTP/1.1 400 Bad Request\r\n"_ba
                               << "Connection: close\r\n"_ba;
    QTest::newRow("too large") << RefusalReason::HeadTooLarge << u"headTooLarge"_s
                               << "HTTP/1.1 431 Request Header Fields Too Large\r\n"_ba
                               << "Connection: close\r\n"_ba;
    QTest::newRow("plain HTTP") << RefusalReason::NotWebSocket << u"notWebSocket"_s
                                << "HTTP/1.1 426 Upgrade Required\r\n"_ba
                                << "Upgrade: websocket\r\n"_ba;
    QTest::newRow("no identity") << RefusalReason::NoIdentity << u"noIdentity"_s
                                 << "HTTP/1.1 404 Not Found\r\n"_ba
                                 << "Connection: close\r\n"_ba;
    QTest::newRow("unknown") << RefusalReason::UnknownStation << u"unknownStation"_s
                             << "HTTP/1.1 404 Not Found\r\n"_ba
                             << "Connection: close\r\n"_ba;
    QTest::newRow("password missing")
        << RefusalReason::PasswordMissing << u"passwordMissing"_s << "HTTP/1.1 401 Unauthorized\r\n"_ba
        << "WWW-Authenticate: Basic realm="_ba;
    QTest::newRow("password wrong") << RefusalReason::PasswordWrong << u"passwordWrong"_s
                                    << "HTTP/1.1 401 Unauthorized\r\n"_ba
                                    << "WWW-Authenticate: Basic realm="_ba;
    QTest::newRow("too many") << RefusalReason::TooManyConnections << u"tooManyConnections"_s
                              << "HTTP/1.1 503 Service Unavailable\r\n"_ba
                              << "Retry-After: "_ba;
    QTest::newRow("TLS") << RefusalReason::TlsSpoken << u"tlsSpoken"_s
                         << "HTTP/1.1 400 Bad Request\r\n"_ba
                         << "Connection: close\r\n"_ba;
}

void tst_Handshake::responses()
{
    QFETCH(RefusalReason, reason);
    QFETCH(QString, word);
    QFETCH(QByteArray, statusLine);
    QFETCH(QByteArray, header);
    const QByteArray response = refusalResponse(reason);
    QCOMPARE(toString(reason), word);
    QVERIFY2(response.startsWith(statusLine), response);
    QVERIFY2(response.contains("\r\n" + header), response);
    QCOMPARE(statusLine.mid(9, 3).toInt(), httpStatus(reason));
}

void tst_Handshake::responseIsWholeHttp()
{
    const QByteArray response = refusalResponse(RefusalReason::UnknownStation);
    const qsizetype body = headLength(response);
    QVERIFY(body > 0);
    const QByteArray length = "\r\nContent-Length: " + QByteArray::number(response.size() - body) + "\r\n";
    QVERIFY2(response.contains(length), response);
    QVERIFY(response.size() > body);
}

QTEST_APPLESS_MAIN(tst_Handshake)
#include "tst_handshake.moc"
