# SPDX-License-Identifier: GPL-3.0-or-later
# Precompiled headers halve the time of a build from nothing. ccache cannot share objects made with them between build
# folders, so where it is installed they are off.
set(default ON)
if(SM_CCACHE OR SM_TIDY)
  set(default OFF)
endif()
option(SM_PCH "Precompile the headers that most files include" ${default})

set(SM_PCH_CORE <QByteArray> <QDateTime> <QFuture> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject>
                <QString> <QStringList> <QVariant> <algorithm> <array> <chrono> <functional> <map> <memory> <optional>
                <span> <variant> <vector> <tl/expected.hpp>)
set(SM_PCH_WIDGETS <QAbstractItemModel> <QAction> <QApplication> <QBoxLayout> <QLabel> <QPainter> <QPushButton> <QWidget>)

# <QTest> is not among them: what it declares depends on the modules that a test links, and no two could share it.
# Programs are compiled with -fPIE and libraries with -fPIC: each kind needs a precompiled header of its own.
function(sm_make_pch)
  if(NOT SM_PCH)
    return()
  endif()
  file(CONFIGURE OUTPUT pch_library.cpp CONTENT "int sm_pch_library = 0;\n")
  add_library(sm_pch_library STATIC EXCLUDE_FROM_ALL "${CMAKE_CURRENT_BINARY_DIR}/pch_library.cpp")
  target_link_libraries(sm_pch_library PRIVATE sm_options Qt6::Core tl::expected)
  target_precompile_headers(sm_pch_library PRIVATE ${SM_PCH_CORE})

  file(CONFIGURE OUTPUT pch_test.cpp CONTENT "int main() {}\n")
  add_executable(sm_pch_test EXCLUDE_FROM_ALL "${CMAKE_CURRENT_BINARY_DIR}/pch_test.cpp")
  target_link_libraries(sm_pch_test PRIVATE sm_options Qt6::Core tl::expected)
  target_precompile_headers(sm_pch_test PRIVATE ${SM_PCH_CORE})
  set_target_properties(sm_pch_library sm_pch_test PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
endfunction()

# sm_use_pch(TARGET...): after the targets are complete.
function(sm_use_pch)
  if(NOT SM_PCH)
    return()
  endif()
  foreach(target IN LISTS ARGN)
    if(NOT TARGET ${target})
      continue()
    endif()
    get_target_property(type ${target} TYPE)
    if(target STREQUAL "ui")
      target_precompile_headers(ui PRIVATE ${SM_PCH_CORE} ${SM_PCH_WIDGETS})
    elseif(type STREQUAL "EXECUTABLE")
      target_precompile_headers(${target} REUSE_FROM sm_pch_test)
    else()
      target_precompile_headers(${target} REUSE_FROM sm_pch_library)
    endif()
  endforeach()
endfunction()
