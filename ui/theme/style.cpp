// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/strokes.h"
#include "ui/theme/typography.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto kindProperty = "buttonKind";
constexpr int controlHeight = 32;
constexpr double controlRadius = 6;
constexpr int iconGap = 6;
constexpr int headerMargin = 8; ///< px
constexpr int narrowestTitle = 48; ///< px; a title in less is two letters and dots

QColor color(Role role)
{
    return Palette::current().color(role);
}

ButtonKind buttonKind(const QWidget *widget)
{
    return widget ? static_cast<ButtonKind>(widget->property(kindProperty).toInt()) : ButtonKind::Plain;
}

bool on(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

void paintButton(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const bool enabled = on(option, QStyle::State_Enabled);
    const bool hovered = enabled && on(option, QStyle::State_MouseOver);
    const bool down = enabled && (on(option, QStyle::State_Sunken) || on(option, QStyle::State_On));
    const Palette &palette = Palette::current();
    switch (buttonKind(widget)) {
    case ButtonKind::Primary:
        if (enabled)
            strokes::box(painter, option.rect, controlRadius, palette.tint(Role::Accent, down ? 0.8 : hovered ? 0.9 : 1.0),
                         {});
        else // what it says, perhaps the outcome, can still be read
            strokes::box(painter, option.rect, controlRadius, color(Role::Raised), color(Role::Hairline));
        break;
    case ButtonKind::Plain:
        strokes::box(painter, option.rect, controlRadius,
                     down ? color(Role::Selection) : hovered ? color(Role::Raised) : color(Role::Surface),
                     color(Role::Hairline));
        break;
    case ButtonKind::Quiet:
    case ButtonKind::Row:
        if (down || hovered)
            strokes::box(painter, option.rect, controlRadius,
                         down ? color(Role::Selection) : palette.tint(Role::Muted, 0.1), {});
        break;
    }
}

void paintButtonLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const auto &button = static_cast<const QStyleOptionButton &>(option);
    const bool enabled = on(option, QStyle::State_Enabled);
    const int text = button.text.isEmpty() ? 0 : button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const int icon = button.icon.isNull() ? 0 : button.iconSize.width();
    const int gap = text && icon ? iconGap : 0;
    QRect place(0, option.rect.top(), icon + gap + text, option.rect.height());
    const bool hasMenu = button.features & QStyleOptionButton::HasMenu;
    const int arrow = hasMenu ? widget->style()->pixelMetric(QStyle::PM_MenuButtonIndicator, &option, widget) : 0;
    place.moveLeft(option.rect.center().x() - (place.width() + arrow) / 2 + 1);
    if (icon)
        button.icon.paint(&painter, QRect(place.left(), place.center().y() - icon / 2 + 1, icon, icon), Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);
    const bool primary = buttonKind(widget) == ButtonKind::Primary;
    painter.setPen(primary ? color(enabled ? Role::OnAccent : Role::Muted)
                           : option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    painter.drawText(place.adjusted(icon + gap, 0, 1, 0), Qt::AlignVCenter | Qt::TextShowMnemonic, button.text);
}

void paintToolButton(const QStyleOption &option, QPainter &painter, const QWidget *)
{
    const bool down = on(option, QStyle::State_Sunken) || on(option, QStyle::State_On);
    if (down || (on(option, QStyle::State_MouseOver) && on(option, QStyle::State_Enabled)))
        strokes::box(painter, option.rect, controlRadius,
                     down ? color(Role::Selection) : Palette::current().tint(Role::Muted, 0.1), {});
}

void paintField(const QStyleOption &option, QPainter &painter, const QWidget *)
{
    const bool focused = on(option, QStyle::State_HasFocus) && on(option, QStyle::State_Enabled);
    const bool enabled = on(option, QStyle::State_Enabled);
    const Role edge = focused ? Role::Accent : enabled ? Role::Outline : Role::Hairline;
    strokes::box(painter, option.rect, controlRadius, color(enabled ? Role::Surface : Role::Raised), color(edge),
                 focused ? 2 : 1);
}

/// The field inside a combo box or spin box has no edge of its own.
void paintLineEdit(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    if (static_cast<const QStyleOptionFrame &>(option).lineWidth > 0)
        paintField(option, painter, widget);
}

void paintFocus(const QStyleOption &option, QPainter &painter, const QWidget *)
{
    if (on(option, QStyle::State_KeyboardFocusChange))
        strokes::box(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), controlRadius - 1, {},
                     color(Role::Accent), 2);
}

