// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/idtags/idtagspage.h"

#include "store/clock.h"
#include "store/error.h"
#include "store/stations.h"
#include "ui/exchange/csvexport.h"
#include "ui/models/answerto.h"
#include "ui/pages/idtags/cardlearner.h"
#include "ui/pages/idtags/importview.h"
#include "ui/pages/idtags/seentagspanel.h"
#include "ui/pages/idtags/tagcontracts.h"
#include "ui/pages/idtags/tagjournal.h"
#include "ui/pages/idtags/tagorder.h"
#include "ui/pages/idtags/tagrules.h"
#include "ui/pages/idtags/tagsource.h"
#include "ui/pages/idtags/tagtable.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/draftshelf.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/rememberedchoice.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

IdTagsPage::IdTagsPage(const Backend &backend, QWidget *parent)
    : Page(parent), backend_(backend), source_(new TagSource(backend, this)),
      order_(new TagOrder(source_->model(), this)),
      add_(new QAction(icon(u"plus"_s, Role::OnAccent), tr("Add tag"), this)), seen_(new SeenTagsPanel(backend, this)),
      learning_(new NoticeBar(this)), done_(new NoticeBar(this)), aside_(new NoticeBar(this)),
      exporting_(new NoticeBar(this)), learner_(new CardLearner(backend, *learning_, this)),
      journal_(new TagJournal(backend, *done_, this)), shelf_(new DraftShelf(*aside_, this)),
      exporter_(new CsvExport(backend, *exporting_, this)), content_(new QStackedWidget(this)),
      empty_(new EmptyState(content_)), importing_(new ImportView(content_))
{
    add_->setToolTip(tr("Enter a card by hand"));
    buildTable();
    setHome(table_);
    split_ = new MasterDetail(table_, buildDetail(), u"idtags"_s, content_);
    content_->addWidget(new Card(split_, content_));
    content_->addWidget(empty_);
    content_->addWidget(new Card(importing_, content_));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 16);
    layout->setSpacing(12);
    for (QWidget *part : std::initializer_list<QWidget *>{seen_, learning_, done_, aside_, exporting_, buildTools()})
        layout->addWidget(part);
    layout->addWidget(content_, 1);
    connectParts();
    connectForm();
    rememberChoice(*state_, u"idtags/state"_s);
}

