// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/pages/stations/configuration/valuefile.h"
#include "ui/pages/stations/configuration/wishes.h"

#include <QWidget>

class QPushButton;
class QSplitter;

namespace store {
struct Station;
}

namespace ui {

class CheckList;
class Label;

/// How far a station has come with the values that were carried over to it.
struct CarryProgress {
    int inEffect = 0;
    int waiting = 0;
    int needRestart = 0;
    QStringList refused; ///< keys

    [[nodiscard]] bool isDone() const { return waiting == 0; }
    [[nodiscard]] QString text(bool online) const;
};
CarryProgress carryProgress(const QList<store::ConfigurationKey> &configuration, const QStringList &keys);

/// Carries values, picked one by one, over to one station or many, and shows how far each has come.
class CarryView : public QWidget {
    Q_OBJECT
public:
    explicit CarryView(const Backend &backend, QWidget *parent = nullptr);

    /// `origin` says where the values come from. `from` is no target; `to` is picked already. Either may be empty.
    void begin(const QString &origin, const QList<WantedValue> &values, const QString &from, const QString &to);
    void setOpen(bool open);

signals:
    void closeRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Target {
        QString id;
        bool online = false;
        CarryProgress progress;
    };
    void readStations();
    void presentStations(const QList<store::Station> &stations);
    void presentAction();
    void apply();
    void takeBack();
    /// Nothing is being carried: the picking goes on.
    void letPick(const QString &saying);
    void readProgress();
    void presentProgress(const QList<Target> &targets);

    Backend backend_;
    ChangeGate gate_;
    QList<WantedValue> values_;
    QString from_;
    QString to_;
    QStringList keys_;    ///< carried over
    QStringList targets_; ///< to these; empty: not yet
    Label *origin_;
    QSplitter *split_;
    CheckList *keyList_;
    CheckList *stationList_;
    QPushButton *apply_;
    QPushButton *undo_;
    QList<Wish> back_; ///< takes back what was carried
    Label *summary_;
};

} // namespace ui
