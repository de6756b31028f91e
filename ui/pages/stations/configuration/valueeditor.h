// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/stations/configuration/configurationrow.h"

#include <QWidget>

class QHBoxLayout;

namespace ui {

/// Edits the value of one configuration key with the control that fits its kind: yes or no, a number with unit and range,
/// a list with what the specification names at hand, or text.
class ValueEditor : public QWidget {
    Q_OBJECT
public:
    explicit ValueEditor(QWidget *parent = nullptr);

    /// Begins with `value`. A secret is not readable on the screen.
    void present(const KeyFacts *facts, KeyKind kind, bool isSecret, const QString &value);
    /// As it goes over the wire.
    [[nodiscard]] QString value() const { return read_(); }

signals:
    void changed();
    /// Return was pressed.
    void submitted();

private:
    void adopt(QWidget *control);
    void presentBoolean(const QString &value);
    void presentInteger(const KeyFacts &facts, const QString &value);
    void presentText(const KeyFacts *facts, bool isSecret, const QString &value);

    QHBoxLayout *layout_;
    QWidget *control_ = nullptr;
    std::function<QString()> read_;
};

} // namespace ui
