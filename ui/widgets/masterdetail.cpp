// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/masterdetail.h"

#include <QKeyEvent>
#include <QSettings>

namespace ui {

using namespace Qt::Literals::StringLiterals;

MasterDetail::MasterDetail(QWidget *master, QWidget *detail, const QString &settingsKey, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent), settingsKey_(settingsKey + "/detailWidth"_L1),
      detailWidth_(QSettings().value(settingsKey_, 440).toInt())
{
    addWidget(master);
    addWidget(detail);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    setChildrenCollapsible(false);
    detail->hide();
    connect(this, &QSplitter::splitterMoved, this, [this] { detailWidth_ = sizes().value(1); });
}

MasterDetail::~MasterDetail()
{
    QSettings().setValue(settingsKey_, detailWidth_);
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
    setSizes({width() - detailWidth_ - handleWidth(), detailWidth_});
}

void MasterDetail::closeDetail()
{
    if (!isDetailOpen())
        return;
    widget(1)->hide();
    widget(0)->setFocus();
    emit detailClosed();
}

void MasterDetail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isDetailOpen())
        closeDetail();
    else
        QSplitter::keyPressEvent(event);
}

} // namespace ui
