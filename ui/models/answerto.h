// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFuture>
#include <QPointer>

#include <type_traits>
#include <utility>

namespace ui {

/// What answerTo() gives to QFuture::then().
template<class Context, class Function>
class AnswerTo {
public:
    AnswerTo(Context *context, Function function) : context_(context), function_(std::move(function)) {}

    /// On the thread that finishes the future. Only the GUI thread, where it dies, may ask whether the context lives.
    template<class T>
    void operator()(const QFuture<T> &future)
    {
        if (future.isCanceled())
            return;
        QMetaObject::invokeMethod(
            qApp,
            [context = std::move(context_), function = std::move(function_), future]() mutable {
                if (context.isNull())
                    return;
                if constexpr (std::is_void_v<T>)
                    function();
                else
                    function(future.result());
            },
            Qt::QueuedConnection);
    }

private:
    QPointer<Context> context_;
    Function function_;
};

/// future.then(answerTo(this, f)): f gets the result on the GUI thread, in the order in which futures finish, unless
/// `context` is gone by then. In place of then(context, f), which asks the reader's thread for a context that may be
/// dying just then (Qt 6.4), and stops a debug build that finds it gone. On the GUI thread.
template<class Context, class Function>
AnswerTo<Context, Function> answerTo(Context *context, Function function)
{
    return AnswerTo<Context, Function>(context, std::move(function));
}

} // namespace ui
