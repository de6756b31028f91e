// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/logging.h"

#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

namespace app {

void setLogLevel(const QString &level)
{
    QString rules;
    for (const auto &finer : {"debug"_L1, "info"_L1, "warning"_L1}) {
        if (level == finer)
            break;
        rules += u"stationmaster.*.%1=false\n"_s.arg(finer);
    }
    QLoggingCategory::setFilterRules(rules);
    qSetMessagePattern(u"%{time yyyy-MM-ddThh:mm:ss.zzz} %{type} %{category}: %{message}"_s);
}

} // namespace app
