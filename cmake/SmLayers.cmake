# SPDX-License-Identifier: GPL-3.0-or-later
# sm_check_layers(): stops the configuration when a layer links what layers.cmake does not grant it. What is not linked
# cannot be included, so from here on the compiler guards the arrows.
include("${CMAKE_CURRENT_LIST_DIR}/layers.cmake")

function(sm_check_link layer library)
  if(library MATCHES "^Qt6?::(.+)$")
    if(NOT CMAKE_MATCH_1 STREQUAL "Core" AND NOT CMAKE_MATCH_1 IN_LIST SM_QT_${layer})
      message(SEND_ERROR "${layer} links ${library}, which cmake/layers.cmake does not grant it.")
    endif()
  elseif(library IN_LIST SM_LAYERS AND NOT library IN_LIST SM_USES_${layer})
    message(SEND_ERROR "${layer} links ${library}: that arrow points upwards (see cmake/layers.cmake).")
  endif()
endfunction()

# A public Qt module would reach everybody above; tests/architecture alone would then keep them from including it.
function(sm_check_public layer library)
  if(library MATCHES "^Qt6?::(.+)$" AND NOT CMAKE_MATCH_1 STREQUAL "Core" AND NOT CMAKE_MATCH_1 IN_LIST SM_PUBLIC_QT_${layer})
    message(SEND_ERROR "${layer} links ${library} publicly: link it PRIVATE, and keep its types out of the headers.")
  endif()
endfunction()

function(sm_check_layers)
  foreach(layer IN LISTS SM_LAYERS)
    if(NOT TARGET ${layer})
      continue()
    endif()
    get_target_property(all ${layer} LINK_LIBRARIES)
    get_target_property(public ${layer} INTERFACE_LINK_LIBRARIES)
    foreach(library IN LISTS all)
      sm_check_link(${layer} "${library}")
    endforeach()
    foreach(library IN LISTS public)
      sm_check_public(${layer} "${library}")
    endforeach()
  endforeach()
endfunction()
