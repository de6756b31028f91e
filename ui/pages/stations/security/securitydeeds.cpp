// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/security/securitydeeds.h"

#include "store/attention.h"
#include "store/clock.h"
#include "store/commandrequest.h"
#include "store/stations.h"
#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/text/refusalwords.h"
#include "ui/text/securitywords.h"
#include "ui/text/storedtext.h"
#include "ui/text/storewords.h"

#include <utility>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString settledMeanwhile()
{
    return SecurityDeeds::tr("It has been settled meanwhile.");
}

} // namespace

SecurityDeeds::SecurityDeeds(const Backend &backend, QObject *parent) : QObject(parent), backend_(backend) {}

void SecurityDeeds::setStation(const QString &station)
{
    station_ = station;
    undo_ = {};
}

void SecurityDeeds::acknowledge(const store::SecurityEvent &event)
{
    run(
        [event](store::Database &db) {
            store::SecurityEvents(db).acknowledge(event, store::now());
            return QString();
        },
        tr("Noted as seen."),
        [matter = event.attention.value_or(0)](store::Database &db) {
            store::Attention(db).reopen(matter);
            return QString();
        });
}

void SecurityDeeds::install(const QString &type, const QByteArray &pem)
{
    run(
        [station = station_, type, pem](store::Database &db) {
            const auto row = store::Certificates(db).desire(station, type, pem, store::now());
            return row ? QString() : refusalWords(row.error());
        },
        tr("The station gets it, and keeps it over restarts."));
}

void SecurityDeeds::remove(const RootRow &root)
{
    const Work withdraw = [place = root.place](store::Database &db) {
        store::Certificates certificates(db);
        if (const auto row = certificates.ofStation(place.station, place.id))
            certificates.withdraw(*row, store::now());
        return QString();
    };
    Work putBack;
    if (root.certificate) {
        putBack = [place = root.place, pem = root.certificate->pem.toLatin1()](store::Database &db) {
            const auto row = store::Certificates(db).desire(place.station, place.type, pem, store::now());
            return row ? QString() : refusalWords(row.error());
        };
    }
    const bool isThere = root.place.reportedAt.has_value();
    run(withdraw, isThere ? tr("The station is told to delete it.") : tr("The station is not to have it any more."),
        putBack);
}

void SecurityDeeds::refresh()
{
    run(
        [station = station_](store::Database &db) {
            store::Certificates(db).refresh(station, store::now());
            return QString();
        },
        {});
}

void SecurityDeeds::askForRequest()
{
    const store::CommandRequest request{.station = station_,
                                        .action = QString(ocpp::ExtendedTriggerMessage::action),
                                        .payload = {{u"requestedMessage"_s, ownCertificateTrigger}},
                                        .origin = u"window"_s,
                                        .expiresIn = {}};
    run(
        [request](store::Database &db) {
            const auto queued = store::enqueue(db, request);
            return queued ? QString() : refusalWords(queued.error());
        },
        {});
}

void SecurityDeeds::cancel(qint64 command)
{
    run(
        [command](store::Database &db) {
            store::cancelCommand(db, command, store::now());
            return QString();
        },
        {});
}

void SecurityDeeds::fulfil(qint64 request, const QByteArray &chain)
{
    run(
        [station = station_, request, chain](store::Database &db) {
            const auto row = store::CertificateRequests(db).fulfil(station, request, chain, store::now());
            return row ? QString() : refusalWords(row.error());
        },
        tr("The station gets its certificate."));
}

void SecurityDeeds::giveCertificate(qint64 order, const QByteArray &chain)
{
    run(
        [station = station_, order, chain](store::Database &db) {
            store::SigningOrders orders(db);
            const auto row = orders.find(order);
            if (!row || store::folded(row->station) != store::folded(station))
                return settledMeanwhile();
            const auto sent = orders.fulfil(*row, chain);
            return sent ? QString() : storedText(sent.error());
        },
        tr("The station gets its certificate."));
}

void SecurityDeeds::refuse(const store::SigningOrder &order)
{
    run(
        [id = order.id](store::Database &db) {
            return store::SigningOrders(db).refuse(id, store::now()) ? QString() : settledMeanwhile();
        },
        tr("It gets no certificate for this request."),
        [id = order.id, nextTry = order.nextTry](store::Database &db) {
            return store::SigningOrders(db).resume(id, nextTry) ? QString() : settledMeanwhile();
        });
}

void SecurityDeeds::tryAgain(qint64 order)
{
    run(
        [order](store::Database &db) {
            return store::SigningOrders(db).resume(order, store::now()) ? QString() : settledMeanwhile();
        },
        {});
}

void SecurityDeeds::takeBack()
{
    if (const Work back = std::exchange(undo_, {}))
        run(back, tr("Taken back."));
}

void SecurityDeeds::run(const Work &work, const QString &said, const Work &undo)
{
    backend_.writer->submit(work)
        | answerTo(this, [this, station = station_, said, undo](const store::Outcome<QString> &refusal) {
              if (station != station_)
                  return; // the person has gone on
              undo_ = {};
              if (!refusal)
                  return emit failed(storeWords(refusal.error()).sentence());
              if (!refusal->isEmpty())
                  return emit failed(*refusal);
              undo_ = undo;
              emit done(said, bool(undo));
          });
}

} // namespace ui
