// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/masterdetail.h"

#include <QKeyEvent>
#include <QSettings>

namespace ui {

using namespace Qt::Literals::StringLiterals;

MasterDetail::MasterDetail(QWidget *master, QWidget *detail, const QString &settingsKey, QWidget *parent,
                           Qt::Orientation orientation, int firstExtent)
    : QSplitter(orientation, parent), settingsKey_(settingsKey + "/detailWidth"_L1),
      detailExtent_(QSettings().value(settingsKey_, firstExtent).toInt())
{
    addWidget(master);
    addWidget(detail);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    setChildrenCollapsible(false);
    detail->hide();
    connect(this, &QSplitter::splitterMoved, this, [this] { detailExtent_ = sizes().value(1); });
}

MasterDetail::~MasterDetail()
{
    QSettings().setValue(settingsKey_, detailExtent_);
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
    setSizes({extent - detailExtent_ - handleWidth(), detailExtent_});
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

bool MasterDetail::isDetailAlone() const
{
    return widget(0)->isHidden();
}

void MasterDetail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isDetailOpen())
        closeDetail();
    else
        QSplitter::keyPressEvent(event);
}

} // namespace ui
