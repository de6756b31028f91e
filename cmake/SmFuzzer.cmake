# SPDX-License-Identifier: GPL-3.0-or-later
# sm_fuzzer(NAME fuzz_x SOURCES ... LINK ...): a libFuzzer program, built by the preset `fuzz` (clang) only. Everything
# it links is instrumented too, because sm_options carries the flag.
option(SM_FUZZ "Build the fuzzers; needs clang" OFF)
if(SM_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "SM_FUZZ needs clang, because libFuzzer is part of it. Use: cmake --preset fuzz")
  endif()
  target_compile_options(sm_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

function(sm_fuzzer)
  if(NOT SM_FUZZ)
    return()
  endif()
  cmake_parse_arguments(F "" "NAME" "SOURCES;LINK" ${ARGN})
  add_executable(${F_NAME} ${F_SOURCES})
  target_link_libraries(${F_NAME} PRIVATE sm_options ${F_LINK})
  target_link_options(${F_NAME} PRIVATE -fsanitize=fuzzer)
  set_target_properties(${F_NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
endfunction()
