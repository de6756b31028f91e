// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settings.h"

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr Column settingColumns[] = {
    column<&Setting::key>("key"_L1, ColumnRole::Key),
    column<&Setting::value>("value"_L1),
};
constexpr RowTable settingTable{"settings"_L1, settingColumns};

} // namespace

const RowTable &Setting::table()
{
    return settingTable;
}

std::optional<QString> Settings::text(const QString &key)
{
    const auto setting = db_.row<Setting>(u"WHERE key = ?"_s, {key});
    return setting ? std::optional(setting->value) : std::nullopt;
}

template<> QString Settings::read(const QString &key, const QString &fallback)
{
    return text(key).value_or(fallback);
}

template<> bool Settings::read(const QString &key, const bool &fallback)
{
    const QString value = text(key).value_or(QString());
    return value == "true"_L1 || (value != "false"_L1 && fallback);
}

template<> int Settings::read(const QString &key, const int &fallback)
{
    bool ok = false;
    const int value = text(key).value_or(QString()).toInt(&ok);
    return ok ? value : fallback;
}

template<> qint64 Settings::read(const QString &key, const qint64 &fallback)
{
    bool ok = false;
    const qint64 value = text(key).value_or(QString()).toLongLong(&ok);
    return ok ? value : fallback;
}

template<> double Settings::read(const QString &key, const double &fallback)
{
    bool ok = false;
    const double value = text(key).value_or(QString()).toDouble(&ok);
    return ok ? value : fallback;
}

void Settings::set(const QString &key, const QString &value)
{
    db_.save(Setting{key, value});
    db_.noteChange(Table::Settings, {}, key);
}

void Settings::set(const QString &key, bool value)
{
    set(key, value ? u"true"_s : u"false"_s);
}

void Settings::set(const QString &key, qint64 value)
{
    set(key, QString::number(value));
}

void Settings::set(const QString &key, double value)
{
    set(key, QString::number(value, 'g', 17));
}

void Settings::remove(const QString &key)
{
    if (db_.run(u"DELETE FROM settings WHERE key = ?"_s, {key}) > 0)
        db_.noteChange(Table::Settings, {}, key);
}

QMap<QString, QString> Settings::all()
{
    QMap<QString, QString> all;
    for (const Setting &setting : db_.rows<Setting>({}))
        all.insert(setting.key, setting.value);
    return all;
}

} // namespace store
