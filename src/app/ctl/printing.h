// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/verbs.h"

#include <QJsonArray>
#include <QJsonObject>

namespace ctl {

// For people: one line for each item under the titles; long texts are not cut, a person can pipe them.
QString tableText(const QJsonArray &items, std::span<const Column> columns);
// One line for each member, objects and lists of objects indented below theirs.
QString objectText(const QJsonObject &object);

void printOut(const QByteArray &text); // standard output, at once
void printError(const QString &text); // standard error, with a line's end
bool hasTerminal(); // whether a person sees the standard error as it comes
void printProgress(const QString &text); // there, in the place of the one before; an empty text ends them

} // namespace ctl
