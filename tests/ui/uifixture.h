// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changefeed.h"
#include "store/reader.h"
#include "store/writer.h"
#include "ui/accessibility.h"
#include "ui/backend.h"

#include <QAbstractButton>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QtTest>

/// What the window's tests share: a program with its own settings, and a real store to look at.
namespace uitest {

/// A SQLite file of its own with writer, reader and change feed, as the window gets them.
class Store {
public:
    Store();
    ~Store();

    [[nodiscard]] ui::Backend backend();
    [[nodiscard]] QString file() const;
    store::Writer &writer() { return writer_; }
    /// Commits `work` and waits for it. What it returns comes back.
    template<class Work>
    auto write(Work work)
    {
        auto future = writer_.submit(work);
        future.waitForFinished();
        if (!future.result())
            qFatal("%s %s", qPrintable(future.result().error().text), qPrintable(future.result().error().detail));
        if constexpr (!std::is_void_v<std::invoke_result_t<Work, store::Database &>>)
            return *future.result();
    }

private:
    QTemporaryDir dir_;
    store::Writer writer_;
    store::Reader reader_;
    store::ChangeFeed feed_;
};

/// Keeps the writer from working, as a slow disk does, until it is let go.
class Halt {
public:
    explicit Halt(Store &store);
    ~Halt() { release(); }
    void release();

private:
    std::shared_ptr<QSemaphore> gate_;
};

/// Prepares the application (English, light) with settings in a folder of its own and runs the tests.
int run(int argc, char **argv, QObject &tests);

/// The child that a person would find by this name; null if there is none in sight.
template<class Widget>
Widget *named(QWidget &root, const QString &name)
{
    for (Widget *widget : root.findChildren<Widget *>()) {
        if (nameOf(*widget) == name && widget->isVisible())
            return widget;
    }
    return nullptr;
}

/// What stands in the labels that are in sight, a line each.
QString visibleText(const QWidget &root);

/// Clicks the button as soon as it lies in sight, whole and enabled, as a person would; false: it never did.
[[nodiscard]] bool press(QAbstractButton &button);
/// The same with the button of this name, which may have to appear first.
[[nodiscard]] bool press(QWidget &root, const QString &name);

} // namespace uitest

#define UI_TEST_MAIN(TestClass)                                                                                        \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        TestClass tests;                                                                                               \
        return uitest::run(argc, argv, tests);                                                                         \
    }
