// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/configuration.h"

#include "http/listing.h"
#include "http/schema.h"
#include "store/clock.h"
#include "store/configuration.h"
#include "store/stations.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView states[] = {"inSync"_L1, "pending"_L1, "rejected"_L1, "rebootRequired"_L1,
                                        "notSupported"_L1};

using K = store::ConfigurationKey;

// Whether there is a value may be seen, the secret itself never (behaviour 28).
std::optional<QString> unlessSecret(const K &key, const std::optional<QString> &value)
{
    return value && key.isSecret() ? std::optional(u"***"_s) : value;
}

constexpr Property keyProperties[] = {
    shown<K>("key"_L1, "Matched case-insensitively"_L1, [](const K &k) { return k.key; }),
    shown<K>("value"_L1, "As reported; null if the station gave none"_L1,
             [](const K &k) { return unlessSecret(k, k.value); }),
    shown<K>("desired"_L1, "What it is to become; null: as it is"_L1,
             [](const K &k) { return unlessSecret(k, k.desired); }),
    shown<K>("readonly"_L1, "As reported"_L1, [](const K &k) { return k.readonly; }),
    shown<K>(
        "state"_L1, "Of the desired value"_L1, [](const K &k) { return k.state; }, words(states)),
    shown<K>("reportedAt"_L1, "When the station said so"_L1, [](const K &k) { return k.reportedAt; }),
    shown<K>("desiredAt"_L1, "When it was asked for"_L1, [](const K &k) { return k.desiredAt; }),
    shown<K>("secret"_L1, "Values are never shown"_L1, [](const K &k) { return k.isSecret(); }),
};

struct Desired {
    std::optional<QString> value;
};
constexpr QLatin1StringView requiredMembers[] = {"value"_L1};
constexpr Property desiredProperties[] = {
    // 6.9: CiString500Type
    settable<Desired>(
        "value"_L1, "null: no longer desired"_L1, [](auto &d) -> auto & { return d.value; }, length(0, 500)),
};

// 6.9: CiString50Type
Answer<void> checkKey(const QString &key)
{
    if (!key.isEmpty() && key.size() <= 50)
        return {};
    return tl::unexpected(Failure{422, u"badKey"_s, u"A configuration key has 1 to 50 characters."_s, {}});
}

} // namespace

const Schema configurationKeySchema{"ConfigurationKey"_L1, keyProperties,
                                    "Reported and desired value of one key"_L1};
const Schema desiredValueSchema{"DesiredValue"_L1, desiredProperties, "What a key is to become"_L1,
                                requiredMembers};

Answer<Reply> listConfiguration(Context &context, const Call &call)
{
    const auto page = call.pageById();
    if (!page)
        return tl::unexpected(page.error());
    const QString id = call.path(u"id"_s);
    return flattened(context.read([id, page = *page](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(id);
        if (!station)
            return tl::unexpected(unknownStation(id));
        return sliceReply(store::Configuration(db).list(station->id), page, keyProperties);
    }));
}

Answer<Reply> desireConfiguration(Context &context, const Call &call)
{
    Desired desired;
    const QString key = call.path(u"key"_s);
    const Answer<void> assigned =
        checkKey(key).and_then([&call] { return call.body(); }).and_then([&desired](const QJsonObject &body) {
            return assign(desiredValueSchema, body, &desired);
        });
    if (!assigned)
        return tl::unexpected(assigned.error());
    return flattened(context.write(
        [id = call.path(u"id"_s), key, value = desired.value](store::Database &db) -> Answer<Reply> {
            const auto station = store::Stations(db).find(id);
            if (!station)
                return tl::unexpected(unknownStation(id));
            store::Configuration configuration(db);
            configuration.desire(station->id, key, value, store::now());
            const K row = configuration.find(station->id, key).value_or(K{});
            return jsonReply(toJson(keyProperties, &row));
        }));
}

} // namespace http
