// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QMap>

namespace store {

struct Setting {
    QString key{};
    QString value{};

    static const RowTable &table();
};

/// Settings that belong to the data rather than to the machine: all nodes and windows share them.
class Settings {
public:
    explicit Settings(Database &db) : db_(db) { }

    std::optional<QString> text(const QString &key);
    /// bool, int, qint64, double or QString. The fallback if there is none or it is not of that type.
    template<class T> T read(const QString &key, const T &fallback);
    void set(const QString &key, const QString &value);
    void set(const QString &key, bool value);
    void set(const QString &key, qint64 value);
    void set(const QString &key, double value);
    void remove(const QString &key);
    QMap<QString, QString> all();

private:
    Database &db_;
};

template<> bool Settings::read(const QString &key, const bool &fallback);
template<> int Settings::read(const QString &key, const int &fallback);
template<> qint64 Settings::read(const QString &key, const qint64 &fallback);
template<> double Settings::read(const QString &key, const double &fallback);
template<> QString Settings::read(const QString &key, const QString &fallback);

} // namespace store
