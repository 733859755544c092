"""A program that records and is made to suffer: ``survival_program.py DB URL CHAIR open|resume``.

It says on standard output, each in one line, what it hands over to the record and what it calls
saved. Times are seconds of the monotonic clock, which is the same for its parent.

    session T ID          put T SEQ NOW_S human|machine KIND      kept T SEQ
    told T TEXT           alarm T NAME STATE      limits T JSON   seen T PICTURES
    moved T               closed T

On standard input: ``step SECONDS`` and ``slept SECONDS`` move its clocks, ``end`` signs the
session, ``stop`` ends the program in order.
"""

from __future__ import annotations

import json
import locale
import os
import queue
import random
import sys
import threading
import time
from pathlib import Path

from survival_clocks import CLOCKS

from data.store import SessionStore
from data.writer import StoreWriter
from monitor.commands import (
    Acknowledge,
    ChangeLimit,
    EndSession,
    Note,
    NoteKind,
    StartInfusion,
    StopInfusion,
)
from monitor.entries import Anchor, Committed, Entry, Published, StoreNote, StoreTrouble, StoreWell
from monitor.outcomes import AlarmChanged, LimitChanged
from monitor.phases import Phase
from ui import places, wiring
from ui.requests import DeviceRequest, SessionRequest

HUMAN = (Acknowledge, ChangeLimit, EndSession, LimitChanged, Note, StartInfusion, StopInfusion)
HUMAN_EVERY_S = 0.12
LOOK_S = 0.02
LIMITS = ("sbp-high", "spo2-low", "hr-high")
BY = "Nurse 1"
_lock = threading.Lock()


def say(word: str, *values: object) -> None:
    line = " ".join([word, f"{time.monotonic():.4f}", *map(str, values)])
    with _lock:
        os.write(1, f"{line}\n".encode("utf-8", "replace"))


class Telling(StoreWriter):
    """The writer of the program, which says what it was given."""

    def put(self, item: Entry | Anchor) -> None:
        super().put(item)
        if isinstance(item, Entry):
            who = "human" if isinstance(item.what, HUMAN) else "machine"
            say("put", item.seq, item.now_s, who, type(item.what).__name__)


class SlowStore(SessionStore):
    """A disk on which a write takes up to 5 s."""

    def write(self, entries, anchors=()):
        time.sleep(random.Random(len(entries)).uniform(0.5, 5.0))
        super().write(entries, anchors)


class Hand:
    """What a nurse does, again and again; what happens meanwhile is said."""

    def __init__(self, program: wiring.Program, chair: int, seed: int) -> None:
        self._program, self._chair = program, chair
        self._dice = random.Random(seed)
        self._said = 0
        self._pictures = 0
        self._last: Published | None = None
        self._due = time.monotonic()

    def look(self) -> None:
        self._program.screen_beat()
        for message in self._program.inbox.drain():
            self._take(message)
        if time.monotonic() >= self._due and self._last is not None:
            self._due = time.monotonic() + HUMAN_EVERY_S
            self._do()
            say("seen", self._pictures)
            say("limits", json.dumps(self._last.picture.deviations))

    def _take(self, message: object) -> None:
        if isinstance(message, Published) and message.chair == self._chair:
            self._pictures += 1
            self._last = message
            for outcome in message.outcomes:
                if isinstance(outcome, AlarmChanged):
                    say("alarm", outcome.alarm, outcome.state.value)
        elif isinstance(message, Committed):
            say("kept", message.seq)
        elif isinstance(message, StoreTrouble | StoreNote):
            say("told", message.text)
        elif isinstance(message, StoreWell):
            say("told", "well")

    def _do(self) -> None:
        self._said += 1
        alarms = [one for one in self._last.picture.alarms if one.state == "sounding"]
        way = self._dice.randrange(4)
        if way == 0 and alarms:
            self._program.send(self._chair, Acknowledge(self._dice.choice(alarms).key, BY))
        elif way == 1:
            rule = self._dice.choice(LIMITS)
            value = {"sbp-high": (150, 175), "spo2-low": (90, 99), "hr-high": (100, 125)}[rule]
            self._program.send(self._chair, ChangeLimit(rule, self._dice.randint(*value), BY))
        else:
            note_id = f"n{self._said}-{self._dice.randrange(10**9)}"
            text = f"word {self._said} of many"
            self._program.send(self._chair, Note(note_id, NoteKind.FREE_TEXT, text, BY))

    def end(self) -> None:
        """As a nurse would: stop, sign."""
        self._program.send(self._chair, StopInfusion(BY))
        self._program.send(self._chair, EndSession(BY))
        deadline = time.monotonic() + 10.0
        while time.monotonic() < deadline:
            if self._last is not None and self._last.picture.phase is Phase.SIGNED:
                return
            self.look()
            time.sleep(LOOK_S)


def wishes() -> queue.SimpleQueue[list[str]]:
    """What comes on standard input, a line a time; "stop" when it is closed."""
    asked: queue.SimpleQueue[list[str]] = queue.SimpleQueue()

    def read() -> None:
        for line in sys.stdin:
            asked.put(line.split())
        asked.put(["stop"])

    threading.Thread(target=read, daemon=True).start()
    return asked


def begin(program: wiring.Program, url: str, chair: int, *, resume: bool) -> str:
    device = DeviceRequest(url, "ivy-450c")
    if resume:
        session = program.unfinished()[0].session_id
        program.resume_session(session, (device,))
        return session
    request = SessionRequest(
        chair, "4711", "EE", 1980, 82.0, 0.5, 40.0, "adult-iv", 5.0, (device,), BY
    )
    session = program.open_session(request)
    program.send(chair, StartInfusion(BY))
    return session


def main(db: Path, url: str, chair: int, how: str) -> None:
    locale.setlocale(locale.LC_ALL, os.environ.get("LC_ALL", "C"))
    asked = wishes()
    wiring.StoreWriter = Telling
    if os.environ.get("SLOW_DISK"):
        places.SessionStore = SlowStore
    say("began", locale.localeconv()["decimal_point"])
    program = wiring.Program(db, sound=False)
    program.start()
    say("session", begin(program, url, chair, resume=how == "resume"))
    hand = Hand(program, chair, int(os.environ.get("SEED", "0")))
    going = True
    while going:
        hand.look()
        time.sleep(LOOK_S)
        while not asked.empty():
            word, *values = asked.get()
            if word == "step":
                CLOCKS.stepped += float(values[0])
                say("moved")
            elif word == "slept":
                CLOCKS.slept += float(values[0])
                say("moved")
            elif word == "end":
                hand.end()
            going = word != "stop"
    program.close()
    hand.look()
    say("closed")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4])
