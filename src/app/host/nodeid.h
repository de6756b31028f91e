// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace app {

/// The node's id in that file, in which a new one is written if there is none. Stable over restarts, so that what this node
/// left behind is recognised as its own. The error says why a new one cannot be kept.
tl::expected<QString, QString> keptNodeId(const QString &path);

/// Good for one run.
QString newNodeId();

} // namespace app
