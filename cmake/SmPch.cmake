# SPDX-License-Identifier: GPL-3.0-or-later
# Precompiled headers and fewer, larger compilations halve the time of a build from nothing. ccache cannot share objects made
# with them between build folders, so where it is installed they are off.
if(SM_CCACHE)
  set(default OFF)
else()
  set(default ON)
endif()
option(SM_UNITY "Compile several files at a time" ${default})
if(SM_TIDY) # clang cannot read what gcc precompiled
  set(default OFF)
endif()
option(SM_PCH "Precompile the headers that most files include" ${default})

# What is compiled together has no name in common in its unnamed namespaces. The window is compiled folder by folder, but
# for those folders whose files each have the same few names.
set(SM_UNITY_LAYERS ocpp charging store csms simulator)
set(SM_UNITY_NOT text pages/idtags pages/schedules)

set(SM_PCH_CORE <QByteArray> <QDateTime> <QFuture> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject>
                <QString> <QStringList> <QVariant> <algorithm> <array> <chrono> <functional> <map> <memory> <optional>
                <span> <variant> <vector> <tl/expected.hpp>)
set(SM_PCH_WIDGETS <QAbstractItemModel> <QAction> <QApplication> <QBoxLayout> <QLabel> <QPainter> <QPushButton> <QWidget>)
set(SM_PCH_UITEST <QComboBox> <QLineEdit> <QSignalSpy> <QTableView> <QTemporaryDir> <QTest>)

# A target of nothing but a precompiled header, for all programs or libraries that are compiled alike. Programs are
# compiled with -fPIE and libraries with -fPIC: each kind needs one of its own.
function(sm_add_pch name kind)
  cmake_parse_arguments(P "" "" "HEADERS;LINK" ${ARGN})
  if(kind STREQUAL "program")
    file(CONFIGURE OUTPUT ${name}.cpp CONTENT "int main() {}\n")
    add_executable(${name} EXCLUDE_FROM_ALL "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
    set_target_properties(${name} PROPERTIES SM_IS_TEST ON)
  else()
    file(CONFIGURE OUTPUT ${name}.cpp CONTENT "int ${name} = 0;\n")
    add_library(${name} STATIC EXCLUDE_FROM_ALL "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
  endif()
  target_link_libraries(${name} PRIVATE sm_options Qt6::Core tl::expected ${P_LINK})
  target_precompile_headers(${name} PRIVATE ${SM_PCH_CORE} ${P_HEADERS})
  set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
endfunction()

function(sm_make_pch)
  if(NOT SM_PCH)
    return()
  endif()
  sm_add_pch(sm_pch_library library)
  sm_add_pch(sm_pch_test program)
endfunction()

# What <QTest> declares depends on the Qt modules that a test links, and on its folder: only the window's tests, whose
# fixture links what any of them needs, share it.
function(sm_make_uitest_pch)
  if(SM_PCH)
    sm_add_pch(sm_pch_uitest program HEADERS ${SM_PCH_WIDGETS} ${SM_PCH_UITEST}
               LINK Qt6::Widgets Qt6::Sql Qt6::Network Qt6::Test)
  endif()
endfunction()

# The files of each folder become one compilation.
function(sm_unite_folders target)
  get_target_property(root ${target} SOURCE_DIR)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    if(source MATCHES "\\.cpp$")
      cmake_path(GET source PARENT_PATH folder)
      if(folder IN_LIST SM_UNITY_NOT)
        continue()
      endif()
      string(MAKE_C_IDENTIFIER "${target}_${folder}" group)
      set_source_files_properties("${root}/${source}" TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${group})
    endif()
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# sm_use_pch(TARGET... [FROM pch-target]): after the targets are complete. Most layers are compiled several files at
# a time, too.
function(sm_use_pch)
  cmake_parse_arguments(P "" "FROM" "" ${ARGN})
  if(NOT P_FROM)
    set(P_FROM sm_pch_library)
  endif()
  foreach(target IN LISTS P_UNPARSED_ARGUMENTS)
    if(NOT TARGET ${target})
      continue()
    endif()
    if(NOT SM_PCH)
      # compiled as it stands
    elseif(target STREQUAL "ui")
      target_precompile_headers(ui PRIVATE ${SM_PCH_CORE} ${SM_PCH_WIDGETS})
    else()
      target_precompile_headers(${target} REUSE_FROM ${P_FROM})
    endif()
    if(SM_UNITY AND target IN_LIST SM_UNITY_LAYERS)
      set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
    elseif(SM_UNITY AND target STREQUAL "ui")
      sm_unite_folders(${target})
    endif()
  endforeach()
endfunction()
