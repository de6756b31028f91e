// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/descriptors.h"

#include <sys/resource.h>

#include <algorithm>

namespace csms {

qsizetype allowDescriptors(qsizetype wanted)
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    const rlim_t enough = rlim_t(wanted);
    if (limit.rlim_cur < enough) {
        rlimit raised = limit;
        raised.rlim_cur = std::min(enough, limit.rlim_max);
        if (setrlimit(RLIMIT_NOFILE, &raised) == 0)
            limit = raised;
    }
    return qsizetype(std::min(enough, limit.rlim_cur));
}

} // namespace csms
