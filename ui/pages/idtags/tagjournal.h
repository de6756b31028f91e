// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/idtags.h"
#include "ui/backend.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace ui {

class NoticeBar;

/// Something that is done to the tags, and its opposite.
struct TagChange {
    QStringList remove;
    QList<store::IdTag> save;
    QList<store::SeenTag> seen; ///< to be listed again as shown but not known
    QStringList forget{}; ///< no longer listed as shown but not known
    QString fresh; ///< a tag that nobody may have entered meanwhile; empty: none
};

/// The same in pieces that do not keep others from writing.
QList<TagChange> inParts(const TagChange &change);

/// Does it, on the writer. Gives the change that takes it back, or nothing when `fresh` is there already.
std::optional<TagChange> apply(store::Database &db, const TagChange &change);

/// Carries out changes to the tags, says so in a notice of the page, and offers to take the last one back.
class TagJournal : public QObject {
    Q_OBJECT
public:
    /// Both outlive the journal.
    TagJournal(const Backend &backend, NoticeBar &notice, QObject *parent);

    /// `saying` stands in the notice when it is done. `then` hears whether it was, or `fresh` is there already. What is
    /// long shows how far it is and can be cancelled; what was written until then can be taken back.
    void carryOut(const TagChange &change, const QString &saying, const std::function<void(bool done)> &then = {});

signals:
    /// The database did not take it; the notice says why.
    void failed();

private:
    struct Run;
    void press();
    void advance(const std::shared_ptr<Run> &run);
    void finish(const Run &run);
    void stop(const Run &run, const QString &why);

    Backend backend_;
    NoticeBar &notice_;
    std::shared_ptr<Run> longRun_; ///< is being written, in more than one part
    std::optional<TagChange> back_;
};

} // namespace ui
