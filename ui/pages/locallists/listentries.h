// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/roworder.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/locallists/entryrow.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace store {
struct IdTag;
}

namespace ui {

class EntryForm;
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

signals:
    /// The entry of this tag shall be so; nothing: it shall go.
    void entered(const QString &tag, const std::optional<store::LocalListEntry> &entry);
    void tagsRequested();

private:
    void presentSelection();

    TableModel<EntryRow> model_;
    RowOrder order_;
    std::optional<qint64> list_;
    bool isByHand_ = false;
    Label *remark_;
    QPushButton *add_;
    QPushButton *tags_;
    QLineEdit *search_;
    TableView *table_;
    EntryForm *form_;
    QString sent_; ///< key of the entry that is being saved; empty: a new one
    MasterDetail *split_;
};

} // namespace ui
