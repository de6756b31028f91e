// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/configuration/configurationsource.h"

#include "store/changefeed.h"
#include "store/reader.h"
#include "ui/models/answerto.h"

#include <algorithm>

namespace ui {
namespace {

constexpr quint32 shownTables = store::Table::Configuration | store::Table::Commands | store::Table::Stations
                                | store::Table::Transactions | store::Table::Reconciliations;

} // namespace

ConfigurationSource::ConfigurationSource(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), model_(configurationColumns(), configurationColumnsContext, this),
      gate_(*backend.feed, shownTables, this)
{
    connect(&gate_, &ChangeGate::due, this, &ConfigurationSource::read);
}

void ConfigurationSource::setStation(const QString &station)
{
    if (station == station_)
        return;
    station_ = station;
    model_.clear();
    reading_ = {};
    emit updated();
    gate_.requestAll();
}

void ConfigurationSource::setOpen(bool open)
{
    gate_.setOpen(open);
}

void ConfigurationSource::reload()
{
    gate_.requestAll();
}

void ConfigurationSource::read(const store::ChangeSet &changes)
{
    const bool concerned = std::ranges::any_of(changes, [this](const store::Change &change) {
        return change.station.isEmpty() || change.station.compare(station_, Qt::CaseInsensitive) == 0;
    });
    if (!concerned || station_.isEmpty()) {
        gate_.finished();
        return;
    }
    backend_.reader->read([id = station_](store::Database &db) { return readConfiguration(db, id); })
        | answerTo(this, [this, id = station_](const store::Outcome<ConfigurationReading> &reading) {
              gate_.finished();
              if (id != station_)
                  return;
              if (!reading) {
                  emit failed(reading.error());
                  return;
              }
              reading_ = *reading;
              model_.replaceAll(reading_.rows);
              emit updated();
          });
}

} // namespace ui
