// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/idtags.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"

#include <QFrame>

class QPushButton;
class QTimer;

namespace ui {

class Label;

/// "3 unknown cards were shown": which, where and when; one click adds one.
class SeenTagsPanel : public QFrame {
    Q_OBJECT
public:
    explicit SeenTagsPanel(const Backend &backend, QWidget *parent = nullptr);

    void setOpen(bool open);
    [[nodiscard]] int count() const { return int(seen_.size()); }

signals:
    void countChanged();
    void addRequested(const store::SeenTag &seen);
    void forgetRequested(const store::SeenTag &seen);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void read();
    void present(const QList<store::SeenTag> &seen);
    void setUnfolded(bool unfolded);
    void rebuildRows();
    void addRow(int line, const store::SeenTag &seen);
    void refreshClock();

    Backend backend_;
    ChangeGate gate_;
    QList<store::SeenTag> seen_;
    bool unfolded_ = false;
    Label *title_;
    QPushButton *unfold_;
    QWidget *list_ = nullptr;
    QList<Label *> times_; ///< of the rows in sight, as seen_ has them
    QTimer *clock_; ///< "3 min ago" grows older by itself
};

} // namespace ui
