// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/place.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace simtest;
using simulator::FileManner;

namespace {

/// A file server with one file, that drops the line in the middle as often as it is told to.
class Files : public QTcpServer {
public:
    Files()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] { serve(nextPendingConnection()); });
    }

    QString url(const QString &name) const { return u"http://127.0.0.1:%1/%2"_s.arg(serverPort()).arg(name); }

    const QByteArray firmware = QByteArray("firmware").repeated(1000);
    int breaks = 0;
    bool stalls = false; ///< sends half of it and waits, or takes all and does not say so
    int brokenOff = 0; ///< by the others
    QStringList requests; ///< "GET /fw bytes=0-"
    QByteArray uploaded;

private:
    void serve(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            buffers_[socket] += socket->readAll();
            const QByteArray &text = buffers_[socket];
            const qsizetype end = text.indexOf("\r\n\r\n");
            if (end < 0 || text.size() < end + 4 + header(text, "content-length").toLongLong())
                return;
            answer(socket, buffers_.take(socket), end + 4);
        });
    }
    static QByteArray header(const QByteArray &text, const QByteArray &name)
    {
        const qsizetype at = text.toLower().indexOf("\r\n" + name + ":");
        return at < 0 ? QByteArray() : text.mid(at + name.size() + 3).split('\r').first().trimmed();
    }
    void answer(QTcpSocket *socket, const QByteArray &request, qsizetype body)
    {
        const QByteArrayList line = request.left(request.indexOf('\r')).split(' ');
        const QByteArray range = header(request, "range");
        requests.append(QString::fromLatin1(line[0] + ' ' + line[1] + ' ' + range).trimmed());
        if (stalls)
            connect(socket, &QTcpSocket::disconnected, this, [this] { ++brokenOff; });
        if (line[0] == "PUT" && stalls)
            return;
        if (line[0] == "PUT") {
            uploaded = request.mid(body);
            socket->write("HTTP/1.1 201 Created\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        } else {
            const QByteArray rest = firmware.mid(range.mid(6).split('-').first().toInt());
            socket->write("HTTP/1.1 206 Partial\r\nConnection: close\r\nContent-Length: "
                          + QByteArray::number(rest.size()) + "\r\n\r\n"
                          + (breaks-- > 0 || stalls ? rest.first(rest.size() / 2) : rest));
        }
        if (!stalls)
            socket->disconnectFromHost();
    }

    QHash<QTcpSocket *, QByteArray> buffers_;
};

} // namespace

class TestFiles : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutTheMessages();
    void anUpdate();
    void aSignedUpdateByAppointment();
    void aBrokenDownloadResumes();
    void powerLossEndsWhatIsUnderWay();
    void aCutNetworkBreaksADownload();
    void anInstalledUpdateIsASecurityEvent();
    void manners_data();
    void manners();
    void aSignatureThatIsNotValid();
    void aCertificateThatIsNotValid();
    void triggersWhatIsUnderWay();
    void triggersTheLastWordOfASignedUpdate();
    void anotherOneCancelsTheFirst();
    void diagnostics();
    void securityLog();
    void anUploadThatFails();

private:
    QJsonObject updateRequest(const QString &name = u"fw-2.0.bin"_s, int retries = 0)
    {
        return {{u"location"_s, files_->url(name)}, {u"retrieveDate"_s, ocpp::formatTimestamp(noon)},
                {u"retries"_s, retries}, {u"retryInterval"_s, 1}};
    }
    QJsonObject signedRequest(int id, int fetchAfter = 0, int installAfter = 0)
    {
        const auto at = [](int seconds) { return ocpp::formatTimestamp(noon + std::chrono::seconds(seconds)); };
        QJsonObject firmware{{u"location"_s, files_->url(u"fw-2.0.bin"_s)}, {u"retrieveDateTime"_s, at(fetchAfter)},
                             {u"signingCertificate"_s, u"PEM"_s}, {u"signature"_s, u"c2ln"_s}};
        if (installAfter > 0)
            firmware.insert(u"installDateTime"_s, at(installAfter));
        return {{u"requestId"_s, id}, {u"firmware"_s, firmware}};
    }
    /// Its answer.
    QString trigger(const QString &message, const QString &by = u"TriggerMessage"_s)
    {
        return place_->central.ask(by, {{u"requestedMessage"_s, message}}).payload.value("status"_L1).toString();
    }
    QStringList statuses(const QString &action)
    {
        QStringList list;
        for (const QJsonObject &payload : place_->central.all(action))
            list.append(payload.value("status"_L1).toString());
        return list;
    }
    /// Lets time pass until the station said so.
    bool reaches(const QString &action, const QString &status)
    {
        return QTest::qWaitFor(
            [&] {
                const bool said = statuses(action).contains(status);
                if (!said)
                    place_->timeline.advance(100ms);
                return said;
            },
            10'000);
    }

    std::unique_ptr<Files> files_;
    std::unique_ptr<Place> place_;
};

