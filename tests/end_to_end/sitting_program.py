"""A program that opens a session with a moved limit and waits: ``sitting_program.py DB URL``.

It is killed by the test that started it.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from monitor.commands import ChangeLimit, StartInfusion
from monitor.entries import Published
from monitor.events import Numerics
from ui.requests import DeviceRequest, SessionRequest
from ui.wiring import Program


def main(db: Path, url: str) -> None:
    program = Program(db, sound=False)
    program.start()
    program.open_session(
        SessionRequest(
            1,
            "4711",
            "EE",
            1980,
            82.0,
            0.5,
            40.0,
            "adult-iv",
            5.0,
            (DeviceRequest(url, "ivy-450c"),),
            "AK",
        )
    )
    program.send(1, StartInfusion("AK"))
    program.send(1, ChangeLimit("sbp-high", 170, "AK"))
    while True:
        for message in program.inbox.drain():
            if isinstance(message, Published) and isinstance(message.event, Numerics):
                program.flush()
                sys.stdout.write("recorded\n")
                sys.stdout.flush()
        program.screen_beat()
        time.sleep(0.05)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
