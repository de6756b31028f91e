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
    backend_.writer->submit([deed](store::Database &db) { return apply(db, deed); })
        | answerTo(this, [this, saying, then](const store::Outcome<std::optional<ListBooks>> &back) {
              if (!back)
                  return complain(back.error());
              back_ = *back;
              if (back_) {
                  notice_.present(u"check"_s, Role::Good, saying);
                  notice_.presentActions(tr("Undo"));
              }
              if (then)
                  then(back_.has_value());
          });
}

void ListJournal::takeBack()
{
    if (!back_)
        return;
    backend_.writer->submit([back = *std::exchange(back_, std::nullopt)](store::Database &db) { restore(db, back); })
        | answerTo(this, [this](const store::Outcome<void> &outcome) {
              if (!outcome)
                  return complain(outcome.error());
              notice_.present(u"undo"_s, Role::Accent, tr("Taken back."));
          });
}

void ListJournal::complain(const store::Error &error)
{
    notice_.present(u"warning"_s, Role::Fault, tr("Nothing was changed. %1").arg(storeWords(error).sentence()));
    emit failed();
}

} // namespace ui
