// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/filter.h"

using namespace Qt::Literals::StringLiterals;

namespace store {

void Filter::where(const QString &condition, Values values)
{
    conditions_.append(condition);
    values_.insert(values_.end(), values.begin(), values.end());
}

void Filter::finish(const QString &order, int limit)
{
    end_ = order;
    if (limit > 0) {
        end_ += u" LIMIT ?"_s;
        values_.emplace_back(limit);
    }
}

QString Filter::tail() const
{
    return conditions_.isEmpty() ? end_ : u"WHERE "_s + conditions_.join(u" AND "_s) + u" "_s + end_;
}

} // namespace store
