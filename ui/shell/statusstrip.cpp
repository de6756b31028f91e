// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusstrip.h"

#include "store/clock.h"
#include "store/frames.h"
#include "store/reader.h"
#include "ui/models/answerto.h"
#include "ui/models/changegate.h"
#include "ui/shell/addressbutton.h"
#include "ui/shell/databasestate.h"
#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/strokes.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr int requestType = 2; // J 4.2: CALL

} // namespace

StatusStrip::StatusStrip(const Backend &backend, QWidget *parent)
    : QWidget(parent), backend_(backend),
      gate_(new ChangeGate(*backend.feed, quint32(store::Table::Frames), this, 1s))
{
    auto *address = new AddressButton(backend, this);
    address->setFont(textFont(TextSize::Caption));
    state_ = new DatabaseState(backend, this);
    database_ = new QPushButton(this);
    database_->setFont(textFont(TextSize::Caption));
    setButtonKind(*database_, ButtonKind::Quiet);
    awake_ = new Label({}, TextSize::Caption, Role::Muted, this);
    awake_->setToolTip(tr("The computer does not go to sleep by itself; who closes the lid still gets it."));
    lastEvent_ = new ElidedLabel({}, TextSize::Caption, Role::Muted, this);
    lastEvent_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 24, 2);
    layout->setSpacing(16);
    layout->addWidget(address);
    layout->addWidget(database_);
    layout->addWidget(awake_);
    layout->addWidget(lastEvent_, 1);
    connect(gate_, &ChangeGate::due, this, &StatusStrip::readLastEvent);
    connect(state_, &DatabaseState::changed, this, &StatusStrip::presentDatabase);
    connect(database_, &QPushButton::clicked, this, &StatusStrip::databaseActivated);
    again_.setSingleShot(true);
    again_.setInterval(5s);
    connect(&again_, &QTimer::timeout, gate_, &ChangeGate::requestAll);
    gate_->setOpen(true);
    gate_->requestAll();
    presentDatabase();
    presentAwake({});
}

void StatusStrip::presentAwake(const QString &text)
{
    awake_->say(text);
}

void StatusStrip::presentDatabase()
{
    const auto &trouble = state_->trouble();
    if (trouble) {
        database_->setIcon(icon(u"warning"_s, Role::Fault));
        database_->setText(trouble->what);
        database_->setToolTip(trouble->advice);
    } else {
        database_->setIcon(icon(u"database"_s, Role::Good));
        database_->setText(backend_.databaseText);
        database_->setToolTip(backend_.ownsEngine ? tr("The database of this program. It is well.")
                                                  : tr("The database of an engine that runs elsewhere; this window has "
                                                       "joined it. It is well."));
    }
    database_->setAccessibleName(trouble ? trouble->what : tr("The database %1 is well").arg(backend_.databaseText));
}

void StatusStrip::readLastEvent()
{
    backend_.reader->read([](store::Database &db) { return store::Frames(db).list({.type = requestType, .limit = 1}); })
        | answerTo(this, [this](const store::Outcome<QList<store::FrameRow>> &frames) {
              gate_->finished();
              state_->noteReading(frames ? nullptr : &frames.error());
              if (!frames)
                  again_.start();
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
