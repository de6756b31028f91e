// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ui {

class ElidedLabel;
class Label;
class Page;

/// Title, one line that says what is the case, search, and the page's primary action at the right.
class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(QWidget *parent = nullptr);

    void present(const QString &title, Page *page);
    void focusSearch();

private:
    void presentAction();
    void presentHeadline();

    Label *title_;
    ElidedLabel *headline_;
    QLineEdit *search_;
    QPushButton *primary_;
    QPointer<Page> page_;
};

} // namespace ui
