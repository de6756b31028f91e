// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

namespace ui {

Label::Label(const QString &text, TextSize size, Role role, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setFont(textFont(size, size == TextSize::Title || size == TextSize::Section ? QFont::DemiBold : QFont::Normal));
    setForegroundRole(textSlot(role));
}

Label &Label::bold()
{
    QFont font = this->font();
    font.setWeight(QFont::DemiBold);
    setFont(font);
    return *this;
}

Label &Label::wrapping()
{
    setWordWrap(true);
    return *this;
}

void Label::say(const QString &text)
{
    setText(text);
    setHidden(text.isEmpty());
    describe(text);
}

Label &Label::about(QWidget *field)
{
    if (field != field_)
        describe({}); // all is well with the one before
    field_ = field;
    return *this;
}

/// Qt tells screen readers of the change.
void Label::describe(const QString &said)
{
    QWidget *field = said.isEmpty() ? nullptr : field_.data();
    while (field && field->focusProxy())
        field = field->focusProxy();
    if (field != described_) {
        if (described_)
            described_->setAccessibleDescription(description_);
        described_ = field;
        description_ = field ? field->accessibleDescription() : QString();
    }
    if (field && field->accessibleDescription() != said)
        field->setAccessibleDescription(said);
}

Label &Label::selectable()
{
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setCursor(Qt::IBeamCursor);
    return *this;
}

void ElidedLabel::setWholeText(const QString &text)
{
    whole_ = text;
    setAccessibleName(text);
    updateGeometry();
    fit();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {24, Label::minimumSizeHint().height()};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(whole_) + 2, Label::sizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    Label::resizeEvent(event);
    fit();
}

void ElidedLabel::fit()
{
    const QString shown = fontMetrics().elidedText(whole_, Qt::ElideRight, width());
    setText(shown);
    setToolTip(shown == whole_ ? QString() : whole_);
}

} // namespace ui
