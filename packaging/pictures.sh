#!/bin/sh
# Makes the pictures of the README anew, from a demo session that is the same each time.
set -eu
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
.venv/bin/chairside demo --headless --scenario S5 --seed 1 --out "$out"
mkdir -p docs/pictures
cp "$out/2-high-alarm.png" docs/pictures/live.png
cp "$out/5-review.png" docs/pictures/review.png
