#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the pictures of README and guide anew, from a built tree.   docs/images/take.sh [BUILD_FOLDER]
set -euo pipefail
images_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build_dir=${1:-$images_dir/../../build/release}
pictures=(overview overview-empty connect stations stations-detail messages messages-detail transactions
          transactions-finished idtags settings settings-database locallists-preview reservations profiles-plan schedules sites firmware-updating)

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake --build "$build_dir" --target sm_screenshots
for picture in "${pictures[@]}"; do
    QT_QPA_PLATFORM=offscreen "$build_dir/bin/sm_screenshots" "$scratch" en "$picture"
    cp "$scratch/en/$picture-light.png" "$images_dir/$picture.png"
done
