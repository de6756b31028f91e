// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <concepts>
#include <initializer_list>
#include <optional>

namespace store {

/// An enumeration that is stored as its word: declares toString(E) and fromString(QStringView, E &) beside it.
template<class E>
concept StoredEnum = std::is_enum_v<E> && requires(E e, QStringView text) {
    { toString(e) } -> std::convertible_to<QLatin1StringView>;
    { fromString(text, e) } -> std::same_as<bool>;
};

/// One bound value. Texts and bytes are never NULL (a null QString is written as ''): absence is said with
/// std::optional. A NUL in a text becomes U+FFFD. Times become milliseconds since 1970, enumerations their word, lists a JSON array.
class Value {
public:
    Value(std::nullopt_t) { }
    Value(bool value) : variant_(value) { }
    Value(int value) : variant_(static_cast<qlonglong>(value)) { }
    Value(qint64 value) : variant_(static_cast<qlonglong>(value)) { }
    Value(double value) : variant_(value) { }
    Value(const QString &value) : variant_(storable(value)) { }
    Value(QLatin1StringView value) : variant_(QString(value)) { }
    Value(const QByteArray &value) : variant_(value.isNull() ? QByteArray("") : value) { }
    Value(ocpp::Timestamp value) : variant_(static_cast<qlonglong>(value.time_since_epoch().count())) { }
    Value(const QStringList &value);
    template<StoredEnum E> Value(E value) : variant_(QString(QLatin1StringView(toString(value)))) { }
    template<class T> Value(const std::optional<T> &value)
    {
        if (value)
            variant_ = Value(*value).variant_;
    }
    Value(const char *) = delete;

    const QVariant &variant() const { return variant_; }
    /// Only for those who are done with this Value.
    QVariant take() { return std::move(variant_); }

private:
    static QString storable(const QString &text);

    QVariant variant_;
};

using Values = std::initializer_list<Value>;

// Reading back, the mirror of the constructors above.
void readValue(const QVariant &from, bool &to);
void readValue(const QVariant &from, int &to);
void readValue(const QVariant &from, qint64 &to);
void readValue(const QVariant &from, double &to);
void readValue(const QVariant &from, QString &to);
void readValue(const QVariant &from, QByteArray &to);
void readValue(const QVariant &from, ocpp::Timestamp &to);
void readValue(const QVariant &from, QStringList &to);
template<StoredEnum E> void readValue(const QVariant &from, E &to)
{
    fromString(from.toString(), to);
}
template<class T> void readValue(const QVariant &from, std::optional<T> &to)
{
    to.reset();
    if (!from.isNull())
        readValue(from, to.emplace());
}

} // namespace store
