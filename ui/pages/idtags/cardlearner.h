// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/idtags.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"

#include <QHash>
#include <QObject>

namespace ui {

class NoticeBar;

/// "Tap a card now": waits for the next card that anybody holds to any station, and offers it. Goes by what changes, not
/// by clocks: stations and other machines have their own. A card that is known already is told as such.
class CardLearner : public QObject {
    Q_OBJECT
public:
    /// Both outlive the learner.
    CardLearner(const Backend &backend, NoticeBar &notice, QObject *parent);

    void start();
    void stop();
    [[nodiscard]] bool isWaiting() const { return waiting_; }

signals:
    void waitingChanged(bool waiting);
    /// The person wants this card, read at this station, in the form.
    void chosen(const QString &tag, const QString &station);
    /// The person wants to see this tag, which is known already.
    void knownChosen(const QString &tag);

private:
    struct Sight;
    void ask(bool anyStation);
    void giveUp(const QString &why);
    void look();
    void take(const Sight &sight);
    void offer(const QString &tag, const QString &station, bool known);
    void answerFirst();

    Backend backend_;
    NoticeBar &notice_;
    ChangeGate gate_;
    bool waiting_ = false;
    bool primed_ = false; ///< what was there before is known
    std::optional<bool> asked_; ///< whether a station was there when the person was asked
    QHash<QString, int> counts_; ///< of unknown cards, how often they were shown
    qint64 lastFrame_ = 0; ///< messages up to here are old
    QString offered_;
    QString offeredAt_;
    bool offeredKnown_ = false;
};

} // namespace ui
