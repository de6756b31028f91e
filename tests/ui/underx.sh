#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test of the window on an X server of its own, with a window manager.   underx.sh PROGRAM [ARGUMENT...]
set -euo pipefail
scratch=$(mktemp -d)
started=()
clean_up() {
    for process in "${started[@]}"; do
        kill "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 143' TERM INT

# The server picks a free number and says so when it is ready.
mkfifo "$scratch/display"
Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp 3>"$scratch/display" 2>"$scratch/server" &
started=("$!")
read -r -t 60 display <"$scratch/display" || { cat "$scratch/server" >&2; exit 1; }
export DISPLAY=:$display XDG_CONFIG_HOME="$scratch" QT_QPA_PLATFORM=xcb

# openbox runs the command when it manages the windows.
mkfifo "$scratch/managed"
openbox --sm-disable --startup "echo yes" >"$scratch/managed" 2>"$scratch/manager" &
started=("$!" "${started[@]}")
read -r -t 60 _ <"$scratch/managed" || { cat "$scratch/manager" >&2; exit 1; }

"$@"
