// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/theme/palette.h"

#include <QFrame>

class QPushButton;

namespace ui {

class KnockSource;
class Label;
class Symbol;

/// "3 stations knock and were not let in": one line that leads to where they can be let in.
class KnockNotice : public QFrame {
    Q_OBJECT
public:
    explicit KnockNotice(const Backend &backend, QWidget *parent = nullptr);

    void setOpen(bool open);
    void reload();
    [[nodiscard]] int count() const;

signals:
    void countChanged();
    void openRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void present();
    void presentFailure();

    KnockSource *source_;
    Symbol *symbol_;
    Label *title_;
    QPushButton *open_;
    Role role_ = Role::Accent;
    bool failed_ = false;
};

} // namespace ui
