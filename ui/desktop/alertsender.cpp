// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/alertsender.h"

#include "store/clock.h"
#include "ui/desktop/sitewatch.h"
#include "ui/shell/preferences.h"
#include "ui/text/errorwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int mostNames = 4;

struct AlertWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Alert)
};

QString namesOf(const QStringList &stations)
{
    if (stations.size() <= mostNames)
        return stations.join(u", "_s);
    return AlertWords::tr("%1 and %2 more")
        .arg(stations.first(mostNames).join(u", "_s), QLocale().toString(stations.size() - mostNames));
}

QString sentence(QString text)
{
    text[0] = text.at(0).toUpper();
    return text + u'.';
}

void describeOffline(const Alert &alert, Notifier::Message &message)
{
    const bool one = alert.stations.size() == 1;
    message.title = one ? AlertWords::tr("%1 is offline").arg(alert.stations.first())
                        : AlertWords::tr("%n station(s) are offline", nullptr, int(alert.stations.size()));
    message.text =
        one ? AlertWords::tr("Look whether it has power and network. What it does meanwhile is booked when it is "
                             "back.")
            : AlertWords::tr("%1. Look whether the network is there.").arg(namesOf(alert.stations));
}

void describeFault(const Alert &alert, Notifier::Message &message)
{
    message.urgent = true;
    if (alert.faults.size() > 1) {
        message.title = AlertWords::tr("%n fault(s)", nullptr, int(alert.faults.size()));
        message.text = namesOf(alert.stations);
        return;
    }
    const SitePulse::Fault &fault = alert.faults.first();
    const ErrorWords error = errorWords(fault.code);
    message.title =
        fault.connector > 0
            ? AlertWords::tr("%1, connector %2 is out of order").arg(fault.station, QString::number(fault.connector))
            : AlertWords::tr("%1 is out of order").arg(fault.station);
    message.text = u"%1 %2"_s.arg(sentence(error.what), error.advice);
}

} // namespace

Notifier::Message messageFor(const Alert &alert)
{
    Notifier::Message message;
    message.station = alert.stations.size() == 1 ? alert.stations.first() : QString();
    if (alert.kind == Alert::Kind::Offline) {
        message.kind = u"offline"_s;
        describeOffline(alert, message);
    } else {
        message.kind = u"fault"_s;
        describeFault(alert, message);
    }
    return message;
}

AlertSender::AlertSender(SiteWatch &watch, Notifier &notifier, ocpp::Timestamp started, QObject *parent)
    : QObject(parent), watch_(watch), notifier_(notifier), book_(started)
{
    connect(&watch_, &SiteWatch::felt, this, &AlertSender::look);
}

/// The book is kept also while nothing is to be said, so that switching on begins with news.
void AlertSender::look(const SitePulse &pulse)
{
    const QList<Alert> alerts = book_.look(pulse, store::now());
    if (book_.nextLook())
        watch_.lookAt(*book_.nextLook());
    if (!Preferences::shared().notifies())
        return;
    for (const Alert &alert : alerts)
        notifier_.present(messageFor(alert));
}

} // namespace ui
