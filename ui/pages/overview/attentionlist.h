// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/pages/overview/attentionitem.h"
#include "ui/shell/page.h"

#include <QTimer>

class QScrollArea;
class QVBoxLayout;

namespace ui {

class AttentionDeeds;
class AttentionRow;
class Label;
class NoticeBar;
class Section;

/// "Needs attention": what waits for a person, most urgent first, each with the click that settles it. What was done can
/// be taken back for some seconds.
class AttentionList : public QWidget {
    Q_OBJECT
public:
    /// More are counted, not shown: a site that lost its network has one problem, not hundreds.
    static constexpr int mostShown = 40;

    explicit AttentionList(const Backend &backend, QWidget *parent = nullptr);

    void present(const Matters &matters);

signals:
    /// Something was done or taken back: read again.
    void changed();
    void linkActivated(const ui::Target &target);

private:
    AttentionRow *rowOf(const QString &key);
    void tell(const QString &said, bool canUndo);
    void presentNone(bool none);

    QHash<QString, AttentionRow *> rows_;
    AttentionDeeds *deeds_;
    Section *section_;
    NoticeBar *notice_;
    QScrollArea *scroll_;
    QVBoxLayout *list_;
    QWidget *none_;
    Label *more_;
    QTimer undoTimer_;
};

} // namespace ui
