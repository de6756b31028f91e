// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/pages/locallists/listbooks.h"

#include <QObject>

namespace ui {

class NoticeBar;

/// Carries out changes of what is desired, says so in a notice of the page, and offers to take the last one back.
class ListJournal : public QObject {
    Q_OBJECT
public:
    /// The notice outlives the journal.
    ListJournal(const Backend &backend, NoticeBar &notice, QObject *parent);

    /// `saying` stands in the notice when it is done. `then` hears whether it was, or its name is taken.
    void carryOut(const ListDeed &deed, const QString &saying, const std::function<void(bool done)> &then = {});

signals:
    /// It was not done; the notice says why.
    void failed();

private:
    void takeBack();
    void complainOf(const store::Error &error);
    void complain(const QString &trouble);

    Backend backend_;
    NoticeBar &notice_;
    std::optional<ListBooks> back_;
};

} // namespace ui
