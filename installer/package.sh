#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian package, with what that needs installed first, and prints its path.   installer/package.sh [VERSION]
# VERSION gives the package another one than the project's, to try an upgrade.
set -euo pipefail
project_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$project_dir/installer/prepare.sh"

install_packages build run package
# Without it CPack would warn, and make a package that asks for no library.
command -v dpkg-shlibdeps >/dev/null || die "dpkg-shlibdeps is missing, which finds the libraries that the package needs." \
    "It is in the Debian package dpkg-dev."

cd "$project_dir"
export LC_ALL=C.UTF-8
version=()
if [ $# -gt 0 ]; then version=(-D "CPACK_PACKAGE_VERSION=$1"); fi
cmake --preset release -Wno-dev >&2
cmake --build --preset release >&2
packed=$(mktemp)
trap 'rm -f "$packed"' EXIT
cpack --preset release "${version[@]}" | tee "$packed" >&2
package=$(sed -n 's/^CPack: - package: \(.*\) generated\.$/\1/p' "$packed")
dpkg-deb --field "$package" Depends | grep -q libc6 || die "The package $package does not name the libraries that it needs."
printf '%s\n' "$package"
