// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sites/sitespage.h"

#include "store/clock.h"
#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/pages/sites/sitepanel.h"
#include "ui/pages/sites/sitesource.h"
#include "ui/pages/sites/sitetree.h"
#include "ui/text/storedtext.h"
#include "ui/text/storewords.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/draftshelf.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/noticebar.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

enum Shown { Tree, Nothing };
constexpr int firstDetailWidth = 400; // px

enum class SaveEnd { Saved, Refused, ChangedMeanwhile };
struct Saved {
    SaveEnd end = SaveEnd::Saved;
    store::SiteRefusal refusal{};
    std::optional<store::SiteSetup> setup{}; ///< as it is now
};

/// Only what the form began with is replaced: it has all of the site, and others may have changed some of it.
Saved saveOver(store::Database &db, const store::SiteSetup &setup, const store::SiteSetup &begun)
{
    store::Sites sites(db);
    const auto there = sites.setup(setup.name);
    const bool isAsBegun = there ? isSameSetup(*there, begun) : begun.fuses.isEmpty();
    if (!isAsBegun)
        return {SaveEnd::ChangedMeanwhile};
    const auto saved = sites.save(setup, store::now());
    return saved ? Saved{SaveEnd::Saved, {}, sites.setup(setup.name)} : Saved{SaveEnd::Refused, saved.error()};
}

bool isAsLeft(const std::optional<store::SiteSetup> &there, const std::optional<store::SiteSetup> &left)
{
    return there && left ? isSameSetup(*there, *left) : !there && !left;
}

} // namespace

