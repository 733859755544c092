#!/bin/sh
# Makes the pictures of the README anew: the same simulated morning each time.
set -eu
cd "$(dirname "$0")/.."
mkdir -p docs/pictures
QT_QPA_PLATFORM=offscreen PYTHONPATH=.:tests:tests/end_to_end \
    .venv/bin/python packaging/pictures.py docs/pictures
