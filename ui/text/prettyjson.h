// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace ui {

/// Breaks and indents JSON without changing a character of it: order, spelling of numbers and doubled members stay as
/// they came over the wire. Text that is no JSON comes out as it is.
QString prettyJson(const QByteArray &json);

} // namespace ui
