// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/configuration/configurationlist.h"

#include "store/clock.h"
#include "ui/commands/commandstory.h"
#include "ui/models/agetick.h"
#include "ui/models/roworder.h"
#include "ui/pages/stations/configuration/configurationdeeds.h"
#include "ui/pages/stations/configuration/keycard.h"
#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/draftshelf.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/stepstrip.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using State = store::ConfigurationState;

constexpr int narrowestCard = 460; // px

ConfigurationList::ConfigurationList(const Backend &backend, QWidget *parent)
    : QWidget(parent), source_(new ConfigurationSource(backend, this)), deeds_(new ConfigurationDeeds(backend, this)),
      order_(new RowOrder(source_->model(), this)), content_(new QStackedWidget(this)),
      empty_(new EmptyState(content_))
{
    noticeRow_ = new QWidget(this);
    notice_ = new NoticeBar(noticeRow_);
    auto *noticeLayout = new QHBoxLayout(noticeRow_);
    noticeLayout->setContentsMargins(16, 0, 16, 8);
    noticeLayout->addWidget(notice_);
    buildTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar(backend));
    layout->addWidget(noticeRow_);
    layout->addWidget(content_, 1);
    connectParts();
    present();
}

QWidget *ConfigurationList::buildBar(const Backend &backend)
{
    auto *bar = new QWidget(this);
    search_ = new QLineEdit(bar);
    search_->setPlaceholderText(tr("Search keys"));
    search_->setAccessibleName(tr("Search keys"));
    search_->setClearButtonEnabled(true);
    read_ = new QPushButton(icon(u"refresh"_s), tr("Read again"), bar);
    read_->setToolTip(tr("Ask the station for all its keys"));
    more_ = new QPushButton(icon(u"menu"_s), {}, bar);
    more_->setAccessibleName(tr("More for the configuration"));
    more_->setToolTip(tr("Compare, carry over, export, import"));
    setButtonKind(*more_, ButtonKind::Quiet);
    summary_ = new Label({}, TextSize::Caption, Role::Muted, bar);
    summary_->wrapping();
    step_ = new StepStrip(backend, store::configurationTopic, tr("Configuration"), bar);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(search_, 1);
    row->addWidget(read_);
    row->addWidget(more_);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(16, 10, 8, 8);
    layout->setSpacing(6);
    layout->addLayout(row);
    layout->addWidget(summary_);
    layout->addWidget(step_);
    return bar;
}

void ConfigurationList::buildTable()
{
    table_ = new TableView(u"configuration"_s, tr("Configuration"), content_);
    table_->setModel(order_);
    table_->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    table_->arrange(columnWidths(configurationColumns()));
    table_->setSortingEnabled(true);
    card_ = new KeyCard(content_);
    QScrollArea *scroll = scrolling(card_, content_);
    split_ = new MasterDetail(table_, scroll, u"configuration"_s, content_, Qt::Vertical, 200);
    content_->addWidget(split_);
    content_->addWidget(empty_);
}

void ConfigurationList::connectParts()
{
    connect(source_, &ConfigurationSource::updated, this, &ConfigurationList::present);
    connect(source_, &ConfigurationSource::failed, this, &ConfigurationList::presentError);
    connect(&ageTick(), &QTimer::timeout, this, &ConfigurationList::presentBar);
    connect(deeds_, &ConfigurationDeeds::failed, this, &ConfigurationList::failed);
    connect(search_, &QLineEdit::textChanged, order_, [this](const QString &text) {
        order_->setWords(text);
        presentEmpty();
    });
    connect(read_, &QPushButton::clicked, this, [this] { deeds_->readAgain(source_->station()); });
    connect(notice_, &NoticeBar::firstRequested, this, [this] { deeds_->restart(source_->station()); });
    connect(empty_, &EmptyState::actionRequested, this,
            [this] { failed_ ? source_->reload() : deeds_->readAgain(source_->station()); });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ConfigurationList::presentSelection);
    const auto edit = [this] { card_->setFocus(); };
    connect(table_, &QTableView::doubleClicked, this, edit);
    connect(split_, &MasterDetail::detailClosed, this, [this] {
        putAside();
        table_->clearSelection();
        card_->clear();
    });
    connect(card_, &KeyCard::closeRequested, split_, &MasterDetail::closeDetail);
    connect(card_, &KeyCard::desireRequested, this, [this](const QString &key, const QString &value) {
        wanted_ = card_->isNew() ? key.toCaseFolded() : QString();
        deeds_->desire(source_->station(), key, value);
    });
    connect(card_, &KeyCard::giveUpRequested, this,
            [this](const QString &key) { deeds_->giveUp(source_->station(), key); });
}

