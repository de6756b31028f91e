// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusstrip.h"

#include "store/clock.h"
#include "store/frames.h"
#include "store/reader.h"
#include "ui/models/changegate.h"
#include "ui/text/format.h"
#include "ui/theme/strokes.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui {
namespace {

using namespace std::chrono_literals;

constexpr int requestType = 2; // J 4.2: CALL

} // namespace

StatusStrip::StatusStrip(const Backend &backend, QWidget *parent)
    : QWidget(parent), backend_(backend),
      gate_(new ChangeGate(*backend.feed, quint32(store::Table::Frames), this, 1s))
{
    auto *address = new CopyButton(tr("Copy the address to type into a charger"), this);
    address->setContent(backend.ocppAddress, true);
    address->setFont(textFont(TextSize::Caption));
    auto *database = new Label(backend.databaseText, TextSize::Caption, Role::Muted, this);
    database->setToolTip(backend.ownsEngine
                             ? tr("The database of this program.")
                             : tr("The database of an engine that runs elsewhere; this window has joined it."));
    lastEvent_ = new ElidedLabel({}, TextSize::Caption, Role::Muted, this);
    lastEvent_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 24, 2);
    layout->setSpacing(16);
    layout->addWidget(address);
    layout->addWidget(database);
    layout->addWidget(lastEvent_, 1);
    connect(gate_, &ChangeGate::due, this, &StatusStrip::readLastEvent);
    gate_->setOpen(true);
    readLastEvent();
}

void StatusStrip::readLastEvent()
{
    backend_.reader->read([](store::Database &db) { return store::Frames(db).list({.type = requestType, .limit = 1}); })
        .then(this, [this](const store::Outcome<QList<store::FrameRow>> &frames) {
            gate_->finished();
            if (frames && !frames->isEmpty())
                present(frames->first());
        });
}

void StatusStrip::present(const store::FrameRow &frame)
{
    const QString direction = frame.incoming ? tr("from %1").arg(frame.station) : tr("to %1").arg(frame.station);
    lastEvent_->setWholeText(
        tr("%1  %2 %3", "time, message, direction").arg(format::clock(frame.time, store::now()), frame.action, direction));
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(strokes::pen(Role::Hairline));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace ui
