// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/connect/knocklist.h"

#include "ui/pages/connect/knockdeeds.h"
#include "ui/pages/connect/knockentry.h"
#include "ui/widgets/emptystate.h"
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

QWidget *nobodySentence(QWidget *parent)
{
    auto *nobody = new QWidget(parent);
    auto *door = new Symbol(20, nobody);
    door->present(u"knock"_s, Role::Muted);
    auto *text =
        new Label(KnockList::tr("Nobody knocks. A charger that calls and is not let in appears here within a second, "
                                "with the reason and what helps."),
                  TextSize::Body, Role::Muted, nobody);
    text->wrapping();
    auto *layout = new QHBoxLayout(nobody);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(12);
    layout->addWidget(door);
    layout->addWidget(text, 1);
    return nobody;
}

} // namespace

KnockList::KnockList(const Backend &backend, KnockSource &source, QWidget *parent)
    : QWidget(parent), source_(source), deeds_(new KnockDeeds(backend, this)),
      section_(new Section(tr("Who knocks"), this))
{
    notice_ = new NoticeBar(section_);
    nobody_ = nobodySentence(section_);
    failure_ = new EmptyState(section_);
    scroll_ = new QScrollArea(section_);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus); // its buttons have it
    auto *content = new QWidget(scroll_);
    list_ = new QVBoxLayout(content);
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(0);
    list_->addStretch(1); // all the room that is left: the entries would take it, too
    scroll_->setWidget(content);
    scroll_->viewport()->setAutoFillBackground(false); // the card's surface shows through
    content->setAutoFillBackground(false);
    section_->addInset(notice_);
    section_->addInset(nobody_);
    section_->add(failure_, 1); // no row of its own: that would keep its share of the height while it is hidden
    section_->add(scroll_, 1);
    section_->addRoom();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(section_);
    connect(notice_, &NoticeBar::firstRequested, this, &KnockList::goOn);
    connect(deeds_, &KnockDeeds::done, this, &KnockList::tell);
    connect(deeds_, &KnockDeeds::undoFailed, this, [this](const QString &said) {
        notice_->present(u"warning"_s, Role::Fault, said);
        notice_->presentActions(tr("Try again"));
    });
    connect(deeds_, &KnockDeeds::failed, this, [this](const QString &key, const QString &said) {
        if (KnockEntry *entry = entries_.value(key))
            entry->complain(said);
        source_.reload();
    });
    connect(failure_, &EmptyState::actionRequested, &source_, &KnockSource::reload);
    for (QWidget *untold : {nobody_, static_cast<QWidget *>(failure_), static_cast<QWidget *>(scroll_)})
        untold->hide(); // nothing is known yet
}

KnockEntry *KnockList::entryOf(const QString &key)
{
    KnockEntry *&entry = entries_[key];
    if (entry)
        return entry;
    entry = new KnockEntry(scroll_->widget());
    connect(entry, &KnockEntry::acceptRequested, this, [this, entry = entry] { deeds_->accept(entry->row()); });
    connect(entry, &KnockEntry::openRequested, this, [this, entry = entry] {
        emit linkActivated({u"stations"_s, entry->row().station});
    });
    connect(entry, &KnockEntry::passwordGiven, this,
            [this, entry = entry](const QString &password) { deeds_->setPassword(entry->row(), password); });
    connect(entry, &KnockEntry::passwordWaived, this, [this, entry = entry] { deeds_->setPassword(entry->row(), {}); });
    connect(entry, &KnockEntry::ignoreRequested, this, [this, entry = entry] { deeds_->ignore(entry->row()); });
    return entry;
}

void KnockList::present()
{
    const DoorState &door = source_.state();
    QSet<QString> keys;
    for (const KnockRow &row : door.knocks)
        keys.insert(row.key());
    for (auto it = entries_.begin(); it != entries_.end();) {
        if (keys.contains(it.key())) {
            ++it;
            continue;
        }
        it.value()->deleteLater(); // it may have sent the signal that we follow
        it.value()->hide();
        list_->removeWidget(it.value());
        it = entries_.erase(it);
    }
    for (const KnockRow &row : door.knocks) {
        KnockEntry *entry = entryOf(row.key());
        if (list_->indexOf(entry) < 0) // newcomers above; the others stay where the eye and the pointer are
            list_->insertWidget(0, entry);
        entry->present(row);
        entry->show();
    }
    failure_->hide();
    nobody_->setVisible(door.knocks.isEmpty());
    scroll_->setVisible(!door.knocks.isEmpty());
    section_->setRemark(door.knocks.isEmpty() ? QString() : QLocale().toString(door.knocks.size()));
    setSizePolicy(QSizePolicy::Preferred, door.knocks.isEmpty() ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    if (door.watchedIsOnline && !arrived_ && !expected_.isEmpty())
        greet();
}

/// Who stood there last may be gone or let in: they are shown again when that is known.
void KnockList::presentFailure(const store::Error &error)
{
    failure_->presentFailure(tr("Who knocks cannot be read"), error);
    failure_->show();
    nobody_->hide();
    scroll_->hide();
    section_->setRemark({});
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

void KnockList::refreshClock()
{
    for (KnockEntry *entry : std::as_const(entries_))
        entry->refreshClock();
}

bool KnockList::hasUnsaved() const
{
    return std::ranges::any_of(entries_, &KnockEntry::isEdited);
}

void KnockList::tell(const QString &said, const QString &station)
{
    expected_ = station;
    arrived_ = false;
    source_.setWatched(station);
    notice_->present(station.isEmpty() ? u"check"_s : u"clock"_s, Role::Accent, said);
    notice_->presentActions(tr("Undo"));
}

void KnockList::greet()
{
    arrived_ = true;
    notice_->present(u"check"_s, Role::Good, tr("%1 is connected.").arg(expected_));
    notice_->presentActions(tr("Open the station"));
}

void KnockList::goOn()
{
    notice_->dismiss();
    if (arrived_) {
        emit linkActivated({u"stations"_s, expected_});
        return;
    }
    expected_.clear();
    source_.setWatched({});
    deeds_->undo();
}

} // namespace ui