bool ConfigurationList::hasUnsaved() const
{
    return card_->isEdited() || std::ranges::any_of(drafts_, [](const auto &ofOne) { return !ofOne.isEmpty(); });
}

void ConfigurationList::setStation(const QString &station)
{
    if (station == source_->station())
        return;
    split_->closeDetail();
    card_->clear();
    back_.clear();
    wanted_.clear();
    step_->setStation(station);
    source_->setStation(station);
}

void ConfigurationList::setOpen(bool open)
{
    source_->setOpen(open);
}

void ConfigurationList::setMenu(QMenu *menu)
{
    more_->setMenu(menu);
}

void ConfigurationList::addKey()
{
    putAside();
    table_->clearSelection();
    content_->setCurrentIndex(0);
    split_->openDetail();
    card_->presentNew(source_->reading().rows);
    resume({});
}

void ConfigurationList::openDraft(const QString &key)
{
    if (key.isEmpty())
        return addKey();
    search_->clear();
    if (source_->model().find(key) >= 0)
        select(key);
    else
        back_ = key;
}

/// Before the card shows another key: what was typed and not applied is not lost.
void ConfigurationList::putAside()
{
    const bool isOnItsWay = card_->isNew() && !wanted_.isEmpty() && card_->key().toCaseFolded() == wanted_;
    if (!card_->isEdited() || isOnItsWay)
        return;
    const QString key = card_->isNew() ? QString() : card_->key().toCaseFolded();
    drafts_[source_->station()].insert(key, {card_->key(), card_->value()});
    const QString name = card_->key().isEmpty() ? tr("the new key") : card_->key();
    if (shelf_)
        shelf_->putAside({.form = u"configuration"_s, .station = source_->station(), .key = key},
                         tr("%1 of %2", "a key of a station").arg(name, source_->station()));
    card_->clear();
}

void ConfigurationList::resume(const QString &key)
{
    QHash<QString, Draft> &drafts = drafts_[source_->station()];
    if (!drafts.contains(key))
        return;
    const Draft draft = drafts.take(key);
    card_->resume(draft.name, draft.value);
    if (shelf_)
        shelf_->remove({.form = u"configuration"_s, .station = source_->station(), .key = key});
}

void ConfigurationList::present()
{
    failed_ = false;
    presentBar();
    presentNotice();
    presentEmpty();
    refreshCard();
    if (!back_.isEmpty() && source_->model().find(back_) >= 0)
        select(std::exchange(back_, {}));
    if (wanted_.isEmpty() || source_->model().find(wanted_) < 0)
        return;
    const QString added = std::exchange(wanted_, {});
    if (!card_->isNew() || card_->key().toCaseFolded() != added)
        return; // the person has gone on
    card_->clear();
    select(added);
}

void ConfigurationList::presentBar()
{
    const ConfigurationReading &reading = source_->reading();
    read_->setHidden(reading.rows.isEmpty()); // there is no "again" yet: the empty page offers the first time
    read_->setEnabled(!reading.isBeingRead);
    read_->setText(!reading.isBeingRead ? tr("Read again") : reading.online ? tr("Reading…") : tr("Waits"));
    QStringList parts{tr("%n key(s)", nullptr, int(reading.rows.size()))};
    if (reading.readAt)
        parts << tr("read %1").arg(format::ago(*reading.readAt, store::now()));
    const int refused = reading.count(State::Rejected) + reading.count(State::NotSupported);
    if (refused > 0)
        parts << tr("%n refused", nullptr, refused);
    summary_->setText(parts.join(u" · "_s));
    summary_->setToolTip(reading.readAt ? format::dateTime(*reading.readAt) + u'\n' + format::utc(*reading.readAt)
                                        : QString());
    summary_->setHidden(reading.rows.isEmpty());
    step_->setSeen(reading.count(State::Pending), refused + reading.count(State::RebootRequired)); // it says what waits
    step_->setHidden(!reading.isKeptInStep());
}

