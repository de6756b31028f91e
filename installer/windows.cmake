# SPDX-License-Identifier: GPL-3.0-or-later
# The installer for Windows: cpack -G NSIS, with NSIS from nsis.sourceforge.io.
include(deploy.cmake)
set(CMAKE_INSTALL_SYSTEM_RUNTIME_DESTINATION bin)
include(InstallRequiredSystemLibraries)

enable_language(RC)
target_sources(stationmaster PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/stationmaster.rc")

install(TARGETS stationmaster stationmasterd stationmasterctl stationmaster-sim
        RUNTIME_DEPENDENCY_SET libraries RUNTIME DESTINATION bin)
install(RUNTIME_DEPENDENCY_SET libraries
        PRE_EXCLUDE_REGEXES "^api-ms-" "^ext-ms-" "^[Qq]t6"
        POST_EXCLUDE_REGEXES "[/\\\\][Ww][Ii][Nn][Dd][Oo][Ww][Ss][/\\\\]"
        RUNTIME DESTINATION bin)
install(FILES "${CMAKE_SOURCE_DIR}/LICENSE" DESTINATION .)
deploy_libraries(bin/$<TARGET_FILE_NAME:stationmaster> bin)
include(nsis.cmake)
