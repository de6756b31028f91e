// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/idtags/seentagspanel.h"

#include "store/changefeed.h"
#include "store/clock.h"
#include "store/reader.h"
#include "ui/models/answerto.h"
#include "ui/text/format.h"
#include "ui/theme/strokes.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/symbol.h"

#include <QGridLayout>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr int mostRead = 200;
constexpr int mostShown = 6;
constexpr auto clockPace = 10s;

QString whenText(const store::SeenTag &seen)
{
    return SeenTagsPanel::tr("%1, %n time(s)", nullptr, seen.count).arg(format::ago(seen.lastSeen, store::now()));
}

} // namespace

SeenTagsPanel::SeenTagsPanel(const Backend &backend, QWidget *parent)
    : QFrame(parent), backend_(backend), gate_(*backend.feed, quint32(store::Table::SeenTags), this),
      clock_(new QTimer(this))
{
    auto *symbol = new Symbol(18, this);
    symbol->present(u"card"_s, Role::Accent);
    title_ = new Label({}, TextSize::Body, Role::Text, this);
    unfold_ = new QPushButton(this);
    setButtonKind(*unfold_, ButtonKind::Quiet);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 0, 4, 0);
    head->setSpacing(10);
    head->addWidget(symbol);
    head->addWidget(title_, 1);
    head->addWidget(unfold_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(0);
    layout->addLayout(head);
    connect(unfold_, &QPushButton::clicked, this, [this] { setUnfolded(!unfolded_); });
    connect(&gate_, &ChangeGate::due, this, &SeenTagsPanel::read);
    clock_->setInterval(clockPace);
    connect(clock_, &QTimer::timeout, this, &SeenTagsPanel::refreshClock);
    gate_.requestAll();
    setUnfolded(false);
    hide();
}

void SeenTagsPanel::setOpen(bool open)
{
    gate_.setOpen(open);
    if (open) {
        refreshClock();
        clock_->start();
    } else {
        clock_->stop();
    }
}

void SeenTagsPanel::read()
{
    backend_.reader->read([](store::Database &db) { return store::SeenTags(db).list(mostRead); })
        | answerTo(this, [this](const store::Outcome<QList<store::SeenTag>> &seen) {
              gate_.finished();
              if (seen)
                  present(*seen);
          });
}

void SeenTagsPanel::present(const QList<store::SeenTag> &seen)
{
    seen_ = seen;
    setHidden(seen.isEmpty());
    if (seen.size() == 1)
        title_->setText(tr("Card %1 was shown at %2 and is not known.").arg(seen.first().tag, seen.first().station));
    else
        title_->setText(tr("%n card(s) were shown and are not known.", nullptr, count()));
    rebuildRows();
    emit countChanged();
}

void SeenTagsPanel::setUnfolded(bool unfolded)
{
    unfolded_ = unfolded;
    unfold_->setText(unfolded ? tr("Hide") : tr("Show"));
    unfold_->setAccessibleName(unfolded ? tr("Hide unknown cards") : tr("Show unknown cards"));
    rebuildRows();
}

void SeenTagsPanel::rebuildRows()
{
    if (list_) {
        list_->hide();
        list_->deleteLater(); // one of its buttons may be the one that was pressed
    }
    list_ = nullptr;
    times_.clear();
    if (!unfolded_ || seen_.isEmpty())
        return;
    list_ = new QWidget(this);
    auto *grid = new QGridLayout(list_);
    grid->setContentsMargins(42, 2, 8, 6);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(2, 1);
    for (int line = 0; const store::SeenTag &seen : seen_.first(std::min<qsizetype>(mostShown, seen_.size())))
        addRow(line++, seen);
    if (seen_.size() > mostShown)
        grid->addWidget(
            new Label(tr("and %n more", nullptr, count() - mostShown), TextSize::Caption, Role::Muted, list_),
            mostShown, 0, 1, 4);
    layout()->addWidget(list_);
}

void SeenTagsPanel::addRow(int line, const store::SeenTag &seen)
{
    auto *grid = static_cast<QGridLayout *>(list_->layout());
    auto *tag = new Label(seen.tag, TextSize::Body, Role::Text, list_);
    tag->bold().selectable();
    auto *place = new Label(tr("at %1").arg(seen.station), TextSize::Body, Role::Text, list_);
    auto *time = new Label(whenText(seen), TextSize::Caption, Role::Muted, list_);
    times_.append(time);
    time->setToolTip(format::utc(seen.lastSeen));
    auto *add = new QPushButton(tr("Add"), list_);
    add->setAccessibleName(tr("Add %1").arg(seen.tag));
    add->setToolTip(tr("From then on this card may charge."));
    auto *drop = new QPushButton(tr("Forget"), list_);
    drop->setAccessibleName(tr("Forget %1").arg(seen.tag));
    drop->setToolTip(tr("It is listed again when somebody shows it again."));
    setButtonKind(*drop, ButtonKind::Quiet);
    for (int column = 0; QWidget * part : std::initializer_list<QWidget *>{tag, place, time, add, drop})
        grid->addWidget(part, line, column++);
    grid->setRowMinimumHeight(line, 34);
    connect(add, &QPushButton::clicked, this, [this, seen] { emit addRequested(seen); });
    connect(drop, &QPushButton::clicked, this, [this, seen] { emit forgetRequested(seen); });
}

void SeenTagsPanel::refreshClock()
{
    for (qsizetype row = 0; row < times_.size(); ++row)
        times_.at(row)->setText(whenText(seen_.at(row)));
}

void SeenTagsPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = Palette::current();
    strokes::box(painter, rect(), 8, palette.tint(Role::Accent, 0.08), palette.tint(Role::Accent, 0.3));
}

} // namespace ui
