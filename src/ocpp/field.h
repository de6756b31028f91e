// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"
#include "ocpp/wireenum.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <array>
#include <concepts>
#include <limits>
#include <optional>
#include <span>
#include <type_traits>

// The declarative tables. A message lists its members once, and decode, encode, strict check, masking and
// forms walk that list. The walk is type-erased: per value type one FieldType, per member a few one-line
// functions.
namespace ocpp {

enum class Presence : quint8 { Required, Optional };

enum class Kind : quint8 { Text, Integer, Decimal, Boolean, Time, Enumeration, Object, List };

struct Field;

// How the walkers touch a value of one C++ type. Only what the kind needs is set.
struct FieldType {
    Kind kind = Kind::Text;
    qint64 lowest = 0; // Integer: range of the C++ type
    qint64 highest = 0; // Integer: range of the C++ type
    qint64 (*integer)(const void *) = nullptr; // Integer, Enumeration (index)
    void (*setInteger)(void *, qint64) = nullptr; // Integer, Enumeration (index)
    std::span<const QLatin1StringView> values{}; // Enumeration: wire spellings
    std::span<const Field> (*fields)() = nullptr; // Object
    const FieldType *element = nullptr; // List
    qsizetype (*size)(const void *) = nullptr; // List
    const void *(*at)(const void *, qsizetype) = nullptr; // List
    void *(*append)(void *) = nullptr; // List: a new last element
    void (*removeLast)(void *) = nullptr; // List
};

// Reaches one member of a struct; std::optional is looked through.
struct Accessor {
    const void *(*peek)(const void *object) = nullptr; // null: absent
    void *(*emplace)(void *object) = nullptr;
    void (*reset)(void *object) = nullptr;
};

// What is secret about a value, for masked() and for forms.
enum class Secrecy : quint8 {
    Open,
    ByKey, // secret when the sibling "key" names a secret configuration key, see isSecretKey()
    Credentials // an address that may carry user:password@
};

struct Field {
    QLatin1StringView name;
    Presence presence = Presence::Required;
    const FieldType *type = nullptr;
    Accessor access{};
    int maxLength = -1; // characters (code points), -1: unlimited
    double minimum =
        -std::numeric_limits<double>::infinity(); // said by the specification, unknown to the schema
    double maximum = std::numeric_limits<double>::infinity();
    std::span<const QLatin1StringView> values{}; // enumerations
    bool openValues = false; // values outside `values` are kept when received, never sent
    bool oneDecimal = false; // schema: multipleOf 0.1
    bool uri = false; // schema: format uri
    bool roundable = false; // a fraction is rounded to the whole number instead of refused
    bool jsonText = false; // an object or array sent instead of a text is kept as its JSON text
    bool expendable = false; // list: an item that cannot be read is dropped instead of refusing the message
    int minItems = 0; // list, said by the specification
    int schemaMinItems = 0; // list, checked by the schema
    bool secret = false; // may hold a secret: never shown in clear, see secrecy
    Secrecy secrecy = Secrecy::Open;
    QLatin1StringView unit{}; // of numbers: "s", "Wh"
    QLatin1StringView clause{}; // where the specification defines the message or type
    QLatin1StringView help{}; // one English sentence for forms; only messages that the central system sends

