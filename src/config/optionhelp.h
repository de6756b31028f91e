// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace config {

QString helpText(const QString &program); // for --help
QString manualPage(const QString &program); // roff, section 1, for --man and the installer

} // namespace config
