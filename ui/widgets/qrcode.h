// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBitArray>
#include <QWidget>

namespace ui {

/// A text as a QR code, for a phone's camera or a charger's app. Always dark on white with its quiet zone, also in the
/// dark: many readers want it so.
class QrCode : public QWidget {
    Q_OBJECT
public:
    explicit QrCode(QWidget *parent = nullptr);

    /// Empty, or longer than a QR code holds (some 2,300 characters): nothing is drawn.
    void present(const QString &text, const QString &accessibleName);
    /// Modules on a side, without the quiet zone; 0: nothing to draw.
    [[nodiscard]] int extent() const { return extent_; }
    [[nodiscard]] bool isDark(int column, int row) const { return modules_.testBit(row * extent_ + column); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QBitArray modules_;
    int extent_ = 0;
};

} // namespace ui
