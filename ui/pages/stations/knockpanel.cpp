// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/knockpanel.h"

#include "store/clock.h"
#include "store/reader.h"
#include "store/stations.h"
#include "store/writer.h"
#include "ui/pages/stations/knockwords.h"
#include "ui/text/format.h"
#include "ui/theme/strokes.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/symbol.h"

#include <QGridLayout>
#include <QPainter>
#include <QPushButton>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr int mostShown = 8;
constexpr auto undoOffered = 10s;

} // namespace

KnockPanel::KnockPanel(const Backend &backend, QWidget *parent)
    : QFrame(parent), backend_(backend), gate_(*backend.feed, quint32(store::Table::Knocks), this)
{
    symbol_ = new Symbol(18, this);
    symbol_->present(u"knock"_s, Role::Accent);
    title_ = new Label({}, TextSize::Body, Role::Text, this);
    undo_ = new QPushButton(tr("Undo"), this);
    undo_->setAccessibleName(tr("Undo the acceptance"));
    setButtonKind(*undo_, ButtonKind::Quiet);
    unfold_ = new QPushButton(this);
    setButtonKind(*unfold_, ButtonKind::Quiet);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 0, 4, 0);
    head->setSpacing(10);
    head->addWidget(symbol_);
    head->addWidget(title_, 1);
    head->addWidget(undo_);
    head->addWidget(unfold_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(0);
    layout->addLayout(head);
    undoTimer_.setSingleShot(true);
    undoTimer_.setInterval(undoOffered);
    connect(&undoTimer_, &QTimer::timeout, this, [this] {
        accepted_.reset();
        presentTitle();
    });
    connect(undo_, &QPushButton::clicked, this, &KnockPanel::undo);
    connect(unfold_, &QPushButton::clicked, this, [this] { setUnfolded(!unfolded_); });
    connect(&gate_, &ChangeGate::due, this, &KnockPanel::read);
    gate_.requestAll();
    setUnfolded(false);
    hide();
}

void KnockPanel::setOpen(bool open)
{
    gate_.setOpen(open);
}

void KnockPanel::read()
{
    backend_.reader->read([](store::Database &db) { return store::Knocks(db).list(); })
        .then(this, [this](const store::Outcome<QList<store::Knock>> &knocks) {
            gate_.finished();
            if (knocks)
                present(*knocks);
        });
}

void KnockPanel::present(const QList<store::Knock> &knocks)
{
    knocks_ = knocks;
    presentTitle();
    rebuildRows();
    emit countChanged();
}

void KnockPanel::presentTitle()
{
    undo_->setHidden(!accepted_);
    unfold_->setHidden(knocks_.isEmpty());
    setHidden(knocks_.isEmpty() && !accepted_);
    if (accepted_)
        title_->setText(tr("%1 is registered and may connect.").arg(accepted_->stationId));
    else if (knocks_.size() == 1)
        title_->setText(tr("%1 knocks and was not let in.").arg(knocks_.first().stationId));
    else
        title_->setText(tr("%n station(s) knock and were not let in.", nullptr, count()));
}

void KnockPanel::setUnfolded(bool unfolded)
{
    unfolded_ = unfolded;
    unfold_->setText(unfolded ? tr("Hide") : tr("Show"));
    unfold_->setAccessibleName(unfolded ? tr("Hide who knocks") : tr("Show who knocks"));
    rebuildRows();
}

void KnockPanel::rebuildRows()
{
    delete list_;
    list_ = nullptr;
    if (!unfolded_ || knocks_.isEmpty())
        return;
    list_ = new QWidget(this);
    auto *grid = new QGridLayout(list_);
    grid->setContentsMargins(42, 2, 8, 6);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    for (int line = 0; const store::Knock &knock : knocks_.first(std::min<qsizetype>(mostShown, knocks_.size())))
        addRow(line++, knock);
    if (knocks_.size() > mostShown)
        grid->addWidget(new Label(tr("and %n more", nullptr, count() - mostShown), TextSize::Caption, Role::Muted, list_),
                        mostShown, 0, 1, 4);
    layout()->addWidget(list_);
}

void KnockPanel::addRow(int line, const store::Knock &knock)
{
    auto *grid = static_cast<QGridLayout *>(list_->layout());
    auto *id = new Label(knock.stationId.isEmpty() ? tr("(no name)") : knock.stationId, TextSize::Body, Role::Text, list_);
    id->bold();
    auto *reason = new Label(knockReason(knock), TextSize::Body, Role::Text, list_);
    auto *address = new Label(knock.remoteAddress, TextSize::Caption, Role::Muted, list_);
    auto *time = new Label(tr("%1, %n time(s)", nullptr, knock.count).arg(format::ago(knock.last, store::now())),
                           TextSize::Caption, Role::Muted, list_);
    time->setToolTip(format::utc(knock.last));
    grid->addWidget(id, line, 0);
    grid->addWidget(reason, line, 1);
    grid->addWidget(address, line, 2);
    grid->addWidget(time, line, 3);
    grid->setRowMinimumHeight(line, 34);
    if (!isAcceptable(knock))
        return;
    auto *accept = new QPushButton(tr("Accept"), list_);
    accept->setAccessibleName(tr("Accept %1").arg(knock.stationId));
    accept->setToolTip(tr("Registers the station; it connects by itself when it tries again."));
    grid->addWidget(accept, line, 4);
    connect(accept, &QPushButton::clicked, this, [this, knock] { this->accept(knock); });
}

void KnockPanel::accept(const store::Knock &knock)
{
    accepted_ = knock;
    undoTimer_.start();
    backend_.writer->submit([knock](store::Database &db) {
        store::Station station;
        station.id = knock.stationId;
        station.created = store::now();
        store::Stations(db).save(station);
        store::Knocks(db).remove(knock.stationId);
    });
    presentTitle();
}

void KnockPanel::undo()
{
    backend_.writer->submit([knock = *accepted_](store::Database &db) {
        store::Stations(db).remove(knock.stationId);
        store::Knocks(db).note(knock);
    });
    accepted_.reset();
    undoTimer_.stop();
    presentTitle();
}

void KnockPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = Palette::current();
    strokes::box(painter, rect(), 8, palette.tint(Role::Accent, 0.08), palette.tint(Role::Accent, 0.3));
}

} // namespace ui
