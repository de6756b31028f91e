# SPDX-License-Identifier: GPL-3.0-or-later
# deploy_libraries(EXECUTABLE FOLDER): brings along, by Qt's own tool, the Qt that Windows and macOS do not have: libraries,
# plugins and translations. EXECUTABLE is the window's, FOLDER that of the other programs; both are relative to the prefix.
function(deploy_libraries executable folder)
  set(others)
  foreach(program IN ITEMS stationmasterd stationmasterctl stationmaster-sim)
    string(APPEND others " \"${folder}/$<TARGET_FILE_NAME:${program}>\"")
  endforeach()
  set(script "${CMAKE_CURRENT_BINARY_DIR}/deploy.cmake")
  file(GENERATE OUTPUT "${script}" CONTENT "
include(\"${QT_DEPLOY_SUPPORT}\")
qt_deploy_runtime_dependencies(EXECUTABLE \"${executable}\" ADDITIONAL_EXECUTABLES${others}
                               GENERATE_QT_CONF NO_APP_STORE_COMPLIANCE)
")
  install(SCRIPT "${script}")
endfunction()
