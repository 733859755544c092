"""A process that backs up again and again, to be killed at any moment: RECORD FOLDER."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from data.backup import Order, make_backup

KEY = bytes(range(32))


def main() -> None:
    record, folder = map(Path, sys.argv[1:])
    sys.stdout.write("going\n")
    sys.stdout.flush()
    for number in itertools.count():
        make_backup(record, KEY, folder, Order(clock=lambda at=number: 1_790_000_000.0 + 60 * at))


if __name__ == "__main__":
    main()
