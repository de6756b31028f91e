// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/context.h"
#include "http/property.h"
#include "plot/picture.h"
#include "store/compositecomparison.h"

#include <QSize>

namespace http {

/// A composite schedule of a connector, and what the picture of it shows beside it.
struct ToldComposite {
    store::CompositeSchedule row{}; ///< as it is answered as JSON
    charging::Composite composite{};
    QList<charging::PlacedProfile> profiles{}; ///< of which the composite speaks; none if the station told it
    plot::Source source{};
    std::optional<store::CompositeComparison> beside{}; ///< what it told
};

/// As what schedules are answered.
struct CompositeFormat {
    QString name{}; ///< "json", "csv", or a picture's
    QSize size{}; ///< of a picture
    bool isList = false; ///< of all connectors
    [[nodiscard]] bool isPicture() const
    {
        return name != QLatin1StringView("json") && name != QLatin1StringView("csv");
    }
};
/// From the name, which may be empty for json, and the size.
Answer<CompositeFormat> compositeFormat(const QString &name, const QString &size, bool isList);

/// A station told this; what it does not keep to is still told.
ToldComposite toldBy(const store::CompositeSchedule &schedule);
ToldComposite computedFor(const store::Station &station, int connector, const charging::Composite &composite,
                          const QList<charging::PlacedProfile> &profiles, ocpp::Timestamp at);

/// Holds the thread while a picture is drawn; not to be called on a reader's.
Answer<Reply> compositeReply(Context &context, const store::Station &station, const QList<ToldComposite> &told,
                             const CompositeFormat &format);

} // namespace http
