// SPDX-License-Identifier: GPL-3.0-or-later
// What libraries allocate, copy and free is not looked at: they are not built for the thread sanitizer, so it does not see
// what orders it between threads (the reference counts inside Qt, the queue that an event waits in). What our code
// allocates, copies and frees is looked at. ignore_noninstrumented_modules=1 cannot tell the two apart on Linux: it
// would no longer see that our own code frees, copies or clears what another thread uses.
#include <cstddef>
#include <new>

extern "C" {
void *__interceptor_malloc(std::size_t size);
void *__interceptor_calloc(std::size_t count, std::size_t size);
void *__interceptor_realloc(void *block, std::size_t size);
void __interceptor_free(void *block);
void *__interceptor_memcpy(void *to, const void *from, std::size_t size);
void *__interceptor_memmove(void *to, const void *from, std::size_t size);
void *__interceptor_memset(void *to, int value, std::size_t size);
void __tsan_ignore_thread_begin();
void __tsan_ignore_thread_end();
extern const char __executable_start; // the linker's: where our code begins
extern const char etext; // and ends
}

namespace {

/// Everything of ours is linked statically: what lies outside the program is foreign.
class Unseen {
public:
    explicit Unseen(const void *caller) : isForeign_(caller < &__executable_start || caller >= &etext)
    {
        if (isForeign_)
            __tsan_ignore_thread_begin();
    }
    ~Unseen()
    {
        if (isForeign_)
            __tsan_ignore_thread_end();
    }
    Unseen(const Unseen &) = delete;
    Unseen &operator=(const Unseen &) = delete;

private:
    bool isForeign_;
};

void *allocate(const void *caller, std::size_t size)
{
    const Unseen unseen(caller);
    if (void *block = __interceptor_malloc(size))
        return block;
    throw std::bad_alloc();
}

void deallocate(const void *caller, void *block)
{
    const Unseen unseen(caller);
    __interceptor_free(block);
}

} // namespace

extern "C" void *malloc(std::size_t size) noexcept
{
    const Unseen unseen(__builtin_return_address(0));
    return __interceptor_malloc(size);
}

extern "C" void *calloc(std::size_t count, std::size_t size) noexcept
{
    const Unseen unseen(__builtin_return_address(0));
    return __interceptor_calloc(count, size);
}

extern "C" void *realloc(void *block, std::size_t size) noexcept
{
    const Unseen unseen(__builtin_return_address(0));
    return __interceptor_realloc(block, size);
}

extern "C" void free(void *block) noexcept
{
    deallocate(__builtin_return_address(0), block);
}

extern "C" void *memcpy(void *to, const void *from, std::size_t size) noexcept
{
    const Unseen unseen(__builtin_return_address(0));
    return __interceptor_memcpy(to, from, size);
}

extern "C" void *memmove(void *to, const void *from, std::size_t size) noexcept
{
    const Unseen unseen(__builtin_return_address(0));
    return __interceptor_memmove(to, from, size);
}

extern "C" void *memset(void *to, int value, std::size_t size) noexcept
{
    const Unseen unseen(__builtin_return_address(0));
    return __interceptor_memset(to, value, size);
}

void *operator new(std::size_t size)
{
    return allocate(__builtin_return_address(0), size);
}

void *operator new[](std::size_t size)
{
    return allocate(__builtin_return_address(0), size);
}

void operator delete(void *block) noexcept
{
    deallocate(__builtin_return_address(0), block);
}

void operator delete[](void *block) noexcept
{
    deallocate(__builtin_return_address(0), block);
}

void operator delete(void *block, std::size_t) noexcept
{
    deallocate(__builtin_return_address(0), block);
}

void operator delete[](void *block, std::size_t) noexcept
{
    deallocate(__builtin_return_address(0), block);
}
