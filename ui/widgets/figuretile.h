// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace ui {

/// One figure that sums a page up, large, with what it is above and a remark below. A click leads to where it comes
/// from.
class FigureTile : public QAbstractButton {
    Q_OBJECT
public:
    FigureTile(const QString &caption, const QString &tooltip, QWidget *parent = nullptr);

    /// `figure` may carry its unit after a no-break space; `share` 0..1 fills the line at the foot, below 0: no line.
    void present(const QString &figure, const QString &remark, double share = -1);

    [[nodiscard]] QSize sizeHint() const override { return {200, 92}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {150, 92}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString figure_;
    QString remark_;
    double share_ = -1;
};

} // namespace ui
