// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/connectorcard.h"

#include "store/clock.h"
#include "ui/text/errorwords.h"
#include "ui/text/format.h"
#include "ui/text/statewords.h"
#include "ui/theme/strokes.h"
#include "ui/theme/typography.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A type 2 socket on a grid of 64 with the middle at 0,0: a circle with a flat top.
QPainterPath socketOutline()
{
    constexpr double radius = 29;
    constexpr double flatTopAngle = 52; // degrees above the horizontal where the flat begins
    QPainterPath path;
    path.arcMoveTo(-radius, -radius, 2 * radius, 2 * radius, flatTopAngle);
    path.arcTo(-radius, -radius, 2 * radius, 2 * radius, flatTopAngle, -(180 + 2 * flatTopAngle));
    path.closeSubpath();
    return path;
}

struct Contact {
    double x;
    double y;
    double radius;
};

/// IEC 62196-2, type 2: two pilots above, neutral, earth and three phases.
constexpr std::array contacts{Contact{-7, -13, 2.7}, Contact{7, -13, 2.7}, Contact{-15, -1, 4}, Contact{0, -1, 4},
                              Contact{15, -1, 4},    Contact{-8, 12, 4},   Contact{8, 12, 4}};

} // namespace

ConnectorCard::ConnectorCard(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // as tall as its neighbour
}

void ConnectorCard::present(const store::Connector &connector, bool online,
                            const std::optional<ConnectorSession> &session)
{
    const bool isResized = session.has_value() != session_.has_value();
    session_ = session;
    if (isResized)
        updateGeometry();
    connector_ = connector;
    online_ = online;
    const StateWord state = connectorState(connector.status, online);
    const QString since = connector.received
                              ? tr("since %1").arg(format::clock(*connector.received, store::now()))
                              : QString();
    QStringList facts{tr("Connector %1: %2").arg(connector.connector).arg(state.word)};
    if (session)
        facts << session->person << drawn();
    QStringList lines{state.term.isEmpty() ? state.word : tr("OCPP: %1").arg(state.term), since, connector.info};
    if (isFaulty()) {
        const ErrorWords words = errorWords(connector.errorCode);
        facts.insert(1, words.what);
        lines.insert(1, tr("Error code: %1 %2").arg(connector.errorCode, connector.vendorErrorCode));
        lines << words.what << words.advice;
    }
    setAccessibleName(facts.join(u", "_s));
    if (session)
        lines << tr("%1: %2").arg(session->person, drawn());
    if (filling() && !connector.socPercent)
        lines << tr("The socket is full at %1.").arg(format::energy(fullWh));
    lines.removeAll(QString());
    setToolTip(lines.join(u'\n'));
    update();
}

bool ConnectorCard::isFaulty() const
{
    return !connector_.errorCode.isEmpty() && connector_.errorCode != "NoError"_L1;
}

QString ConnectorCard::power() const
{
    return online_ && connector_.powerW ? format::power(*connector_.powerW) : QString();
}

QString ConnectorCard::figures() const
{
    QStringList parts;
    if (online_ && connector_.currentA && *connector_.currentA > 0)
        parts.append(format::current(*connector_.currentA));
    if (online_ && connector_.socPercent)
        parts.append(format::percent(*connector_.socPercent));
    return parts.join(u" · "_s);
}

/// "12.30 kWh in 1 h 5 min"
QString ConnectorCard::drawn() const
{
    const QString time = format::duration(store::now() - session_->since);
    return session_->energyWh ? tr("%1 in %2", "energy, time").arg(format::energy(*session_->energyWh), time) : time;
}

std::optional<double> ConnectorCard::filling() const
{
    if (!online_)
        return std::nullopt;
    if (connector_.socPercent)
        return std::clamp(*connector_.socPercent / 100, 0.0, 1.0);
    if (session_ && session_->energyWh)
        return std::clamp(*session_->energyWh / fullWh, 0.0, 1.0);
    return std::nullopt;
}

void ConnectorCard::drawSocket(QPainter &painter, const QRectF &box) const
{
    const StateWord state = connectorState(connector_.status, online_);
    const Palette &palette = Palette::current();
    const Role role = online_ ? state.mark.role : Role::Muted;
    painter.save();
    painter.translate(box.center());
    painter.scale(box.width() / 64, box.width() / 64);
    const QPainterPath outline = socketOutline();
    painter.fillPath(outline, palette.tint(role, online_ ? 0.10 : 0.04));
    if (const auto full = filling()) {
        const double level = 29 - 58 * *full;
        painter.save();
        painter.setClipRect(QRectF(-32, level, 64, 64));
        painter.fillPath(outline, palette.tint(role, 0.32));
        painter.restore();
    }
    QPen edge = strokes::pen(role, 2.5);
    if (!online_)
        edge.setDashPattern({2, 2});
    painter.setPen(edge);
    painter.drawPath(outline);
    painter.setPen(strokes::pen(role, 1.75));
    painter.setBrush(palette.color(Role::Surface));
    for (const Contact &contact : contacts)
        painter.drawEllipse(QPointF(contact.x, contact.y), contact.radius, contact.radius);
    painter.restore();
}

void ConnectorCard::drawWords(QPainter &painter, QRectF box) const
{
    const Palette &palette = Palette::current();
    const StateWord state = connectorState(connector_.status, online_);
    const auto line = [&](double height) {
        const QRectF taken(box.left(), box.top(), box.width(), height);
        box.setTop(box.top() + height);
        return taken;
    };
    const auto write = [&](const QRectF &where, TextSize size, QFont::Weight weight, Role ink, const QString &text) {
        painter.setFont(textFont(size, weight));
        painter.setPen(palette.color(ink));
        const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, int(where.width()));
        tabular::draw(painter, where, Qt::AlignLeft, shown);
    };
    write(line(18), TextSize::Caption, QFont::Medium, Role::Muted, tr("Connector %1").arg(connector_.connector));
    QRectF stateLine = line(22);
    drawMark(painter, QRectF(stateLine.left(), stateLine.center().y() - 8, 16, 16), state.mark);
    write(stateLine.adjusted(22, 0, 0, 0), TextSize::Body, QFont::DemiBold, Role::Text, state.word);
    if (isFaulty()) {
        write(line(18), TextSize::Caption, QFont::Medium, Role::Fault, errorWords(connector_.errorCode).what);
    } else {
        write(line(20), TextSize::Body, QFont::Normal, Role::Text, power());
        write(line(16), TextSize::Caption, QFont::Normal, Role::Muted, figures());
    }
    if (!session_)
        return;
    write(line(16), TextSize::Caption, QFont::Medium, Role::Text, session_->person);
    write(line(16), TextSize::Caption, QFont::Normal, Role::Muted, drawn());
}

void ConnectorCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Palette &palette = Palette::current();
    strokes::box(painter, rect(), 8, palette.color(Role::Surface), palette.color(Role::Hairline));
    drawSocket(painter, QRectF(12, (height() - 56) / 2.0, 56, 56));
    drawWords(painter, QRectF(rect()).adjusted(80, 8, -8, -8));
}

} // namespace ui
