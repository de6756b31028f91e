// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>
#include <QWidget>

class QPushButton;

namespace ui {

class Label;

/// Rows to be picked by a check mark before the first column, with "All" and "None" above them.
class CheckList : public QWidget {
    Q_OBJECT
public:
    CheckList(const QString &title, const QStringList &columns, QWidget *parent = nullptr);

    struct Row {
        QString id;
        QStringList texts;
        QString tooltip{};
        bool checked = false;
        bool enabled = true; ///< false: cannot be picked
    };
    void present(const QList<Row> &rows);
    /// Of a row that is there; its check mark stays.
    void setText(const QString &id, int column, const QString &text, const QString &tooltip = {});
    void setPicking(bool picking);
    [[nodiscard]] QStringList checked() const;
    [[nodiscard]] QTreeWidget &tree() { return *tree_; }

signals:
    void changed();

private:
    void checkAll(bool checked);
    void refreshRemark();
    [[nodiscard]] QTreeWidgetItem *find(const QString &id) const;

    Label *remark_;
    QPushButton *all_;
    QPushButton *none_;
    QTreeWidget *tree_;
};

} // namespace ui
