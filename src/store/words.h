// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <cstddef>

namespace store {

/// One enumerator and the word it is stored as.
template<class E> struct Word {
    E value;
    QLatin1StringView word;
};

template<class E, std::size_t N> QLatin1StringView wordOf(const Word<E> (&words)[N], E value)
{
    for (const Word<E> &entry : words) {
        if (entry.value == value)
            return entry.word;
    }
    Q_UNREACHABLE();
    return {};
}

template<class E, std::size_t N> bool fromWord(const Word<E> (&words)[N], QStringView text, E &value)
{
    for (const Word<E> &entry : words) {
        if (text == entry.word) {
            value = entry.value;
            return true;
        }
    }
    return false;
}

} // namespace store
