// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <span>

namespace ui {

/// What the engine stored in English (why a command failed, how a message deviates, why a session was closed) in the
/// person's language; as it is, if the table of such sentences does not have it.
QString storedText(const QString &english);

/// The frame log joins findings in one line: "/path: text; /path: text".
QStringList splitFindings(const QString &findings);

/// All of them in the person's language, one in a line: "/path: sentence", or a sentence alone.
QString findingLines(const QString &findings);

/// The sentences of the table, in English; %1 to %4 stand for what differs.
std::span<const char *const> storedSentences();

} // namespace ui
