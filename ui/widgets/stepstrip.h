// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reconciliations.h"
#include "store/error.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"

#include <QWidget>

class QPushButton;

namespace ui {

class Label;
class MarkView;

/// How one topic of a station is kept as desired, in words and as it goes, with what a person can do about it: pause,
/// resume, try again. Reads and writes by itself while it is in sight.
class StepStrip : public QWidget {
    Q_OBJECT
public:
    /// `topic` as in store::Reconciliation; `what` names it to a screen reader: "Local list".
    StepStrip(const Backend &backend, const QString &topic, const QString &what, QWidget *parent = nullptr);

    void setStation(const QString &station);
    /// What is seen to differ where this stands: so much is still `toSend`, the `others` wait for something else. It
    /// counts as long as the engine, which looks a moment later, still has the topic in step. None before it is called.
    void setSeen(int toSend, int others);
    [[nodiscard]] const QString &topic() const { return topic_; }

signals:
    /// Whether trying again is offered here: then no other button need say the same.
    void retryOffered(bool offered);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Standing {
        store::Reconciliation row;
        bool online = false;
    };
    void read(const store::ChangeSet &changes);
    [[nodiscard]] store::Reconciliation asSeen() const;
    void present();
    void act(const std::function<void(store::Reconciliations &, const QString &station, const QString &topic)> &work);
    void settle(const store::Outcome<void> &outcome);

    Backend backend_;
    QString topic_;
    QString station_;
    std::optional<Standing> standing_;
    bool offersRetry_ = false;
    int toSend_ = 0;
    int others_ = 0;
    ChangeGate gate_;
    QTimer clock_; ///< "in 40 s" counts down
    MarkView *mark_;
    Label *sentence_;
    Label *reason_;
    Label *complaint_;
    QPushButton *pause_;
    QPushButton *retry_;
};

} // namespace ui
