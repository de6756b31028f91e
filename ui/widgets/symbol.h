// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QIcon>
#include <QWidget>

namespace ui {

/// An icon on its own, decoration beside words. Follows the palette.
class Symbol : public QWidget {
    Q_OBJECT
public:
    explicit Symbol(int extent, QWidget *parent = nullptr);
    void present(const QString &iconName, Role role);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon icon_;
};

} // namespace ui