void TestFiles::init()
{
    files_ = std::make_unique<Files>();
    place_ = std::make_unique<Place>();
    QVERIFY(place_->boot());
    place_->station.setFileManner(FileManner::Good);
    place_->central.forget();
}

void TestFiles::cleanup()
{
    QCOMPARE(place_->central.violations, QStringList());
    place_.reset();
    files_.reset();
}

void TestFiles::withoutTheMessages()
{
    place_->station.setFileManner(FileManner::None);
    QCOMPARE(place_->central.ask(u"UpdateFirmware"_s, updateRequest()).errorCode, u"NotSupported"_s);
    QCOMPARE(place_->central.ask(u"SignedUpdateFirmware"_s, signedRequest(1)).errorCode, u"NotImplemented"_s);
}

void TestFiles::anUpdate()
{
    QCOMPARE(place_->central.ask(u"UpdateFirmware"_s, updateRequest()).errorCode, QString());
    QVERIFY(reaches(u"FirmwareStatusNotification"_s, u"Installed"_s));
    QCOMPARE(statuses(u"FirmwareStatusNotification"_s),
             (QStringList{u"Downloading"_s, u"Downloaded"_s, u"Installing"_s, u"Installed"_s}));
    QCOMPARE(place_->central.last(u"BootNotification"_s).value("firmwareVersion"_L1).toString(), u"2.0"_s);
    QCOMPARE(files_->requests, QStringList{u"GET /fw-2.0.bin"_s});
    QCOMPARE(place_->central.count(u"SecurityEventNotification"_s), 0); // it does not know that message
}

void TestFiles::aSignedUpdateByAppointment()
{
    const auto reply = place_->central.ask(u"SignedUpdateFirmware"_s, signedRequest(7, 60, 600));
    QCOMPARE(reply.payload.value("status"_L1).toString(), u"Accepted"_s);
    QVERIFY(reaches(u"SignedFirmwareStatusNotification"_s, u"DownloadScheduled"_s));
    QVERIFY(files_->requests.isEmpty());
    QVERIFY(place_->pass(60s));
    QVERIFY(reaches(u"SignedFirmwareStatusNotification"_s, u"InstallScheduled"_s));
    QVERIFY(place_->pass(600s));
    QVERIFY(reaches(u"SignedFirmwareStatusNotification"_s, u"Installed"_s));
    QCOMPARE(statuses(u"SignedFirmwareStatusNotification"_s),
             (QStringList{u"DownloadScheduled"_s, u"Downloading"_s, u"Downloaded"_s, u"SignatureVerified"_s,
                          u"InstallScheduled"_s, u"Installing"_s, u"InstallRebooting"_s, u"Installed"_s}));
    for (const QJsonObject &payload : place_->central.all(u"SignedFirmwareStatusNotification"_s))
        QCOMPARE(payload.value("requestId"_L1).toInt(), 7);
}

