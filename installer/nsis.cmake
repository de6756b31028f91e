# SPDX-License-Identifier: GPL-3.0-or-later
# What the installer for Windows does beside copying files: menu, desktop, firewall, and taking all of it back.
set(CPACK_GENERATOR NSIS)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Stationmaster)
set(CPACK_PACKAGE_FILE_NAME "stationmaster-${PROJECT_VERSION}-windows")
set(CPACK_PACKAGE_EXECUTABLES stationmaster Stationmaster)
set(CPACK_CREATE_DESKTOP_LINKS stationmaster)
set(CPACK_NSIS_DISPLAY_NAME Stationmaster)
set(CPACK_NSIS_PACKAGE_NAME Stationmaster)
set(CPACK_NSIS_MUI_ICON "${CMAKE_CURRENT_LIST_DIR}/stationmaster.ico")
set(CPACK_NSIS_MUI_UNIICON "${CMAKE_CURRENT_LIST_DIR}/stationmaster.ico")
set(CPACK_NSIS_INSTALLED_ICON_NAME "bin\\stationmaster.exe")
set(CPACK_NSIS_MUI_FINISHPAGE_RUN stationmaster.exe)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)

# Chargers come in through whichever port the owner chooses, so the rule names the programs. A network that the owner calls
# public stays shut. Uninstalling leaves the data: the sessions are the owner's bookkeeping.
set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS)
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS)
foreach(program IN ITEMS stationmaster stationmasterd)
  set(rule "netsh advfirewall firewall @VERB@ rule name=\"Stationmaster (${program})\"")
  string(REPLACE "@VERB@" delete forget "${rule}")
  string(REPLACE "@VERB@" add allow "${rule}")
  set(allow "${allow} dir=in action=allow protocol=TCP profile=private,domain program=\"$INSTDIR\\bin\\${program}.exe\"")
  string(APPEND CPACK_NSIS_EXTRA_INSTALL_COMMANDS "  nsExec::Exec '${forget}'\n  Pop $0\n  nsExec::Exec '${allow}'\n  Pop $0\n")
  string(APPEND CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS "  nsExec::Exec '${forget}'\n  Pop $0\n")
endforeach()
