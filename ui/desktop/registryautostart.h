// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/desktop.h"

namespace ui {

/// A value below the registry's Run key of this user (Windows).
class RegistryAutostart : public Autostart {
public:
    explicit RegistryAutostart(const QStringList &command) : command_(command) {}

    [[nodiscard]] bool isOn() const override;
    bool setOn(bool on) override;
    [[nodiscard]] QString place() const override;

private:
    QStringList command_;
};

} // namespace ui
