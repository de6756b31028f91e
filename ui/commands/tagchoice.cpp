// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/tagchoice.h"

#include "store/idtags.h"
#include "ui/text/refusalwords.h"

#include <QCoreApplication>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int tagsOffered = 200;
constexpr auto tagField = "idTag"_L1;

struct TagChoiceWords {
    Q_DECLARE_TR_FUNCTIONS(ui::TagChoice)
};

} // namespace

QList<Choice> tagChoices(store::Database &db)
{
    QList<Choice> choices;
    for (const store::IdTag &tag : store::IdTags(db).list({.limit = tagsOffered + 1}))
        choices.append({tag.tag, tag.name.isEmpty() ? tag.tag : u"%1 · %2"_s.arg(tag.tag, tag.name)});
    if (choices.size() > tagsOffered)
        choices.last() = {{}, TagChoiceWords::tr("and more: type the tag or the name")};
    return choices;
}

tl::expected<store::Command, Refusal> enqueueByName(store::Database &db, store::CommandRequest request)
{
    const auto inWords = [](const store::CommandRefusal &refusal) { return Refusal{refusalWords(refusal), refusal.path}; };
    store::IdTags tags(db);
    const QString typed = request.payload.value(tagField).toString();
    if (typed.isEmpty() || tags.find(typed))
        return store::enqueue(db, request).map_error(inWords);
    QList<store::IdTag> named = tags.list({.text = typed});
    named.removeIf([&](const store::IdTag &tag) { return tag.name.compare(typed, Qt::CaseInsensitive) != 0; });
    if (named.size() != 1) {
        const QString why =
            named.isEmpty() ? TagChoiceWords::tr("%1 is no known tag and nobody's name. Enter it under Id tags first.")
                            : TagChoiceWords::tr("Several tags belong to %1: choose one of them.");
        return tl::unexpected(Refusal{why.arg(typed), u"/"_s + tagField});
    }
    request.payload.insert(tagField, named.first().tag);
    return store::enqueue(db, request).map_error(inWords);
}

} // namespace ui
