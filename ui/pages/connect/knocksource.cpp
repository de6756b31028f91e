// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/connect/knocksource.h"

#include "store/reader.h"
#include "store/stations.h"
#include "ui/models/answerto.h"

namespace ui {
namespace {

DoorState readDoor(store::Database &db, const QString &watched)
{
    store::Stations stations(db);
    const auto expected = watched.isEmpty() ? std::nullopt : stations.find(watched);
    return {readKnocks(db), stations.count(), stations.onlineCount(), expected && expected->online};
}

} // namespace

KnockSource::KnockSource(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), gate_(*backend.feed, store::Table::Knocks | store::Table::Stations, this)
{
    connect(&gate_, &ChangeGate::due, this, &KnockSource::read);
    gate_.requestAll();
}

void KnockSource::setOpen(bool open)
{
    gate_.setOpen(open);
}

void KnockSource::reload()
{
    gate_.requestAll();
}

void KnockSource::setWatched(const QString &station)
{
    watched_ = station;
    state_.watchedIsOnline = false;
    gate_.requestAll();
}

void KnockSource::read()
{
    backend_.reader->read([watched = watched_](store::Database &db) { return readDoor(db, watched); })
        | answerTo(this, [this](const store::Outcome<DoorState> &state) {
              gate_.finished();
              if (!state) {
                  emit failed(state.error());
                  return;
              }
              state_ = *state;
              emit updated();
          });
}

} // namespace ui
