// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QWidget>

class QPushButton;

namespace ui {

class CopyButton;
class Label;
class NoticeBar;

/// Where the control API answers and the token that opens it: to show, to copy, to renew.
class ApiSection : public QWidget {
    Q_OBJECT
public:
    explicit ApiSection(const Backend &backend, QWidget *parent);

    /// Reads the token's file again.
    void refresh();

private:
    void addAddress();
    void addToken();
    void presentToken();
    void offerRenewal();
    void renew();

    Backend backend_;
    QString token_;
    Label *shownToken_ = nullptr;
    QPushButton *show_ = nullptr;
    CopyButton *copy_ = nullptr;
    QPushButton *renew_ = nullptr;
    NoticeBar *notice_;
};

} // namespace ui
