// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/idtags/tagjournal.h"

#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/text/storewords.h"
#include "ui/widgets/noticebar.h"

#include <utility>

namespace ui {

using namespace Qt::Literals::StringLiterals;

std::optional<TagChange> apply(store::Database &db, const TagChange &change)
{
    store::IdTags tags(db);
    store::SeenTags seen(db);
    if (!change.fresh.isEmpty() && tags.find(change.fresh))
        return std::nullopt;
    TagChange back;
    for (const QString &tag : change.remove) {
        if (const auto known = tags.find(tag))
            back.save.append(*known);
        tags.remove(tag);
    }
    for (const store::IdTag &tag : change.save) {
        if (const auto known = tags.find(tag.tag))
            back.save.append(*known);
        else
            back.remove.append(tag.tag);
        if (const auto shown = seen.find(tag.tag))
            back.seen.append(*shown);
        tags.save(tag);
    }
    for (const store::SeenTag &shown : change.seen)
        seen.restore(shown);
    return back;
}

TagJournal::TagJournal(const Backend &backend, NoticeBar &notice, QObject *parent)
    : QObject(parent), backend_(backend), notice_(notice)
{
    connect(&notice_, &NoticeBar::firstRequested, this, &TagJournal::takeBack);
}

void TagJournal::carryOut(const TagChange &change, const QString &saying, const std::function<void(bool)> &then)
{
    back_.reset();
    backend_.writer->submit([change](store::Database &db) { return apply(db, change); })
        .then(answerTo(this, [this, saying, then](const store::Outcome<std::optional<TagChange>> &outcome) {
            if (!outcome) {
                notice_.present(u"warning"_s, Role::Fault,
                                tr("Nothing was changed: %1").arg(storeWords(outcome.error()).sentence()));
                emit failed();
                return;
            }
            if (*outcome) {
                back_ = **outcome;
                notice_.present(u"check"_s, Role::Good, saying);
                notice_.presentActions(tr("Undo"));
            }
            if (then)
                then(outcome->has_value());
        }));
}

void TagJournal::takeBack()
{
    if (!back_)
        return;
    const TagChange back = *std::exchange(back_, std::nullopt);
    backend_.writer->submit([back](store::Database &db) { return apply(db, back).has_value(); })
        .then(answerTo(this, [this](const store::Outcome<bool> &outcome) {
            if (outcome)
                notice_.present(u"undo"_s, Role::Accent, tr("Taken back."));
            else
                notice_.present(u"warning"_s, Role::Fault, storeWords(outcome.error()).sentence());
        }));
}

} // namespace ui
