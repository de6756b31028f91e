// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;
class QTabBar;
class QWidget;

namespace ui {

class TableView;

/// px from a detail's left side to the words of its title, and so to all else that it says.
inline constexpr int detailEdge = 16;

/// The tabs of a detail: the words of the first, and the line below them, begin at its edge.
QLayout *atDetailEdge(QTabBar *tabs);

/// A table in a detail: the words of its first column begin at its edge. What comes back cannot have the focus: as its proxy
/// the table, which is older, would keep the Tab key for ever.
QWidget *atDetailEdge(TableView *table, QWidget *parent);

} // namespace ui
