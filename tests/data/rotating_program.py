"""A program that puts a record under a new key, and dies at the step it is told.

    python rotating_program.py RECORD OLD NEW CAPTURE STEP

Keys are hex, or - for none. It dies as in a power cut at step number STEP; with a number that is
never reached it ends by itself.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from data.rotation import Around, Change, finish, rotate


def main(record: str, old: str, new: str, capture: str, step: str) -> None:
    path, left = Path(record), [int(step)]

    def die_at(_path: Path, _how: str) -> None:
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1

    old_key = None if old == "-" else bytes.fromhex(old)
    change = Change(lambda _path: old_key, bytes.fromhex(new), "Supervisor 1", 1_760_000_000.0)
    rotate(path, change, Around((Path(capture),), path.parent / "spill"), die_at)
    finish(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
