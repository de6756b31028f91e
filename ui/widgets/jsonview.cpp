// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jsonview.h"

#include "ui/theme/palette.h"
#include "ui/theme/typography.h"

#include <QEvent>
#include <QRegularExpression>
#include <QSyntaxHighlighter>

namespace ui {

using namespace Qt::Literals::StringLiterals;

class JsonView::Highlighter : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override
    {
        static const QRegularExpression token(uR"(("(?:\\.|[^"\\])*")(\s*:)?|(-?\d[\d.eE+-]*|true|false|null))"_s);
        for (auto it = token.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            const bool isName = match.hasCaptured(2) && !match.captured(2).isEmpty();
            const bool isText = !match.captured(1).isEmpty();
            const Role role = isName ? Role::Accent : isText ? Role::Text : Role::Reserved;
            const int group = isText ? 1 : 3;
            setFormat(int(match.capturedStart(group)), int(match.capturedLength(group)),
                      Palette::current().color(role));
        }
    }
};

JsonView::JsonView(const QString &accessibleName, QWidget *parent)
    : QPlainTextEdit(parent), highlighter_(new Highlighter(document()))
{
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFrameShape(NoFrame);
    setFont(wireFont());
    setLineWrapMode(WidgetWidth);
    document()->setDocumentMargin(16);
}

void JsonView::present(const QString &json)
{
    if (json != toPlainText())
        setPlainText(json);
}

void JsonView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        highlighter_->rehighlight();
}

} // namespace ui
