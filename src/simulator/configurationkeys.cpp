// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/configurationkeys.h"

#include "simulator/measurands.h"

#include <algorithm>

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using ocpp::ConfigurationStatus;

namespace {

QStringList itemsOf(const QString &value)
{
    QStringList items = value.split(u',', Qt::SkipEmptyParts);
    for (QString &item : items)
        item = item.trimmed();
    return items;
}

bool isHexadecimalKey(const QString &value)
{
    // W 7.2: 16 to 20 bytes, two digits each.
    return value.size() >= 32 && value.size() <= 40 && value.size() % 2 == 0
           && std::all_of(value.begin(), value.end(),
                          [](QChar c) { return c.unicode() < 128 && std::isxdigit(c.unicode()); });
}

} // namespace

ConfigurationKeys::ConfigurationKeys(const StationOptions &options) : connectors_(options.connectors)
{
    entries_.reserve(configurationTable().size());
    for (const KeyRow &row : configurationTable())
        entries_.push_back({row, {}, row.initial});
    find(u"NumberOfConnectors"_s)->value = QString::number(options.connectors);
    if (options.hardware.fixedCable) {
        // E 3.84: there is nothing to unlock.
        Entry *unlock = find(u"UnlockConnectorOnEVSideDisconnect"_s);
        unlock->row.readOnly = true;
        unlock->value = u"false"_s;
    }
    QStringList rotations;
    for (int connector = 0; connector <= options.connectors; ++connector)
        rotations +=
            QString::number(connector) + (options.hardware.phases == 3 ? u".RST"_s : u".NotApplicable"_s);
    find(u"ConnectorPhaseRotation"_s)->value = rotations.join(u',');
    for (auto entry = options.configuration.begin(); entry != options.configuration.end(); ++entry)
        add(entry.key(), entry.value());
    factory_ = entries_;
}

void ConfigurationKeys::add(const QString &key, const QString &value)
{
    if (Entry *known = find(key))
        known->value = value;
    else
        entries_.push_back({{.kind = KeyKind::Text}, key, value});
}

const ConfigurationKeys::Entry *ConfigurationKeys::find(QStringView key) const
{
    const auto found = std::find_if(entries_.begin(), entries_.end(), [key](const Entry &entry) {
        return entry.name.isEmpty() ? key.compare(entry.row.name, Qt::CaseInsensitive) == 0
                                    : key.compare(entry.name, Qt::CaseInsensitive) == 0;
    });
    return found == entries_.end() ? nullptr : &*found;
}

ConfigurationKeys::Entry *ConfigurationKeys::find(QStringView key)
{
    return const_cast<Entry *>(std::as_const(*this).find(key));
}

const QString &ConfigurationKeys::value(QLatin1StringView key) const
{
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [key](const Entry &entry) { return entry.row.name == key; });
    Q_ASSERT(found != entries_.end());
    return found->value;
}

bool ConfigurationKeys::flag(QLatin1StringView key) const
{
    return value(key).compare("true"_L1, Qt::CaseInsensitive) == 0;
}

int ConfigurationKeys::number(QLatin1StringView key) const
{
    return value(key).toInt();
}

std::chrono::seconds ConfigurationKeys::seconds(QLatin1StringView key) const
{
    return std::chrono::seconds(number(key));
}

QStringList ConfigurationKeys::list(QLatin1StringView key) const
{
    return itemsOf(value(key));
}

QString ConfigurationKeys::text(QStringView key) const
{
    const Entry *const entry = find(key);
    return entry ? entry->value : QString();
}

QByteArray ConfigurationKeys::authorizationKey() const
{
    return QByteArray::fromHex(value("AuthorizationKey"_L1).toLatin1());
}

bool ConfigurationKeys::assign(const QString &key, const QString &value)
{
    Entry *entry = find(key);
    if (!entry || !fits(*entry, value))
        return false;
    entry->value = value;
    if (!entry->row.rebootRequired)
        changed(entry->row.name);
    return true;
}