void TestFiles::aBrokenDownloadResumes()
{
    files_->breaks = 1;
    place_->central.ask(u"UpdateFirmware"_s, updateRequest(u"fw-2.0.bin"_s, 2));
    QVERIFY(reaches(u"FirmwareStatusNotification"_s, u"Downloaded"_s));
    QCOMPARE(files_->requests, (QStringList{u"GET /fw-2.0.bin"_s, u"GET /fw-2.0.bin bytes=4000-"_s}));
    QCOMPARE(place_->journal.count(u"firmware: 8000 bytes"_s), 1);
}

void TestFiles::powerLossEndsWhatIsUnderWay()
{
    files_->stalls = true;
    place_->central.ask(u"UpdateFirmware"_s, updateRequest(u"fw-2.0.bin"_s, 2));
    QVERIFY(reaches(u"FirmwareStatusNotification"_s, u"Downloading"_s));
    place_->central.ask(u"GetDiagnostics"_s, {{u"location"_s, files_->url(u"up/"_s)}});
    QTRY_COMPARE(files_->requests.size(), 2);
    place_->station.losePower(10s);
    QTRY_COMPARE(files_->brokenOff, 2);
    files_->stalls = false;
    QVERIFY(place_->pass(60s));
    QCOMPARE(place_->central.count(u"BootNotification"_s), 1);
    QCOMPARE(files_->requests.size(), 2);
    QCOMPARE(statuses(u"FirmwareStatusNotification"_s), QStringList{u"Downloading"_s});
    QCOMPARE(statuses(u"DiagnosticsStatusNotification"_s), QStringList{u"Uploading"_s});
}

void TestFiles::aCutNetworkBreaksADownload()
{
    files_->stalls = true;
    QJsonObject request = updateRequest(u"fw-2.0.bin"_s, 2);
    request.insert(u"retryInterval"_s, 60);
    place_->central.ask(u"UpdateFirmware"_s, request);
    QVERIFY(reaches(u"FirmwareStatusNotification"_s, u"Downloading"_s));
    QTRY_COMPARE(files_->requests.size(), 1);
    place_->station.goOffline();
    QTRY_COMPARE(files_->brokenOff, 1);
    files_->stalls = false;
    QVERIFY(place_->pass(70s));
    QCOMPARE(files_->requests.size(), 1);
    place_->station.goOnline();
    QVERIFY(place_->settled());
    QVERIFY(place_->pass(60s));
    QVERIFY(reaches(u"FirmwareStatusNotification"_s, u"Downloaded"_s));
    QCOMPARE(files_->requests.size(), 2);
    QCOMPARE(place_->journal.count(u"firmware: 8000 bytes"_s), 1);
}

/// W, the list of security events.
void TestFiles::anInstalledUpdateIsASecurityEvent()
{
    place_->station.setCertificateManner(simulator::CertificateManner::Good);
    place_->central.ask(u"UpdateFirmware"_s, updateRequest());
    QVERIFY(reaches(u"FirmwareStatusNotification"_s, u"Installed"_s));
    QVERIFY(place_->settled());
    QStringList types;
    for (const QJsonObject &event : place_->central.all(u"SecurityEventNotification"_s))
        types.append(event.value("type"_L1).toString());
    QCOMPARE(types, (QStringList{u"StartupOfTheDevice"_s, u"FirmwareUpdated"_s}));
}

void TestFiles::manners_data()
{
    QTest::addColumn<QString>("manner");
    QTest::addColumn<QString>("last");
    QTest::newRow("downloadFails") << u"downloadFails"_s << u"DownloadFailed"_s;
    QTest::newRow("installFails") << u"installFails"_s << u"InstallationFailed"_s;
    QTest::newRow("invalidSignature") << u"invalidSignature"_s << u"InvalidSignature"_s;
    QTest::newRow("stuck") << u"stuck"_s << u"Downloading"_s;
}

void TestFiles::manners()
{
    QFETCH(QString, manner);
    QFETCH(QString, last);
    place_->station.setFileManner(*simulator::parseFileManner(manner));
    place_->central.ask(u"SignedUpdateFirmware"_s, signedRequest(1));
    QVERIFY(reaches(u"SignedFirmwareStatusNotification"_s, last));
    QVERIFY(place_->pass(60s));
    QCOMPARE(statuses(u"SignedFirmwareStatusNotification"_s).last(), last);
    QCOMPARE(place_->central.count(u"BootNotification"_s), 0);
}

