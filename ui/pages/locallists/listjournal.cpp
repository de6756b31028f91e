// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/locallists/listjournal.h"

#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/text/storewords.h"
#include "ui/widgets/noticebar.h"

#include <utility>

namespace ui {

using namespace Qt::Literals::StringLiterals;

ListJournal::ListJournal(const Backend &backend, NoticeBar &notice, QObject *parent)
    : QObject(parent), backend_(backend), notice_(notice)
{
    connect(&notice_, &NoticeBar::firstRequested, this, &ListJournal::takeBack);
}

void ListJournal::carryOut(const ListDeed &deed, const QString &saying, const std::function<void(bool)> &then)
{
    back_.reset();
    using Done = tl::expected<ListBooks, ListHindrance>;
    backend_.writer->submit([deed](store::Database &db) { return apply(db, deed); })
        | answerTo(this, [this, saying, then](const store::Outcome<Done> &done) {
              if (!done)
                  return complainOf(done.error());
              if (!*done && done->error() == ListHindrance::ListIsGone)
                  return complain(tr("Nothing was changed: somebody has removed the list."));
              if (*done) {
                  back_ = **done;
                  notice_.present(u"check"_s, Role::Good, saying);
                  notice_.presentActions(tr("Undo"));
              }
              if (then)
                  then(done->has_value());
          });
}

void ListJournal::takeBack()
{
    if (!back_)
        return;
    backend_.writer->submit([back = *std::exchange(back_, std::nullopt)](store::Database &db) { restore(db, back); })
        | answerTo(this, [this](const store::Outcome<void> &outcome) {
              if (!outcome)
                  return complainOf(outcome.error());
              notice_.present(u"undo"_s, Role::Accent, tr("Taken back."));
          });
}

void ListJournal::complainOf(const store::Error &error)
{
    complain(tr("Nothing was changed. %1").arg(storeWords(error).sentence()));
}

void ListJournal::complain(const QString &trouble)
{
    notice_.present(u"warning"_s, Role::Fault, trouble);
    emit failed();
}

} // namespace ui
