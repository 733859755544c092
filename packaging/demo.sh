#!/bin/sh
# Plays a demo session: in a window where there is a display, else off-screen into demo-output/.
set -eu
cd "$(dirname "$0")/.."

if [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    exec .venv/bin/chairside demo
fi
echo "There is no display: the demo session runs off-screen and faster than life."
exec .venv/bin/chairside demo --headless --scenario S5 --out demo-output