    Kind kind() const { return type->kind; }
    bool isOptional() const { return presence == Presence::Optional; }
};

template<class S>
concept WireStruct = requires
{
    {
        S::fields()
        } -> std::same_as<std::span<const Field>>;
};

// ---- value types ------------------------------------------------------------------------------------------

namespace detail {

template<class T>
struct TypeOf;

template<class T>
constexpr FieldType integral(Kind kind)
{
    FieldType type{.kind = kind};
    type.integer = [](const void *value) { return static_cast<qint64>(*static_cast<const T *>(value)); };
    type.setInteger = [](void *value, qint64 number) { *static_cast<T *>(value) = static_cast<T>(number); };
    return type;
}

template<std::integral T>
constexpr FieldType wholeNumber()
{
    FieldType type = integral<T>(Kind::Integer);
    type.lowest = std::numeric_limits<T>::min();
    type.highest = std::numeric_limits<T>::max();
    return type;
}

template<>
struct TypeOf<QString> {
    static constexpr FieldType type{.kind = Kind::Text};
};
template<>
struct TypeOf<double> {
    static constexpr FieldType type{.kind = Kind::Decimal};
};
template<>
struct TypeOf<bool> {
    static constexpr FieldType type{.kind = Kind::Boolean};
};
template<>
struct TypeOf<Timestamp> {
    static constexpr FieldType type{.kind = Kind::Time};
};
template<>
struct TypeOf<int> {
    static constexpr FieldType type = wholeNumber<int>();
};
template<>
struct TypeOf<qint64> {
    static constexpr FieldType type = wholeNumber<qint64>();
};

template<WireEnum E>
struct TypeOf<E> {
    static constexpr FieldType make()
    {
        FieldType made = integral<E>(Kind::Enumeration);
        made.values = enumValues<E>();
        return made;
    }
    static constexpr FieldType type = make();
};

template<WireStruct S>
struct TypeOf<S> {
    static constexpr FieldType make()
    {
        FieldType made{.kind = Kind::Object};
        made.fields = &S::fields;
        return made;
    }
    static constexpr FieldType type = make();
};

template<class T>
struct TypeOf<QList<T>> {
    using L = QList<T>;
    static constexpr FieldType make()
    {
        FieldType made{.kind = Kind::List};
        made.element = &TypeOf<T>::type;
        made.size = [](const void *list) { return static_cast<const L *>(list)->size(); };
        made.at = [](const void *list, qsizetype i) -> const void * {
            return &static_cast<const L *>(list)->at(i);
        };
        made.append = [](void *list) -> void * { return &static_cast<L *>(list)->emplaceBack(); };
        made.removeLast = [](void *list) { static_cast<L *>(list)->removeLast(); };
        return made;
    }
    static constexpr FieldType type = make();
};

// ---- member access ----------------------------------------------------------------------------------------

template<class M>
struct MemberOf;
template<class C, class V>
struct MemberOf<V C::*> {
    using Object = C;
    using Value = V;
};

template<class V>
struct Stored {
    using Type = V;
    static constexpr bool mayBeAbsent = false;
    static const void *peek(const V &value) { return &value; }
    static void *emplace(V &value) { return &value; }
    static void reset(V &value) { value = V{}; }
};

template<class T>
struct Stored<std::optional<T>> {
    using Type = T;
    static constexpr bool mayBeAbsent = true;
    static const void *peek(const std::optional<T> &value) { return value ? &*value : nullptr; }
    static void *emplace(std::optional<T> &value) { return &value.emplace(); }
    static void reset(std::optional<T> &value) { value.reset(); }
};

// An optional list is a plain QList: empty and absent mean the same (6.23, 6.41).
template<class T>
struct StoredList : Stored<QList<T>> {
    static constexpr bool mayBeAbsent = true;
    static const void *peek(const QList<T> &list) { return list.isEmpty() ? nullptr : &list; }
};

template<auto Member, class How>
constexpr Accessor accessor()
{
    using C = typename MemberOf<decltype(Member)>::Object;
    return {.peek = [](const void *object) { return How::peek(static_cast<const C *>(object)->*Member); },
            .emplace = [](void *object) { return How::emplace(static_cast<C *>(object)->*Member); },
            .reset = [](void *object) { How::reset(static_cast<C *>(object)->*Member); }};
}

template<class V>
struct OptionalStorage {
    using How = Stored<V>;
};
template<class T>
struct OptionalStorage<QList<T>> {
    using How = StoredList<T>;
};

template<auto Member, class How, class... Constraint>
constexpr Field makeField(const char *name, Presence presence, Constraint... constraint)
{
    Field field;
    field.name = QLatin1StringView(name);
    field.presence = presence;
    field.type = &TypeOf<typename How::Type>::type;
    field.access = accessor<Member, How>();
    field.values = field.type->values;
    (constraint(field), ...);
    return field;
}

} // namespace detail

// ---- the vocabulary of the tables -------------------------------------------------------------------------

template<auto Member, class... Constraint>
constexpr Field required(const char *name, Constraint... constraint)
{
    using How = detail::Stored<typename detail::MemberOf<decltype(Member)>::Value>;
    static_assert(!How::mayBeAbsent, "a required member is not a std::optional");
    return detail::makeField<Member, How>(name, Presence::Required, constraint...);
}

template<auto Member, class... Constraint>
constexpr Field optional(const char *name, Constraint... constraint)
{
    using How = typename detail::OptionalStorage<typename detail::MemberOf<decltype(Member)>::Value>::How;
    static_assert(How::mayBeAbsent, "an optional member is a std::optional or a QList");
    return detail::makeField<Member, How>(name, Presence::Optional, constraint...);
}

// All fields of one message or type, with the clause that defines it.
template<std::same_as<Field>... F>
constexpr std::array<Field, sizeof...(F)> table(const char *clause, F... field)
{
    ((field.clause = QLatin1StringView(clause)), ...);
    return {field...};
}

constexpr auto maxLength(int characters)
{
    return [characters](Field &field) { field.maxLength = characters; };
}
constexpr auto atLeast(double minimum)
{
    return [minimum](Field &field) { field.minimum = minimum; };
}
constexpr auto atMost(double maximum)
{
    return [maximum](Field &field) { field.maximum = maximum; };
}
constexpr auto unit(const char *symbol)
{
    return [symbol](Field &field) { field.unit = QLatin1StringView(symbol); };
}
constexpr auto help(const char *sentence)
{
    return [sentence](Field &field) { field.help = QLatin1StringView(sentence); };
}
// An enumeration whose unknown values are kept; the member is a QString.
constexpr auto anyOf(std::span<const QLatin1StringView> values)
{
    return [values](Field &field) {
        field.values = values;
        field.openValues = true;
    };
}
constexpr auto oneDecimal()
{
    return [](Field &field) { field.oneDecimal = true; };
}
constexpr auto uri()
{
    return [](Field &field) {
        field.uri = true;
        field.secrecy = Secrecy::Credentials;
    };
}
// An address that the schema does not check as a URI (W 6.9, 6.14).
constexpr auto address()
{
    return [](Field &field) { field.secrecy = Secrecy::Credentials; };
}
constexpr auto roundable()
{
    return [](Field &field) { field.roundable = true; };
}
constexpr auto jsonText()
{
    return [](Field &field) { field.jsonText = true; };
}
constexpr auto expendable()
{
    return [](Field &field) { field.expendable = true; };
}
constexpr auto oneOrMore()
{
    return [](Field &field) { field.minItems = 1; };
}
constexpr auto oneOrMoreBySchema()
{
    return [](Field &field) { field.minItems = field.schemaMinItems = 1; };
}
constexpr auto secretByKey()
{
    return [](Field &field) {
        field.secret = true;
        field.secrecy = Secrecy::ByKey;
    };
}

} // namespace ocpp
