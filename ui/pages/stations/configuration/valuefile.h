// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/configuration.h"

#include <tl/expected.hpp>

namespace ui {

/// What a key is to have.
struct WantedValue {
    QString key;
    QString value;

    friend bool operator==(const WantedValue &, const WantedValue &) = default;
};

/// Whether a key of one station can be carried over to another: it has a value that is no secret, and may be changed.
bool isPortable(const store::ConfigurationKey &key);

/// A station's configuration as a file, JSON or CSV by the file's name. Secrets are left out.
namespace valuefile {

QByteArray toJson(const QString &station, const QList<store::ConfigurationKey> &keys);
/// "key,value,readonly" after RFC 4180, UTF-8.
QByteArray toCsv(const QList<store::ConfigurationKey> &keys);

/// The changeable values of such a file; the error is a sentence for the person who chose it.
tl::expected<QList<WantedValue>, QString> parse(const QByteArray &content);

} // namespace valuefile
} // namespace ui
