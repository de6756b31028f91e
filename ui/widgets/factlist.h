// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class Label;

/// Names and values below each other. What has no value is left out; values can be marked and copied.
class FactList : public QWidget {
    Q_OBJECT
public:
    explicit FactList(const QStringList &names, QWidget *parent = nullptr);

    /// As many as there are names, in their order; tooltips too, or none.
    void present(const QStringList &values, const QStringList &tooltips = {});

private:
    struct Line {
        Label *name;
        Label *value;
    };
    QList<Line> lines_;
};

} // namespace ui
