// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sites/sitepanel.h"

#include "ui/pages/sites/sitewarnings.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scrolling.h"

#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Forms of what is not there yet; that of a line has no name.
const QString newSiteDraft = u"site"_s;
const QString newFeederDraft = u"feeder"_s;
const QString newMemberDraft = u"member"_s;

} // namespace

SitePanel::SitePanel(SiteSource &source, DraftShelf &shelf, QWidget *parent)
    : QWidget(parent), source_(source), shelf_(shelf), parts_(new QStackedWidget(this)),
      newSite_(new NewSiteForm(this)), fuse_(new FuseForm(this)), member_(new MemberForm(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHead();
    parts_->addWidget(scrolling(newSite_, this));
    parts_->addWidget(buildSite());
    parts_->addWidget(scrolling(fuse_, this));
    parts_->addWidget(scrolling(member_, this));
    layout->addWidget(parts_, 1);
    for (SiteForm *form : forms())
        connect(form, &SiteForm::saveRequested, this, &SitePanel::saveRequested);
    connect(fuse_, &FuseForm::feederRequested, this, &SitePanel::beginFeeder);
    connect(fuse_, &FuseForm::memberRequested, this, &SitePanel::beginMember);
}

void SitePanel::buildHead()
{
    title_ = new Label({}, TextSize::Section, Role::Text, this);
    auto *close = new QPushButton(icon(u"close"_s), {}, this);
    close->setAccessibleName(tr("Close without saving"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*close, ButtonKind::Quiet);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 8, 0);
    head->addWidget(title_, 1);
    head->addWidget(close);
    static_cast<QVBoxLayout *>(layout())->addLayout(head);
    connect(close, &QPushButton::clicked, this, &SitePanel::closeRequested);
}

QWidget *SitePanel::buildSite()
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    warnings_ = new Label({}, TextSize::Body, Role::Text, part);
    warnings_->wrapping().selectable();
    layout->addWidget(warnings_);
    remove_ = new QPushButton(tr("Delete the site"), part);
    remove_->setToolTip(tr("Its stations are left to themselves: their limits are taken back when they are online."));
    setButtonKind(*remove_, ButtonKind::Quiet);
    layout->addWidget(remove_, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(remove_, &QPushButton::clicked, this, [this] { emit removeRequested(row_.site); });
    return scrolling(part, this);
}

QList<SiteForm *> SitePanel::forms() const
{
    return {newSite_, fuse_, member_};
}

/// Null: that of a site's line has none.
SiteForm *SitePanel::shownForm() const
{
    switch (parts_->currentIndex()) {
    case NewSite:
        return newSite_;
    case Fuse:
        return fuse_;
    case Member:
        return member_;
    default:
        return nullptr;
    }
}

void SitePanel::show(Shown part, const QString &title, const DraftPlace &place)
{
    place_ = place;
    title_->setText(title);
    parts_->setCurrentIndex(part);
}

SitePanel::Sent SitePanel::sent() const
{
    const SiteForm *const form = shownForm();
    return {place_, form ? form->draft().now : store::SiteSetup()};
}

SiteForm *SitePanel::formOf(const Sent &sent) const
{
    return place_ == sent.place ? shownForm() : nullptr;
}

bool SitePanel::complain(const Sent &sent, const QString &text)
{
    SiteForm *const form = formOf(sent);
    if (form)
        form->complain(text);
    return form;
}

bool SitePanel::settle(const Sent &sent)
{
    if (SiteForm *const form = formOf(sent)) {
        form->settle(sent.entered);
        return true;
    }
    const auto aside = std::ranges::find(drafts_, sent.place, &Aside::place);
    if (aside == drafts_.end())
        return false;
    aside->draft.begun = sent.entered;
    if (!aside->draft.isEdited()) {
        drafts_.erase(aside);
        shelf_.remove(sent.place);
    }
    return false;
}

void SitePanel::presentNewSite()
{
    putAside();
    show(NewSite, tr("Add a site"), {.form = newSiteDraft});
    newSite_->present();
    resume();
}

void SitePanel::presentDraft(const DraftPlace &place, const SiteRow &row)
{
    if (key() != row.key())
        present(row);
    if (place.form == newFeederDraft)
        beginFeeder();
    else if (place.form == newMemberDraft)
        beginMember();
}

void SitePanel::clear()
{
    putAside();
    place_ = {};
}

// ---- What is left unfinished

bool SitePanel::hasUnsaved() const
{
    return !drafts_.isEmpty() || std::ranges::any_of(forms(), &SiteForm::isEdited);
}

/// Before a form goes out of sight or shows something else: what was entered is not lost.
void SitePanel::putAside()
{
    SiteForm *const form = shownForm();
    if (!form || !form->isEdited())
        return;
    drafts_.append({place_, form->draft()});
    form->settle();
    shelf_.putAside(place_, nameOfDraft());
}

QString SitePanel::nameOfDraft() const
{
    if (place_.form == newSiteDraft)
        return tr("the new site");
    if (place_.form == newFeederDraft)
        return tr("the new feeder");
    return place_.form == newMemberDraft ? tr("the new station") : row_.name;
}

void SitePanel::resume()
{
    const auto found = std::ranges::find(drafts_, place_, &Aside::place);
    if (found == drafts_.end())
        return;
    shownForm()->resume(found->draft);
    drafts_.erase(found);
    shelf_.remove(place_);
}

void SitePanel::forgetGone()
{
    const auto isGone = [this](const DraftPlace &place) {
        const QList<SiteRow> &rows = source_.rows();
        return !place.key.isEmpty() && std::ranges::find(rows, place.key, &SiteRow::key) == rows.end();
    };
    if (SiteForm *const form = shownForm(); form && isGone(place_))
        form->settle();
    for (const Aside &aside : QList<Aside>(drafts_)) {
        if (isGone(aside.place))
            shelf_.remove(aside.place);
    }
    drafts_.removeIf([&isGone](const Aside &aside) { return isGone(aside.place); });
}

// ---- Lines

void SitePanel::present(const SiteRow &row)
{
    const store::SiteView *const view = source_.site(row.site);
    if (!view)
        return;
    putAside();
    row_ = row;
    const store::SiteSetup setup = setupOf(*view);
    if (row.kind == SiteRow::Kind::Fuse) {
        fuse_->present(setup, store::fuseIndex(setup.fuses, row.name), source_.stations());
        show(Fuse, row.name, {.key = row.key()});
        resume();
    } else if (row.kind == SiteRow::Kind::Member) {
        const auto found = std::ranges::find(setup.members, row.name, &store::SiteMember::station);
        member_->present(setup, int(found - setup.members.begin()));
        show(Member, row.name, {.key = row.key()});
        resume();
    } else {
        presentSite(*view);
        show(Site, row.site, {.key = row.key()});
    }
}

void SitePanel::presentSite(const store::SiteView &view)
{
    const QStringList warnings = siteWarningTexts(view);
    warnings_->setText(warnings.isEmpty() ? tr("Nothing keeps its fuses from being shared: all stations have their fallback, "
                                               "and all they may draw fits.")
                                          : warnings.join(u"\n\n"_s));
}

void SitePanel::beginFeeder()
{
    const store::SiteView *const view = source_.site(row_.site);
    if (!view)
        return;
    putAside();
    const store::SiteSetup setup = setupOf(*view);
    show(Fuse, tr("Add a feeder"), {.form = newFeederDraft, .key = row_.key()});
    fuse_->presentNew(setup, store::fuseIndex(setup.fuses, row_.name), source_.stations());
    resume();
}

/// Those that are in no site yet.
void SitePanel::beginMember()
{
    const store::SiteView *const view = source_.site(row_.site);
    if (!view)
        return;
    QStringList free = source_.stations();
    for (const store::SiteView &site : source_.sites()) {
        for (const store::SiteView::MemberState &member : site.members)
            free.removeAll(member.member.station);
    }
    putAside();
    const store::SiteSetup setup = setupOf(*view);
    show(Member, tr("Add a station"), {.form = newMemberDraft, .key = row_.key()});
    member_->presentNew(setup, store::fuseIndex(setup.fuses, row_.name), free);
    resume();
    if (free.isEmpty())
        member_->complain(tr("All stations are in a site already. Enter the station first, or take it out of its site."));
}

} // namespace ui
