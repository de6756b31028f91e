// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detailedge.h"

#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QTabBar>

namespace ui {
namespace {

constexpr int insideTab = 4; // px that the style leaves beside the words of a tab
constexpr int insideCell = 8; // likewise of a cell

} // namespace

QLayout *atDetailEdge(QTabBar *tabs)
{
    auto *layout = new QHBoxLayout;
    layout->setContentsMargins(detailEdge - insideTab, 0, 0, 0);
    layout->addWidget(tabs);
    return layout;
}

QWidget *atDetailEdge(TableView *table, QWidget *parent)
{
    auto *holder = new QWidget(parent);
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins(detailEdge - insideCell, 0, 0, 0);
    layout->addWidget(table);
    return holder;
}

} // namespace ui
