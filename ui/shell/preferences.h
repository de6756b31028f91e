// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QObject>

namespace ui {

/// What a person wants of this window on this computer, kept in QSettings; read anew each time, so that nothing is stale.
/// GUI thread.
class Preferences : public QObject {
    Q_OBJECT
public:
    /// What closing the window means while an engine of our own runs in it.
    enum class WhenClosed { Ask, Stay, Quit };

    /// The one of this application.
    static Preferences &shared();

    [[nodiscard]] WhenClosed whenClosed() const;
    void setWhenClosed(WhenClosed choice);
    [[nodiscard]] bool notifies() const; ///< faults and offline stations; true at first
    void setNotifies(bool on);
    [[nodiscard]] bool staysAwake() const; ///< while cars charge; true at first
    void setStaysAwake(bool on);
    /// At once; theme.h remembers it.
    void setTheme(ThemeChoice choice);
    [[nodiscard]] QString language() const; ///< "de", "en"; empty: the desktop's
    void setLanguage(const QString &language);

signals:
    void changed();
    void languageChanged();

private:
    using QObject::QObject;
};

} // namespace ui
