// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/composite.h"

#include "app/ctl/printing.h"
#include "charging/compositetext.h"
#include "charging/profilelist.h"
#include "plot/picturefile.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>

namespace ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostConnectors = 1000;

struct Wrong {
    ExitCode code = BadUsage;
    QStringList texts{};
};
template<class T>
using Read = tl::expected<T, Wrong>;

Read<QByteArray> contentOf(const QString &name)
{
    QFile file(name);
    const bool isOpen = name == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return tl::unexpected(Wrong{Refused,
                                    {u"%1 cannot be read (%2). Give the file with the profiles as --profiles."_s.arg(
                                        name, file.errorString())}});
    return file.readAll();
}

Read<QList<charging::PlacedProfile>> profilesIn(const QString &name)
{
    const auto content = contentOf(name);
    if (!content)
        return tl::unexpected(content.error());
    const auto profiles = charging::readProfiles(*content);
    if (profiles)
        return *profiles;
    Wrong wrong{Refused, {}};
    for (const charging::InputError &error : profiles.error())
        wrong.texts.append(error.path.isEmpty() ? u"%1: %2"_s.arg(name, error.text)
                                                : u"%1 %2: %3"_s.arg(name, error.path, error.text));
    return tl::unexpected(wrong);
}

Read<ocpp::Timestamp> timeIn(const QString &text, const QString &option, ocpp::Timestamp otherwise)
{
    if (text.isEmpty())
        return otherwise;
    const auto time = ocpp::parseTimestamp(text, ocpp::Zone::Utc);
    if (!time)
        return tl::unexpected(
            Wrong{BadUsage, {u"%1 is no time: \"%2\". Write it like 2026-11-22T19:41:00Z."_s.arg(option, text)}});
    return time->value;
}

/// The transaction is that of the connector asked for, or of each.
Read<charging::CompositeContext> contextOf(const CompositeWords &words, const QList<charging::PlacedProfile> &profiles,
                                           ocpp::Timestamp from)
{
    int connectors = std::max({words.connectors, words.connector.value_or(1), 1});
    for (qsizetype i = 0; i < profiles.size(); ++i) {
        if (profiles[i].connectorId > mostConnectors)
            return tl::unexpected(Wrong{Refused,
                                        {u"%1 /%2/connectorId: Connector %3 is more than the %4 that can be computed. "
                                         "Correct it."_s.arg(words.profiles)
                                             .arg(i)
                                             .arg(profiles[i].connectorId)
                                             .arg(mostConnectors)}});
        connectors = std::max(connectors, profiles[i].connectorId);
    }
    const auto start = timeIn(words.transactionStart, u"--transaction-start"_s, from);
    if (!start)
        return tl::unexpected(start.error());
    charging::CompositeContext context;
    context.grid = {words.voltage, words.phases};
    context.outlets.fill({context.grid, {}}, connectors);
    const bool isRunning = words.transactionId || !words.transactionStart.isEmpty();
    for (int connector = 1; isRunning && connector <= connectors; ++connector) {
        if (words.connector.value_or(0) == 0 || words.connector == connector)
            context.outlets[connector - 1].transaction = charging::Transaction{words.transactionId, *start};
    }
    return context;
}

struct Asked {
    QList<charging::ConnectorComposite> composites;
    ocpp::Timestamp at{};
};

Read<Asked> computed(const CompositeWords &words)
{
    const auto now = ocpp::Timestamp(std::chrono::milliseconds(QDateTime::currentSecsSinceEpoch() * 1000));
    const auto from = timeIn(words.from, u"--from"_s, now);
    if (!from)
        return tl::unexpected(from.error());
    const auto profiles = profilesIn(words.profiles);
    if (!profiles)
        return tl::unexpected(profiles.error());
    const auto context = contextOf(words, *profiles, *from);
    if (!context)
        return tl::unexpected(context.error());
    const auto unit = words.unit == "W"_L1 ? ocpp::ChargingRateUnitType::W : ocpp::ChargingRateUnitType::A;
    Asked asked{{}, now};
    const int last = words.connector.value_or(int(context->outlets.size()));
    for (int connector = words.connector.value_or(1); connector <= last; ++connector) {
        const auto composite = charging::composite(*profiles, connector, *from, words.duration, unit, *context);
        asked.composites.append({connector, composite, *profiles});
    }
    return asked;
}

Read<QByteArray> pictureFile(const Asked &asked, const CompositeWords &words)
{
    QList<plot::CompositePicture> pictures;
    for (const charging::ConnectorComposite &one : asked.composites) {
        plot::CompositePicture picture = plot::pictureOf(one.composite, one.profiles, plot::Source::Computed);
        picture.station = words.station;
        picture.firmware = words.firmware;
        picture.connector = one.connector;
        picture.zone = QTimeZone::systemTimeZone();
        picture.madeAt = asked.at;
        pictures.append(picture);
    }
    const QSize size = plot::sizeNamed(words.size).value_or(QSize());
    return plot::fileOf(*plot::formatNamed(words.format), pictures, {size, {}, {}}).map_error([](const QString &error) {
        return Wrong{Refused, {error}};
    });
}

Read<QByteArray> fileOf(const Asked &asked, const CompositeWords &words)
{
    const charging::ConnectorComposite &first = asked.composites.first();
    const bool isOne = words.connector.has_value();
    if (words.format == "csv"_L1)
        return isOne ? charging::toCsv(first.composite, first.profiles) : charging::toCsv(asked.composites);
    if (words.format == "json"_L1)
        return (isOne ? QJsonDocument(charging::toJson(first.composite, first.profiles))
                      : QJsonDocument(charging::toJson(asked.composites)))
            .toJson();
    return pictureFile(asked, words);
}

Read<void> write(const QByteArray &text, const QString &name)
{
    if (name.isEmpty() || name == "-"_L1) {
        printOut(text);
        return {};
    }
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return tl::unexpected(Wrong{
        Refused,
        {u"%1 cannot be written (%2). Give another file, or none to see it here."_s.arg(name, file.errorString())}});
}

} // namespace

ExitCode composite(const CompositeWords &words)
{
    const auto done = computed(words)
                          .and_then([&words](const Asked &asked) { return fileOf(asked, words); })
                          .and_then([&words](const QByteArray &file) { return write(file, words.out); });
    if (done)
        return Done;
    for (const QString &text : done.error().texts)
        printError(text);
    return done.error().code;
}

} // namespace ctl
