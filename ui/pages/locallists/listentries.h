// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roworder.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/locallists/entryform.h"
#include "ui/pages/locallists/entryrow.h"

#include <QHash>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace store {
struct IdTag;
}

namespace ui {

class DraftShelf;
class Label;
class MasterDetail;
class TableView;

/// Who is in a list: to be looked at, or, of a list by hand, to be changed.
class ListEntries : public QWidget {
    Q_OBJECT
public:
    explicit ListEntries(QWidget *parent = nullptr);

    /// Another list, or the same made of something else; its entries follow.
    void setList(const store::LocalList &list);
    void present(const QList<EntryRow> &rows, const QList<store::IdTag> &tags);
    /// What was asked for is done, or was not taken.
    void settle(bool done);
    /// Says where what was put aside is found again: the form's name there is draftForm(list), its key the entry's tag key,
    /// or empty of a new one. The shelf outlives this.
    void setShelf(DraftShelf &shelf) { shelf_ = &shelf; }
    static QString draftForm(qint64 list);
    /// Opens what was put aside of this list, when its entries come next.
    void openDraft(const QString &key);
    /// The list is gone.
    void dropDrafts(const QString &form) { drafts_.remove(form); }
    [[nodiscard]] bool hasUnsaved() const;

signals:
    /// The entry of this tag shall be so; nothing: it shall go.
    void entered(const QString &tag, const std::optional<store::LocalListEntry> &entry);
    void tagsRequested();

private:
    /// What was typed, of which list.
    struct Left {
        qint64 list = 0;
        QString title;
        EntryDraft draft;
    };
    void presentSelection();
    void connectForm();
    void openNew(const QString &draft = {});
    void putAside();
    void keep(const Left &left);
    bool resume(const QString &key, const std::optional<store::LocalListEntry> &current);
    void openWanted();

    TableModel<EntryRow> model_;
    RowOrder order_;
    std::optional<qint64> list_;
    QString title_; ///< of the list
    bool isByHand_ = false;
    Label *remark_;
    QPushButton *add_;
    QPushButton *tags_;
    QLineEdit *search_;
    TableView *table_;
    EntryForm *form_;
    std::optional<Left> sent_; ///< on its way to the database
    QHash<QString, QHash<QString, EntryDraft>> drafts_; ///< by draftForm() and key
    std::optional<QString> wanted_; ///< key of a draft to be opened
    DraftShelf *shelf_ = nullptr;
    MasterDetail *split_;
};

} // namespace ui
