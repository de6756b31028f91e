// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/models/roworder.h"
#include "ui/pages/locallists/listsource.h"
#include "ui/pages/locallists/stationlistcard.h"

class QPushButton;
class QStackedWidget;

namespace ui {

class CheckList;
class EmptyState;
class Label;
class MasterDetail;
class TableView;

/// The stations that shall have a list, how each stands with it, and who else gets it.
class ListStations : public QWidget {
    Q_OBJECT
public:
    explicit ListStations(const Backend &backend, QWidget *parent = nullptr);

    /// `titles`: what other lists are called, by id.
    void present(const ListRow &list, const QList<StationListRow> &rows, const QList<ListStation> &stations,
                 const QHash<qint64, QString> &titles);
    /// Of the station that is open.
    void presentPlan(const store::LocalListPlan &plan, const QHash<QString, QString> &names);
    /// The station whose next updates are shown; empty: none.
    [[nodiscard]] QString openStation() const;
    void select(const QString &station);
    /// Time has passed.
    void tick();

signals:
    /// Another station is open.
    void stationOpened();
    void releaseRequested(const QString &station);
    /// The list for those; these are left alone.
    void givingRequested(const QStringList &to, const QStringList &awayFrom);

private:
    QWidget *buildTable();
    QWidget *buildGiving();
    void startGiving();
    void give();
    void showContent();

    TableModel<StationListRow> model_;
    RowOrder order_;
    std::optional<ListRow> list_;
    QList<ListStation> stations_;
    QHash<qint64, QString> titles_;
    QStackedWidget *stack_;
    QPushButton *choose_;
    TableView *table_;
    StationListCard *card_;
    MasterDetail *split_;
    EmptyState *empty_;
    CheckList *giving_;
    QPushButton *give_;
};

} // namespace ui
