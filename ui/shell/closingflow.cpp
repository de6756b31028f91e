// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/closingflow.h"

#include "ui/desktop/desktop.h"
#include "ui/shell/leavingquestion.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/noticebar.h"

#include <QApplication>
#include <QEvent>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using WhenClosed = Preferences::WhenClosed;

ClosingFlow::ClosingFlow(const Backend &backend, QWidget &window, NoticeBar &notice, LeavingQuestion &question)
    : QObject(&window), backend_(backend), window_(window), notice_(notice), question_(question)
{
    qApp->installEventFilter(this);
    connect(&notice_, &NoticeBar::firstRequested, this, [this] {
        Preferences::shared().setWhenClosed(WhenClosed::Stay);
        notice_.dismiss();
        goAway();
    });
    connect(&notice_, &NoticeBar::secondRequested, this, [this] {
        Preferences::shared().setWhenClosed(WhenClosed::Quit);
        notice_.dismiss();
        quit();
    });
}

ClosingFlow::~ClosingFlow()
{
    QApplication::setQuitOnLastWindowClosed(true);
}

bool ClosingFlow::hasTray() const
{
    return backend_.desktop && backend_.desktop->tray && backend_.desktop->tray->isAvailable();
}

bool ClosingFlow::mayClose()
{
    if (leaving_ || qApp->isSavingSession()) // the end of the session is not to be held up
        return true;
    // Who closes a second time instead of answering has answered.
    if (!backend_.ownsEngine || !hasTray() || notice_.isVisible())
        return mayEnd();
    switch (Preferences::shared().whenClosed()) {
    case WhenClosed::Quit:
        return mayEnd();
    case WhenClosed::Stay: goAway(); return false;
    case WhenClosed::Ask: ask(); return false;
    }
    return true;
}

bool ClosingFlow::mayEnd()
{
    if (question_.isAsking() || !question_.losesSomething())
        return true;
    question_.ask(LeavingQuestion::Leaving::Quit, [] { QApplication::quit(); });
    return false;
}

void ClosingFlow::quit()
{
    if (question_.losesSomething())
        comeBack();
    question_.ask(LeavingQuestion::Leaving::Quit, [] { QApplication::quit(); });
}

void ClosingFlow::ask()
{
    notice_.present(u"info"_s, Role::Accent,
                    tr("Without Stationmaster the stations are offline: cards may be refused, and sessions arrive late. "
                       "Keep it running in the background when this window closes? You can change that in the "
                       "settings."));
    notice_.presentActions(tr("Keep it running"), tr("Quit"));
}

void ClosingFlow::goAway()
{
    QApplication::setQuitOnLastWindowClosed(false); // the last one goes, the engine stays
    window_.hide();
}

void ClosingFlow::comeBack()
{
    QApplication::setQuitOnLastWindowClosed(true);
    window_.setWindowState(window_.windowState() & ~Qt::WindowMinimized);
    window_.show();
    window_.raise();
    window_.activateWindow();
}

void ClosingFlow::beginInBackground()
{
    if (hasTray())
        goAway();
    else
        window_.showMinimized();
}

/// Quit from the menu, a signal, or the end of the session closes the windows too, and does not ask.
bool ClosingFlow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::Quit)
        leaving_ = true;
    return QObject::eventFilter(watched, event);
}

} // namespace ui