/// L01.FR.03.
void TestFiles::aSignatureThatIsNotValid()
{
    place_->station.setFileManner(FileManner::InvalidSignature);
    place_->station.setCertificateManner(simulator::CertificateManner::Good);
    place_->central.ask(u"SignedUpdateFirmware"_s, signedRequest(1));
    QVERIFY(reaches(u"SignedFirmwareStatusNotification"_s, u"InvalidSignature"_s));
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.last(u"SecurityEventNotification"_s).value("type"_L1).toString(),
             u"InvalidFirmwareSignature"_s);
}

/// L01.FR.24, L01.FR.02.
void TestFiles::aCertificateThatIsNotValid()
{
    place_->station.setFileManner(*simulator::parseFileManner(u"invalidCertificate"_s));
    place_->station.setCertificateManner(simulator::CertificateManner::Good);
    const auto reply = place_->central.ask(u"SignedUpdateFirmware"_s, signedRequest(1));
    QCOMPARE(reply.payload.value("status"_L1).toString(), u"InvalidCertificate"_s);
    QVERIFY(place_->pass(60s));
    QCOMPARE(place_->central.last(u"SecurityEventNotification"_s).value("type"_L1).toString(),
             u"InvalidFirmwareSigningCertificate"_s);
    QCOMPARE(place_->central.count(u"SignedFirmwareStatusNotification"_s), 0);
    QVERIFY(files_->requests.isEmpty());
}

void TestFiles::triggersWhatIsUnderWay()
{
    const QString extended = u"ExtendedTriggerMessage"_s;
    const QString firmware = u"FirmwareStatusNotification"_s;
    const QString diagnostics = u"DiagnosticsStatusNotification"_s;
    const QString log = u"LogStatusNotification"_s;
    const QString signedFirmware = u"SignedFirmwareStatusNotification"_s;
    const auto triggerAll = [&]() -> QStringList {
        if (!place_->settled())
            return {};
        place_->central.forget();
        return {trigger(firmware), trigger(diagnostics), trigger(firmware, extended),
                           trigger(log, extended)};
    };
    const QStringList accepted(4, u"Accepted"_s);
    place_->station.setCertificateManner(simulator::CertificateManner::Good);
    QCOMPARE(triggerAll(), accepted);
    QVERIFY(place_->settled());
    for (const QString &action : {firmware, diagnostics, log, signedFirmware})
        QCOMPARE(statuses(action), QStringList{u"Idle"_s});
    place_->station.setFileManner(FileManner::Stuck);
    place_->central.ask(u"UpdateFirmware"_s, updateRequest());
    place_->central.ask(u"GetDiagnostics"_s, {{u"location"_s, files_->url(u"up/"_s)}});
    QVERIFY(reaches(firmware, u"Downloading"_s));
    QCOMPARE(triggerAll(), accepted);
    QVERIFY(place_->settled());
    QCOMPARE(statuses(firmware), QStringList{u"Downloading"_s});
    QCOMPARE(statuses(diagnostics), QStringList{u"Uploading"_s});
    QCOMPARE(statuses(signedFirmware), QStringList{u"Idle"_s});
    QCOMPARE(statuses(log), QStringList{u"Idle"_s});
    const QJsonObject place{{u"remoteLocation"_s, files_->url(u"up"_s)}};
    place_->central.ask(u"SignedUpdateFirmware"_s, signedRequest(7));
    place_->central.ask(u"GetLog"_s, {{u"logType"_s, u"DiagnosticsLog"_s}, {u"requestId"_s, 5}, {u"log"_s, place}});
    QVERIFY(reaches(signedFirmware, u"Downloading"_s));
    QCOMPARE(triggerAll(), accepted);
    QVERIFY(place_->settled());
    QCOMPARE(statuses(firmware), QStringList{u"Idle"_s});
    QCOMPARE(statuses(diagnostics), QStringList{u"Idle"_s});
    QCOMPARE(statuses(signedFirmware), QStringList{u"Downloading"_s});
    QCOMPARE(statuses(log), QStringList{u"Uploading"_s});
    QCOMPARE(place_->central.last(signedFirmware).value("requestId"_L1).toInt(), 7);
    QCOMPARE(place_->central.last(log).value("requestId"_L1).toInt(), 5);
}

