// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;
class QVBoxLayout;

namespace ui {

class CopyButton;
class Label;
class QrCode;

/// The addresses that can be typed into a charger, one for each network, with a QR code of the chosen one. Chargers that
/// do not append their name get it here.
class AddressPicker : public QWidget {
    Q_OBJECT
public:
    explicit AddressPicker(const Backend &backend, QWidget *parent = nullptr);

    /// Networks come and go: asks for the addresses of this moment.
    void refresh();
    [[nodiscard]] const QList<ChargerAddress> &addresses() const { return addresses_; }
    /// With the charger's name, if one was typed.
    [[nodiscard]] QString chosenUrl() const;

private:
    QWidget *buildName();
    void rebuild();
    void presentChosen();
    [[nodiscard]] QString urlOf(const ChargerAddress &address) const;

    Backend backend_;
    QList<ChargerAddress> addresses_;
    QString chosen_; ///< without a name
    QButtonGroup *group_;
    QWidget *list_ = nullptr;
    QVBoxLayout *column_;
    QList<CopyButton *> copies_;
    QLineEdit *name_;
    QrCode *code_;
    Label *codeText_;
};

} // namespace ui
