// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/siteview.h"

#include <QStringList>

namespace ui {

/// What keeps a site from being steered, or from being safe, and what to do. As store::siteWarnings(), in the language of
/// the window.
QStringList siteWarningTexts(const store::SiteView &view);

} // namespace ui
