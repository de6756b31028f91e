// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/masterdetail.h"

#include <QKeyEvent>
#include <QSettings>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

MasterDetail::MasterDetail(QWidget *master, QWidget *detail, const QString &settingsKey, QWidget *parent,
                           Qt::Orientation orientation, int firstExtent)
    : QSplitter(orientation, parent), settingsKey_(settingsKey + "/detailWidth"_L1), firstExtent_(firstExtent),
      chosenExtent_(QSettings().value(settingsKey_, 0).toInt())
{
    addWidget(master);
    addWidget(detail);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    setChildrenCollapsible(false);
    detail->hide();
    connect(this, &QSplitter::splitterMoved, this, [this] { chosenExtent_ = sizes().value(1); });
}

MasterDetail::~MasterDetail()
{
    if (chosenExtent_ > 0)
        QSettings().setValue(settingsKey_, chosenExtent_);
}

bool MasterDetail::isDetailOpen() const
{
    return !widget(1)->isHidden();
}

void MasterDetail::openDetail()
{
    if (isDetailOpen())
        return;
    widget(1)->show();
    const int extent = orientation() == Qt::Horizontal ? width() : height();
    const int detail = chosenExtent_ > 0 ? chosenExtent_ : firstExtentIn(extent);
    setSizes({extent - detail - handleWidth(), detail});
}

/// In a large window both parts grow.
int MasterDetail::firstExtentIn(int extent) const
{
    constexpr int usual = 1012; // px that a page has in a window of 1280
    const int spare = orientation() == Qt::Horizontal ? std::max(extent - usual, 0) : 0;
    return firstExtent_ + spare * firstExtent_ / (2 * usual);
}

void MasterDetail::closeDetail()
{
    if (!isDetailOpen())
        return;
    setDetailAlone(false);
    widget(1)->hide();
    widget(0)->setFocus();
    emit detailClosed();
}

void MasterDetail::setDetailAlone(bool alone)
{
    widget(0)->setHidden(alone && isDetailOpen());
}

void MasterDetail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isDetailOpen())
        closeDetail();
    else
        QSplitter::keyPressEvent(event);
}

} // namespace ui
