# SPDX-License-Identifier: GPL-3.0-or-later
# sm_options: warnings, sanitizers, hardening and definitions that every target of ours links.
option(SM_WERROR "Treat warnings as errors" ON)
option(SM_COVERAGE "Count executed lines (gcov)" OFF)
option(SM_TIDY "Run clang-tidy beside the compiler" OFF)
set(SM_SANITIZE "" CACHE STRING "Sanitizers to build with: address,undefined or thread")

add_library(sm_options INTERFACE)
target_compile_definitions(sm_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
                           QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)

if(MSVC)
  target_compile_options(sm_options INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${SM_WERROR}>:/WX>)
else()
  target_compile_options(sm_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                         $<$<BOOL:${SM_WERROR}>:-Werror>)
endif()

# A test's own code runs once: optimizing it takes longer than running it.
set(is_test "$<BOOL:$<TARGET_PROPERTY:SM_IS_TEST>>")

if(SM_SANITIZE)
  # gcc takes what a sanitizer weaves in for a path on which a variable may not be set.
  target_compile_options(sm_options INTERFACE -fsanitize=${SM_SANITIZE} -fno-omit-frame-pointer
                         -Wno-maybe-uninitialized $<${is_test}:-O0>)
  if(SM_SANITIZE MATCHES "undefined")
    target_compile_options(sm_options INTERFACE -fno-sanitize-recover=undefined)
  endif()
  target_link_options(sm_options INTERFACE -fsanitize=${SM_SANITIZE})
elseif(UNIX AND NOT APPLE AND CMAKE_BUILD_TYPE MATCHES "^Rel")
  # A server on the open network: overflow checks that cost next to nothing, and no writable jump tables.
  target_compile_options(sm_options INTERFACE -fstack-protector-strong -U_FORTIFY_SOURCE
                         $<IF:${is_test},-O0,-D_FORTIFY_SOURCE=2>)
  target_link_options(sm_options INTERFACE -Wl,-z,relro,-z,now)
endif()

if(SM_COVERAGE)
  target_compile_options(sm_options INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(sm_options INTERFACE --coverage)
endif()

if(SM_TIDY)
  find_program(SM_CLANG_TIDY clang-tidy REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY "${SM_CLANG_TIDY}" --quiet)
endif()