SitesPage::SitesPage(const Backend &backend, QWidget *parent)
    : Page(parent), backend_(backend), source_(new SiteSource(backend, this)),
      add_(new QAction(icon(u"plus"_s, Role::OnAccent), tr("Add site"), this)), done_(new NoticeBar(this)),
      aside_(new NoticeBar(this)), shelf_(new DraftShelf(*aside_, this)), content_(new QStackedWidget(this)),
      empty_(new EmptyState(content_)), tree_(new SiteTree(source_->model(), content_)),
      panel_(new SitePanel(*source_, *shelf_, content_))
{
    add_->setToolTip(tr("Fuses that several stations share"));
    setHome(tree_);
    split_ = new MasterDetail(tree_, panel_, u"sites"_s, content_, Qt::Horizontal, firstDetailWidth);
    content_->addWidget(new Card(split_, content_));
    content_->addWidget(empty_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(done_);
    layout->addWidget(aside_);
    layout->addWidget(content_, 1);
    connectParts();
}

void SitesPage::connectParts()
{
    connect(source_, &SiteSource::updated, this, [this] {
        read_ = true;
        presentContent();
    });
    connect(source_, &SiteSource::failed, this, &SitesPage::presentError);
    connect(add_, &QAction::triggered, this, &SitesPage::openForm);
    connect(tree_, &SiteTree::chosen, this, [this](const SiteRow &row) {
        split_->openDetail();
        if (row.key() != panel_->key()) // a reading selects it anew; what is being entered stays
            panel_->present(row);
    });
    connect(split_, &MasterDetail::detailClosed, this, [this] {
        tree_->clearSelection();
        panel_->clear();
        presentContent();
    });
    connect(shelf_, &DraftShelf::backRequested, this, &SitesPage::openDraft);
    connect(panel_, &SitePanel::closeRequested, split_, &MasterDetail::closeDetail);
    connect(panel_, &SitePanel::saveRequested, this, &SitesPage::save);
    connect(panel_, &SitePanel::removeRequested, this, &SitesPage::remove);
    connect(done_, &NoticeBar::firstRequested, this, &SitesPage::takeBack);
    connect(empty_, &EmptyState::actionRequested, this, [this] {
        if (failed_)
            source_->reload();
        else
            openForm();
    });
}

bool SitesPage::hasUnsaved() const
{
    return panel_->hasUnsaved();
}

QString SitesPage::headline() const
{
    return read_ && !failed_ ? source_->headline() : QString();
}

QString SitesPage::searchHint() const
{
    return tr("Search sites");
}

void SitesPage::search(const QString &text)
{
    source_->setWords(text);
    presentContent();
}

void SitesPage::visit(const Target &target)
{
    wantedStation_ = target.station;
    presentContent();
}

void SitesPage::showEvent(QShowEvent *event)
{
    source_->setOpen(true);
    Page::showEvent(event);
}

void SitesPage::hideEvent(QHideEvent *event)
{
    source_->setOpen(false);
    Page::hideEvent(event);
}

void SitesPage::presentContent()
{
    if (!read_)
        return;
    failed_ = false;
    panel_->forgetGone();
    const QString key = panel_->key();
    if (split_->isDetailOpen() && !key.isEmpty()) {
        if (!find(key))
            return split_->closeDetail(); // it is gone
        if (!tree_->selected())
            tree_->select(key);
    }
    const bool none = source_->model().rows().isEmpty();
    if (none)
        presentNothing();
    content_->setCurrentIndex(none && !split_->isDetailOpen() ? Nothing : Tree);
    selectWanted();
    emit headlineChanged();
}

void SitesPage::presentNothing()
{
    empty_->presentDetail({});
    if (source_->isFiltering() && !source_->sites().isEmpty()) {
        empty_->present(u"search"_s, tr("Nothing matches"), tr("Search for fewer letters."));
        empty_->presentAction({});
        return;
    }
    empty_->present(u"sites"_s, tr("No site yet"),
                    tr("Where several stations hang on one fuse, a site shares out what the fuse bears: each car gets "
                       "as much as fits, and what one does not use goes to the others. No fuse is ever asked for more "
                       "than it bears, also when this computer is off."));
    empty_->presentAction(tr("Add a site"));
}

void SitesPage::selectWanted()
{
    const auto row = std::ranges::find_if(source_->rows(), [this](const SiteRow &candidate) {
        return candidate.kind == SiteRow::Kind::Member && candidate.name == wantedStation_;
    });
    if (wantedStation_.isEmpty() || row == source_->rows().end())
        return;
    wantedStation_.clear();
    reveal(row->key());
}

void SitesPage::reveal(const QString &key)
{
    if (source_->model().find(key) < 0) {
        search({});
        emit searchDropped();
    }
    tree_->select(key);
}

const SiteRow *SitesPage::find(const QString &key) const
{
    const auto row = std::ranges::find(source_->rows(), key, &SiteRow::key);
    return row == source_->rows().end() ? nullptr : &*row;
}

void SitesPage::presentError(const store::Error &error)
{
    failed_ = true;
    empty_->presentFailure(tr("The sites cannot be read"), error);
    content_->setCurrentIndex(Nothing);
    emit headlineChanged();
}

void SitesPage::openForm()
{
    tree_->clearSelection();
    content_->setCurrentIndex(Tree);
    split_->openDetail();
    panel_->presentNewSite();
}

void SitesPage::openDraft(const DraftPlace &place)
{
    if (place.key.isEmpty())
        return openForm();
    const SiteRow *const row = find(place.key);
    if (!row)
        return;
    const SiteRow line = *row;
    reveal(place.key);
    split_->openDetail();
    panel_->presentDraft(place, line);
}

void SitesPage::save(const store::SiteSetup &setup, const store::SiteSetup &begun)
{
    const store::SiteView *const known = source_->site(setup.name);
    const Change change{setup.name, known ? std::optional(setupOf(*known)) : std::nullopt, {}};
    const SitePanel::Sent sent = panel_->sent();
    if (underWay_.contains(sent))
        return; // pressed twice
    underWay_.append(sent);
    backend_.writer->submit([setup, begun](store::Database &db) { return saveOver(db, setup, begun); })
        | answerTo(this, [this, change, sent](const store::Outcome<Saved> &outcome) {
              underWay_.removeOne(sent);
              if (!outcome)
                  return complain(outcome.error());
              if (outcome->end == SaveEnd::Refused)
                  return refuse(sent, storedText(outcome->refusal.text));
              if (outcome->end == SaveEnd::ChangedMeanwhile)
                  return refuse(sent, tr("Somebody has changed this site meanwhile, or there is one of this name "
                                         "already. Close the form and begin again."));
              change_ = {change.name, change.before, outcome->setup};
              done_->present(u"check"_s, Role::Good,
                             change.before ? tr("%1 was changed. Stations are told as far as is safe.").arg(change.name)
                                           : tr("%1 was added. Which stations hang on its fuse?").arg(change.name));
              done_->presentActions(tr("Undo"));
              if (!panel_->settle(sent))
                  return; // the person has gone on to something else
              split_->closeDetail();
              tree_->setFocus();
          });
}

/// Where the person sees it: in the form, or above, if another is open by now.
void SitesPage::refuse(const SitePanel::Sent &sent, const QString &why)
{
    if (!panel_->complain(sent, why))
        done_->present(u"warning"_s, Role::Fault, tr("Nothing was changed. %1").arg(why));
}

void SitesPage::remove(const QString &site)
{
    const store::SiteView *const known = source_->site(site);
    if (!known)
        return;
    const Change change{site, setupOf(*known), {}};
    backend_.writer->submit([site](store::Database &db) { return store::Sites(db).remove(site); })
        | answerTo(this, [this, change](const store::Outcome<bool> &outcome) {
              if (!outcome)
                  return complain(outcome.error());
              change_ = change;
              done_->present(u"check"_s, Role::Good, tr("%1 was deleted. Its stations are set free.").arg(change.name));
              done_->presentActions(tr("Undo"));
          });
}

/// Unless others have changed it since.
void SitesPage::takeBack()
{
    if (!change_)
        return;
    backend_.writer->submit([change = *std::exchange(change_, std::nullopt)](store::Database &db) {
        store::Sites sites(db);
        if (!isAsLeft(sites.setup(change.name), change.after))
            return false;
        return change.before ? sites.save(*change.before, store::now()).has_value() : sites.remove(change.name);
    }) | answerTo(this, [this](const store::Outcome<bool> &outcome) {
        if (!outcome)
            return complain(outcome.error());
        if (*outcome)
            done_->present(u"undo"_s, Role::Accent, tr("Taken back."));
        else
            done_->present(u"warning"_s, Role::Fault, tr("It cannot be taken back: something else was changed since."));
    });
}

void SitesPage::complain(const store::Error &error)
{
    done_->present(u"warning"_s, Role::Fault, tr("Nothing was changed. %1").arg(storeWords(error).sentence()));
}

} // namespace ui
