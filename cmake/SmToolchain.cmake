# SPDX-License-Identifier: GPL-3.0-or-later
# Language level, output folders, and what makes a build faster where it is installed.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTOUIC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug, Release, RelWithDebInfo or MinSizeRel" FORCE)
endif()

# A machine of continuous integration begins from nothing, where precompiled headers help and a cache only costs.
if(NOT DEFINED ENV{CI})
  find_program(SM_CCACHE ccache)
endif()
if(SM_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${SM_CCACHE}")
endif()

# mold links our executables several times faster than ld; gcc knows the option from version 12 on.
include(CheckLinkerFlag)
find_program(SM_MOLD mold)
if(SM_MOLD AND NOT CMAKE_EXE_LINKER_FLAGS MATCHES "fuse-ld")
  check_linker_flag(CXX -fuse-ld=mold SM_HAS_MOLD)
  if(SM_HAS_MOLD)
    add_link_options(-fuse-ld=mold)
  endif()
endif()
