// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/idtags.h"
#include "ui/backend.h"

#include <QObject>

#include <functional>
#include <optional>

namespace ui {

class NoticeBar;

/// Something that is done to the tags in one transaction, and its opposite.
struct TagChange {
    QStringList remove;
    QList<store::IdTag> save;
    QList<store::SeenTag> seen; ///< to be listed again as shown but not known
    QString fresh; ///< a tag that nobody may have entered meanwhile; empty: none
};

/// Does it, on the writer. Gives the change that takes it back, or nothing when `fresh` is there already.
std::optional<TagChange> apply(store::Database &db, const TagChange &change);

/// Carries out changes to the tags, says so in a notice of the page, and offers to take the last one back.
class TagJournal : public QObject {
    Q_OBJECT
public:
    /// Both outlive the journal.
    TagJournal(const Backend &backend, NoticeBar &notice, QObject *parent);

    /// `saying` stands in the notice when it is done. `then` hears whether it was, or `fresh` is there already.
    void carryOut(const TagChange &change, const QString &saying, const std::function<void(bool done)> &then = {});

signals:
    /// The database did not take it; the notice says why.
    void failed();

private:
    void takeBack();

    Backend backend_;
    NoticeBar &notice_;
    std::optional<TagChange> back_;
};

} // namespace ui
