#!/bin/sh
# Prints the path of the newest Python from 3.11 to 3.14 that can make a virtual environment.
#
# PYTHON=... overrides the choice. Debian packs the making of environments apart (python3-venv):
# as root it is installed, otherwise the one command is printed and the exit code is 1.
# Everything but the path goes to the error output.
set -eu

fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
}
can_make_environments() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }
version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])'; }

if [ -n "${PYTHON-}" ]; then
    if fits "$PYTHON" && can_make_environments "$PYTHON"; then
        command -v "$PYTHON"
        exit 0
    fi
    echo "PYTHON=$PYTHON is no Python from 3.11 to 3.14 that can make a virtual environment." >&2
    echo "Say another one, or none to let the newest be found." >&2
    exit 1
fi

bare=
for name in python3.14 python3.13 python3.12 python3.11 python3 python; do
    if ! command -v "$name" >/dev/null 2>&1 || ! fits "$name"; then continue; fi
    if can_make_environments "$name"; then
        command -v "$name"
        exit 0
    fi
    [ -n "$bare" ] || bare=$name
done

no_python() {
    echo "No Python from 3.11 to 3.14 was found. Install one (python.org, or your system's" >&2
    echo "packages), or name it: make test PYTHON=/path/to/python3.12" >&2
    exit 1
}

if ! command -v apt-get >/dev/null 2>&1; then
    [ -n "$bare" ] || no_python
    echo "$bare has no ensurepip: install your system's package for it (venv), then try again." >&2
    exit 1
fi

root=$([ "$(id -u)" != 0 ] || echo yes)
if [ -n "$root" ]; then
    apt-get update -qq >&2 || echo "apt-get update complained; going on." >&2
fi
version=
if [ -n "$bare" ]; then
    version=$(version_of "$bare")
else
    for offered in 3.14 3.13 3.12 3.11; do
        if apt-cache show "python$offered-venv" >/dev/null 2>&1; then
            version=$offered
            break
        fi
    done
fi
[ -n "$version" ] || no_python
if [ -z "$root" ]; then
    echo "Python cannot make a virtual environment yet. Run this one command, then try again:" >&2
    echo "    sudo apt-get update && sudo apt-get install -y python$version-venv" >&2
    exit 1
fi
echo "Installing python$version-venv with apt-get." >&2
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "python$version-venv" >/dev/null
for name in "python$version" "/usr/bin/python$version"; do
    if can_make_environments "$name"; then
        command -v "$name"
        exit 0
    fi
done
no_python
