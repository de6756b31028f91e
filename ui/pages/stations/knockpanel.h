// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/knocks.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"

#include <QFrame>
#include <QTimer>

#include <optional>

class QGridLayout;
class QPushButton;

namespace ui {

class Label;
class Symbol;

/// "3 stations knock": who stands at the door and was not let in, why, from where, when. Accept registers one; Undo takes
/// it back.
class KnockPanel : public QFrame {
    Q_OBJECT
public:
    explicit KnockPanel(const Backend &backend, QWidget *parent = nullptr);

    void setOpen(bool open);
    [[nodiscard]] int count() const { return int(knocks_.size()); }

signals:
    void countChanged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void read();
    void present(const QList<store::Knock> &knocks);
    void presentTitle();
    void rebuildRows();
    void addRow(int line, const store::Knock &knock);
    void accept(const store::Knock &knock);
    void undo();
    void setUnfolded(bool unfolded);

    Backend backend_;
    ChangeGate gate_;
    QList<store::Knock> knocks_;
    std::optional<store::Knock> accepted_; ///< may still be undone
    bool unfolded_ = false;
    Symbol *symbol_;
    Label *title_;
    QPushButton *unfold_;
    QPushButton *undo_;
    QTimer undoTimer_;
    QWidget *list_ = nullptr;
};

} // namespace ui
