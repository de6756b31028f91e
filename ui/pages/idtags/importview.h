// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/tablemodel.h"
#include "ui/pages/idtags/importplan.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace ui {

class Label;
class TableView;

/// What a file of tags would do, line by line, before anything is written: the person agrees, or not.
class ImportView : public QWidget {
    Q_OBJECT
public:
    explicit ImportView(QWidget *parent = nullptr);

    void begin(const QString &fileName, const TagFile &file, const ImportGround &ground);
    [[nodiscard]] const ImportPlan &plan() const { return plan_; }

signals:
    /// All of it is to be written; `saying` tells what was done.
    void agreed(const ui::TagChange &change, const QString &saying);
    void cancelled();
    /// The lines that are left out are wanted as a file.
    void leftOutRequested(const ui::CsvTable &lines);

private:
    void replan();
    void presentRows();
    void presentWords();
    void agree();

    QString fileName_;
    TagFile file_;
    ImportGround ground_;
    int generation_ = 0; ///< of the planning
    ImportPlan plan_;
    TableModel<ImportRow> rows_;
    Label *title_;
    Label *summary_;
    QComboBox *doubles_;
    QCheckBox *groups_;
    QCheckBox *onlyBad_;
    QPushButton *saveBad_;
    TableView *table_;
    QPushButton *import_;
};

} // namespace ui
