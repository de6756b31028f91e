#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds everything and runs every test.   ./test.sh [--preset NAME] [arguments for ctest]
#   ./test.sh                      the release preset, as CI does
#   ./test.sh --preset asan        address and undefined behaviour; likewise dev, tsan
#   ./test.sh --preset coverage    prints the covered lines of each layer at the end
#   ./test.sh --preset tidy        builds under clang-tidy and runs the tests
#   ./test.sh -R tst_frame         only the tests whose name fits
set -euo pipefail
project_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$project_dir/installer/prepare.sh"

preset=release
if [ "${1:-}" = --preset ]; then
    preset=${2:?--preset needs a name}
    shift 2
fi
groups=(build run)
case $preset in
dev | release | asan | tsan) ;;
coverage | tidy) groups+=("$preset") ;;
*) die "There is no preset '$preset'. Choose dev, release, asan, tsan, coverage or tidy." ;;
esac

install_for_tests() {
    install_packages test
    install_node_modules "$project_dir/tests/interop"
}

build() {
    cmake --preset "$preset" -Wno-dev
    cmake --build --preset "$preset"
}

# Dates, sorting and non-ASCII output must not depend on whose machine this is.
export LC_ALL=C.UTF-8
cd "$project_dir"
install_packages "${groups[@]}"
if [ "$(id -u)" -eq 0 ] && [ -n "$(missing_packages test)" ]; then
    # The first time on a bare machine: the compiler need not wait for the downloads.
    log=$(mktemp)
    install_for_tests >"$log" 2>&1 &
    installing=$!
    build
    wait "$installing" || { cat "$log" >&2; die "The packages for the tests could not be installed, see above."; }
    rm -f "$log"
else
    install_for_tests
fi
build
if [ "$preset" = coverage ]; then
    cmake --build --preset coverage --target coverage_reset
    ctest --preset coverage "$@"
    exec cmake --build --preset coverage --target coverage
fi
exec ctest --preset "$preset" "$@"
