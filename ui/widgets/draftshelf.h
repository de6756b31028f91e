// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace ui {

class NoticeBar;

/// Where a form that was left unfinished is found again.
struct DraftPlace {
    QString form{};
    QString station{};
    QString key{};

    friend bool operator==(const DraftPlace &, const DraftPlace &) = default;
};

/// Says in a notice that changes were put aside because the person went on to something else, and leads back to them.
/// The drafts themselves stay with their forms.
class DraftShelf : public QObject {
    Q_OBJECT
public:
    /// The notice outlives the shelf.
    DraftShelf(NoticeBar &notice, QObject *parent);

    /// `what` as it stands after "Your changes to".
    void putAside(const DraftPlace &place, const QString &what);
    /// They are in their form again, saved or thrown away.
    void remove(const DraftPlace &place);

signals:
    void backRequested(const ui::DraftPlace &place);

private:
    struct Draft {
        DraftPlace place;
        QString what;
    };
    void present();

    NoticeBar &notice_;
    QList<Draft> drafts_; ///< the last one put aside comes last
};

} // namespace ui
