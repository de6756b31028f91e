// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/idtags.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"

#include <QFrame>

class QGridLayout;
class QPushButton;

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
    /// The widgets of one card. They stay as long as it is listed: somebody may stand on a button, or press it.
    struct Row {
        QString tagKey;
        Label *tag;
        Label *place;
        Label *time;
        QPushButton *add;
        QPushButton *drop;

        [[nodiscard]] QWidgetList parts() const;
    };
    QWidget *buildList();
    void read();
    void present(const QList<store::SeenTag> &seen);
    void setUnfolded(bool unfolded);
    void presentRows();
    void dropRow(qsizetype place);
    Row makeRow(const QString &tagKey);
    void arrange(int line);
    void fill(const Row &row, const store::SeenTag &seen) const;
    void refreshClock();

    Backend backend_;
    ChangeGate gate_;
    QList<store::SeenTag> seen_;
    bool unfolded_ = false;
    Label *title_;
    QPushButton *unfold_;
    QWidget *list_;
    QGridLayout *grid_;
    QList<Row> rows_; ///< in sight: the first ones of seen_
    Label *more_; ///< how many are not in sight
};

} // namespace ui
