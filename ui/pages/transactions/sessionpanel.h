// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/transactions/sessiondetail.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace ui {

class ElidedLabel;
class Label;
class MarkView;
class MeterChart;
class NoticeBar;
class SessionFacts;
class TableView;

/// One session at the right of the table: its meter over time, all facts, its values, and how to end it.
class SessionPanel : public QWidget {
    Q_OBJECT
public:
    explicit SessionPanel(const Backend &backend, QWidget *parent = nullptr);

    void present(qint64 session);
    [[nodiscard]] qint64 session() const { return session_; }
    /// Nothing is read while closed.
    void setOpen(bool open);

signals:
    void closeRequested();
    void stationRequested(const QString &station);

private:
    QWidget *buildHeader();
    QWidget *buildActions();
    QLayout *buildNotice();
    QWidget *buildTabs();
    void read(const store::ChangeSet &changes);
    void readSession();
    void fill(const SessionDetail &detail);
    void presentHeader(const SessionDetail &detail);
    void presentActions(const SessionDetail &detail);
    void presentSamples(const QList<SampleRow> &samples);
    void stopCharging();
    void cancelStop();
    void closeSession();
    void offerUndo(qint64 session, const QString &said);
    void reopenSession();
    void tell(const Mark &mark, const QString &text);

    Backend backend_;
    ChangeGate gate_;
    TableModel<SampleRow> samples_;
    qint64 session_ = 0;
    qint64 closed_ = 0; ///< the session that Undo opens again
    QString station_;
    std::optional<store::Command> command_;
    Label *title_;
    ElidedLabel *place_;
    MarkView *mark_;
    Label *state_;
    QWidget *actions_;
    QPushButton *stop_;
    QPushButton *cancel_;
    QPushButton *close_;
    NoticeBar *notice_;
    QWidget *story_;
    MarkView *storyMark_;
    Label *storyText_;
    QWidget *body_;
    QTabBar *tabs_;
    QStackedWidget *stack_;
    MeterChart *chart_;
    SessionFacts *facts_;
    TableView *values_;
};

} // namespace ui
