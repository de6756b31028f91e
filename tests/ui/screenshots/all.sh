#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the picture of every page and question, empty, busy and in error, light and dark, English and German, at 1280x800,
# at 1760x1040 and at 200 %, from a built tree, to be looked at.   tests/ui/screenshots/all.sh FOLDER [BUILD_FOLDER]
set -euo pipefail
screenshots_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
pictures_dir=${1:?all.sh FOLDER [BUILD_FOLDER]}
build_dir=${2:-$screenshots_dir/../../../build/release}

cmake --build "$build_dir" --target sm_screenshots
for language in en de; do
    for scale in 1 2; do
        QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=$scale "$build_dir/bin/sm_screenshots" "$pictures_dir/${scale}00" "$language"
    done
done
