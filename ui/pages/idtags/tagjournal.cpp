// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/idtags/tagjournal.h"

#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/text/storewords.h"
#include "ui/widgets/noticebar.h"

#include <utility>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype rowsInPart = 500;

} // namespace

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
    for (const QString &tag : change.forget) {
        if (const auto shown = seen.find(tag))
            back.seen.append(*shown);
        seen.remove(tag);
    }
    for (const store::SeenTag &shown : change.seen)
        seen.restore(shown);
    return back;
}

QList<TagChange> inParts(const TagChange &change)
{
    if (change.remove.size() + change.save.size() <= rowsInPart)
        return {change};
    QList<TagChange> parts;
    for (qsizetype first = 0; first < change.remove.size(); first += rowsInPart)
        parts.append({.remove = change.remove.mid(first, rowsInPart), .save = {}, .seen = {}, .fresh = {}});
    for (qsizetype first = 0; first < change.save.size(); first += rowsInPart)
        parts.append({.remove = {}, .save = change.save.mid(first, rowsInPart), .seen = {}, .fresh = {}});
    // Nobody can be listed as unknown before the tag is gone.
    parts.append({.remove = {}, .save = {}, .seen = change.seen, .forget = change.forget, .fresh = {}});
    parts.first().fresh = change.fresh;
    return parts;
}

/// One change under way.
struct TagJournal::Run {
    QList<TagChange> parts;
    qsizetype next = 0;
    bool isCancelled = false;
    bool isTakingBack = false;
    QString saying;
    std::function<void(bool)> then;
    TagChange back{};

    [[nodiscard]] bool isLong() const { return parts.size() > 1; }
    void add(const TagChange &more)
    {
        back.remove += more.remove;
        back.save += more.save;
        back.seen += more.seen;
    }
    [[nodiscard]] bool hasWritten() const { return !back.remove.isEmpty() || !back.save.isEmpty() || !back.seen.isEmpty(); }
};

TagJournal::TagJournal(const Backend &backend, NoticeBar &notice, QObject *parent)
    : QObject(parent), backend_(backend), notice_(notice)
{
    connect(&notice_, &NoticeBar::firstRequested, this, &TagJournal::press);
}

void TagJournal::carryOut(const TagChange &change, const QString &saying, const std::function<void(bool)> &then)
{
    back_.reset();
    advance(std::make_shared<Run>(Run{.parts = inParts(change), .saying = saying, .then = then}));
}

/// The notice's button: Cancel while something long is written, else Undo.
void TagJournal::press()
{
    if (longRun_) {
        longRun_->isCancelled = true;
    } else if (back_) {
        const TagChange back = *std::exchange(back_, std::nullopt);
        advance(std::make_shared<Run>(Run{.parts = inParts(back), .isTakingBack = true, .saying = tr("Taken back."), .then = {}}));
    }
}

void TagJournal::advance(const std::shared_ptr<Run> &run)
{
    if (run->next == run->parts.size())
        return finish(*run);
    if (run->isCancelled)
        return stop(*run, tr("Cancelled."));
    if (run->isLong()) {
        longRun_ = run;
        notice_.present(u"card"_s, Role::Accent, run->isTakingBack ? tr("Being taken back…") : tr("Being written…"));
        notice_.presentProgress(int(100 * run->next / run->parts.size()));
        notice_.presentActions(tr("Cancel"));
    }
    backend_.writer->submit([part = run->parts.at(run->next)](store::Database &db) { return apply(db, part); })
        | answerTo(this, [this, run](const store::Outcome<std::optional<TagChange>> &outcome) {
              if (!outcome)
                  return stop(*run, storeWords(outcome.error()).sentence());
              if (!*outcome) { // somebody was quicker
                  longRun_.reset();
                  if (run->then)
                      run->then(false);
                  return;
              }
              run->add(**outcome);
              ++run->next;
              advance(run);
          });
}

void TagJournal::finish(const Run &run)
{
    longRun_.reset();
    if (run.isTakingBack) {
        notice_.present(u"undo"_s, Role::Accent, run.saying);
    } else {
        back_ = run.back;
        notice_.present(u"check"_s, Role::Good, run.saying);
        notice_.presentActions(tr("Undo"));
    }
    if (run.then)
        run.then(true);
}

/// Halfway: what is written can be taken back, also what was taken back.
void TagJournal::stop(const Run &run, const QString &why)
{
    longRun_.reset();
    const auto written = int(run.back.remove.size() + run.back.save.size());
    const QString what =
        written > 0 ? tr("%Ln tag(s) were changed until then.", nullptr, written) : tr("Nothing was changed.");
    notice_.present(u"warning"_s, run.isCancelled ? Role::Caution : Role::Fault, u"%1 %2"_s.arg(why, what));
    if (run.hasWritten()) {
        back_ = run.back;
        notice_.presentActions(tr("Undo"));
    }
    emit failed();
}

} // namespace ui
