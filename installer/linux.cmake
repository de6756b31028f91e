# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package, and what lies where a Linux desktop looks for it: menu entry, icon, service, manual pages, completions.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no linker sees: the database drivers, the pictures' format, the font, and Qt's own words in German.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "libqt6sql6-sqlite, libqt6sql6-psql, libqt6svg6, fonts-inter, qt6-translations-l10n, tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, gnome-keyring | kwalletmanager")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "postgresql")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "${CMAKE_CURRENT_SOURCE_DIR}/postinst" "${CMAKE_CURRENT_SOURCE_DIR}/prerm"
                                       "${CMAKE_CURRENT_SOURCE_DIR}/postrm")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CMAKE_SKIP_INSTALL_RPATH ON)
install(TARGETS stationmaster stationmasterd stationmasterctl stationmaster-sim RUNTIME)
install(FILES stationmaster.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES stationmaster.svg DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES copyright DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(DIRECTORY "${CMAKE_SOURCE_DIR}/docs/" DESTINATION "${CMAKE_INSTALL_DOCDIR}"
        FILES_MATCHING PATTERN "*.md" PATTERN "*.png")

configure_file(stationmaster.metainfo.xml org.stationmaster.Stationmaster.metainfo.xml @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/org.stationmaster.Stationmaster.metainfo.xml"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")

# Software centres and desktops leave out what they cannot read.
if(BUILD_TESTING)
  foreach(tool IN ITEMS desktop-file-validate appstreamcli)
    find_program(SM_${tool} ${tool})
    if(NOT SM_${tool})
      message(WARNING "No ${tool}: its test of the installer's files is left out.")
    endif()
  endforeach()
  if(SM_desktop-file-validate)
    add_test(NAME desktop-file COMMAND "${SM_desktop-file-validate}" "${CMAKE_CURRENT_SOURCE_DIR}/stationmaster.desktop")
  endif()
  if(SM_appstreamcli)
    add_test(NAME metainfo COMMAND "${SM_appstreamcli}" validate --no-net
                                   "${CMAKE_CURRENT_BINARY_DIR}/org.stationmaster.Stationmaster.metainfo.xml")
  endif()
endif()

# The service names its program with the full path, and only at installation is the prefix sure.
set(service "${CMAKE_CURRENT_SOURCE_DIR}/stationmasterd.service")
install(CODE "
  set(PROGRAM \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/stationmasterd\")
  configure_file(\"${service}\" \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/lib/systemd/system/stationmasterd.service\" @ONLY)
")

# What the programs say about themselves needs a program that runs here, and at its usual speed.
if(CMAKE_CROSSCOMPILING OR SM_SANITIZE)
  return()
endif()

# installed_text(OUTPUT DIRECTORY PROGRAM ARGUMENT...): what the program prints becomes a file that is installed.
set(texts)
function(installed_text output directory program)
  set(file "${CMAKE_CURRENT_BINARY_DIR}/${output}")
  add_custom_command(OUTPUT "${file}"
                     COMMAND "${CMAKE_COMMAND}" -E env QT_QPA_PLATFORM=offscreen $<TARGET_FILE:${program}> ${ARGN} > "${file}"
                     DEPENDS ${program} VERBATIM)
  install(FILES "${file}" DESTINATION "${CMAKE_INSTALL_DATADIR}/${directory}")
  set(texts ${texts} "${file}" PARENT_SCOPE)
endfunction()

installed_text(stationmasterctl bash-completion/completions stationmasterctl completion bash)
installed_text(_stationmasterctl zsh/vendor-completions stationmasterctl completion zsh)
installed_text(stationmasterctl.fish fish/vendor_completions.d stationmasterctl completion fish)

find_program(SM_GZIP gzip)
if(SM_GZIP)
  # These write their manual pages themselves, from the tables of their options.
  foreach(program IN ITEMS stationmaster stationmasterd stationmaster-sim)
    set(page "${CMAKE_CURRENT_BINARY_DIR}/${program}.1.gz")
    add_custom_command(OUTPUT "${page}"
                       COMMAND "${CMAKE_COMMAND}" -E env QT_QPA_PLATFORM=offscreen $<TARGET_FILE:${program}> --man
                               > "${program}.1"
                       COMMAND "${SM_GZIP}" -9nf "${program}.1"
                       DEPENDS ${program} VERBATIM)
    list(APPEND texts "${page}")
    install(FILES "${page}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
  endforeach()
  set(page "${CMAKE_CURRENT_BINARY_DIR}/stationmasterctl.1.gz")
  add_custom_command(OUTPUT "${page}"
                     COMMAND "${SM_GZIP}" -9nc "${CMAKE_CURRENT_SOURCE_DIR}/man/stationmasterctl.1" > "${page}"
                     DEPENDS man/stationmasterctl.1 VERBATIM)
  list(APPEND texts "${page}")
  install(FILES "${page}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")

  configure_file(changelog changelog @ONLY)
  set(changelog "${CMAKE_CURRENT_BINARY_DIR}/changelog.gz")
  add_custom_command(OUTPUT "${changelog}"
                     COMMAND "${SM_GZIP}" -9nc "${CMAKE_CURRENT_BINARY_DIR}/changelog" > "${changelog}"
                     DEPENDS "${CMAKE_CURRENT_BINARY_DIR}/changelog" VERBATIM)
  list(APPEND texts "${changelog}")
  install(FILES "${changelog}" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
endif()
add_custom_target(installed_texts ALL DEPENDS ${texts})
