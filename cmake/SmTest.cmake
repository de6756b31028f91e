# SPDX-License-Identifier: GPL-3.0-or-later
# How tests are registered in CTest.

# Sanitizers and the counting of lines make a program two to ten times slower: the time allowed grows with them.
set(SM_TEST_TIMEOUT_FACTOR 1)
if(SM_SANITIZE OR SM_COVERAGE)
  set(SM_TEST_TIMEOUT_FACTOR 5)
endif()

# sm_allow(NAME SECONDS): the time that a test may take, longer in a slower program.
function(sm_allow name seconds)
  math(EXPR timeout "${seconds} * ${SM_TEST_TIMEOUT_FACTOR}")
  set_tests_properties(${name} PROPERTIES TIMEOUT ${timeout})
endfunction()

# sm_test_postgresql(NAME): the program of that test once more, as NAME_postgresql: its fixtures ask storetest::ownLocation for
# their database. Three minutes longer: the server starts, and many tests at a time share the machine.
function(sm_test_postgresql name)
  get_test_property(${name} ENVIRONMENT environment)
  get_test_property(${name} TIMEOUT timeout)
  math(EXPR timeout "${timeout} + 180 * ${SM_TEST_TIMEOUT_FACTOR}")
  add_test(NAME ${name}_postgresql COMMAND ${name})
  set_tests_properties(${name}_postgresql PROPERTIES ENVIRONMENT "${environment};SM_TEST_DATABASE=postgresql"
                                                     TIMEOUT ${timeout})
endfunction()

# sm_node_test(NAME test FILE x.mjs [BEFORE COMMAND...] [ENV K=V ...] [TIMEOUT s]): a script for node with what tests/interop
# installs. Its own deadlines grow with sanitizers too (SM_SLOW). BEFORE goes before node, to bring a database server along.
function(sm_node_test)
  cmake_parse_arguments(T "" "NAME;FILE;TIMEOUT" "BEFORE;ENV" ${ARGN})
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 120)
  endif()
  add_test(NAME ${T_NAME} COMMAND ${T_BEFORE} ${NODE_EXECUTABLE} --test-reporter=spec ${T_FILE}
           WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
  set_tests_properties(${T_NAME} PROPERTIES FIXTURES_REQUIRED interop
                       ENVIRONMENT "SM_SLOW=${SM_TEST_TIMEOUT_FACTOR};${T_ENV}")
  sm_allow(${T_NAME} ${T_TIMEOUT})
endfunction()

# sm_test(NAME tst_x SOURCES ... LINK ... [ENV K=V ...] [LABELS ...] [TIMEOUT s]): one Qt Test executable.
function(sm_test)
  cmake_parse_arguments(T "" "NAME;TIMEOUT" "SOURCES;LINK;ENV;LABELS" ${ARGN})
  if(T_UNPARSED_ARGUMENTS OR NOT T_NAME OR NOT T_SOURCES)
    message(FATAL_ERROR "sm_test(NAME ... SOURCES ...): cannot make sense of '${ARGN}'")
  endif()
  add_executable(${T_NAME} ${T_SOURCES})
  target_link_libraries(${T_NAME} PRIVATE sm_options Qt6::Test ${T_LINK})
  target_include_directories(${T_NAME} PRIVATE "${CMAKE_SOURCE_DIR}/tests" "${CMAKE_CURRENT_BINARY_DIR}")
  set_target_properties(${T_NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests" SM_IS_TEST ON
                                             AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
  # AUTOMOC would start three programs and compile an empty file for each of more than a hundred tests.
  foreach(source IN LISTS T_SOURCES)
    get_filename_component(stem "${source}" NAME_WE)
    file(STRINGS "${source}" included REGEX "^#include \"${stem}\\.moc\"")
    if(included)
      qt_generate_moc("${source}" "${CMAKE_CURRENT_BINARY_DIR}/${stem}.moc" TARGET ${T_NAME})
      target_sources(${T_NAME} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${stem}.moc")
    endif()
  endforeach()
  if("uifixture" IN_LIST T_LINK OR "livesite" IN_LIST T_LINK)
    sm_use_pch(${T_NAME} FROM sm_pch_uitest)
  else()
    sm_use_pch(${T_NAME} FROM sm_pch_test)
  endif()
  add_test(NAME ${T_NAME} COMMAND ${T_NAME})
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 120)
  endif()
  set_tests_properties(${T_NAME} PROPERTIES LABELS "${T_LABELS}" ENVIRONMENT "QT_QPA_PLATFORM=offscreen;${T_ENV}")
  sm_allow(${T_NAME} ${T_TIMEOUT})
endfunction()
