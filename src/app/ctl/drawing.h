// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/exitcode.h"

#include <QCoreApplication>
#include <QString>

#include <memory>

namespace ctl {

// An application that can draw, without a screen, a home folder, or what a desktop sets.
std::unique_ptr<QCoreApplication> drawingApplication(char *program);

// What the engine has drawn by us: pictures as JSON from the standard input, the file to the standard output.
struct DrawWords {
    QString format;
    QString size; // empty: as it needs
};
ExitCode draw(const DrawWords &words);

} // namespace ctl
