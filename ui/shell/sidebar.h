// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace ui {

class Label;
class SideButton;

/// Navigation by section, derived from the pages table. 220 px wide, or only icons.
class Sidebar : public QWidget {
    Q_OBJECT
public:
    explicit Sidebar(QWidget *parent = nullptr);
    ~Sidebar() override;

    void setCurrent(int page);
    void setMenu(QMenu *menu);
    void setCollapsed(bool collapsed);

signals:
    /// Index into pages().
    void pageRequested(int page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addPages(QVBoxLayout &layout);

    QButtonGroup *group_;
    QList<SideButton *> buttons_;
    QList<Label *> captions_;
    SideButton *menuButton_;
    SideButton *collapseButton_;
    bool collapsed_ = false;
};

} // namespace ui