QWidget *IdTagsPage::buildDetail()
{
    auto *detail = new QWidget(content_);
    form_ = new TagForm(detail);
    auto *contracts = new TagContracts(backend_, detail);
    auto *layout = new QVBoxLayout(detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(form_);
    layout->addWidget(contracts);
    layout->addStretch();
    connect(form_, &TagForm::subjectChanged, contracts, &TagContracts::setTag);
    return scrolling(detail, content_);
}

void IdTagsPage::buildTable()
{
    table_ = new TableView(u"idtags"_s, tr("Id tags"), content_);
    table_->setObjectName(u"idtags"_s); // the page has another table
    table_->setModel(order_);
    table_->horizontalHeader()->setSortIndicator(tagColumn(), Qt::AscendingOrder);
    table_->arrange(columnWidths<TagRow>(tagColumns()));
    table_->setSortingEnabled(true);
}

QWidget *IdTagsPage::buildTools()
{
    tools_ = new QWidget(this);
    state_ = new QComboBox(tools_);
    state_->setAccessibleName(tr("State"));
    for (const auto &[filter, text] :
         {std::pair{TagFilter::All, tr("All states")}, std::pair{TagFilter::Accepted, tr("Accepted")},
          std::pair{TagFilter::Blocked, tr("Blocked")}, std::pair{TagFilter::Expired, tr("Expired")},
          std::pair{TagFilter::Charging, tr("Charging now")}})
        state_->addItem(text, int(filter));
    tap_ = new QPushButton(icon(u"card"_s), tr("Tap a card now"), tools_);
    tap_->setObjectName(u"tap"_s);
    tap_->setToolTip(tr("Learn a card by holding it to the reader of any station"));
    import_ = new QPushButton(icon(u"import"_s), tr("Import…"), tools_);
    import_->setObjectName(u"import"_s);
    import_->setToolTip(tr("Read tags from a table (CSV)"));
    export_ = new QPushButton(icon(u"export"_s), tr("Export…"), tools_);
    export_->setToolTip(tr("Write all tags into a table (CSV)"));
    for (QPushButton *button : {tap_, import_, export_}) {
        auto *action = new QAction(button->icon(), button->text(), this); // for the command palette
        connect(action, &QAction::triggered, button, &QPushButton::click);
        addAction(action);
    }
    auto *layout = new QHBoxLayout(tools_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(state_);
    layout->addStretch();
    layout->addWidget(tap_);
    layout->addWidget(import_);
    layout->addWidget(export_);
    return tools_;
}

void IdTagsPage::connectParts()
{
    connect(source_, &TagSource::updated, this, [this] {
        read_ = true;
        if (order_->state() != TagFilter::All)
            order_->refresh();
        presentContent();
    });
    connect(source_, &TagSource::failed, this, &IdTagsPage::presentError);
    connect(seen_, &SeenTagsPanel::countChanged, this, &Page::headlineChanged);
    connect(seen_, &SeenTagsPanel::addRequested, this, &IdTagsPage::addSeen);
    connect(seen_, &SeenTagsPanel::forgetRequested, this, [this](const store::SeenTag &seen) {
        journal_->carryOut({.remove = {}, .save = {}, .seen = {}, .forget = {seen.tag}, .fresh = {}},
                           tr("%1 was forgotten until somebody shows it again.").arg(seen.tag));
    });
    connect(add_, &QAction::triggered, this, [this] { openForm(); });
    connect(state_, &QComboBox::currentIndexChanged, this, [this] {
        order_->setState(TagFilter(state_->currentData().toInt()));
        presentContent();
    });
    connect(tap_, &QPushButton::clicked, learner_, &CardLearner::start);
    connect(learner_, &CardLearner::waitingChanged, tap_, &QPushButton::setDisabled);
    connect(learner_, &CardLearner::chosen, this, [this](const QString &tag, const QString &station) {
        openForm(tag, tr("This card was shown at %1.").arg(station));
    });
    connect(learner_, &CardLearner::knownChosen, this, &IdTagsPage::select);
    connect(import_, &QPushButton::clicked, this, &IdTagsPage::startImport);
    connect(export_, &QPushButton::clicked, this, &IdTagsPage::startExport);
    connect(exporter_, &CsvExport::ended, this, &IdTagsPage::presentContent);
    connect(content_, &QStackedWidget::currentChanged, tools_,
            [this](int shown) { tools_->setHidden(shown == Import); });
    connect(importing_, &ImportView::cancelled, this, [this] {
        content_->setCurrentIndex(Tags);
        presentContent();
    });
    connect(importing_, &ImportView::agreed, this, [this](const TagChange &change, const QString &saying) {
        content_->setCurrentIndex(Tags);
        journal_->carryOut(change, saying);
        presentContent();
    });
    connect(importing_, &ImportView::leftOutRequested, this,
            [this](const CsvTable &lines) { exporter_->start(lines, tr("left-out-tags")); });
    connect(empty_, &EmptyState::actionRequested, this, [this] {
        if (failed_)
            source_->reload();
        else if (source_->model().rows().isEmpty())
            learner_->start();
        else
            state_->setCurrentIndex(0);
    });
}

void IdTagsPage::connectForm()
{
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &IdTagsPage::presentSelection);
    connect(split_, &MasterDetail::detailClosed, this, [this] {
        putAside();
        table_->clearSelection();
        presentContent();
    });
    connect(shelf_, &DraftShelf::backRequested, this, [this](const DraftPlace &place) { openDraft(place.key); });
    connect(form_, &TagForm::closeRequested, split_, &MasterDetail::closeDetail);
    connect(form_, &TagForm::submitted, this, &IdTagsPage::save);
    connect(form_, &TagForm::removeRequested, this, &IdTagsPage::remove);
    connect(journal_, &TagJournal::failed, form_, &TagForm::release);
}

bool IdTagsPage::hasUnsaved() const
{
    return form_->isEdited() || !drafts_.isEmpty();
}

QString IdTagsPage::headline() const
{
    const QList<TagRow> &rows = source_->model().rows();
    if (!read_ || failed_)
        return {};
    QStringList parts{tr("%Ln tag(s)", nullptr, int(rows.size()))};
    const auto now = store::now();
    const auto charging =
        std::ranges::count_if(rows, [](const TagRow &r) { return r.use && r.use->openTransaction > 0; });
    const auto unable =
        std::ranges::count_if(rows, [now](const TagRow &r) { return tagState(r.tag, now).term != "Accepted"_L1; });
    if (charging > 0)
        parts.append(tr("%Ln charging", nullptr, int(charging)));
    if (unable > 0)
        parts.append(tr("%Ln blocked or expired", nullptr, int(unable)));
    if (seen_->count() > 0)
        parts.append(tr("%Ln unknown card(s) shown", nullptr, seen_->count()));
    return parts.join(u", "_s);
}

QString IdTagsPage::searchHint() const
{
    return tr("Search tags");
}

void IdTagsPage::search(const QString &text)
{
    order_->setWords(text);
    presentContent();
}

void IdTagsPage::showEvent(QShowEvent *event)
{
    setReading(true);
    Page::showEvent(event);
}

void IdTagsPage::hideEvent(QHideEvent *event)
{
    setReading(false);
    learner_->stop();
    Page::hideEvent(event);
}

void IdTagsPage::setReading(bool reading)
{
    source_->setOpen(reading);
    seen_->setOpen(reading);
}

QHash<QString, store::IdTag> IdTagsPage::known() const
{
    QHash<QString, store::IdTag> tags;
    for (const TagRow &row : source_->model().rows())
        tags.insert(row.key(), row.tag);
    return tags;
}

void IdTagsPage::presentContent()
{
    if (content_->currentIndex() == Import || !read_)
        return;
    setFailed(false);
    form_->setKnown(known(), source_->stations());
    presentForm();
    const bool none = order_->rowCount() == 0;
    if (none)
        presentNothing();
    content_->setCurrentIndex(none && !split_->isDetailOpen() ? Nothing : Tags);
    export_->setEnabled(!source_->model().rows().isEmpty() && !exporter_->isRunning());
    if (!wanted_.isEmpty())
        select(wanted_);
    emit headlineChanged();
}

void IdTagsPage::presentForm()
{
    if (!split_->isDetailOpen() || form_->editedKey().isEmpty())
        return;
    const int place = source_->model().find(form_->editedKey());
    if (place < 0)
        split_->closeDetail(); // the tag is gone
    else
        form_->refresh(source_->model().at(place).tag);
}

void IdTagsPage::presentNothing()
{
    empty_->presentDetail({});
    if (!source_->model().rows().isEmpty()) {
        empty_->present(u"search"_s, tr("No tag matches"), tr("Choose another state, or search for fewer letters."));
        empty_->presentAction(order_->state() == TagFilter::All ? QString() : tr("Show all states"));
        return;
    }
    empty_->present(
        u"card"_s, tr("No tag yet"),
        tr("A tag is the number of a charging card or key fob: who has one may charge. Hold a card to the reader "
           "of any station, and it is learned; or add tags by hand, or import a table."));
    empty_->presentAction(tr("Tap a card now"));
}

void IdTagsPage::presentError(const store::Error &error)
{
    empty_->presentFailure(tr("The tags cannot be read"), error);
    content_->setCurrentIndex(Nothing);
    setFailed(true);
    emit headlineChanged();
}

/// Nothing is offered that cannot work then, but to try again.
void IdTagsPage::setFailed(bool failed)
{
    failed_ = failed;
    add_->setDisabled(failed);
    add_->setToolTip(failed ? tr("Not while the tags cannot be read") : tr("Enter a card by hand"));
    tools_->setHidden(failed);
    for (QAction *action : actions()) // the command palette presses its buttons, too
        action->setDisabled(failed);
}

void IdTagsPage::presentSelection()
{
    const QModelIndexList selected = table_->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return;
    const store::IdTag &tag = source_->model().at(order_->mapToSource(selected.first()).row()).tag;
    if (!split_->isDetailOpen() || form_->editedKey() != tag.tagKey) {
        putAside();
        if (!resume(tag.tagKey))
            form_->edit(tag);
    }
    split_->openDetail();
}

/// Before the form shows something else: what was changed in it is not lost.
void IdTagsPage::putAside()
{
    if (!form_->isEdited())
        return;
    const TagDraft draft = form_->draft();
    form_->settle();
    drafts_.insert(draft.key(), draft);
    const QString name = draft.entered.name.isEmpty() ? draft.entered.tag : draft.entered.name;
    shelf_->putAside({.key = draft.key()}, name.isEmpty() ? tr("the new tag") : name);
}

/// True if there was a draft: it is in the form now.
bool IdTagsPage::resume(const QString &key)
{
    const auto draft = drafts_.constFind(key);
    if (draft == drafts_.cend())
        return false;
    const int place = draft->edited ? source_->model().find(key) : -1;
    form_->resume(*draft, place < 0 ? std::nullopt : std::optional(source_->model().at(place).tag));
    drafts_.erase(draft);
    shelf_->remove({.key = key});
    return true;
}

void IdTagsPage::openDraft(const QString &key)
{
    if (source_->model().find(key) >= 0)
        return select(key);
    putAside();
    table_->clearSelection();
    form_->setKnown(known(), source_->stations());
    content_->setCurrentIndex(Tags);
    split_->openDetail();
    resume(key);
}

void IdTagsPage::openForm(const QString &tag, const QString &origin)
{
    putAside();
    table_->clearSelection();
    form_->setKnown(known(), source_->stations());
    content_->setCurrentIndex(Tags);
    split_->openDetail();
    if (tag.isEmpty() || !resume(u'+' + store::folded(tag)))
        form_->begin(tag, origin);
}

void IdTagsPage::save(const store::IdTag &tag, const QString &group, bool isNew)
{
    TagChange change;
    if (!group.isEmpty()) {
        store::IdTag made;
        made.tag = group;
        change.save.append(made);
    }
    change.save.append(tag);
    change.fresh = isNew ? tag.tag : QString();
    const QString who = tag.name.isEmpty() ? tag.tag : u"%1 (%2)"_s.arg(tag.tag, tag.name);
    journal_->carryOut(change, isNew ? tr("%1 may charge from now on.").arg(who) : tr("%1 was changed.").arg(who),
                       [this, tag, draft = form_->draft().key()](bool done) {
                           if (done)
                               settle(draft, tag);
                           else if (form_->draft().key() == draft)
                               form_->refuseDouble();
                       });
}

/// The answer may come late: what was opened meanwhile stays open.
void IdTagsPage::settle(const QString &draft, const store::IdTag &saved)
{
    const auto aside = drafts_.constFind(draft);
    if (aside != drafts_.cend() && sameTag(aside->entered, saved)) {
        drafts_.erase(aside);
        shelf_->remove({.key = draft});
    }
    if (form_->draft().key() == draft && form_->isSettledBy(saved))
        split_->closeDetail();
}

void IdTagsPage::remove(const store::IdTag &tag)
{
    const auto members = std::ranges::count_if(
        source_->model().rows(), [&](const TagRow &row) { return store::folded(row.tag.parentIdTag) == tag.tagKey; });
    QString saying = tr("%1 was deleted. Its sessions stay.").arg(tag.tag);
    if (members > 0)
        saying += u' ' + tr("%Ln tag(s) still name it as their group.", nullptr, int(members));
    form_->settle(); // it was asked to go, with what was changed in it
    split_->closeDetail();
    journal_->carryOut({.remove = {tag.tag}, .save = {}, .seen = {}, .fresh = {}}, saying);
}

/// One click makes it valid; the form that opens then is for the name.
void IdTagsPage::addSeen(const store::SeenTag &seen)
{
    store::IdTag tag;
    tag.tag = seen.tag;
    wanted_ = seen.tag;
    journal_->carryOut({.remove = {}, .save = {tag}, .seen = {}, .fresh = seen.tag},
                       tr("%1 may charge from now on. Give it a name?").arg(seen.tag));
}

void IdTagsPage::select(const QString &tag)
{
    const int place = source_->model().find(store::folded(tag));
    wanted_ = place < 0 ? tag : QString();
    if (place < 0)
        return;
    const auto found = [this, place] { return order_->mapFromSource(source_->model().index(place, tagColumn())); };
    if (!found().isValid()) {
        order_->setWords({});
        emit searchDropped();
        state_->setCurrentIndex(0);
        presentContent();
    }
    const QModelIndex index = found();
    table_->selectRow(index.row());
    table_->scrollTo(index);
}

} // namespace ui
