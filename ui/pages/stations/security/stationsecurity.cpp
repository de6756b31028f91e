// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/security/stationsecurity.h"

#include "store/clock.h"
#include "store/stations.h"
#include "ui/text/storedtext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr int mostEvents = 50;
constexpr int mostRequests = 5;
constexpr int triggersRead = 10;
constexpr auto triggerRemembered = 12h;

struct StationSecurityWords {
    Q_DECLARE_TR_FUNCTIONS(ui::StationSecurity)
};

constexpr Mark fine{Shape::Check, Role::Good};
constexpr Mark wrong{Shape::Triangle, Role::Fault};
constexpr Mark caution{Shape::Triangle, Role::Caution};
constexpr Mark underWay{Shape::Clock, Role::Accent};
constexpr Mark quiet{Shape::Dot, Role::Inactive};

QList<store::SecurityEvent> eventsToShow(store::Database &db, const QString &station)
{
    store::SecurityEvents events(db);
    auto shown = events.list({.station = station, .limit = mostEvents});
    if (shown.size() == mostEvents)
        shown += events.list({.station = station, .waitingOnly = true, .after = shown.last().id, .limit = mostEvents});
    return shown;
}

SecurityState waitingState(const store::SigningOrder &order)
{
    const QString reason = storedText(order.reason);
    if (order.waitsForAPerson(store::now())) {
        const QString advice = StationSecurityWords::tr(
            "Save its request, have an authority sign it, and give it the certificate that comes back.");
        return {caution, StationSecurityWords::tr("The station waits for a certificate"),
                reason.isEmpty() ? advice : reason + u' ' + advice};
    }
    if (order.tries == 0)
        return {underWay, StationSecurityWords::tr("The certificate is being signed")};
    return {caution, StationSecurityWords::tr("Not signed yet; it is tried again"), reason};
}

bool asksForRequest(const store::Command &command)
{
    const QJsonObject payload = QJsonDocument::fromJson(command.payload).object();
    return payload["requestedMessage"_L1].toString() == ownCertificateTrigger;
}

std::optional<store::Command> latestAsking(store::Database &db, const QString &station)
{
    const auto commands = store::Commands(db).list(
        {.station = station, .action = QString(ocpp::ExtendedTriggerMessage::action), .limit = triggersRead});
    const auto latest = std::ranges::find_if(commands, asksForRequest);
    const bool isRemembered =
        latest != commands.end()
        && (!store::isFinal(latest->state) || latest->created >= store::now() - triggerRemembered);
    return isRemembered ? std::optional(*latest) : std::nullopt;
}

} // namespace

QString RootRow::name() const
{
    const QString subject = certificate ? certificate->subject : QString();
    for (const QString &part : subject.split(u',')) {
        if (part.startsWith("CN="_L1))
            return part.sliced(3);
    }
    return subject.isEmpty() ? StationSecurityWords::tr("Unknown, serial number %1").arg(place.serialNumber) : subject;
}

std::optional<store::CertificateRequest> StationSecurity::openRequest() const
{
    using enum store::CertificateRequestState;
    // One that was refused here leaves the one before as it was.
    const auto latest = std::ranges::find_if(
        requests, [](const store::CertificateRequest &request) { return request.state != Refused; });
    const bool isOpen = latest != requests.end() && (latest->state == Waiting || latest->state == Rejected);
    return isOpen ? std::optional(*latest) : std::nullopt;
}

StationSecurity readSecurity(store::Database &db, const QString &station)
{
    store::Certificates certificates(db);
    StationSecurity security;
    security.events = eventsToShow(db, station);
    security.waiting = store::SecurityEvents(db).waitingCount(station);
    for (const store::StationCertificate &place : certificates.list(station))
        security.roots.append({place, place.certificate ? certificates.find(*place.certificate) : std::nullopt});
    security.stores = certificates.stores(station);
    security.requests = store::CertificateRequests(db).list({.station = station, .limit = mostRequests});
    security.orders = store::SigningOrders(db).list({.station = station, .limit = mostRequests});
    security.asking = latestAsking(db, station);
    const auto row = store::Stations(db).find(station);
    security.online = row && row->online;
    return security;
}

SecurityState stateOf(const store::SecurityEvent &event)
{
    if (!event.isAlarming())
        return {quiet, StationSecurityWords::tr("no alarm")};
    return event.acknowledged
               ? SecurityState{{Shape::Triangle, Role::Inactive}, StationSecurityWords::tr("alarm, seen")}
               : SecurityState{wrong, StationSecurityWords::tr("alarm")};
}

SecurityState stateOf(const store::StationCertificate &root)
{
    using enum store::StationCertificateState;
    const QString reason = storedText(root.reason);
    switch (root.state) {
    case Pending:
        return {underWay, StationSecurityWords::tr("to be installed")};
    case Accepted:
        return {underWay, StationSecurityWords::tr("taken by the station, to be confirmed")};
    case Installed:
        return {fine, StationSecurityWords::tr("installed")};
    case Refused:
        return {wrong, StationSecurityWords::tr("refused by the station"), reason};
    case Unlisted:
        return {wrong, StationSecurityWords::tr("taken by the station, but not kept"), reason};
    case Deleting:
        return {underWay, StationSecurityWords::tr("to be deleted")};
    case Undeletable:
        return {wrong, StationSecurityWords::tr("not deleted by the station"), reason};
    case Reported:
        return {quiet, StationSecurityWords::tr("there, not from here")};
    }
    Q_UNREACHABLE();
}

SecurityState stateOf(const store::CertificateRequest &request)
{
    using enum store::CertificateRequestState;
    switch (request.state) {
    case Refused:
        return {wrong, StationSecurityWords::tr("Request refused here"), storedText(request.reason)};
    case Waiting:
        return {
            caution, StationSecurityWords::tr("The station asks for a certificate"),
            StationSecurityWords::tr("Save its request, have an authority sign it, and hand over what comes back.")};
    case Superseded:
        return {quiet, StationSecurityWords::tr("Request replaced by a later one")};
    case Signed:
        return {underWay, StationSecurityWords::tr("Certificate on its way to the station")};
    case Accepted:
        return {fine, StationSecurityWords::tr("Certificate taken by the station")};
    case Rejected:
        return {wrong, StationSecurityWords::tr("Certificate refused by the station"), storedText(request.reason)};
    }
    Q_UNREACHABLE();
}

SecurityState stateOf(const store::SigningOrder &order)
{
    using enum store::SigningState;
    const QString reason = storedText(order.reason);
    switch (order.state) {
    case Waiting:
        return waitingState(order);
    case Signed:
        return {underWay, StationSecurityWords::tr("Certificate on its way to the station")};
    case Accepted:
        return {fine, StationSecurityWords::tr("Certificate taken by the station")};
    case Rejected:
        return {wrong, StationSecurityWords::tr("Certificate refused by the station"), reason};
    case Failed:
        return order.reason == store::SigningOrders::refusedByHand
                   ? SecurityState{quiet, StationSecurityWords::tr("Request refused by you")}
                   : SecurityState{wrong, StationSecurityWords::tr("Not signed"), reason};
    case Superseded:
        return {quiet, StationSecurityWords::tr("Request replaced by a later one")};
    }
    Q_UNREACHABLE();
}

} // namespace ui
