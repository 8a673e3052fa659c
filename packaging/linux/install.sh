#!/bin/sh
# Installs lenet-gui in the home of the current user, without root: the program in ~/.local/lib/lenet-gui,
# a link in ~/.local/bin, and its menu entry, icons and file type in ~/.local/share. uninstall.sh, copied
# to the program's folder, removes everything.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
: "${HOME:?is not set, so there is no home to install to}"
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/lib/lenet-gui

if [ -e "$program" ]; then "$program/uninstall.sh" --quiet; fi

# The folders created here, deepest last, for the uninstaller to remove if they are empty.
made=
make_folder() {
  if [ ! -d "$1" ]; then
    make_folder "$(dirname -- "$1")"
    mkdir -- "$1"
    made="$made$1
"
  fi
}

make_folder "$HOME/.local/lib"
make_folder "$HOME/.local/bin"
make_folder "$data/applications"
make_folder "$data/mime/packages"
cp -R -- "$here/lenet-gui" "$program"
cp -- "$here/uninstall.sh" "$program/uninstall.sh"
ln -sf -- "$program/lenet-gui" "$HOME/.local/bin/lenet-gui"
cp -- "$here/share/mime/packages/lenet-gui.xml" "$data/mime/packages/"
for icon in "$here"/share/icons/hicolor/*/apps/lenet-gui.*; do
  folder=$data/icons/hicolor/$(basename -- "$(dirname -- "$(dirname -- "$icon")")")/apps
  make_folder "$folder"
  cp -- "$icon" "$folder/"
done

# The menu entry uses the full path, since ~/.local/bin may not be on the PATH. Following the Desktop
# Entry Specification, it is quoted twice: for the argument, and for the value.
quoted=$(printf '%s' "$program/lenet-gui" | sed 's/[\\"`$]/\\&/g; s/\\/\\\\/g; s/%/%%/g')
sed 's/[\\&|]/\\&/g' >"$program/.exec" <<END
Exec="$quoted" %f
END
sed "s|^Exec=.*|$(cat "$program/.exec")|" "$here/share/applications/lenet-gui.desktop" \
  >"$data/applications/lenet-gui.desktop"
rm -- "$program/.exec"
printf '%s' "$made" >"$program/folders"

# Without these programs, the desktop finds the files itself.
update-mime-database "$data/mime" 2>/dev/null || true
update-desktop-database "$data/applications" 2>/dev/null || true

if ! report=$("$program/lenet-gui" self-test 2>&1); then
  printf '%s\n' "$report" >&2
  echo "lenet-gui is installed, but its self-test failed: something is missing." >&2
  exit 1
fi
echo "lenet-gui is installed. Start it from the menu, or in a terminal as $HOME/.local/bin/lenet-gui."
