#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures stationmasterd beside the floor (a server that only answers) and beside a server in Node that validates,
# and prints one Markdown table.                                            ./run.sh [--quick] [SCENARIO...]
# How the file server bears many stations at once:                          ./run.sh files
#   SCENARIO              session storm-2000 storm-10000 idle open; all of them if none is named
#   SM_BENCH_REFERENCE    folder with ocpp-load.cpp and floor-epoll.cpp; else ../shared/bench beside the checkout;
#                         "own", or if there is none: the project's own stationload and benchfloor
#   SM_FILE_STATIONS, SM_FILE_MIB    of "files": how many stations (50), and how large a file each fetches and brings (64)
#   SM_FILE_MOST_MIB      of "files": it fails when they take so much memory above idle (100)
#   SM_BENCH_REPEAT       runs of each scenario, the median is shown (1)
#   SM_DATABASE           sqlite, or the URL of a PostgreSQL server on which databases may be created (sqlite)
#   TMPDIR                where the databases are made: a disk, as a RAM disk would flatter us
# Everything stays on 127.0.0.1 and ends by itself, after about three minutes.
set -euo pipefail
bench_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project_dir=$(cd "$bench_dir/../.." && pwd)
build_dir=${SM_BUILD_DIR:-$project_dir/build/release}

ulimit -n "$(ulimit -Hn)"    # a storm of 10,000 needs as many sockets on either side
if [ -z "${SM_DAEMON:-}" ]; then
    if [ ! -f "$build_dir/CMakeCache.txt" ]; then (cd "$project_dir" && cmake --preset release -Wno-dev >&2); fi
    cmake --build "$build_dir" --target stationmasterd stationload benchfloor >&2
    export SM_DAEMON="$build_dir/bin/stationmasterd"
fi
export SM_BENCH_TOOLS=${SM_BENCH_TOOLS:-$build_dir/bin}
export SM_BENCH_REFERENCE=${SM_BENCH_REFERENCE:-$project_dir/../shared/bench}
(cd "$project_dir/tests/interop" && node setup.mjs >&2)    # the server in Node, and the stations' client
if [ "${1:-}" = files ]; then
    exec node "$bench_dir/files.mjs"
fi
exec node "$bench_dir/bench.mjs" "$@"