void ConfigurationKeys::setHeartbeatInterval(int seconds)
{
    find(u"HeartbeatInterval"_s)->value = QString::number(seconds);
}

Answer<ocpp::ChangeConfiguration::Response>
ConfigurationKeys::handle(const ocpp::ChangeConfiguration::Request &request)
{
    using Response = ocpp::ChangeConfiguration::Response;
    Entry *entry = find(request.key);
    if (!entry)
        return Response{ConfigurationStatus::NotSupported};
    if (entry->row.readOnly || !fits(*entry, request.value))
        return Response{ConfigurationStatus::Rejected};
    entry->value = request.value;
    if (entry->row.rebootRequired)
        return Response{ConfigurationStatus::RebootRequired};
    return {Response{ConfigurationStatus::Accepted}, [this, name = entry->row.name] { changed(name); }};
}

Answer<ocpp::GetConfiguration::Response>
ConfigurationKeys::handle(const ocpp::GetConfiguration::Request &request)
{
    if (request.key.size() > number("GetConfigurationMaxKeys"_L1))
        return ocpp::Fault{ocpp::ErrorCode::OccurenceConstraintViolation, u"/key"_s,
                           u"more keys than GetConfigurationMaxKeys allows"_s};
    ocpp::GetConfiguration::Response response;
    for (const QString &key : request.key) {
        if (const Entry *entry = find(key))
            response.configurationKey.append(reported(*entry));
        else
            response.unknownKey.append(key);
    }
    if (request.key.isEmpty()) {
        for (const Entry &entry : entries_) {
            // JE 3.12: write-only, so it is not in a list of what can be read.
            if (entry.row.kind != KeyKind::Hexadecimal)
                response.configurationKey.append(reported(entry));
        }
    }
    return response;
}

ocpp::KeyValue ConfigurationKeys::reported(const Entry &entry)
{
    ocpp::KeyValue pair;
    pair.key = entry.name.isEmpty() ? QString(entry.row.name) : entry.name;
    pair.readonly = entry.row.readOnly;
    if (entry.row.kind != KeyKind::Hexadecimal)
        pair.value = entry.value;
    return pair;
}

bool ConfigurationKeys::fits(const Entry &entry, const QString &value) const
{
    switch (entry.row.kind) {
    case KeyKind::Boolean:
        return value.compare("true"_L1, Qt::CaseInsensitive) == 0
               || value.compare("false"_L1, Qt::CaseInsensitive) == 0;
    case KeyKind::Integer: {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        return isNumber && number >= entry.row.minimum && number <= entry.row.maximum;
    }
    case KeyKind::Text:
        return true;
    case KeyKind::Measurands:
    case KeyKind::PhaseRotations:
        return listFits(entry, itemsOf(value));
    case KeyKind::Hexadecimal:
        return isHexadecimalKey(value);
    }
    Q_UNREACHABLE();
}

bool ConfigurationKeys::listFits(const Entry &entry, const QStringList &items) const
{
    const Entry *limit = find(QString(entry.row.name + "MaxLength"_L1));
    if (limit && items.size() > limit->value.toInt())
        return false;
    return std::all_of(items.begin(), items.end(), [&](const QString &item) {
        return entry.row.kind == KeyKind::Measurands ? parseMeasurand(item).has_value() : rotationFits(item);
    });
}

bool ConfigurationKeys::rotationFits(const QString &item) const
{
    static const QStringList rotations{u"NotApplicable"_s, u"Unknown"_s, u"RST"_s, u"RTS"_s,
                                       u"SRT"_s,           u"STR"_s,     u"TRS"_s, u"TSR"_s};
    bool isNumber = false;
    const int connector = item.section(u'.', 0, 0).toInt(&isNumber);
    return isNumber && connector >= 0 && connector <= connectors_
           && rotations.contains(item.section(u'.', 1));
}

} // namespace simulator
