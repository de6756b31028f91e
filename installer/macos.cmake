# SPDX-License-Identifier: GPL-3.0-or-later
# Stationmaster.app, with the other programs beside the window's, in an image to drag it from: cpack -G DragNDrop
include(deploy.cmake)
set(icon "${CMAKE_CURRENT_SOURCE_DIR}/stationmaster.icns")
target_sources(stationmaster PRIVATE "${icon}")
set_source_files_properties("${icon}" TARGET_DIRECTORY stationmaster PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
set_target_properties(stationmaster PROPERTIES
  OUTPUT_NAME Stationmaster
  MACOSX_BUNDLE_BUNDLE_NAME Stationmaster
  MACOSX_BUNDLE_GUI_IDENTIFIER org.stationmaster.Stationmaster
  MACOSX_BUNDLE_BUNDLE_VERSION "${PROJECT_VERSION}"
  MACOSX_BUNDLE_SHORT_VERSION_STRING "${PROJECT_VERSION}"
  MACOSX_BUNDLE_ICON_FILE stationmaster.icns
  MACOSX_BUNDLE_COPYRIGHT "Stationmaster authors, GPL-3.0-or-later"
  MACOSX_BUNDLE_INFO_STRING "${PROJECT_DESCRIPTION}")

set(programs Stationmaster.app/Contents/MacOS)
install(TARGETS stationmaster BUNDLE DESTINATION .)
install(TARGETS stationmasterd stationmasterctl stationmaster-sim RUNTIME DESTINATION "${programs}")
deploy_libraries(Stationmaster.app "${programs}")

set(CPACK_GENERATOR DragNDrop)
set(CPACK_PACKAGE_FILE_NAME "stationmaster-${PROJECT_VERSION}-macos")
set(CPACK_DMG_VOLUME_NAME Stationmaster)
