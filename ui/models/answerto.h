// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <type_traits>
#include <utility>

namespace ui {

/// Who gets the answer; see answerTo().
template<class Function>
struct AnswerTo {
    QObject *context;
    Function function;
};

/// future | answerTo(this, f): f gets the result on the GUI thread, later, in the order in which futures finish, unless
/// `context` is gone by then or the future is cancelled. On the GUI thread, where the context lives.
///
/// In place of QFuture::then(), which Qt 6.4 runs twice, on two threads, where the future finishes just while the
/// continuation is set; and whose form with a context asks the other thread whether that lives.
template<class Function>
AnswerTo<Function> answerTo(QObject *context, Function function)
{
    return {context, std::move(function)};
}

template<class T, class Function>
void operator|(const QFuture<T> &future, AnswerTo<Function> answer)
{
    auto *watcher = new QFutureWatcher<T>(answer.context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher,
                     [watcher, function = std::move(answer.function)]() mutable {
                         watcher->deleteLater();
                         if (watcher->isCanceled())
                             return;
                         if constexpr (std::is_void_v<T>)
                             function();
                         else
                             function(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace ui
