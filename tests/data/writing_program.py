"""A program that records until it is killed: ``python writing_program.py FILE SESSION [SPILL]``.

With SPILL, a folder, it keeps a journal there.
Prints ``put N`` for every entry handed over and ``kept N`` for what is on the disk.
"""

from __future__ import annotations

import itertools
import sys
import threading
import time
from pathlib import Path

from data.journal import Journal
from data.store import SessionStore
from data.writer import StoreWriter
from monitor.entries import Anchor, AnchorReason, Committed, Entry, StoreTrouble, StoreWell
from monitor.events import Numerics, SessionOpened
from monitor.limits import PROFILES
from monitor.people import Patient
from monitor.plan import Plan
from monitor.vitals import Reading, VitalSign

KEY = bytes(range(32))
EVERY_S = 0.02


def entry(session_id: str, seq: int) -> Entry:
    if seq == 0:
        patient, plan = Patient("p", 70.0), Plan(None, None, 40.0)
        profile = PROFILES["adult-iv"]
        return Entry(
            session_id,
            0,
            0.0,
            SessionOpened(session_id, 1, patient, plan, profile, (), 300.0, True, "RN"),
        )
    reading = Reading(VitalSign.HR, float(60 + seq % 40), "simulated")
    return Entry(session_id, seq, seq / 1000, Numerics((reading,)))


def say(report: Committed | StoreTrouble | StoreWell) -> None:
    if isinstance(report, Committed):
        sys.stdout.write(f"kept {report.seq}\n")
    else:
        sys.stdout.write(f"{report}\n")
    sys.stdout.flush()


def main(path: Path, session_id: str, spill: Path | None) -> None:
    journal = None if spill is None else Journal(spill, path, KEY)
    writer = StoreWriter(lambda: SessionStore.open(path, KEY), say, journal)
    writer.start()
    writer.put(Anchor(session_id, 0.0, time.time(), 0, AnchorReason.START))
    pause = threading.Event()
    for seq in itertools.count():
        writer.put(entry(session_id, seq))
        sys.stdout.write(f"put {seq}\n")
        sys.stdout.flush()
        pause.wait(EVERY_S)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]) if sys.argv[3:] else None)
