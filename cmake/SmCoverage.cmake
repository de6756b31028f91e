# SPDX-License-Identifier: GPL-3.0-or-later
# Targets of the preset `coverage`: coverage_reset forgets earlier runs, coverage prints what the tests executed.
if(SM_COVERAGE)
  find_program(SM_GCOVR gcovr REQUIRED)
  add_custom_target(coverage_reset COMMAND "${CMAKE_COMMAND}" "-DBUILD=${CMAKE_BINARY_DIR}" -DRESET=ON
                                           -P "${CMAKE_CURRENT_LIST_DIR}/coverage.cmake")
  add_custom_target(coverage COMMAND "${CMAKE_COMMAND}" "-DBUILD=${CMAKE_BINARY_DIR}" "-DROOT=${CMAKE_SOURCE_DIR}"
                                     "-DGCOVR=${SM_GCOVR}" -P "${CMAKE_CURRENT_LIST_DIR}/coverage.cmake")
endif()
