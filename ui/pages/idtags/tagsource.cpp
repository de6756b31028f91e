// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/idtags/tagsource.h"

#include "store/changefeed.h"
#include "store/reader.h"
#include "store/stations.h"
#include "ui/models/answerto.h"

namespace ui {
namespace {

using namespace std::chrono_literals;

constexpr quint32 shownTables = store::Table::IdTags | store::Table::Transactions | store::Table::Stations;
/// All tags are read at once; sessions begin and end every few seconds at most.
constexpr auto pace = 250ms;

} // namespace

struct TagSource::Reading {
    QList<TagRow> rows;
    QStringList stations;
};

TagSource::TagSource(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), model_(tagColumns(), tagColumnsContext, this),
      gate_(*backend.feed, shownTables, this, pace)
{
    connect(&gate_, &ChangeGate::due, this, &TagSource::read);
    gate_.requestAll();
}

void TagSource::setOpen(bool open)
{
    gate_.setOpen(open);
}

void TagSource::reload()
{
    gate_.requestAll();
}

void TagSource::read()
{
    const auto work = [](store::Database &db) {
        Reading reading{readTags(db), {}};
        for (const store::Station &station : store::Stations(db).list())
            reading.stations.append(station.id);
        return reading;
    };
    backend_.reader->read(work) | answerTo(this, [this](const store::Outcome<Reading> &reading) {
        gate_.finished();
        if (!reading) {
            emit failed(reading.error());
            return;
        }
        stations_ = reading->stations;
        place(reading->rows);
        emit updated();
    });
}

/// Only what differs touches the model: thousands of tags, of which one charges.
void TagSource::place(const QList<TagRow> &rows)
{
    QSet<QString> staying;
    QList<TagRow> changed;
    for (const TagRow &row : rows) {
        staying.insert(row.key());
        const int known = model_.find(row.key());
        if (known < 0 || !(model_.at(known) == row))
            changed.append(row);
    }
    model_.removeIf([&](const TagRow &row) { return !staying.contains(row.key()); });
    model_.upsert(changed);
}

} // namespace ui
