#!/bin/sh
# Removes what install.sh installed in the home of the current user. Drawings, settings and other data
# of the program stay.
set -eu

: "${HOME:?is not set, so nothing can be found}"
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/lib/lenet-gui
folders=$(cat -- "$program/folders" 2>/dev/null || true)

rm -rf -- "$program"
if [ "$(readlink -- "$HOME/.local/bin/lenet-gui" || true)" = "$program/lenet-gui" ]; then
  rm -- "$HOME/.local/bin/lenet-gui"
fi
rm -f -- "$data/applications/lenet-gui.desktop" "$data/mime/packages/lenet-gui.xml" \
  "$data"/icons/hicolor/*/apps/lenet-gui.png "$data"/icons/hicolor/*/apps/lenet-gui.svg

update-mime-database "$data/mime" 2>/dev/null || true
update-desktop-database "$data/applications" 2>/dev/null || true

# Remove folders that the installer created, if they hold nothing of other programs. Caches of the
# desktop's tools without any entries don't count.
case $folders in *"$data/mime/packages"*)
  if [ -z "$(ls -A -- "$data/mime/packages")" ]; then
    case $folders in *"$data/mime
"*) rm -rf -- "$data/mime" ;; *) rmdir -- "$data/mime/packages" ;; esac
  fi ;;
esac
case $folders in *"$data/applications"*)
  if [ "$(ls -A -- "$data/applications")" = mimeinfo.cache ]; then
    rm -- "$data/applications/mimeinfo.cache"
  fi ;;
esac
printf '%s\n' "$folders" | sed '1!G;h;$!d' | while IFS= read -r folder; do
  if [ -n "$folder" ]; then rmdir -- "$folder" 2>/dev/null || true; fi
done

if [ "${1:-}" != --quiet ]; then echo "lenet-gui is uninstalled."; fi
