// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

/// A surface with rounded corners and a hairline around its one content.
class Card : public QWidget {
    Q_OBJECT
public:
    explicit Card(QWidget *content, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ui
