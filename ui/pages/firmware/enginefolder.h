// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

/// What the engine of this machine keeps in its data directory.
class EngineFolder {
public:
    /// Empty: the engine runs on another machine.
    explicit EngineFolder(const QString &dataDir);

    [[nodiscard]] bool isHere() const { return !dataDir_.isEmpty(); }
    /// The engine's name among several on one database; empty: not known yet.
    [[nodiscard]] QString node() const;
    [[nodiscard]] QString firmware(const QString &file = {}) const;
    [[nodiscard]] QString received(const QString &file) const;

private:
    QString dataDir_;
};

} // namespace ui
