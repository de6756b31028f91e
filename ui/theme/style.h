// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/wheelguard.h"

#include <QProxyStyle>

class QAbstractButton;

namespace ui {

/// How much a button asks to be pressed.
enum class ButtonKind {
    Plain,   ///< hairline around it
    Primary, ///< the page's one action: filled with the accent
    Quiet,   ///< no edge until the pointer is over it
    Row,     ///< quiet, text at the left, as wide as its list
};

void setButtonKind(QAbstractButton &button, ButtonKind kind);

/// The program's look over Fusion: 8 px grid, hairlines, one accent. All colours come from Palette::current().
class Style : public QProxyStyle {
    Q_OBJECT
public:
    Style();

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                       const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *answer) const override;

private:
    WheelGuard wheelGuard_;
};

} // namespace ui
