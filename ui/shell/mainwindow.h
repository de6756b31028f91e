// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/shell/page.h"
#include "ui/theme/theme.h"

#include <QMainWindow>

class QMenu;
class QStackedWidget;

namespace ui {

class BackupFlow;
class CommandPalette;
class NoticeBar;
class PageHeader;
class Sidebar;

/// The frame around the pages: sidebar, header, status strip, menu. What it shows comes from the pages table; pages are
/// made when they are first visited. Remembers geometry, page and appearance.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Backend &backend, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Index into pages().
    void showPage(int index);
    void follow(const Target &target);
    [[nodiscard]] Page *currentPage() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildFrame();
    void buildActions();
    QMenu *buildMenu();
    void addAppearance(QMenu &menu);
    void choose(ThemeChoice choice);
    Page *pageAt(int index);
    void restoreState();
    QAction *addCommand(const QString &text, const QString &iconName, const QKeySequence &keys,
                        const std::function<void()> &run);

    Backend backend_;
    Sidebar *sidebar_ = nullptr;
    PageHeader *header_ = nullptr;
    NoticeBar *notice_ = nullptr;
    QStackedWidget *stack_ = nullptr;
    CommandPalette *palette_ = nullptr;
    BackupFlow *backup_ = nullptr;
    QList<Page *> pages_;
    QList<QAction *> commands_;
};

} // namespace ui