void paintCheckBox(const QStyleOption &option, QPainter &painter, const QWidget *)
{
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool checked = on(option, QStyle::State_On);
    const bool enabled = on(option, QStyle::State_Enabled);
    const Role ink = enabled ? Role::Accent : Role::Inactive;
    strokes::box(painter, box, 4, checked ? color(ink) : color(Role::Surface),
                 checked ? color(ink) : color(Role::Outline));
    if (!checked)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(strokes::pen(Role::OnAccent, 1.75));
    const double step = box.width() / 18;
    painter.translate(box.topLeft());
    painter.drawPolyline(QPolygonF{{4.5 * step, 9.5 * step}, {8 * step, 13 * step}, {13.5 * step, 5.5 * step}});
    painter.restore();
}

void paintRowGround(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    if (on(option, QStyle::State_Selected))
        painter.fillRect(option.rect, color(Role::Selection));
    else if (on(option, QStyle::State_MouseOver) && qobject_cast<const QAbstractItemView *>(widget))
        painter.fillRect(option.rect, color(Role::Raised));
}

void paintHairlineFrame(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    if (qobject_cast<const QPlainTextEdit *>(widget))
        return paintField(option, painter, widget);
    strokes::box(painter, option.rect, 0, {}, color(Role::Hairline));
}

void paintPanel(const QStyleOption &option, QPainter &painter, const QWidget *)
{
    strokes::box(painter, option.rect, 0, color(Role::Surface), color(Role::Hairline));
}

void paintBranch(const QStyleOption &option, QPainter &painter, const QWidget *)
{
    if (on(option, QStyle::State_Children))
        strokes::chevron(painter, option.rect,
                         on(option, QStyle::State_Open) ? Qt::DownArrow : Qt::RightArrow, Role::Muted, 7);
}

/// Between two rows: the rectangle is as wide as they are, without a height.
void paintDropPlace(const QStyleOption &option, QPainter &painter, const QWidget *)
{
    if (const QRect &row = option.rect; row.width() > 0)
        painter.fillRect(row.left(), std::max(0, row.top() - 1), row.width(), 2, color(Role::Accent));
}

template<Qt::ArrowType direction>
void paintArrow(const QStyleOption &option, QPainter &painter, const QWidget *)
{
    strokes::chevron(painter, option.rect, direction,
                     on(option, QStyle::State_Enabled) ? Role::Muted : Role::Outline, 7);
}

