// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/locallists.h"
#include "ui/backend.h"
#include "ui/shell/page.h"

class QStackedWidget;

namespace store {
struct Error;
}

namespace ui {

class DraftShelf;
class EmptyState;
class ListForm;
class ListJournal;
class ListPanel;
class ListSource;
class MasterDetail;
class NoticeBar;
class RowOrder;
class TableView;
struct DraftPlace;

/// Who stations let charge without asking: the lists, the stations that have them, and how far each is in step.
class LocalListsPage : public Page {
    Q_OBJECT
public:
    explicit LocalListsPage(const Backend &backend, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] bool hasUnsaved() const override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &text) override;
    [[nodiscard]] QAction *primaryAction() override { return add_; }
    /// The list of a station.
    void visit(const Target &target) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildTable();
    QWidget *buildSide();
    QWidget *buildNewList();
    void connectParts();
    void presentContent();
    void presentNothing();
    void presentError(const store::Error &error);
    void presentSelection();
    void putNewListAside();
    void openDraft(const DraftPlace &place);
    void openForm();
    void create(const store::LocalList &list);
    void selectWanted();
    void selectList(qint64 key);

    Backend backend_;
    ListSource *source_;
    RowOrder *order_;
    QAction *add_;
    NoticeBar *done_;
    NoticeBar *aside_;
    DraftShelf *shelf_;
    ListJournal *journal_;
    QStackedWidget *content_;
    TableView *table_;
    QStackedWidget *side_;
    ListPanel *panel_;
    ListForm *newList_;
    MasterDetail *split_;
    EmptyState *empty_;
    QString wantedName_; ///< a shared list to be opened as soon as it is there
    QString wantedStation_; ///< or that of a station
    bool failed_ = false;
    bool read_ = false; ///< something was read at all
};

} // namespace ui
