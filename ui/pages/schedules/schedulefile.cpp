// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/schedulefile.h"

#include "charging/profilelist.h"
#include "ocpp/codec.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto profileKey = "csChargingProfiles"_L1;

/// What stands in the file, as an array of requests. A profile of a library has no number.
QByteArray asRequests(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return json;
    QJsonObject request = document.object();
    if (request.contains("chargingSchedule"_L1)) {
        const bool isMax = request["chargingProfilePurpose"_L1].toString() == "ChargePointMaxProfile"_L1;
        request = {{u"connectorId"_s, isMax ? 0 : 1}, {QString(profileKey), request}};
    }
    QJsonObject profile = request[profileKey].toObject();
    if (!profile.contains("chargingProfileId"_L1))
        profile.insert("chargingProfileId"_L1, 1);
    request.insert(profileKey, profile);
    return QJsonDocument(QJsonArray{request}).toJson();
}

} // namespace

QJsonObject libraryJson(const Layer &layer, const charging::WeekFrame &week)
{
    const QList<ocpp::ChargingProfile> profiles = profilesOf(layer, week);
    QJsonObject json = profiles.isEmpty() ? QJsonObject() : ocpp::encode(profiles.first());
    json.remove("chargingProfileId"_L1);
    json.remove("transactionId"_L1);
    return json;
}

QByteArray fileJson(const QList<Layer> &layers, int connector, const charging::WeekFrame &week)
{
    QJsonArray requests;
    for (const Layer &layer : layers) {
        for (ocpp::ChargingProfile profile : profilesOf(layer, week)) {
            profile.chargingProfileId = int(requests.size()) + 1;
            requests.append(ocpp::encode(charging::PlacedProfile{connectorOf(layer, connector), profile}));
        }
    }
    return QJsonDocument(requests).toJson();
}

tl::expected<QList<Layer>, QString> layersOfFile(const QByteArray &json, const QString &name,
                                                 const charging::WeekFrame &week)
{
    const auto requests = charging::readProfiles(asRequests(json));
    if (!requests) {
        const charging::InputError &first = requests.error().first();
        return tl::unexpected(first.path.isEmpty() ? first.text : u"%1: %2"_s.arg(first.path, first.text));
    }
    QList<Layer> layers;
    for (const charging::PlacedProfile &request : *requests) {
        const bool isOne = requests->size() == 1;
        ocpp::ChargingProfile profile = request.csChargingProfiles;
        const QString called = isOne ? name : u"%1 %2"_s.arg(name).arg(profile.chargingProfileId);
        profile.chargingProfileId = 0;
        profile.transactionId.reset();
        layers.append(layerOf(profile, called, week));
        layers.last().isWholeStation = request.connectorId == 0;
    }
    return layers;
}

} // namespace ui
