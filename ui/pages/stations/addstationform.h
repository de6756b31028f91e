// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QPushButton;

namespace store {
struct Station;
}

namespace ui {

class Label;

/// Registers a station before it connects: its id as it will be typed into the charger, what it is called here, and the
/// password it must give, if any (security profile 1).
class AddStationForm : public QWidget {
    Q_OBJECT
public:
    explicit AddStationForm(const Backend &backend, QWidget *parent = nullptr);

    /// What was typed and not added stays.
    void begin();
    /// The name of the station that is being entered; nothing: the form is empty.
    [[nodiscard]] std::optional<QString> draft() const;

signals:
    void added(const QString &station);
    void closeRequested();

private:
    void buildFields();
    void submit();
    void save(const store::Station &station);
    void clear();
    void complain(const QString &text, QWidget *field = nullptr);

    Backend backend_;
    QLineEdit *id_;
    QLineEdit *description_;
    QLineEdit *password_;
    Label *address_;
    Label *complaint_;
    QPushButton *add_;
};

} // namespace ui
