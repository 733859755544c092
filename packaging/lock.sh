#!/bin/sh
# Writes both locks anew: the newest packages that pyproject.toml allows, each with its hashes, for
# every Python and system that Chairside runs on. requirements.lock is what the program needs,
# requirements-dev.lock has all of that in the same versions, and what it is tested with.
set -eu
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"$(sh packaging/find_python.sh)" -m venv "$tools"
"$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv
lock() {
    "$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --custom-compile-command 'make lock' "$@" \
        pyproject.toml packaging/build_tools.in
}
lock --upgrade --extra dev --output-file requirements-dev.lock
lock --constraint requirements-dev.lock --output-file requirements.lock
