// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/draftshelf.h"

#include "ui/widgets/noticebar.h"

namespace ui {

using namespace Qt::Literals::StringLiterals;

DraftShelf::DraftShelf(NoticeBar &notice, QObject *parent) : QObject(parent), notice_(notice)
{
    connect(&notice_, &NoticeBar::firstRequested, this, [this] {
        if (!drafts_.isEmpty())
            emit backRequested(DraftPlace(drafts_.last().place));
    });
}

void DraftShelf::putAside(const DraftPlace &place, const QString &what)
{
    drafts_.removeIf([&](const Draft &draft) { return draft.place == place; });
    drafts_.append({place, what});
    present();
}

void DraftShelf::remove(const DraftPlace &place)
{
    const bool removed = drafts_.removeIf([&](const Draft &draft) { return draft.place == place; }) > 0;
    if (drafts_.isEmpty())
        notice_.dismiss();
    else if (removed && !notice_.isHidden()) // what was closed stays closed
        present();
}

void DraftShelf::present()
{
    QStringList all;
    for (const Draft &draft : std::as_const(drafts_))
        all.append(draft.what);
    notice_.present(u"restore"_s, Role::Accent, tr("Your changes to %1 were put aside.").arg(all.join(u", "_s)));
    notice_.presentActions(all.size() == 1 ? tr("Back to them") : tr("Back to %1").arg(all.last()));
}

} // namespace ui
