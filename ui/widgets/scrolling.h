// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QWidget;

namespace ui {

/// `content`, higher than its place, on the surface of a card: scrolled up and down only, and no stop of Tab itself.
QScrollArea *scrolling(QWidget *content, QWidget *parent);

} // namespace ui