/// Behaviour 28: what is accepted but not valid yet offers the restart, unless it would end a session.
void ConfigurationList::presentNotice()
{
    const ConfigurationReading &reading = source_->reading();
    const int waiting = reading.count(State::RebootRequired);
    noticeRow_->setHidden(waiting == 0);
    if (waiting == 0)
        return notice_->dismiss();
    const QString needs = tr("%n setting(s) become(s) valid with the next restart.", nullptr, waiting);
    const auto story =
        reading.restart ? std::optional(commandStory(*reading.restart, reading.online)) : std::nullopt;
    const bool underWay = story && story->underWay;
    QString text = needs;
    if (underWay)
        text = tr("%1 %2.", "needs a restart; how the restart stands").arg(needs, story->text);
    else if (reading.sessionRuns)
        text = tr("%1 A session is running: restart when it has ended.").arg(needs);
    else if (!reading.online)
        text = tr("%1 The station is offline.").arg(needs);
    else if (story && story->mark.role == Role::Fault)
        text = tr("%1 The last try: %2.").arg(needs, story->text);
    notice_->present(u"command-reset"_s, Role::Caution, text);
    if (!underWay && !reading.sessionRuns && reading.online)
        notice_->presentActions(tr("Restart now"));
}

void ConfigurationList::presentEmpty()
{
    const ConfigurationReading &reading = source_->reading();
    const bool none = reading.rows.isEmpty();
    const bool noMatch = !none && order_->rowCount() == 0;
    empty_->presentDetail({});
    empty_->presentAction({});
    if (noMatch) {
        empty_->present(u"search"_s, tr("No key matches"), tr("Fewer letters match more."));
    } else if (reading.isBeingRead && reading.online) {
        empty_->present(u"command-read"_s, tr("The configuration is being read"), tr("It takes a few seconds."));
    } else if (reading.online) {
        empty_->present(u"command-read"_s, tr("The configuration has not been read yet"),
                        tr("It tells how the station behaves, key by key."));
        empty_->presentAction(tr("Read now"));
    } else {
        empty_->present(u"command-read"_s, tr("The configuration has not been read yet"),
                        tr("That happens by itself when the station connects."));
    }
    const bool adding = split_->isDetailOpen() && card_->isNew();
    content_->setCurrentIndex((none || noMatch) && !adding ? 1 : 0);
}

void ConfigurationList::presentError(const store::Error &error)
{
    failed_ = true;
    empty_->presentFailure(tr("The configuration cannot be read"), error);
    content_->setCurrentIndex(1);
}

void ConfigurationList::presentSelection()
{
    const QModelIndexList selected = table_->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return;
    const int row = order_->mapToSource(selected.first()).row();
    const ConfigurationRow chosen = source_->model().at(row);
    if (card_->isNew() || card_->key().toCaseFolded() != chosen.key())
        putAside();
    card_->present(chosen, source_->reading().rows);
    resume(chosen.key());
    split_->openDetail();
    QMetaObject::invokeMethod( // after the card has taken its room
        table_, [table = table_] { table->scrollTo(table->currentIndex()); }, Qt::QueuedConnection);
}

void ConfigurationList::refreshCard()
{
    if (!split_->isDetailOpen() || card_->isNew())
        return;
    const int place = source_->model().find(card_->key().toCaseFolded());
    if (place >= 0)
        card_->present(source_->model().at(place), source_->reading().rows);
    else
        split_->closeDetail();
}

void ConfigurationList::select(const QString &key)
{
    const QModelIndex index = order_->mapFromSource(source_->model().index(source_->model().find(key), 0));
    table_->selectRow(index.row());
}

void ConfigurationList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool sideBySide = width() >= TableView::narrowBelow;
    split_->setOrientation(sideBySide ? Qt::Horizontal : Qt::Vertical);
    split_->widget(1)->setMinimumWidth(sideBySide ? narrowestCard : 0);
}

} // namespace ui
