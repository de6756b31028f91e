// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/settings/stationremoval.h"

#include "store/stations.h"
#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/text/storewords.h"
#include "ui/widgets/noticebar.h"

namespace ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

StationRemoval::StationRemoval(const Backend &backend, NoticeBar &notice, QObject *parent)
    : QObject(parent), backend_(backend), notice_(notice)
{
    grace_.setSingleShot(true);
    grace_.setInterval(12s);
    connect(&grace_, &QTimer::timeout, this, &StationRemoval::finish);
    connect(&notice_, &NoticeBar::firstRequested, this, &StationRemoval::undo);
}

StationRemoval::~StationRemoval()
{
    if (!leaving_.isEmpty())
        backend_.writer->submit([id = leaving_](store::Database &db) { store::Stations(db).remove(id); });
}

void StationRemoval::remove(const QString &station)
{
    if (!leaving_.isEmpty())
        finish();
    leaving_ = station;
    grace_.start();
    notice_.present(u"station"_s, Role::Accent,
                    tr("%1 is removed, with its settings, messages and findings. Its sessions stay.").arg(station));
    notice_.presentActions(tr("Undo"));
    emit leavingChanged();
}

void StationRemoval::undo()
{
    grace_.stop();
    notice_.dismiss();
    const QString station = std::exchange(leaving_, {});
    if (station.isEmpty())
        return;
    emit leavingChanged();
    emit restored(station);
}

void StationRemoval::finish()
{
    grace_.stop();
    notice_.dismiss();
    backend_.writer->submit([id = leaving_](store::Database &db) { return store::Stations(db).remove(id); })
        | answerTo(this, [this, id = leaving_](const store::Outcome<bool> &removed) {
              if (leaving_ == id)
                  leaving_.clear();
              emit leavingChanged();
              if (!removed)
                  notice_.present(u"warning"_s, Role::Fault,
                                  tr("%1 is still there. %2").arg(id, storeWords(removed.error()).sentence()));
          });
}

} // namespace ui
