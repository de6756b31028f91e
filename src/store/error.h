// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace store {

/// Why the database could not do what was asked. Written for a person: `text` says what happened, why, and
/// what to do; `detail` keeps the driver's own words for a log.
struct Error {
    enum class Kind {
        Unreachable,  ///< no such server, lost connection: worth trying again
        Damaged,      ///< not a database, another program's database, or broken pages
        ReadOnly,     ///< may be read but not written
        Full,         ///< no room left on the disk
        Locked,       ///< another program holds the lock
        NewerVersion, ///< written by a newer Stationmaster
        Constraint,   ///< the data contradicts itself: a bug or a broken reference
        Other,
    };

    Kind kind = Kind::Other;
    QString text{};
    QString detail{};

    /// True if the connection or the file is the trouble, so that every other statement would fail too.
    bool concernsWholeDatabase() const;
};

template<class T> using Outcome = tl::expected<T, Error>;

} // namespace store
