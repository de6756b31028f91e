// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/idtags/seentagspanel.h"

#include "store/changefeed.h"
#include "store/clock.h"
#include "store/reader.h"
#include "ui/models/agetick.h"
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

constexpr int mostRead = 200;
constexpr int mostShown = 6;

/// How high a line is at least, in px: that of its buttons.
constexpr int lineHeight = 34;

QString whenText(const store::SeenTag &seen)
{
    return SeenTagsPanel::tr("%1, %n time(s)", nullptr, seen.count).arg(format::ago(seen.lastSeen, store::now()));
}

} // namespace

QWidgetList SeenTagsPanel::Row::parts() const
{
    return {tag, place, time, add, drop};
}

SeenTagsPanel::SeenTagsPanel(const Backend &backend, QWidget *parent)
    : QFrame(parent), backend_(backend), gate_(*backend.feed, quint32(store::Table::SeenTags), this)
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
    layout->addWidget(buildList());
    connect(unfold_, &QPushButton::clicked, this, [this] { setUnfolded(!unfolded_); });
    connect(&gate_, &ChangeGate::due, this, &SeenTagsPanel::read);
    connect(&ageTick(), &QTimer::timeout, this, &SeenTagsPanel::refreshClock);
    gate_.requestAll();
    setUnfolded(false);
    hide();
}

QWidget *SeenTagsPanel::buildList()
{
    list_ = new QWidget(this);
    grid_ = new QGridLayout(list_);
    grid_->setContentsMargins(42, 2, 8, 6);
    grid_->setHorizontalSpacing(16);
    grid_->setVerticalSpacing(2);
    grid_->setColumnStretch(2, 1);
    more_ = new Label({}, TextSize::Caption, Role::Muted, list_);
    grid_->addWidget(more_, mostShown, 0, 1, 4);
    return list_;
}

void SeenTagsPanel::setOpen(bool open)
{
    gate_.setOpen(open);
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
    presentRows();
    emit countChanged();
}

void SeenTagsPanel::setUnfolded(bool unfolded)
{
    unfolded_ = unfolded;
    unfold_->setText(unfolded ? tr("Hide") : tr("Show"));
    unfold_->setAccessibleName(unfolded ? tr("Hide unknown cards") : tr("Show unknown cards"));
    presentRows();
}

void SeenTagsPanel::presentRows()
{
    const QList<store::SeenTag> shown =
        unfolded_ ? seen_.first(std::min<qsizetype>(mostShown, seen_.size())) : seen_.first(0);
    const auto isShown = [&](const Row &row) {
        return std::ranges::find(shown, row.tagKey, &store::SeenTag::tagKey) != shown.end();
    };
    int wasOn = -1; // whose Forget was pressed by keyboard
    for (qsizetype place = rows_.size() - 1; place >= 0; --place) {
        if (isShown(rows_.at(place)))
            continue;
        if (rows_.at(place).drop->hasFocus())
            wasOn = int(place);
        dropRow(place);
    }
    for (int line = 0; const store::SeenTag &seen : shown) {
        const auto known = std::ranges::find(rows_, seen.tagKey, &Row::tagKey);
        if (known == rows_.end())
            rows_.insert(line, makeRow(seen.tagKey));
        else
            rows_.move(known - rows_.begin(), line);
        fill(rows_.at(line), seen);
        arrange(line++);
    }
    for (int line = 0; line < mostShown; ++line)
        grid_->setRowMinimumHeight(line, line < rows_.size() ? lineHeight : 0);
    more_->say(seen_.size() > mostShown && unfolded_ ? tr("and %n more", nullptr, count() - mostShown) : QString());
    list_->setHidden(rows_.isEmpty());
    if (wasOn >= 0 && !rows_.isEmpty())
        rows_.at(std::min<qsizetype>(wasOn, rows_.size() - 1)).drop->setFocus();
}

void SeenTagsPanel::dropRow(qsizetype place)
{
    const Row row = rows_.takeAt(place);
    for (QWidget *part : row.parts()) {
        grid_->removeWidget(part);
        part->hide();
        part->deleteLater(); // it may be the button that was pressed
    }
}

SeenTagsPanel::Row SeenTagsPanel::makeRow(const QString &tagKey)
{
    const Row row{.tagKey = tagKey,
                  .tag = new Label({}, TextSize::Body, Role::Text, list_),
                  .place = new Label({}, TextSize::Body, Role::Text, list_),
                  .time = new Label({}, TextSize::Caption, Role::Muted, list_),
                  .add = new QPushButton(tr("Add"), list_),
                  .drop = new QPushButton(tr("Forget"), list_)};
    row.tag->bold().selectable();
    row.add->setToolTip(tr("From then on this card may charge."));
    row.drop->setToolTip(tr("It is listed again when somebody shows it again."));
    setButtonKind(*row.drop, ButtonKind::Quiet);
    const auto tell = [this, tagKey](void (SeenTagsPanel::*requested)(const store::SeenTag &)) {
        const auto seen = std::ranges::find(seen_, tagKey, &store::SeenTag::tagKey);
        if (seen != seen_.end())
            emit(this->*requested)(store::SeenTag(*seen));
    };
    connect(row.add, &QPushButton::clicked, this, [tell] { tell(&SeenTagsPanel::addRequested); });
    connect(row.drop, &QPushButton::clicked, this, [tell] { tell(&SeenTagsPanel::forgetRequested); });
    return row;
}

/// Also in the order of the Tab key.
void SeenTagsPanel::arrange(int line)
{
    const Row &row = rows_.at(line);
    for (int column = 0; QWidget * part : row.parts()) {
        grid_->addWidget(part, line, column++);
        part->show();
    }
    QWidget *before = line > 0 ? rows_.at(line - 1).drop : unfold_;
    for (QWidget *stop : QWidgetList{row.add, row.drop}) {
        QWidget::setTabOrder(before, stop);
        before = stop;
    }
}

void SeenTagsPanel::fill(const Row &row, const store::SeenTag &seen) const
{
    row.tag->setText(seen.tag);
    row.place->setText(tr("at %1").arg(seen.station));
    row.time->setText(whenText(seen));
    row.time->setToolTip(format::utc(seen.lastSeen));
    row.add->setAccessibleName(tr("Add %1").arg(seen.tag));
    row.drop->setAccessibleName(tr("Forget %1").arg(seen.tag));
}

void SeenTagsPanel::refreshClock()
{
    for (qsizetype row = 0; row < rows_.size(); ++row)
        rows_.at(row).time->setText(whenText(seen_.at(row)));
}

void SeenTagsPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = Palette::current();
    strokes::box(painter, rect(), 8, palette.tint(Role::Accent, 0.08), palette.tint(Role::Accent, 0.3));
}

} // namespace ui
