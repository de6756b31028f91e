// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/databasesize.h"

namespace store {

using namespace Qt::Literals::StringLiterals;

qint64 databaseBytes(Database &db)
{
    return db.backend() == Backend::PostgreSql
               ? db.number(u"SELECT pg_database_size(current_database())"_s)
               : db.number(u"SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"_s);
}

} // namespace store
