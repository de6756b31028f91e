// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/addressbutton.h"
#include "ui/text/stationaddress.h"
#include "ui/uifixture.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;

class TestStationAddress : public QObject {
    Q_OBJECT

private slots:
    void addressFollowsTheNetworks();
    void addressOfAStationIsEncoded();
};

void TestStationAddress::addressFollowsTheNetworks()
{
    using Network = ui::ChargerAddress::Network;
    uitest::Store store;
    ui::Backend backend = store.backend();
    QList<ui::ChargerAddress> now{{Network::ThisMachine, {}, u"ws://127.0.0.1:9000/ocpp/"_s}};
    backend.addresses = [&] { return now; };
    ui::AddressButton button(backend);
    button.show();
    QCOMPARE(button.text(), u"ws://127.0.0.1:9000/ocpp/"_s);
    now = {{Network::Wireless, u"wlan0"_s, u"ws://192.168.1.7:9000/ocpp/"_s}};
    button.hide();
    button.show();
    QCOMPARE(button.text(), u"ws://192.168.1.7:9000/ocpp/"_s);
    now = {{Network::Cable, u"eth0"_s, u"ws://10.0.0.7:9000/ocpp/"_s}};
    for (QTimer *timer : button.findChildren<QTimer *>())
        timer->setInterval(1); // of ten seconds
    QTRY_COMPARE(button.text(), u"ws://10.0.0.7:9000/ocpp/"_s);
    now.clear(); // nobody knows: what it began with
    QTRY_COMPARE(button.text(), backend.ocppAddress);
}

void TestStationAddress::addressOfAStationIsEncoded()
{
    const QString address = u"ws://10.0.0.7:9000/ocpp/"_s;
    QCOMPARE(ui::stationAddress(address, u" Box 1/ä "_s), address + u"Box%201%2F%C3%A4"_s);
    QCOMPARE(ui::stationAddress(address, {}), address);
}

UI_TEST_MAIN(TestStationAddress)
#include "tst_stationaddress.moc"
