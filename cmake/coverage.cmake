# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DBUILD= -DROOT= -DGCOVR= -P coverage.cmake: covered lines of each layer, and a report to browse.
cmake_policy(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/layers.cmake")

if(RESET)
  file(GLOB_RECURSE counts "${BUILD}/*.gcda")
  if(counts)
    file(REMOVE ${counts})
  endif()
  return()
endif()

set(report "${BUILD}/coverage")
file(MAKE_DIRECTORY "${report}")
execute_process(COMMAND "${GCOVR}" --root "${ROOT}" --object-directory "${BUILD}" --filter "${ROOT}/(src|ui)/" -j 2
                        --exclude-throw-branches --json-summary "${report}/summary.json"
                        --html-details "${report}/index.html" "${BUILD}"
                COMMAND_ERROR_IS_FATAL ANY)
file(READ "${report}/summary.json" summary)

foreach(layer IN LISTS SM_LAYERS)
  set(total_${layer} 0)
  set(covered_${layer} 0)
endforeach()
string(JSON count LENGTH "${summary}" files)
math(EXPR last "${count} - 1")
foreach(index RANGE ${last})
  string(JSON name GET "${summary}" files ${index} filename)
  string(JSON total GET "${summary}" files ${index} line_total)
  string(JSON covered GET "${summary}" files ${index} line_covered)
  string(REGEX REPLACE "^(src/)?([a-z]+)/.*" "\\2" layer "${name}")
  math(EXPR total_${layer} "${total_${layer}} + ${total}")
  math(EXPR covered_${layer} "${covered_${layer}} + ${covered}")
endforeach()

# line NAME COVERED TOTAL: one row of the table.
function(line name covered total)
  string(APPEND name "            ")
  string(SUBSTRING "${name}" 0 12 name)
  math(EXPR percent "(${covered} * 100 + ${total} / 2) / ${total}")
  message("${name} ${percent} %   ${covered} of ${total} lines")
endfunction()

set(total_all 0)
set(covered_all 0)
message("")
foreach(layer IN LISTS SM_LAYERS)
  if(total_${layer} GREATER 0)
    line(${layer} ${covered_${layer}} ${total_${layer}})
    math(EXPR total_all "${total_all} + ${total_${layer}}")
    math(EXPR covered_all "${covered_all} + ${covered_${layer}}")
  endif()
endforeach()
line(all ${covered_all} ${total_all})
message("Line by line: ${report}/index.html")
