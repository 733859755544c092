#!/bin/sh
# Writes requirements.lock anew: the newest packages that pyproject.toml allows, each with its
# hashes, for every Python and system that Chairside runs on.
set -eu
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"$(sh packaging/find_python.sh)" -m venv "$tools"
"$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv
"$tools/bin/uv" pip compile --quiet --upgrade --universal --python-version 3.11 --extra dev \
    --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' \
    pyproject.toml packaging/build_tools.in --output-file requirements.lock
