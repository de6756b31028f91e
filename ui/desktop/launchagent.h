// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/desktop.h"

namespace ui {

/// A property list in ~/Library/LaunchAgents (macOS).
class LaunchAgent : public Autostart {
public:
    LaunchAgent(const QString &folder, const QStringList &command) : folder_(folder), command_(command) {}

    [[nodiscard]] bool isOn() const override;
    bool setOn(bool on) override;
    [[nodiscard]] QString place() const override;

private:
    QString folder_;
    QStringList command_;
};

} // namespace ui
