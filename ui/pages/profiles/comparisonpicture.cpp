// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/comparisonpicture.h"

namespace ui {

plot::CompositePicture pictureOf(const store::CompositeComparison &comparison, ocpp::Timestamp now,
                                 const charging::ReasonWords &reasons)
{
    using plot::Source;
    const store::StationComposite &installed = comparison.installed;
    plot::CompositePicture picture =
        plot::pictureOf(installed.composite, installed.profiles, Source::Computed, reasons);
    picture.station = comparison.station.id;
    picture.model = QStringList{comparison.station.vendor, comparison.station.model}.join(u' ').trimmed();
    picture.firmware = comparison.station.firmwareVersion;
    picture.connector = comparison.connector;
    picture.zone = QTimeZone::systemTimeZone();
    picture.madeAt = now;
    if (comparison.desired)
        plot::addLine(picture, plot::lineOf(*comparison.desired, Source::Desired));
    if (comparison.told)
        plot::addLine(picture, plot::lineOf(store::compositeOf(*comparison.told), Source::Reported));
    QList<plot::Point> measured;
    for (const store::MeasuredLoad &load : comparison.measured)
        measured.append({load.time, load.value});
    if (!measured.isEmpty())
        plot::addLine(picture, plot::measuredLine(measured));
    return picture;
}

} // namespace ui
