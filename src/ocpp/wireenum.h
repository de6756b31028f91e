// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace ocpp {

// The spellings of a closed enumeration as they stand on the wire, indexed by the enumerator.
template<class E>
struct EnumNames;

template<class E>
concept WireEnum = std::is_enum_v<E> && requires
{
    EnumNames<E>::values.size();
};

namespace detail {

consteval std::size_t nameCount(std::string_view list)
{
    std::size_t count = 1;
    for (const char c : list)
        count += c == ',' ? 1 : 0;
    return count;
}

template<std::size_t N>
consteval std::array<QLatin1StringView, N> splitNames(std::string_view list)
{
    std::array<QLatin1StringView, N> names;
    for (QLatin1StringView &name : names) {
        const std::size_t end = list.find(',');
        const std::string_view word = list.substr(0, end);
        name = QLatin1StringView(word.data(), qsizetype(word.size()));
        list.remove_prefix(end == std::string_view::npos ? list.size() : list.find_first_not_of(", ", end));
    }
    return names;
}

} // namespace detail

template<WireEnum E>
constexpr std::span<const QLatin1StringView> enumValues()
{
    return EnumNames<E>::values;
}

// The empty pack makes this the weaker candidate beside QTest::toString(const T &), which would else be ambiguous
// in every QCOMPARE of an enumeration.
template<WireEnum E, class... Nothing>
requires(sizeof...(Nothing) == 0) constexpr QLatin1StringView toString(E value, Nothing...)
{
    return EnumNames<E>::values[static_cast<std::size_t>(value)];
}

// Exact spelling only (J 4.2: strings of enumerations are case sensitive); the lenient decoder is more
// patient.
template<WireEnum E>
std::optional<E> fromString(QStringView text)
{
    const auto &names = EnumNames<E>::values;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (text == names[i])
            return static_cast<E>(i);
    }
    return std::nullopt;
}

} // namespace ocpp

// Declares `enum class Name` and its wire spellings from one list, inside namespace ocpp.
#define OCPP_ENUM(Name, ...)                                                                                 \
    enum class Name { __VA_ARGS__ };                                                                         \
    template<>                                                                                               \
    struct EnumNames<Name> {                                                                                 \
        static constexpr auto values = detail::splitNames<detail::nameCount(#__VA_ARGS__)>(#__VA_ARGS__);    \
    };
