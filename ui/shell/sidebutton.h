// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace ui {

/// One line of the sidebar: icon and word, or the icon alone with the word as tooltip.
class SideButton : public QAbstractButton {
    Q_OBJECT
public:
    SideButton(const QString &iconName, const QString &text, QWidget *parent = nullptr);

    void setCollapsed(bool collapsed);
    /// Keys shown at the right of the word.
    void setHint(const QString &hint);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString iconName_;
    QString hint_;
    bool collapsed_ = false;
};

} // namespace ui
