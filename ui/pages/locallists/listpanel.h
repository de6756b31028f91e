// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/pages/locallists/listbooks.h"
#include "ui/pages/locallists/listsource.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace ui {

class DraftShelf;
class Label;
class ListEntries;
class ListForm;
class ListJournal;
class ListStations;

/// One list: the stations that shall have it, who is in it, and what it is made of.
class ListPanel : public QWidget {
    Q_OBJECT
public:
    /// All outlive the panel.
    ListPanel(const Backend &backend, ListSource &source, ListJournal &journal, QWidget *parent = nullptr);

    void present(const ListRow &row);
    [[nodiscard]] qint64 key() const { return row_ ? row_->key() : 0; }
    /// Of those that shall have the list.
    void selectStation(const QString &station);
    /// The list's row and its stations may be others by now.
    void refresh();
    /// For entries that were left unfinished (ListEntries::setShelf). It outlives the panel.
    void setShelf(DraftShelf &shelf);
    /// Of the list that is shown.
    void openDraft(const QString &key);
    void dropDrafts(const QString &form);
    [[nodiscard]] bool hasUnsaved() const;
    /// Whether it takes the whole width of the page.
    void setAlone(bool alone);

signals:
    void closeRequested();
    void aloneRequested(bool alone);
    void tagsRequested();

private:
    struct Reading;
    QWidget *buildHeader();
    QWidget *buildTabs();
    void connectParts();
    void read();
    void fill(const Reading &reading);
    void save(const std::optional<store::LocalList> &before, const store::LocalList &list);
    void remove(const store::LocalList &list);
    void enter(const QString &tag, const std::optional<store::LocalListEntry> &entry);

    Backend backend_;
    ListSource &source_;
    ListJournal &journal_;
    std::optional<ListRow> row_;
    int round_ = 0; ///< counts the readings: the last one counts
    Label *title_;
    Label *makeUp_;
    QPushButton *alone_;
    QTabBar *tabs_;
    QStackedWidget *stack_;
    ListStations *stations_;
    ListEntries *entryList_;
    ListForm *form_;
};

} // namespace ui
