// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/codec.h"

#include "ocpp/uri.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace ocpp {

using namespace Qt::StringLiterals;

namespace {

QJsonValue maskedValue(const FieldType &type, const QJsonValue &json);

bool isHidden(const QJsonObject &payload)
{
    const QJsonValue key = payload.value("key"_L1);
    return !key.isString()
           || isSecretKey(key.toString()); // without a readable key: better too much than too little
}

QJsonValue maskedMember(const Field &field, const QJsonValue &json, const QJsonObject &payload)
{
    switch (field.secrecy) {
    case Secrecy::ByKey:
        return isHidden(payload) ? QJsonValue(u"***"_s) : json;
    case Secrecy::Credentials:
        return json.isString() ? QJsonValue(withoutCredentials(json.toString())) : json;
    case Secrecy::Open:
        break;
    }
    return maskedValue(*field.type, json);
}

QJsonArray maskedList(const FieldType &type, const QJsonArray &items)
{
    QJsonArray result;
    for (const auto &item : items)
        result.append(maskedValue(*type.element, item));
    return result;
}

QJsonValue maskedValue(const FieldType &type, const QJsonValue &json)
{
    if (type.kind == Kind::Object && json.isObject())
        return masked(type.fields(), json.toObject());
    if (type.kind == Kind::List && json.isArray() && type.element->kind == Kind::Object)
        return maskedList(type, json.toArray());
    return json;
}

} // namespace

bool isSecretKey(QStringView configurationKey)
{
    static constexpr std::array hints{
        "authorizationkey"_L1, "password"_L1, "passwd"_L1,  "passphrase"_L1, "secret"_L1,
        "privatekey"_L1,       "apikey"_L1,   "wifikey"_L1, "psk"_L1,        "token"_L1};
    return std::any_of(hints.begin(), hints.end(), [configurationKey](QLatin1StringView hint) {
        return configurationKey.contains(hint, Qt::CaseInsensitive);
    });
}

QJsonObject masked(std::span<const Field> fields, const QJsonObject &payload)
{
    QJsonObject result = payload;
    for (const Field &field : fields) {
        const auto found = payload.constFind(field.name);
        if (found != payload.constEnd())
            result.insert(field.name, maskedMember(field, *found, payload));
    }
    return result;
}

} // namespace ocpp
