// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/statemark.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace charging {
struct Problem;
}

namespace ui {

/// Findings under each other, each with its mark: what hinders, what is questionable, or that all is well.
class ProblemList : public QWidget {
    Q_OBJECT
public:
    explicit ProblemList(QWidget *parent = nullptr);

    void present(const QList<charging::Problem> &problems);
    /// One line in their place.
    void presentLine(const Mark &mark, const QString &text);
    void clear();
    /// One more line. `action`: a button beside it that does something about it; empty: none.
    void add(const Mark &mark, const QString &text, const QString &action = {},
             const std::function<void()> &deed = {});

private:

    QVBoxLayout *layout_;
};

} // namespace ui
