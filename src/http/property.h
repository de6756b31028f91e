// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"
#include "store/value.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <optional>
#include <span>

// The declarative tables of the API's resources. A resource lists its JSON members once; what GET answers,
// what PUT accepts and what the OpenAPI document says derive from that list.
namespace http {

struct Property;

// What a JSON value looks like: for the OpenAPI document and for checking what comes in.
struct Shape {
    enum class Kind { Text, Integer, Number, Boolean, Time, TextList, Object, ObjectList, Anything };

    Kind kind = Kind::Text;
    bool mayBeNull = false;
    int minLength = 0; // Text, in characters
    int maxLength = -1; // Text; -1: unlimited
    std::optional<qint64> minimum{}; // Integer
    std::optional<qint64> maximum{};
    std::span<const QLatin1StringView> words{}; // Text: the closed list of values
    std::span<const Property> (*members)() = nullptr; // Object, ObjectList
};

enum class Use {
    Both,
    ReadOnly, // answered, and ignored when it comes in, so that what GET gave can be sent back by PUT
    WriteOnly, // secrets
};

struct Property {
    QLatin1StringView name;
    Shape shape{};
    Use use = Use::ReadOnly;
    bool leftOutWhenAbsent = false; // instead of null
    QJsonValue (*read)(const void *row) = nullptr; // not for WriteOnly
    void (*write)(void *row, const QJsonValue &value) = nullptr; // not for ReadOnly; the value fits the shape
    QLatin1StringView help{};
};

// A named table; the name is that of the component in the OpenAPI document.
struct Schema {
    QLatin1StringView name;
    std::span<const Property> properties;
    QLatin1StringView help{};
    std::span<const QLatin1StringView> required{}; // of what comes in
};

namespace detail {

// ---- how C++ values look in JSON, and back -----------------------------------------------------------

template<class T>
struct Wire;

template<>
struct Wire<QString> {
    static constexpr Shape shape{.kind = Shape::Kind::Text};
    static QJsonValue read(const QString &text) { return text; }
    static void write(QString &text, const QJsonValue &value) { text = value.toString(); }
};
template<>
struct Wire<bool> {
    static constexpr Shape shape{.kind = Shape::Kind::Boolean};
    static QJsonValue read(bool flag) { return flag; }
    static void write(bool &flag, const QJsonValue &value) { flag = value.toBool(); }
};
template<>
struct Wire<int> {
    static constexpr Shape shape{.kind = Shape::Kind::Integer};
    static QJsonValue read(int number) { return number; }
    static void write(int &number, const QJsonValue &value) { number = value.toInt(); }
};
template<>
struct Wire<qint64> {
    static constexpr Shape shape{.kind = Shape::Kind::Integer};
    static QJsonValue read(qint64 number) { return number; }
    static void write(qint64 &number, const QJsonValue &value) { number = value.toInteger(); }
};
template<>
struct Wire<double> {
    static constexpr Shape shape{.kind = Shape::Kind::Number};
    static QJsonValue read(double number) { return number; }
    static void write(double &number, const QJsonValue &value) { number = value.toDouble(); }
};
template<>
struct Wire<ocpp::Timestamp> {
    static constexpr Shape shape{.kind = Shape::Kind::Time};
    static QJsonValue read(ocpp::Timestamp time) { return ocpp::formatTimestamp(time); }
    static void write(ocpp::Timestamp &time, const QJsonValue &value)
    {
        time = ocpp::parseTimestamp(value.toString(), ocpp::Zone::Utc)->value;
    }
};
template<>
struct Wire<QStringList> {
    static constexpr Shape shape{.kind = Shape::Kind::TextList};
    static QJsonValue read(const QStringList &list) { return QJsonArray::fromStringList(list); }
    static void write(QStringList &list, const QJsonValue &value) { list = value.toVariant().toStringList(); }
};
template<>
struct Wire<QJsonValue> {
    static constexpr Shape shape{.kind = Shape::Kind::Anything};
    static QJsonValue read(const QJsonValue &value) { return value; }
    static void write(QJsonValue &target, const QJsonValue &value) { target = value; }
};
template<>
struct Wire<QJsonObject> {
    static constexpr Shape shape{.kind = Shape::Kind::Object};
    static QJsonValue read(const QJsonObject &object) { return object; }
    static void write(QJsonObject &object, const QJsonValue &value) { object = value.toObject(); }
};
template<store::StoredEnum E>
struct Wire<E> {
    static constexpr Shape shape{.kind = Shape::Kind::Text};
    static QJsonValue read(E value) { return QString(toString(value)); }
    static void write(E &target, const QJsonValue &value) { fromString(value.toString(), target); }
};
template<class T>
struct Wire<std::optional<T>> {
    static constexpr Shape makeShape()
    {
        Shape shape = Wire<T>::shape;
        shape.mayBeNull = true;
        return shape;
    }
    static constexpr Shape shape = makeShape();
    static QJsonValue read(const std::optional<T> &value)
    {
        return value ? Wire<T>::read(*value) : QJsonValue(QJsonValue::Null);
    }
    static void write(std::optional<T> &target, const QJsonValue &value)
    {
        target.reset();
        if (!value.isNull())
            Wire<T>::write(target.emplace(), value);
    }
};

} // namespace detail

QJsonObject toJson(std::span<const Property> properties, const void *row);

// ---- the vocabulary of the tables --------------------------------------------------------------------

// A member that is only answered. `Access` is a captureless lambda from `const Row &` to a value or
// reference.
template<class Row, class Access, class... Trait>
constexpr Property shown(QLatin1StringView name, QLatin1StringView help, Access, Trait... trait)
{
    using Value = std::remove_cvref_t<std::invoke_result_t<Access, const Row &>>;
    Property property{.name = name, .shape = detail::Wire<Value>::shape, .help = help};
    property.read = [](const void *row) {
        return detail::Wire<Value>::read(Access{}(*static_cast<const Row *>(row)));
    };
    (trait(property), ...);
    return property;
}

// A member that can be set, too. `Access` is a generic lambda: `[](auto &row) -> auto & { return
// row.member; }`.
template<class Row, class Access, class... Trait>
constexpr Property settable(QLatin1StringView name, QLatin1StringView help, Access access, Trait... trait)
{
    using Value = std::remove_cvref_t<std::invoke_result_t<Access, Row &>>;
    Property property = shown<Row>(name, help, access);
    property.use = Use::Both;
    property.write = [](void *row, const QJsonValue &value) {
        detail::Wire<Value>::write(Access{}(*static_cast<Row *>(row)), value);
    };
    (trait(property), ...);
    return property;
}

// An object with a table of its own, or null. `Access` gives a std::optional.
template<class Row, class Access>
constexpr Property shownObject(QLatin1StringView name, QLatin1StringView help, Access)
{
    using Item = typename std::remove_cvref_t<std::invoke_result_t<Access, const Row &>>::value_type;
    Property property{.name = name, .help = help};
    property.shape = {.kind = Shape::Kind::Object, .mayBeNull = true, .members = &Item::properties};
    property.read = [](const void *row) -> QJsonValue {
        const auto item = Access{}(*static_cast<const Row *>(row));
        return item ? QJsonValue(toJson(Item::properties(), &*item)) : QJsonValue(QJsonValue::Null);
    };
    return property;
}

// A list of objects, each with a table of its own.
template<class Row, class Access>
constexpr Property shownList(QLatin1StringView name, QLatin1StringView help, Access)
{
    using Item = typename std::remove_cvref_t<std::invoke_result_t<Access, const Row &>>::value_type;
    Property property{.name = name, .help = help};
    property.shape = {.kind = Shape::Kind::ObjectList, .members = &Item::properties};
    property.read = [](const void *row) -> QJsonValue {
        QJsonArray array;
        for (const Item &item : Access{}(*static_cast<const Row *>(row)))
            array.append(toJson(Item::properties(), &item));
        return array;
    };
    return property;
}

constexpr auto length(int minimum, int maximum)
{
    return [minimum, maximum](Property &property) {
        property.shape.minLength = minimum;
        property.shape.maxLength = maximum;
    };
}
constexpr auto range(qint64 minimum, qint64 maximum)
{
    return [minimum, maximum](Property &property) {
        property.shape.minimum = minimum;
        property.shape.maximum = maximum;
    };
}
constexpr auto words(std::span<const QLatin1StringView> list)
{
    return [list](Property &property) { property.shape.words = list; };
}
constexpr auto writeOnly()
{
    return [](Property &property) { property.use = Use::WriteOnly; };
}
constexpr auto leftOutWhenAbsent()
{
    return [](Property &property) { property.leftOutWhenAbsent = true; };
}
constexpr auto mayBeNull()
{
    return [](Property &property) { property.shape.mayBeNull = true; };
}

} // namespace http