/// L01.FR.28, L01.FR.29.
void TestFiles::triggersTheLastWordOfASignedUpdate()
{
    const QString action = u"SignedFirmwareStatusNotification"_s;
    const auto triggered = [&] {
        place_->central.forget();
        const QString answer = trigger(u"FirmwareStatusNotification"_s, u"ExtendedTriggerMessage"_s);
        return place_->settled() ? answer + u' ' + statuses(action).join(u' ') : QString();
    };
    place_->station.setCertificateManner(simulator::CertificateManner::Good);
    place_->station.setFileManner(FileManner::InstallFails);
    place_->central.ask(u"SignedUpdateFirmware"_s, signedRequest(1));
    QVERIFY(reaches(action, u"InstallationFailed"_s));
    QCOMPARE(triggered(), u"Accepted InstallationFailed"_s);
    QCOMPARE(place_->central.last(action).value("requestId"_L1).toInt(), 1);
    place_->station.setFileManner(FileManner::Good);
    place_->central.ask(u"SignedUpdateFirmware"_s, signedRequest(2));
    QVERIFY(reaches(action, u"Installed"_s));
    QCOMPARE(triggered(), u"Accepted Idle"_s);
}

void TestFiles::anotherOneCancelsTheFirst()
{
    place_->central.ask(u"SignedUpdateFirmware"_s, signedRequest(1, 600));
    const auto reply = place_->central.ask(u"SignedUpdateFirmware"_s, signedRequest(2));
    QCOMPARE(reply.payload.value("status"_L1).toString(), u"AcceptedCanceled"_s);
    QVERIFY(reaches(u"SignedFirmwareStatusNotification"_s, u"Installed"_s));
    QCOMPARE(place_->central.last(u"SignedFirmwareStatusNotification"_s).value("requestId"_L1).toInt(), 2);
}

void TestFiles::diagnostics()
{
    const auto reply = place_->central.ask(u"GetDiagnostics"_s, {{u"location"_s, files_->url(u"up/"_s)}});
    QCOMPARE(reply.payload.value("fileName"_L1).toString(), u"CP1-diagnostics.log"_s);
    QVERIFY(reaches(u"DiagnosticsStatusNotification"_s, u"Uploaded"_s));
    QCOMPARE(statuses(u"DiagnosticsStatusNotification"_s), (QStringList{u"Uploading"_s, u"Uploaded"_s}));
    QCOMPARE(files_->requests, QStringList{u"PUT /up/CP1-diagnostics.log"_s});
    QVERIFY(files_->uploaded.contains("CP1 nothing unusual"));
}

void TestFiles::securityLog()
{
    const QJsonObject log{{u"remoteLocation"_s, files_->url(u"up"_s)}};
    const auto reply = place_->central.ask(
        u"GetLog"_s, {{u"logType"_s, u"SecurityLog"_s}, {u"requestId"_s, 5}, {u"log"_s, log}});
    QCOMPARE(reply.payload.value("status"_L1).toString(), u"Accepted"_s);
    QVERIFY(reaches(u"LogStatusNotification"_s, u"Uploaded"_s));
    QCOMPARE(place_->central.last(u"LogStatusNotification"_s).value("requestId"_L1).toInt(), 5);
}

void TestFiles::anUploadThatFails()
{
    place_->station.setFileManner(FileManner::UploadFails);
    place_->central.ask(u"GetDiagnostics"_s, {{u"location"_s, files_->url(u"up/"_s)}});
    QVERIFY(reaches(u"DiagnosticsStatusNotification"_s, u"UploadFailed"_s));
    QVERIFY(files_->requests.isEmpty());
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_sim_files.moc"
