#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian package, installs it on this machine, starts the daemon from it, upgrades it to a later version,
# starts it on the same data, and removes it again.
# Needs root, so better use a machine or container that is made for such things.
set -euo pipefail
project_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$project_dir/installer/prepare.sh"
[ "$(id -u)" -eq 0 ] || die "Installing a package needs root. Run this in a container or virtual machine as root."
if dpkg-query -W -f='${db:Status-Abbrev}' stationmaster 2>/dev/null | grep -q '^.i'; then
    die "Stationmaster is installed on this machine already, and this test would remove it. Use another machine."
fi

scratch=$(mktemp -d)
daemon=
clean_up() {
    [ -z "$daemon" ] || kill "$daemon" 2>/dev/null || true
    dpkg --purge stationmaster >/dev/null 2>&1 || true
    rm -rf "$scratch"
}
trap clean_up EXIT

# until_ready FILE: waits up to 30 s for the daemon's ready line.
until_ready() {
    for _ in $(seq 300); do
        if grep -q '"ready":true' "$1"; then return 0; fi
        kill -0 "$daemon" 2>/dev/null || return 1
        sleep 0.1
    done
    return 1
}

start_and_stop() {
    stationmasterd --data-dir "$scratch/data" --bind 127.0.0.1 --port 0 --api-port 0 >"$scratch/out" 2>"$scratch/err" &
    daemon=$!
    until_ready "$scratch/out" || { cat "$scratch/err" >&2; die "The installed daemon did not become ready."; }
    cat "$scratch/out"
    kill -TERM "$daemon"
    wait "$daemon" || die "The installed daemon ended with code $? after SIGTERM."
    daemon=
}

install_packages build run package
cd "$project_dir"
package=$(installer/package.sh)
later=99.0.0
upgrade=$(installer/package.sh "$later")

say "== $package"
dpkg-deb --info "$package"
lintian --fail-on error "$package"

say "== install"
DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$package"
for program in stationmaster stationmasterd stationmasterctl stationmaster-sim; do
    "/usr/bin/$program" --version
    test -s "/usr/share/man/man1/$program.1.gz"
done
unit=$(dpkg-query -L stationmaster | grep '/stationmasterd\.service$')
systemd-analyze verify --man=no "$unit"
started=$(sed -n 's/^ExecStart=\([^ ]*\).*/\1/p' "$unit")
test -x "$started" || die "The service starts '$started', and there is no such program."

say "== start"
start_and_stop
database=$scratch/data/stationmaster.sqlite
test -s "$database"
born=$(stat -c %i "$database")

say "== upgrade"
DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$upgrade"
dpkg-query -W -f='${Version}\n' stationmaster | grep -qx "$later"
start_and_stop
[ "$(stat -c %i "$database")" = "$born" ] || die "The upgraded daemon made a new database."

say "== remove"
dpkg --purge stationmaster
! command -v stationmasterd || die "The daemon is still there after the removal."
say "The package installs, starts and goes away again."
