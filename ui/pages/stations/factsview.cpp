// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/factsview.h"

#include "store/clock.h"
#include "ui/text/format.h"

#include <QLayout>

#include <array>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using store::Station;

constexpr qint64 noticeableDriftMs = 2'000;

QString driftText(const Station &station)
{
    if (!station.clockDriftMs)
        return {};
    const qint64 drift = *station.clockDriftMs;
    if (std::abs(drift) < noticeableDriftMs)
        return FactsView::tr("on time");
    const QString span = format::span(std::chrono::milliseconds(std::abs(drift)));
    return drift > 0 ? FactsView::tr("%1 ahead").arg(span) : FactsView::tr("%1 behind").arg(span);
}

struct Fact {
    const char *title; ///< in context ui::FactsView
    QString (*text)(const Station &);
    std::optional<ocpp::Timestamp> (*time)(const Station &) = nullptr; ///< in place of a text
};

constexpr std::array facts{
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Vendor"), [](const Station &s) { return s.vendor; }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Model"), [](const Station &s) { return s.model; }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Serial number"), [](const Station &s) { return s.serial; }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Box serial number"), [](const Station &s) { return s.chargeBoxSerial; }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Firmware"), [](const Station &s) { return s.firmwareVersion; }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Meter"), [](const Station &s) { return s.meterType; }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Meter serial number"), [](const Station &s) { return s.meterSerial; }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "SIM (ICCID)"), [](const Station &s) { return s.iccid; }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "SIM (IMSI)"), [](const Station &s) { return s.imsi; }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Last boot"), nullptr, [](const Station &s) { return s.bootTime; }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Connected since"), nullptr,
         [](const Station &s) { return s.online ? s.connectedAt : std::nullopt; }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Last heard"), nullptr, [](const Station &s) { return s.lastHeard; }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Its clock"), driftText},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Comes from"), [](const Station &s) { return s.remoteAddress; }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Reaches us as"), [](const Station &s) { return s.localAddress; }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Protocol"), [](const Station &s) { return s.subprotocol; }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Security profile"),
         [](const Station &s) { return QString::number(s.securityProfile); }},
    Fact{QT_TRANSLATE_NOOP("ui::FactsView", "Registered"), nullptr,
         [](const Station &s) { return std::optional(s.created); }},
};

QStringList titles()
{
    QStringList texts;
    for (const Fact &fact : facts)
        texts.append(FactsView::tr(fact.title));
    return texts;
}

} // namespace

FactsView::FactsView(QWidget *parent) : FactList(titles(), parent)
{
    layout()->setContentsMargins(16, 12, 16, 16);
}

void FactsView::present(const store::Station &station)
{
    QStringList texts;
    QStringList tooltips;
    for (const Fact &fact : facts) {
        const auto time = fact.time ? fact.time(station) : std::nullopt;
        texts.append(time ? format::dateTime(*time) : fact.text ? fact.text(station) : QString());
        tooltips.append(time ? format::utc(*time) : QString());
    }
    FactList::present(texts, tooltips);
}

} // namespace ui
