// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QAction;

namespace ui {

/// Where a link leads: a page of the pages table and what to show there.
struct Target {
    QString page;
    QString station;
    bool findingsOnly = false;
    QString part{}; ///< of a long page
    int connector = -1; ///< of the station; -1: whichever
};

/// One page of the window. The frame around it (title, headline, search, primary action) belongs to the shell.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// One line that says what is the case: "14 of 16 online, 5 charging, 38.2 kW".
    [[nodiscard]] virtual QString headline() const = 0;
    /// What the search field says while empty; empty: the page has nothing to search.
    [[nodiscard]] virtual QString searchHint() const { return {}; }
    virtual void search(const QString &) {}
    /// The one thing a person comes to this page to do; null: none.
    [[nodiscard]] virtual QAction *primaryAction() { return nullptr; }
    virtual void visit(const Target &) {}
    /// Something was typed here, or put aside, that would go with the window.
    [[nodiscard]] virtual bool hasUnsaved() const { return false; }
    /// To what the page is opened for, such as its table.
    void focusHome();

protected:
    /// Not setFocusProxy(): Tab goes straight to the proxy of a page and passes by all that stands before it (Qt 6.4).
    void setHome(QWidget *home) { home_ = home; }

signals:
    void headlineChanged();
    /// The page has dropped the words of the search, to show what they kept out of sight.
    void searchDropped();
    void linkActivated(const ui::Target &target);

private:
    QPointer<QWidget> home_;
};

} // namespace ui
