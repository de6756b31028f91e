// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copybutton.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"

#include <QClipboard>
#include <QGuiApplication>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

CopyButton::CopyButton(const QString &what, QWidget *parent) : QPushButton(parent)
{
    setButtonKind(*this, ButtonKind::Quiet);
    setAccessibleName(what);
    setToolTip(what);
    setIcon(ui::icon(u"copy"_s));
    setCursor(Qt::PointingHandCursor);
    restoring_.setSingleShot(true);
    restoring_.setInterval(2s);
    connect(&restoring_, &QTimer::timeout, this, &CopyButton::restore);
    connect(this, &QPushButton::clicked, this, &CopyButton::copy);
}

void CopyButton::setContent(const QString &content, bool shown)
{
    content_ = content;
    shown_ = shown ? content : QString();
    restore();
}

void CopyButton::copy()
{
    QGuiApplication::clipboard()->setText(content_);
    setIcon(ui::icon(u"check"_s, Role::Good));
    setText(tr("Copied"));
    restoring_.start();
}

void CopyButton::restore()
{
    setIcon(ui::icon(u"copy"_s));
    setText(shown_);
}

} // namespace ui
