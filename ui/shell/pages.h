// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QLatin1StringView>
#include <QString>

#include <span>

class QKeySequence;
class QWidget;

namespace ui {

class Page;

/// One row per page; sidebar, shortcuts and command palette derive from the table.
struct PageEntry {
    QLatin1StringView id;
    const char *section; ///< in context ui::pages, as the title
    const char *title;
    QLatin1StringView icon;
    Page *(*create)(const Backend &backend, QWidget *parent);

    [[nodiscard]] QString sectionText() const;
    [[nodiscard]] QString titleText() const;
};

/// In the order of the sidebar; entries of one section stand together.
std::span<const PageEntry> pages();
/// Where the page of this id stands among pages(); -1: there is none.
int pageIndex(QStringView id);
/// Ctrl 1 to Ctrl 9, then Ctrl 0; empty for those after the tenth.
QKeySequence pageShortcut(int index);

} // namespace ui
