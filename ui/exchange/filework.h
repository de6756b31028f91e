// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ui {

/// Writes a file for some time: an export, a copy. It ends with the page that it belongs to, so the window asks before it
/// goes while one runs (LeavingQuestion). GUI thread.
class FileWork : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual bool isRunning() const = 0;
};

} // namespace ui
