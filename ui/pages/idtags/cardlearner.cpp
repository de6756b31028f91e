// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/idtags/cardlearner.h"

#include "store/changefeed.h"
#include "store/clock.h"
#include "store/frames.h"
#include "store/reader.h"
#include "store/stations.h"
#include "ui/models/answerto.h"
#include "ui/text/storewords.h"
#include "ui/widgets/noticebar.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr auto pace = 200ms;
/// Cards that were shown longer ago than these are not shown now.
constexpr int seenRead = 50;
constexpr int framesRead = 20;
/// The log of messages is long, and cards may be rare in it.
constexpr auto framesSince = 5min;

/// The messages that name a card which somebody has just held to a reader.
constexpr std::array actions{"Authorize"_L1, "StartTransaction"_L1};

struct Tap {
    qint64 frame = 0;
    QString tag;
    QString station;
};

/// Known tags leave no trace but the message itself.
QList<Tap> recentTaps(store::Database &db)
{
    QList<Tap> taps;
    for (const QLatin1StringView action : actions) {
        for (const store::FrameRow &frame : store::Frames(db).list(
                 {.action = action, .incoming = true, .from = store::now() - framesSince, .limit = framesRead})) {
            const QString tag = QJsonDocument::fromJson(frame.payload).object().value("idTag"_L1).toString();
            if (store::IdTags(db).find(tag))
                taps.append({frame.id, tag, frame.station});
        }
    }
    return taps;
}

} // namespace

struct CardLearner::Sight {
    QList<store::SeenTag> seen;
    QList<Tap> taps;
    bool anyStation = false; ///< is online
};

CardLearner::CardLearner(const Backend &backend, NoticeBar &notice, QObject *parent)
    : QObject(parent), backend_(backend), notice_(notice),
      gate_(*backend.feed, store::Table::SeenTags | store::Table::Frames | store::Table::Stations, this, pace)
{
    connect(&gate_, &ChangeGate::due, this, &CardLearner::look);
    connect(&notice_, &NoticeBar::firstRequested, this, &CardLearner::answerFirst);
    connect(&notice_, &NoticeBar::secondRequested, this, &CardLearner::start);
}

void CardLearner::start()
{
    primed_ = false;
    asked_.reset();
    offered_.clear();
    waiting_ = true;
    emit waitingChanged(true);
    gate_.requestAll();
    gate_.setOpen(true);
}

/// Not before it is known what was shown so far: until then a new card cannot be told from an old one.
void CardLearner::ask(bool anyStation)
{
    if (asked_ == anyStation)
        return;
    asked_ = anyStation;
    notice_.present(u"card"_s, anyStation ? Role::Accent : Role::Caution,
                    anyStation ? tr("Hold the card to the reader of any station now. It need not be allowed to charge.")
                               : tr("No station is connected, so none can tell of a card. It goes on when one is back; or "
                                    "type the number on the card under Add tag."));
    notice_.presentProgress(-1);
    notice_.presentActions(tr("Cancel"));
}

void CardLearner::stop()
{
    gate_.setOpen(false);
    offered_.clear();
    notice_.dismiss();
    if (std::exchange(waiting_, false))
        emit waitingChanged(false);
}

void CardLearner::look()
{
    backend_.reader->read([](store::Database &db) {
        const QList<store::Station> stations = store::Stations(db).list();
        return Sight{store::SeenTags(db).list(seenRead), recentTaps(db),
                     std::ranges::any_of(stations, &store::Station::online)};
    }) | answerTo(this, [this](const store::Outcome<Sight> &sight) {
        gate_.finished();
        if (!waiting_)
            return;
        if (sight)
            take(*sight);
        else
            giveUp(storeWords(sight.error()).sentence());
    });
}

void CardLearner::giveUp(const QString &why)
{
    stop();
    notice_.present(u"warning"_s, Role::Fault, tr("Cards cannot be read now. %1").arg(why));
    notice_.presentActions({}, tr("Try again"));
}

void CardLearner::take(const Sight &sight)
{
    const store::SeenTag *fresh = nullptr;
    for (const store::SeenTag &seen : sight.seen) {
        if (primed_ && !fresh && counts_.value(seen.tagKey) < seen.count)
            fresh = &seen; // the latest stand first
        counts_.insert(seen.tagKey, seen.count);
    }
    const Tap *tap = nullptr;
    qint64 last = lastFrame_;
    for (const Tap &one : sight.taps) {
        if (primed_ && one.frame > std::max(lastFrame_, tap ? tap->frame : 0))
            tap = &one;
        last = std::max(last, one.frame);
    }
    lastFrame_ = last;
    primed_ = true;
    ask(sight.anyStation);
    if (fresh)
        offer(fresh->tag, fresh->station, false);
    else if (tap)
        offer(tap->tag, tap->station, true);
}

void CardLearner::offer(const QString &tag, const QString &station, bool known)
{
    gate_.setOpen(false);
    waiting_ = false;
    offered_ = tag;
    offeredAt_ = station;
    offeredKnown_ = known;
    notice_.present(u"card"_s, known ? Role::Accent : Role::Good,
                    known ? tr("Card %1 was shown at %2. It is known already.").arg(tag, station)
                          : tr("Card %1 was shown at %2.").arg(tag, station));
    notice_.presentActions(known ? tr("Show it") : tr("Add it"), tr("Wait for another"));
    emit waitingChanged(false);
}

void CardLearner::answerFirst()
{
    const QString tag = offered_;
    const QString station = offeredAt_;
    const bool known = offeredKnown_;
    stop();
    if (!tag.isEmpty() && known)
        emit knownChosen(tag);
    else if (!tag.isEmpty())
        emit chosen(tag, station);
}

} // namespace ui
