// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/desktop.h"

namespace ui {

/// A .desktop file in ~/.config/autostart (Desktop Application Autostart Specification 0.5).
class XdgAutostart : public Autostart {
public:
    /// `folder` is made when it is needed.
    XdgAutostart(const QString &folder, const QStringList &command);

    [[nodiscard]] bool isOn() const override;
    bool setOn(bool on) override;
    [[nodiscard]] QString place() const override;

private:
    QString folder_;
    QStringList command_;
};

} // namespace ui
