// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/overview/attentionitem.h"

#include <QWidget>

class QPushButton;

namespace ui {

class ElidedLabel;
class Label;
class MarkView;

/// One matter in the list: what and where, since when, what to do, and the click that does it.
class AttentionRow : public QWidget {
    Q_OBJECT
public:
    explicit AttentionRow(QWidget *parent = nullptr);

    void present(const AttentionItem &item);
    [[nodiscard]] const AttentionItem &item() const { return item_; }
    /// The click could not be done; the reason stands in the row until the person tries again.
    void complain(const QString &text);
    /// What was asked for is being written.
    void setBusy();

signals:
    void actRequested(bool primary);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void act(bool primary);
    void presentButtons();

    AttentionItem item_;
    MarkView *mark_;
    ElidedLabel *title_;
    Label *since_;
    Label *proposal_;
    Label *complaint_;
    QPushButton *primary_;
    QPushButton *secondary_;
    bool busy_ = false; ///< until the list is read again: a double click is one deed
};

} // namespace ui
