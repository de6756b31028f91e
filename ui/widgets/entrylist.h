// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/statemark.h"

#include <QStringList>

class QPushButton;
class QVBoxLayout;

// A short list in a detail, made anew whenever something in it changes.
namespace ui {

/// A mark that says `word`, a title, quieter facts below (empty ones are left out), and buttons at the right.
QWidget *entryOf(QWidget *parent, const Mark &mark, const QString &word, const QString &title, const QStringList &facts,
                 const QList<QPushButton *> &buttons = {});

/// The entries take the place of those before. Who stands on a button stands on that of the same object name again.
void replaceEntries(QVBoxLayout &list, const QList<QWidget *> &entries);

} // namespace ui
