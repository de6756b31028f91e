// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/leavingquestion.h"

#include "ui/exchange/filework.h"
#include "ui/shell/page.h"
#include "ui/widgets/noticebar.h"

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using Leaving = LeavingQuestion::Leaving;

QString whyLeft(Leaving how)
{
    switch (how) {
    case Leaving::Language:
        return LeavingQuestion::tr("For another language the window opens anew, at the latest at the next start.");
    case Leaving::Restart:
        return LeavingQuestion::tr("Engine and window start anew.");
    case Leaving::Quit:
        break;
    }
    return LeavingQuestion::tr("Stationmaster ends.");
}

QString leavingAction(Leaving how)
{
    switch (how) {
    case Leaving::Language:
        return LeavingQuestion::tr("Open anew");
    case Leaving::Restart:
        return LeavingQuestion::tr("Restart anyway");
    case Leaving::Quit:
        break;
    }
    return LeavingQuestion::tr("Quit anyway");
}

bool hasDrafts(const QWidget &window)
{
    return std::ranges::any_of(window.findChildren<Page *>(), &Page::hasUnsaved);
}

bool hasFileWork(const QWidget &window)
{
    return std::ranges::any_of(window.findChildren<FileWork *>(), &FileWork::isRunning);
}

} // namespace

LeavingQuestion::LeavingQuestion(QWidget &window, NoticeBar &notice)
    : QObject(&window), window_(window), notice_(notice)
{
    connect(&notice_, &NoticeBar::firstRequested, this, [this] {
        notice_.dismiss();
        leave_();
    });
    connect(&notice_, &NoticeBar::secondRequested, &notice_, &NoticeBar::dismiss);
}

bool LeavingQuestion::losesSomething() const
{
    return hasDrafts(window_) || hasFileWork(window_);
}

bool LeavingQuestion::isAsking() const
{
    return !notice_.isHidden();
}

void LeavingQuestion::ask(Leaving how, const std::function<void()> &leave)
{
    if (!losesSomething())
        return leave();
    leave_ = leave;
    notice_.present(u"info"_s, Role::Caution, whyLeft(how) + u' ' + loss());
    notice_.presentActions(leavingAction(how), tr("Cancel"));
}

QString LeavingQuestion::loss() const
{
    if (!hasFileWork(window_))
        return tr("What you typed and did not save would be lost: save it first, or go on without it.");
    if (!hasDrafts(window_))
        return tr("A file is just being written and would be given up: wait until it is whole, or go on without it.");
    return tr("What you typed and did not save would be lost, and a file that is just being written would be given up: "
              "save the one and wait for the other, or go on without them.");
}

} // namespace ui
