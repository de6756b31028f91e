// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/attentionlist.h"

#include "ui/pages/overview/attentiondeeds.h"
#include "ui/pages/overview/attentionrow.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/section.h"
#include "ui/widgets/symbol.h"

#include <QLocale>
#include <QScrollArea>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr auto undoOffered = 12s;

QWidget *calmSentence(QWidget *parent)
{
    auto *none = new QWidget(parent);
    auto *check = new Symbol(20, none);
    check->present(u"check"_s, Role::Good);
    auto *text =
        new Label(AttentionList::tr("Nothing needs you. Faults, missing stations, sessions without an end and unknown "
                                    "tags appear here."),
                  TextSize::Body, Role::Muted, none);
    text->wrapping();
    auto *layout = new QHBoxLayout(none);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(12);
    layout->addWidget(check);
    layout->addWidget(text, 1);
    return none;
}

} // namespace

AttentionList::AttentionList(const Backend &backend, QWidget *parent)
    : QWidget(parent), deeds_(new AttentionDeeds(backend, this)), section_(new Section(tr("Needs attention"), this))
{
    notice_ = new NoticeBar(section_);
    none_ = calmSentence(section_);
    scroll_ = new QScrollArea(section_);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus); // its buttons have it
    auto *content = new QWidget(scroll_);
    list_ = new QVBoxLayout(content);
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(0);
    more_ = new Label({}, TextSize::Caption, Role::Muted, content);
    more_->setContentsMargins(44, 8, 16, 8);
    list_->addWidget(more_);
    list_->addStretch();
    scroll_->setWidget(content);
    scroll_->viewport()->setAutoFillBackground(false); // the card's surface shows through
    content->setAutoFillBackground(false);
    section_->addInset(notice_);
    section_->addInset(none_);
    section_->add(scroll_, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(section_);
    undoTimer_.setSingleShot(true);
    undoTimer_.setInterval(undoOffered);
    connect(&undoTimer_, &QTimer::timeout, notice_, &NoticeBar::dismiss);
    connect(notice_, &NoticeBar::firstRequested, this, [this] {
        deeds_->undo();
        notice_->dismiss();
        emit changed();
    });
    connect(deeds_, &AttentionDeeds::done, this, &AttentionList::tell);
    connect(deeds_, &AttentionDeeds::undoFailed, this, [this](const QString &said) {
        undoTimer_.stop(); // it stays until it is read
        notice_->present(u"warning"_s, Role::Fault, said);
        notice_->presentActions(tr("Try again"));
    });
    connect(deeds_, &AttentionDeeds::began, this, [this](const QString &key) {
        if (AttentionRow *row = rows_.value(key))
            row->setBusy();
    });
    connect(deeds_, &AttentionDeeds::failed, this, [this](const QString &key, const QString &said) {
        if (AttentionRow *row = rows_.value(key))
            row->complain(said);
    });
    connect(deeds_, &AttentionDeeds::linkActivated, this, &AttentionList::linkActivated);
    presentNone(true);
}

AttentionRow *AttentionList::rowOf(const QString &key)
{
    AttentionRow *&row = rows_[key];
    if (!row) {
        row = new AttentionRow(scroll_->widget());
        connect(row, &AttentionRow::actRequested, this,
                [this, row](bool primary) { deeds_->act(row->item(), primary); });
    }
    return row;
}

void AttentionList::present(const Matters &matters)
{
    const QList<AttentionItem> &items = matters.items;
    const QList<AttentionItem> shown = items.first(std::min<qsizetype>(mostShown, items.size()));
    QSet<QString> keys;
    for (const AttentionItem &item : shown)
        keys.insert(item.key());
    for (auto it = rows_.begin(); it != rows_.end();) {
        if (keys.contains(it.key())) {
            ++it;
            continue;
        }
        delete it.value();
        it = rows_.erase(it);
    }
    for (int place = 0; const AttentionItem &item : shown) {
        AttentionRow *row = rowOf(item.key());
        if (list_->indexOf(row) != place) { // the others keep place and focus
            list_->removeWidget(row);
            list_->insertWidget(place, row);
        }
        row->present(item);
        row->show();
        ++place;
    }
    const int beyond = matters.count() - int(shown.size());
    more_->setText(tr("and %n more", nullptr, beyond));
    more_->setHidden(beyond == 0);
    section_->setRemark(items.isEmpty() ? QString() : QLocale().toString(matters.count()));
    presentNone(items.isEmpty());
}

void AttentionList::presentNone(bool none)
{
    none_->setVisible(none);
    scroll_->setVisible(!none);
    setSizePolicy(QSizePolicy::Preferred, none ? QSizePolicy::Fixed : QSizePolicy::Expanding);
}

void AttentionList::tell(const QString &said, bool canUndo)
{
    notice_->present(u"check"_s, Role::Good, said);
    notice_->presentActions(canUndo ? tr("Undo") : QString());
    undoTimer_.start();
    emit changed();
}

} // namespace ui
