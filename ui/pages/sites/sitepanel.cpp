// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sites/sitepanel.h"

#include "ui/pages/sites/siteform.h"
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

SitePanel::SitePanel(SiteSource &source, QWidget *parent)
    : QWidget(parent), source_(source), parts_(new QStackedWidget(this)), newSite_(new NewSiteForm(this)),
      fuse_(new FuseForm(this)), member_(new MemberForm(this))
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
    for (SiteForm *form : std::initializer_list<SiteForm *>{newSite_, fuse_, member_})
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

void SitePanel::show(Shown part, const QString &title, const QString &key)
{
    key_ = key;
    title_->setText(title);
    parts_->setCurrentIndex(part);
}

void SitePanel::complain(const QString &text)
{
    for (SiteForm *form : std::initializer_list<SiteForm *>{newSite_, fuse_, member_})
        form->complain(text);
}

void SitePanel::presentNewSite()
{
    show(NewSite, tr("Add a site"), {});
    newSite_->present();
}

void SitePanel::present(const SiteRow &row)
{
    const store::SiteView *const view = source_.site(row.site);
    if (!view)
        return;
    row_ = row;
    const store::SiteSetup setup = setupOf(*view);
    if (row.kind == SiteRow::Kind::Fuse) {
        fuse_->present(setup, store::fuseIndex(setup.fuses, row.name), source_.stations());
        show(Fuse, row.name, row.key());
    } else if (row.kind == SiteRow::Kind::Member) {
        const auto found = std::ranges::find(setup.members, row.name, &store::SiteMember::station);
        member_->present(setup, int(found - setup.members.begin()));
        show(Member, row.name, row.key());
    } else {
        presentSite(*view);
        show(Site, row.site, row.key());
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
    const store::SiteSetup setup = setupOf(*view);
    show(Fuse, tr("Add a feeder"), {});
    fuse_->presentNew(setup, store::fuseIndex(setup.fuses, row_.name), source_.stations());
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
    const store::SiteSetup setup = setupOf(*view);
    show(Member, tr("Add a station"), {});
    member_->presentNew(setup, store::fuseIndex(setup.fuses, row_.name), free);
    if (free.isEmpty())
        member_->complain(tr("All stations are in a site already. Enter the station first, or take it out of its site."));
}

} // namespace ui
