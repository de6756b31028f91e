// SPDX-License-Identifier: GPL-3.0-or-later
// QProcess starts a child that shares the program's memory until it calls exec. The sanitizer takes that for a copy and
// lets the child's thread, of many that it does not have, see nothing any more: here that is the thread of the program that
// called, whose locks and events then order nothing, and whose races are not found.
#include <sched.h>
#include <sys/types.h>

#include <cstdarg>

extern "C" {
int __interceptor_clone(int (*function)(void *), void *stack, int flags, void *argument, pid_t *parent, void *tls,
                        pid_t *child);

/// As the C library's, but the child has memory of its own; what QProcess learns of its child comes through a pipe.
int clone(int (*function)(void *), void *stack, int flags, void *argument, ...) noexcept
{
    va_list more;
    va_start(more, argument);
    auto *const parent = va_arg(more, pid_t *);
    void *const tls = va_arg(more, void *);
    auto *const child = va_arg(more, pid_t *);
    va_end(more);
    if (flags & CLONE_VFORK)
        flags &= ~CLONE_VM;
    return __interceptor_clone(function, stack, flags, argument, parent, tls, child);
}
}
