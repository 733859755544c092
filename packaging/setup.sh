#!/bin/sh
# Makes .venv with exactly the packages of requirements.lock, and the program itself in it; after
# `setup.sh dev` also those of requirements-dev.lock: what it is tested and measured with.
#
# Every make target runs this first. What it did is noted in .venv/made-from; as long as the note
# still fits, nothing is done again. PYTHON=... chooses the interpreter.
set -eu
cd "$(dirname "$0")/.."
here=$(pwd -P)

sh packaging/system_libraries.sh

python=.venv/bin/python
sum=$(cat requirements*.lock pyproject.toml packaging/setup.sh | cksum)
whole="$here $sum dev"
if [ "${1-}" = dev ]; then
    lock=requirements-dev.lock wanted=$whole
else
    lock=requirements.lock wanted="$here $sum"
fi

is_the_python_asked_for() {
    [ -z "${PYTHON-}" ] ||
        [ "$("$PYTHON" -c 'import sys; print(sys.version)')" = \
            "$($python -c 'import sys; print(sys.version)')" ]
}
runs() { [ -x $python ] && $python -c '' 2>/dev/null && is_the_python_asked_for; }
is_whole_and_in_its_place() {
    $python -m pip --version >/dev/null 2>&1 && grep -qF "$here/.venv/" .venv/bin/pip
}

if runs; then
    case $(cat .venv/made-from 2>/dev/null) in "$wanted" | "$whole") exit 0 ;; esac
fi
if ! { runs && is_whole_and_in_its_place; }; then
    base=$(sh packaging/find_python.sh)
    echo "Making the environment .venv with $("$base" --version) ($base)."
    rm -rf .venv
    "$base" -m venv .venv
fi

echo "Installing the pinned packages; this takes a minute or two the first time."
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_USER=0
# What is never loaded need not be compiled; the rest is when it is first loaded.
install() { $python -m pip install --quiet --no-input --no-compile "$@"; }
install --require-hashes --requirement "$lock"
# The warning it silences is about folders of the same name; here they are the packages themselves.
PYTHONWARNINGS=ignore install --no-deps --no-build-isolation --editable .

$python -c 'import miniaudio, pyqtgraph.Qt, serial, sqlcipher3, PySide6.QtWidgets' || {
    echo "The packages are installed but do not load; the lines above say why." >&2
    exit 1
}
echo "$wanted" >.venv/made-from
echo "The environment is ready."
