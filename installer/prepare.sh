# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh, test.sh and installer/check.sh: puts onto a bare Debian 12 what the project needs.
# shellcheck shell=bash
: "${project_dir:?the script that sources this says where the project lies}"

say() { printf '%s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

# packages_of GROUP...: "package command" lines of these groups; the command may be missing.
packages_of() {
    awk -v groups=" $* " '!/^#/ && NF && index(groups, " " $1 " ") { print $2, $3 }' "$project_dir/installer/packages.txt"
}

# missing_packages GROUP...: those that are neither installed nor replaced by a command on the PATH.
missing_packages() {
    local package command
    while read -r package command; do
        if [ -n "$command" ] && command -v "$command" >/dev/null; then continue; fi
        dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^.i' || printf '%s\n' "$package"
    done < <(packages_of "$@")
}

# install_packages GROUP...: asks apt only for what is missing, so that a second run costs nothing.
install_packages() {
    [ -z "${SM_NO_INSTALL:-}" ] || return 0
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        die "This script installs packages the Debian way, and there is no apt-get here." \
            "Install what installer/packages.txt lists, then set SM_NO_INSTALL=1 and start again."
    fi
    local missing as_root=()
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "These packages are missing, and without sudo only root can install them:" \
            "  ${missing[*]}" "Run this as root once:" "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a apt-get -q
               -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
    "${as_root[@]}" "${apt[@]}" update >&2
    "${as_root[@]}" "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >&2
}

# install_node_modules DIR: npm ci, unless this very lock file was installed before.
install_node_modules() {
    [ -f "$1/package-lock.json" ] || return 0
    local stamp="$1/node_modules/.installed-lock"
    if cmp -s "$1/package-lock.json" "$stamp"; then return 0; fi
    say "Installing the Node packages of ${1#"$project_dir"/}"
    (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund) >&2
    cp "$1/package-lock.json" "$stamp"
}
