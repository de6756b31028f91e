// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stations.h"
#include "ui/backend.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui {

class Label;

/// What a person decided for one station: its description, whether it may charge, how it proves who it is, and how its
/// peculiarities are read. Saved together.
class StationSettings : public QWidget {
    Q_OBJECT
public:
    explicit StationSettings(const Backend &backend, QWidget *parent = nullptr);

    /// What a person is typing stays when it is the same station.
    void present(const store::Station &station);

signals:
    void removeRequested(const QString &station);

private:
    void buildIdentity(QFormLayout &form);
    void buildAccess(QFormLayout &form);
    void buildPolicy(QFormLayout &form);
    QWidget *buildButtons();
    void addRow(QFormLayout &form, const QString &title, QWidget *control, const QString &help);
    void fill();
    void noteEdit();
    void presentAccess();
    void presentButtons();
    void save();
    /// Without a hash the password stays as it is.
    void write(const store::Station &station, const std::optional<QString> &passwordHash);
    [[nodiscard]] store::Station entered() const;
    void complain(const QString &text);

    Backend backend_;
    store::Station station_;
    bool edited_ = false;
    bool saving_ = false;
    bool filling_ = false;
    QLineEdit *description_;
    QLineEdit *site_;
    QComboBox *registration_;
    QComboBox *profile_;
    QLineEdit *password_;
    Label *passwordHelp_;
    QSpinBox *timeout_;
    QComboBox *zone_;
    QLineEdit *suffix_;
    Label *complaint_;
    QPushButton *save_;
    QPushButton *revert_;
    Label *said_;
};

} // namespace ui
