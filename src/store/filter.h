// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/value.h"

#include <QStringList>

#include <vector>

namespace store {

/// Puts together the tail of a filtered list. The texts are few, so their statements stay cached.
class Filter {
public:
    /// `condition` has one "?" for each value.
    void where(const QString &condition, Values values);
    /// "ORDER BY id DESC", and a LIMIT if limit > 0.
    void finish(const QString &order, int limit);

    QString tail() const;
    const std::vector<Value> &values() const { return values_; }

private:
    QStringList conditions_;
    QString end_;
    std::vector<Value> values_;
};

} // namespace store
