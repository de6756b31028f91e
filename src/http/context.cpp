// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/context.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

int statusOf(store::Error::Kind kind)
{
    switch (kind) {
    case store::Error::Kind::Unreachable:
    case store::Error::Kind::Locked:
    case store::Error::Kind::ReadOnly:
        return 503;
    case store::Error::Kind::Full:
        return 507;
    case store::Error::Kind::Damaged:
    case store::Error::Kind::NewerVersion:
    case store::Error::Kind::Constraint:
    case store::Error::Kind::Other:
        return 500;
    }
    Q_UNREACHABLE();
}

} // namespace

Context::Context(const store::Location &location, store::Writer &storeWriter)
    : reads(location), writer(storeWriter)
{
}

Failure Context::storeFailure(const store::Error &error)
{
    return {statusOf(error.kind), u"database"_s, error.text, {}};
}

} // namespace http
