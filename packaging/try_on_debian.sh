#!/usr/bin/env bash
# Tests the packages in dist/ on a minimal Debian: `packaging/try_on_debian.sh SUITE`, for example trixie.
# Creates that system in a temporary folder, with only the dependencies of the .deb. Installs the .deb,
# runs its self-test without a screen and on X11, reads a drawing, and removes it. Then does the same with
# the archive, as an ordinary user, and on Wayland too. Fails if a file is left behind. Needs root,
# debootstrap, Xvfb, Weston, and a system whose apt can reach Debian's packages.
set -euo pipefail
suite=${1:?which suite of Debian?}
[ "$(id -u)" = 0 ] || { echo "Only root can create another system's files." >&2; exit 1; }
# Mounts are private to this process, and disappear when it ends.
[ -n "${LENET_GUI_ALONE:-}" ] || LENET_GUI_ALONE=1 exec unshare --mount "$0" "$@"

cd "$(dirname "$0")/.."
deb=$(ls dist/lenet-gui_*.deb)
archive=$(ls dist/lenet-gui-*.tar.xz)
work=$(mktemp -d)
root=$work/root
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true
      umount -l "$root/proc" "$root/tmp/.X11-unix" 2>/dev/null || true
      rm -rf --one-file-system "$work"' EXIT

step() { printf '\n== %s\n' "$1"; }
logged() { "$@" >"$work/log" 2>&1 || { tail "$work/log"; exit 1; }; }
as_root() {
  chroot "$root" env -i PATH=/usr/sbin:/usr/bin HOME=/root DEBIAN_FRONTEND=noninteractive "$@"
}
as_user() {
  chroot --userspec=1000:1000 "$root" env -i PATH=/usr/bin HOME=/home/ada LC_ALL=C.UTF-8 "$@"
}
install() { logged as_root apt-get install --yes --no-install-recommends "$@"; }
until_there() { until [ -s "$1" ] || [ -S "$1" ]; do kill -0 "$2" && sleep 0.1; done; }

# Prints all files except caches, logs and the package manager's records.
files() {
  (cd "$root" && find . -xdev \( -path ./proc -o -path ./var/cache -o -path ./var/log \
    -o -path ./var/lib/apt -o -path './var/lib/dpkg/*-old' -o -path './home/ada/.cache/*' \
    \) -prune -o -print | sort)
}

# Fails unless a program works and reads a drawing.
try() { # PROGRAM
  as_user "$1" self-test | tail -n 3
  as_user "$1" classify --json /tmp/seven.lenet.json | grep -o '"digit": 7'
}
# Fails unless it works, without warnings, on the screen given by a variable.
try_on() { # SCREEN VARIABLE=VALUE PROGRAM
  as_user "$2" "$3" self-test --json 2>"$work/said" | grep -o "\"screen\": \"$1\""
  if [ -s "$work/said" ]; then cat "$work/said" >&2 && exit 1; fi
}

step "A minimal $suite"
logged debootstrap --variant=minbase "$suite" "$root"
mount -t proc proc "$root/proc"
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # start no services
chmod +x "$root/usr/sbin/policy-rc.d"
cat "$root/etc/debian_version"
as_root useradd --create-home --uid 1000 ada
as_user mkdir /home/ada/.cache
cp "$deb" "$root/tmp/lenet-gui.deb"
cp assets/examples/7.lenet.json "$root/tmp/seven.lenet.json"
chmod 644 "$root"/tmp/*

mkdir -p "$root/tmp/.X11-unix" "$root/tmp/wayland" /tmp/.X11-unix
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
Xvfb -displayfd 3 -nolisten tcp -screen 0 1400x900x24 3>"$work/display" 2>/dev/null &
servers+=($!)
until_there "$work/display" $!
x11=DISPLAY=:$(cat "$work/display")
XDG_RUNTIME_DIR=$root/tmp/wayland weston --no-config --backend=headless-backend.so --socket=one \
  >"$work/weston" 2>&1 &
servers+=($!)
until_there "$root/tmp/wayland/one" $!
chmod 777 "$root/tmp/wayland" "$root/tmp/wayland/one"
wayland=WAYLAND_DISPLAY=/tmp/wayland/one

step "The package"
logged as_root apt-get satisfy --yes --no-install-recommends "$(dpkg-deb --field "$deb" Depends)"
files >"$work/before"
install /tmp/lenet-gui.deb
try /usr/bin/lenet-gui
try_on xcb "$x11" /usr/bin/lenet-gui
logged as_root apt-get purge --yes lenet-gui
files >"$work/after"
diff "$work/before" "$work/after"

step "The archive, for one user"
install libwayland-client0 libwayland-cursor0
tar --extract --file "$archive" --directory "$root/tmp" --no-same-owner
files >"$work/before"
as_user sh -c 'cd && exec /tmp/lenet-gui-*/install.sh'
try /home/ada/.local/bin/lenet-gui
try_on xcb "$x11" /home/ada/.local/bin/lenet-gui
try_on wayland "$wayland" /home/ada/.local/bin/lenet-gui
as_user sh -c 'cd && exec .local/lib/lenet-gui/uninstall.sh'
files >"$work/after"
diff "$work/before" "$work/after"

step "Works on $suite, and leaves nothing behind"
