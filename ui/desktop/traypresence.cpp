// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/traypresence.h"

#include "ui/desktop/sitewatch.h"
#include "ui/widgets/statemark.h"

#include <QGuiApplication>
#include <QPainter>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

std::optional<Mark> markOf(const SitePulse &pulse)
{
    if (!pulse.faults.isEmpty())
        return Mark{Shape::Triangle, Role::Fault};
    if (!pulse.absent.isEmpty())
        return Mark{Shape::Dot, Role::Caution};
    if (pulse.charging > 0)
        return Mark{Shape::Bolt, Role::Accent};
    return std::nullopt;
}

QPixmap drawn(int extent, const std::optional<Mark> &mark)
{
    QPixmap pixmap = QGuiApplication::windowIcon().pixmap(QSize(extent, extent), 1.0);
    if (pixmap.isNull() || !mark)
        return pixmap;
    const double size = extent * 0.6;
    const QRectF corner(extent - size, extent - size, size, size);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Palette::current().color(Role::Surface));
    painter.drawEllipse(corner);
    drawMark(painter, corner.marginsRemoved({size / 8, size / 8, size / 8, size / 8}), *mark);
    return pixmap;
}

} // namespace

QIcon trayIcon(const SitePulse &pulse)
{
    QIcon icon;
    for (const int extent : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(drawn(extent, markOf(pulse)));
    return icon;
}

TrayPresence::TrayPresence(SiteWatch &watch, Tray &tray, QObject *parent) : QObject(parent), tray_(tray)
{
    pulse_ = menu_.addAction(tr("Overview"), this, &TrayPresence::overviewRequested);
    menu_.addAction(tr("Open Stationmaster"), this, &TrayPresence::openRequested);
    menu_.addSeparator();
    menu_.addAction(tr("Quit"), this, &TrayPresence::quitRequested);
    menu_.setAccessibleName(tr("Stationmaster"));
    connect(&tray_, &Tray::activated, this, &TrayPresence::openRequested);
    connect(&watch, &SiteWatch::felt, this, &TrayPresence::present);
    tray_.open(menu_);
}

void TrayPresence::present(const SitePulse &pulse)
{
    if (pulse == shown_)
        return;
    shown_ = pulse;
    const QString text = pulseText(pulse);
    pulse_->setText(text);
    tray_.present(trayIcon(pulse), tr("Stationmaster: %1").arg(text));
}

} // namespace ui