void paintTabBase(const QStyleOption &option, QPainter &painter, const QWidget *)
{
    painter.setPen(strokes::pen(Role::Hairline));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void paintNothing(const QStyleOption &, QPainter &, const QWidget *) {}

using Paint = void (*)(const QStyleOption &, QPainter &, const QWidget *);

Paint primitivePaint(QStyle::PrimitiveElement element)
{
    static const QHash<int, Paint> paints{
        {QStyle::PE_PanelButtonCommand, paintButton},
        {QStyle::PE_PanelButtonBevel, paintButton},
        {QStyle::PE_PanelButtonTool, paintToolButton},
        {QStyle::PE_FrameDefaultButton, paintNothing},
        {QStyle::PE_FrameButtonTool, paintNothing},
        {QStyle::PE_PanelLineEdit, paintLineEdit},
        {QStyle::PE_FrameFocusRect, paintFocus},
        {QStyle::PE_IndicatorCheckBox, paintCheckBox},
        {QStyle::PE_PanelItemViewItem, paintRowGround},
        {QStyle::PE_PanelItemViewRow, paintRowGround},
        {QStyle::PE_Frame, paintHairlineFrame},
        {QStyle::PE_FrameMenu, paintHairlineFrame},
        {QStyle::PE_PanelMenu, paintPanel},
        {QStyle::PE_PanelTipLabel, paintPanel},
        {QStyle::PE_FrameTabBarBase, paintTabBase},
        {QStyle::PE_IndicatorTabTearLeft, paintNothing},
        {QStyle::PE_IndicatorTabTearRight, paintNothing},
        {QStyle::PE_PanelScrollAreaCorner, paintNothing},
        {QStyle::PE_IndicatorBranch, paintBranch},
        {QStyle::PE_IndicatorItemViewItemDrop, paintDropPlace},
        {QStyle::PE_IndicatorArrowDown, paintArrow<Qt::DownArrow>},
        {QStyle::PE_IndicatorArrowUp, paintArrow<Qt::UpArrow>},
        {QStyle::PE_IndicatorArrowLeft, paintArrow<Qt::LeftArrow>},
        {QStyle::PE_IndicatorArrowRight, paintArrow<Qt::RightArrow>},
        {QStyle::PE_IndicatorHeaderArrow, paintNothing},
    };
    return paints.value(element);
}

void paintHeaderGround(const QStyleOption &option, QPainter &painter, const QWidget *)
{
    painter.fillRect(option.rect, color(Role::Surface));
    painter.setPen(strokes::pen(Role::Hairline));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

/// All of it: Qt would keep room for an arrow of its own.
void paintHeader(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    paintHeaderGround(option, painter, widget);
    const auto &header = static_cast<const QStyleOptionHeader &>(option);
    const QRect place = option.rect.adjusted(headerMargin, 0, -headerMargin, 0);
    if (place.width() < narrowestTitle)
        return;
    const bool sorted = header.sortIndicator != QStyleOptionHeader::None;
    const bool isNumber = header.textAlignment & Qt::AlignRight;
    QRect text = place.adjusted(0, 0, isNumber ? -16 : 0, 0); // as the cells below it
    painter.setFont(textFont(TextSize::Caption, sorted ? QFont::DemiBold : QFont::Medium));
    painter.setPen(color(sorted ? Role::Text : Role::Muted));
    if (sorted) {
        const int width = painter.fontMetrics().horizontalAdvance(header.text);
        const int markX = isNumber ? text.right() - width - 16 : std::min(text.left() + width + 6, text.right() - 12);
        const QRect mark(markX, text.y(), 12, text.height());
        strokes::chevron(painter, mark,
                         header.sortIndicator == QStyleOptionHeader::SortDown ? Qt::UpArrow : Qt::DownArrow,
                         Role::Muted, 7);
        text.adjust(0, 0, isNumber ? 0 : -16, 0);
    }
    painter.drawText(text, int(header.textAlignment | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(header.text, Qt::ElideRight, text.width()));
}

void paintSplitter(const QStyleOption &option, QPainter &painter, const QWidget *)
{
    const QPoint middle = option.rect.center();
    const bool hovered = on(option, QStyle::State_MouseOver);
    painter.setPen(strokes::pen(hovered ? Role::Accent : Role::Hairline));
    if (on(option, QStyle::State_Horizontal))
        painter.drawLine(middle.x(), option.rect.top(), middle.x(), option.rect.bottom());
    else
        painter.drawLine(option.rect.left(), middle.y(), option.rect.right(), middle.y());
}

void paintTabShape(const QStyleOption &option, QPainter &painter, const QWidget *)
{
    painter.setPen(strokes::pen(Role::Hairline));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (on(option, QStyle::State_Selected))
        painter.fillRect(option.rect.adjusted(4, option.rect.height() - 2, -4, 0), color(Role::Accent));
}

/// The selected tab is bold; the others do not move for that.
int widerWhenSelected(const QStyleOption &option)
{
    const QString text = static_cast<const QStyleOptionTab &>(option).text;
    return QFontMetrics(textFont(TextSize::Body, QFont::DemiBold)).horizontalAdvance(text)
           - QFontMetrics(textFont(TextSize::Body)).horizontalAdvance(text);
}

void paintTabLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const auto &tab = static_cast<const QStyleOptionTab &>(option);
    const bool selected = on(option, QStyle::State_Selected);
    painter.setFont(textFont(TextSize::Body, selected ? QFont::DemiBold : QFont::Normal));
    painter.setPen(color(selected || on(option, QStyle::State_MouseOver) ? Role::Text : Role::Muted));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, tab.text);
    if (on(option, QStyle::State_HasFocus)) {
        QStyleOption focus(option);
        focus.rect.adjust(2, 2, -2, -4);
        paintFocus(focus, painter, widget);
    }
}

void paintProgress(const QStyleOption &option, QPainter &painter, const QWidget *)
{
    const auto &bar = static_cast<const QStyleOptionProgressBar &>(option);
    QRectF groove = option.rect;
    groove = QRectF(groove.left(), groove.center().y() - 2, groove.width(), 4);
    strokes::box(painter, groove, 2, color(Role::Hairline), {});
    const int span = bar.maximum - bar.minimum;
    groove.setWidth(groove.width() * (span > 0 ? double(bar.progress - bar.minimum) / span : 1.0));
    strokes::box(painter, groove, 2, color(Role::Accent), {});
}

Paint controlPaint(QStyle::ControlElement element)
{
    static const QHash<int, Paint> paints{
        {QStyle::CE_PushButtonLabel, paintButtonLabel},
        {QStyle::CE_Header, paintHeader},
        {QStyle::CE_HeaderEmptyArea, paintHeaderGround},
        {QStyle::CE_Splitter, paintSplitter},
        {QStyle::CE_TabBarTabShape, paintTabShape},
        {QStyle::CE_TabBarTabLabel, paintTabLabel},
        {QStyle::CE_ProgressBar, paintProgress},
    };
    return paints.value(element);
}

void paintComboBox(const QStyle &style, const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget)
{
    paintField(option, painter, widget);
    const QRect arrow = style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, widget);
    strokes::chevron(painter, arrow, Qt::DownArrow, Role::Muted, 7);
}

