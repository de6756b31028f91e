#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes the frame codec and the messages, on a bare machine too.   tests/ocpp/fuzz.sh [seconds]
# Starts from samples of the official schemas; what it learns stays in build/fuzz/corpus for the next time.
set -euo pipefail
seconds=${1:-60}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project_dir=$(cd "$here/../.." && pwd)
. "$project_dir/installer/prepare.sh"

install_packages build run test fuzz
modules=${SM_NODE_MODULES:-}
if [ -z "$modules" ]; then
    modules=$project_dir/tests/interop/node_modules
    install_node_modules "$project_dir/tests/interop" # the schemas
fi
cd "$project_dir"
cmake --preset fuzz -Wno-dev
cmake --build --preset fuzz --target fuzz_codec
work=build/fuzz/corpus
mkdir -p "$work/found"
node "$here/oracle.mjs" "$modules" "$work/samples"
# Leaks are looked for by the tests; here the check would cost most of the time.
exec build/fuzz/tests/fuzz_codec -max_total_time="$seconds" -max_len=4096 -detect_leaks=0 -print_final_stats=1 \
    -artifact_prefix="$work/" "$work/found" "$work/samples"
