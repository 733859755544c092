#!/bin/sh
# Looks for the few system libraries that Qt needs on Linux, and for one font.
#
# As root on Debian or Ubuntu what is missing is installed; otherwise the one command that does it
# is printed and the exit code is 1. The libraries were read with `ldd` from PySide6's QtWidgets
# and from its platform plugins; those for a window are only asked for where there is a display.
set -eu

[ "$(uname -s)" = Linux ] || exit 0

# A library, then its package; where a package was renamed, the new name first.
always='
libEGL.so.1             libegl1
libGL.so.1              libgl1
libdbus-1.so.3          libdbus-1-3
libfontconfig.so.1      libfontconfig1
libglib-2.0.so.0        libglib2.0-0t64 libglib2.0-0
libxkbcommon.so.0       libxkbcommon0
'
for_a_window='
libX11-xcb.so.1         libx11-xcb1
libasound.so.2          libasound2t64 libasound2
libwayland-cursor.so.0  libwayland-cursor0
libwayland-egl.so.1     libwayland-egl1
libxcb-cursor.so.0      libxcb-cursor0
libxcb-icccm.so.4       libxcb-icccm4
libxcb-image.so.0       libxcb-image0
libxcb-keysyms.so.1     libxcb-keysyms1
libxcb-randr.so.0       libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0       libxcb-shape0
libxcb-xkb.so.1         libxcb-xkb1
libxkbcommon-x11.so.0   libxkbcommon-x11-0
'
wanted=$always
[ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ] || wanted=$always$for_a_window

has_apt() { command -v apt-get >/dev/null 2>&1; }

has_a_font() {
    find /usr/share/fonts /usr/local/share/fonts "${HOME:-/root}/.fonts" \
        "${HOME:-/root}/.local/share/fonts" -name '*.[to]t[cf]' 2>/dev/null | grep -q .
}

# The first of these package names that this release knows; the last one when none is known yet.
known_package() {
    for package; do
        if apt-cache show "$package" >/dev/null 2>&1; then break; fi
    done
    echo "$package"
}

installed=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || exit 0
missing=$(echo "$wanted" | while read -r library packages; do
    [ -n "$library" ] || continue
    echo "$installed" | grep -qF "$library " || echo "$library $packages"
done)
has_a_font || missing="${missing:+$missing
}a-font fonts-dejavu-core"
[ -n "$missing" ] || exit 0

names() { echo "$missing" | while read -r library _; do printf ' %s' "$library"; done; }
packages() {
    echo "$missing" | while read -r _ candidates; do
        # shellcheck disable=SC2086  # the names are meant to be split
        printf ' %s' "$(known_package $candidates)"
    done
}

echo "Qt needs system libraries that are not here:$(names)"
if ! has_apt; then
    echo "Install the packages of your system that have them, then run this again." >&2
    exit 1
fi
if [ "$(id -u)" != 0 ]; then
    echo "Run this one command, then try again:" >&2
    echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends$(packages)" >&2
    exit 1
fi
echo "Installing them with apt-get."
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq || echo "apt-get update complained; going on with the lists that are here."
# shellcheck disable=SC2046  # the list of packages is meant to be split
apt-get install -y -qq --no-install-recommends $(packages) >/dev/null
