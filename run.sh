#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Stationmaster and starts it: the window where there is a screen, else the daemon.
# Arguments are passed on, for instance: ./run.sh --demo
set -euo pipefail
project_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$project_dir/installer/prepare.sh"

install_packages build run
build_dir=$project_dir/build/release
say "Building (the first time takes some minutes)"
cmake -S "$project_dir" --preset release -Wno-dev >&2
cmake --build "$build_dir" --target stationmaster stationmasterd stationmasterctl stationmaster-sim >&2

program=stationmasterd
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then program=stationmaster; fi
# It says which address to type into a charger, and takes this shell's place: Ctrl+C and SIGTERM reach it at once.
exec "$build_dir/bin/$program" "$@"
