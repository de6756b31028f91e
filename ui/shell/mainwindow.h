// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/shell/page.h"

#include <QMainWindow>

class QMenu;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class BackupFlow;
class ClosingFlow;
class CommandPalette;
class LeavingQuestion;
class NoticeBar;
class PageHeader;
class Sidebar;
class StatusStrip;

/// The frame around the pages: sidebar, header, status strip, menu. What it shows comes from the pages table; pages are
/// made when they are first visited. Remembers geometry, page and appearance. Brings the tray, messages and the sleep
/// lock of backend.desktop to life.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Backend &backend, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Index into pages().
    void showPage(int index);
    void follow(const Target &target);
    [[nodiscard]] Page *currentPage() const;
    /// Instead of show(): in the tray, or minimised where there is none.
    void beginInBackground();
    /// In another language, say. At once if nothing is lost by it, else a notice asks first.
    void askToReopen();

    /// From the tray, or from behind other windows.
    void comeBack();

signals:
    void reopenRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void askBeforeRestarts();
    void buildFrame();
    void buildActions();
    void buildPresence();
    NoticeBar *addNotice();
    QMenu *buildMenu();
    void addAppearance(QMenu &menu);
    Page *pageAt(int index);
    void restoreState();
    QAction *addCommand(const QString &text, const QString &iconName, const QKeySequence &keys,
                        const std::function<void()> &run);

    Backend backend_;
    Sidebar *sidebar_ = nullptr;
    PageHeader *header_ = nullptr;
    QVBoxLayout *notices_ = nullptr;
    LeavingQuestion *leaving_ = nullptr;
    StatusStrip *strip_ = nullptr;
    QStackedWidget *stack_ = nullptr;
    CommandPalette *palette_ = nullptr;
    BackupFlow *backup_ = nullptr;
    ClosingFlow *closing_ = nullptr;
    QList<Page *> pages_;
    QList<QAction *> commands_;
};

} // namespace ui
