// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QWidget>

class QPushButton;

namespace ui {

class Label;

/// What a new owner sees while there is no station: two ways to begin, with the address to type into the charger.
class FirstSteps : public QWidget {
    Q_OBJECT
public:
    explicit FirstSteps(const Backend &backend, QWidget *parent = nullptr);

    /// How many strangers knock.
    void present(int knocks);

signals:
    void connectRequested();

private:
    QWidget *buildConnect(const Backend &backend);
    QWidget *buildDemo(const Backend &backend);

    Label *knocks_;
    QPushButton *open_;
};

} // namespace ui