void paintSpinBox(const QStyle &style, const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget)
{
    paintField(option, painter, widget);
    for (const auto &[part, direction] : {std::pair{QStyle::SC_SpinBoxUp, Qt::UpArrow},
                                          std::pair{QStyle::SC_SpinBoxDown, Qt::DownArrow}})
        strokes::chevron(painter, style.subControlRect(QStyle::CC_SpinBox, &option, part, widget), direction,
                         Role::Muted, 6);
}

void paintScrollBar(const QStyle &style, const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget)
{
    const QRectF thumb = style.subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, widget);
    const bool active = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    strokes::box(painter, thumb.adjusted(3, 3, -3, -3), 3, Palette::current().tint(Role::Muted, active ? 0.7 : 0.35),
                 {});
}

/// The whole length belongs to the slider: no arrow buttons at the ends.
QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool horizontal = bar.orientation == Qt::Horizontal;
    const int length = horizontal ? bar.rect.width() : bar.rect.height();
    const int span = bar.maximum - bar.minimum;
    const int size = span > 0 ? std::clamp(length * bar.pageStep / (span + bar.pageStep), 32, length) : length;
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - size,
                                                      bar.upsideDown);
    const auto slice = [&](int from, int extent) {
        return horizontal ? QRect(from, 0, extent, bar.rect.height()) : QRect(0, from, bar.rect.width(), extent);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider: return slice(start, size);
    case QStyle::SC_ScrollBarGroove: return slice(0, length);
    case QStyle::SC_ScrollBarSubPage: return slice(0, start);
    case QStyle::SC_ScrollBarAddPage: return slice(start + size, length - start - size);
    default: return {};
    }
}

} // namespace

void setButtonKind(QAbstractButton &button, ButtonKind kind)
{
    button.setProperty(kindProperty, static_cast<int>(kind));
    button.update();
}

Style::Style() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    wheelGuard_.mind(*widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    if (const Paint paint = primitivePaint(element))
        paint(*option, *painter, widget);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (const Paint paint = controlPaint(element)) {
        painter->save();
        paint(*option, *painter, widget);
        painter->restore();
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox: return paintComboBox(*this, *option, *painter, widget);
    case CC_SpinBox: return paintSpinBox(*this, *option, *painter, widget);
    case CC_ScrollBar: return paintScrollBar(*this, *option, *painter, widget);
    default: QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (control == CC_ScrollBar)
        return visualRect(option->direction, option->rect,
                          scrollBarPart(*static_cast<const QStyleOptionSlider *>(option), part)
                              .translated(option->rect.topLeft()));
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return visualRect(option->direction, option->rect, option->rect.adjusted(option->rect.width() - 28, 0, 0, 0));
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect, option->rect.adjusted(8, 2, -28, -2));
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    return control == CC_SpinBox && part == SC_SpinBoxEditField ? rect.adjusted(4, 0, 0, 0) : rect;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_ItemViewItemFocusRect && qobject_cast<const QListView *>(widget))
        return option->rect; // its icon belongs to the row
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    return element == SE_LineEditContents && frame && frame->lineWidth > 0 ? rect.adjusted(6, 0, -6, 0) : rect;
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize fitted = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: return {size.width() + 24, controlHeight};
    case CT_LineEdit:
    case CT_SpinBox: return {fitted.width(), controlHeight};
    case CT_ComboBox: return {size.width() + 40, controlHeight};
    case CT_HeaderSection: return {fitted.width(), controlHeight};
    case CT_TabBarTab: return {size.width() + 2 + widerWhenSelected(*option), 36};
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        const bool separator = item && item->menuItemType == QStyleOptionMenuItem::Separator;
        return {fitted.width() + 16, separator ? 9 : controlHeight};
    }
    default: return fitted;
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_SplitterWidth: return 9;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight: return 18;
    case PM_HeaderMargin: return headerMargin;
    case PM_HeaderMarkSize: return 0;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    case PM_TabBarTabHSpace: return 6; // seven German words beside a table
    case PM_TabBarBaseOverlap: return 1;
    case PM_ToolTipLabelFrameWidth: return 8;
    case PM_TreeViewIndentation: return 18;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_ComboBox_Popup: return 0;
    case SH_EtchDisabledText: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_UnderlineShortcut: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

} // namespace ui
