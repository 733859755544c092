#!/bin/sh
# Makes .venv/peers: programs of others, that `make bench` measures beside ours, each in its pinned
# version (packaging/peers.txt), with the same Qt and pyqtgraph as ours.
#
# `make bench` runs this first. Without a network it says so and goes on: what cannot be compared
# is then skipped, and the bench says why.
set -eu
cd "$(dirname "$0")/.."

place=.venv/peers
wanted=$(cat packaging/peers.txt packaging/peers.sh | cksum)
if [ "$(cat $place/made-from 2>/dev/null)" = "$wanted" ]; then exit 0; fi

echo "Installing the programs of others that are measured beside ours, into $place."
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_USER=0
rm -rf $place
if .venv/bin/python -m venv $place &&
    $place/bin/python -m pip install --quiet --no-input --requirement packaging/peers.txt; then
    echo "$wanted" >$place/made-from
else
    rm -rf $place
    echo "They could not be installed; the bench goes on without them." >&2
fi
