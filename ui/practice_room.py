"""A room of simulated chairs on one virtual clock, with the real record behind it.

Rule 1: the clock goes on when somebody says so (`advance`), or by itself, `speed` times as fast as
        the wall clock. Nothing happens between two moments of it. A frozen room stands, whoever
        moves its clock.
Rule 2: what is sent takes effect at the present virtual moment, on the caller's thread; a lock
        keeps the paced clock and the window apart.
Rule 3: every session is marked simulated, and its record is the one that was given for it.
"""

from __future__ import annotations

import queue
from collections.abc import Callable
from pathlib import Path

from data.capture_file import CaptureWriter
from data.writer import StoreWriter
from devices.simulated.scenario.mishaps import Mishap
from monitor.commands import Command
from monitor.entries import Anchor, AnchorReason, Committed, StoreReport, StoreTrouble, StoreWell
from monitor.events import Part, PartFailed, PartRecovered
from monitor.sounding import Sounding
from monitor.station import utc_offset_min
from ui.day import DayDesk
from ui.demo_sound import DemoSound
from ui.places import capture_path, open_record
from ui.practice_chair import Glimpse, PracticeChair, RoomChair, Ways
from ui.practice_clock import RoomClock
from ui.practice_pace import SLICE_S
from ui.requests import DeviceLine, Refusal
from ui.words import say

WRITTEN_EVERY_S = 10.0
"""When the clock is moved by hand, everything is on the disk at least so often."""
DISK_LOOKS, DISK_LOOK_S = 40, 0.25
"""How often the disk is waited for, and how long each time, before time goes on without it."""


class PracticeRoom(RoomClock):
    """What a window over virtual time stands on. `speed` None = the clock is moved by hand.

    `utc_s` is the time of day at virtual second 0; None = now. How its time goes, and what a
    screen says of it: `ui/practice_pace.py`.
    """

    def __init__(
        self,
        db: Path,
        *,
        speed: float | None = None,
        sound: bool = False,
        utc_s: float | None = None,
    ) -> None:
        """Raises a `StoreError` when the record can't be opened or made."""
        super().__init__(db, speed=speed, utc_s=utc_s)
        open_record(db, key=self._key).close()
        self.db = db
        self._chairs: dict[int, RoomChair] = {}
        self._origins: dict[int, float] = {}
        self._ids: dict[int, str] = {}
        self._trouble: PartFailed | None = None
        self._reports: queue.SimpleQueue[StoreReport] = queue.SimpleQueue()
        self._writer = StoreWriter(lambda: open_record(db, key=self._key), self._stored)
        self.ways = Ways(self._writer.put, self.inbox.put)
        self._day = DayDesk(db, self._key, self._want_day, simulated=True, now=self._moment)
        self._sound = DemoSound(on=sound)

    def start(self) -> None:
        self._sound.start()
        self._writer.start()
        self._begin_clock()

    def _begin_clock(self) -> None:
        if self._pacer is not None:
            self._pacer.start()

    def close(self) -> None:
        if self._pacer is not None:
            self._pacer.stop()
        self._sound.rest()
        for chair in self._chairs.values():
            chair.close()
        self._writer.stop()
        self._sound.close()

    # ---- the clock

    def advance(self, seconds: float) -> None:
        """Let time go on by hand; it doesn't where it is frozen.

        At the end every chair stands at the new moment, everything published is in the inbox, and
        everything is on the disk.
        """
        with self._clock:
            end = self._now_s + seconds
            written_at = self._now_s
            while self._now_s < end and not self._frozen:
                self.go_on(min(SLICE_S, end - self._now_s))
                if self._now_s - written_at >= WRITTEN_EVERY_S:
                    written_at = self._now_s
                    self._write()
            self._write()
            for chair in self._chairs.values():
                chair.take(None)  # so that the last picture knows that it is recorded

    def go_on(self, seconds: float) -> None:
        """One step of all chairs to a common moment; frozen, a sign of life and no more."""
        with self._clock:
            if self._frozen:
                self._stand_still()
                return
            self._now_s += seconds
            for number, chair in self._chairs.items():
                if not chair.ended:
                    chair.run_until(self._now_s - self._origins[number])
            self._hear_store()
            self._sound.turn(self._wishes())

    def _wishes(self) -> tuple[Sounding | None, ...]:
        """What the chairs ask to be heard."""
        return tuple(chair.sounding() for chair in self._chairs.values())

    def _stand_still(self) -> None:
        """The chairs show what they showed; nobody hears anything."""
        self._hear_store()
        for chair in self._chairs.values():
            if not chair.ended:
                chair.take(None)
        self._sound.turn(())

    def _write(self) -> None:
        for _look in range(DISK_LOOKS):
            written = self._writer.flush(DISK_LOOK_S)
            self._hear_store()
            if written or self._trouble is not None:
                return

    # ---- who sits there

    def seat(
        self, number: int, session_id: str, make: Callable[[CaptureWriter], RoomChair]
    ) -> None:
        """A session begins on this chair, which is free, at the present moment."""
        with self._clock:
            before = self._chairs.pop(number, None)
            if before is not None:
                before.close()
            utc_s = self.utc()
            offset = utc_offset_min(utc_s)
            self.ways.store(Anchor(session_id, 0.0, utc_s, offset, AnchorReason.START))
            self._origins[number] = self._now_s
            self._ids[number] = session_id
            made = make(CaptureWriter(capture_path(self.db, session_id), self._key))
            self._chairs[number] = made
            if self._trouble is not None:
                made.take(self._trouble)

    def send(self, chair: int, command: Command) -> None:
        """At once; what is sent to a chair without a session is heard by nobody.

        Raises `Refusal` when whoever gave it may not, and while time stands: nobody could tell
        afterwards how long it took.
        """
        admitted = self._gate.admit(command)
        with self._clock:
            if self._frozen:
                raise Refusal(say("practice-frozen"))
            known = self._chairs.get(chair)
            if known is not None:
                known.take(admitted)

    def chair(self, number: int) -> PracticeChair:
        """The session that was begun on this chair by hand, also when it has ended.

        Raises `KeyError`.
        """
        found = self._chairs[number]
        if not isinstance(found, PracticeChair):
            raise KeyError(number)
        return found

    def happen(self, chair: int, mishap: Mishap, source: str = "") -> None:
        """Something befalls the patient or the monitor of this chair now."""
        with self._clock:
            self.chair(chair).happen(mishap, source)

    def glimpse(self, chair: int) -> Glimpse:
        """Behind the scene of a chair that was begun by hand; no learner's window shows it."""
        with self._clock:
            return self.chair(chair).glimpse()

    def device_lines(self, chair: int) -> tuple[DeviceLine, ...]:
        with self._clock:
            known = self._chairs.get(chair)
            return () if known is None or known.ended else known.device_lines()

    def _running(self) -> frozenset[str]:
        with self._clock:
            going = (number for number, chair in self._chairs.items() if not chair.ended)
            return frozenset(self._ids[number] for number in going)

    def _settle(self) -> bool:
        return self._writer.flush(DISK_LOOK_S)

    def sound_note(self) -> str:
        return self._sound.note()

    # ---- what the store says

    def _stored(self, report: StoreReport) -> None:
        """On the store's thread; the chairs hear of it at the next moment of their clock."""
        self._reports.put(report)
        self.inbox.put(report)

    def _hear_store(self) -> None:
        while not self._reports.empty():
            report = self._reports.get()
            match report:
                case Committed():
                    for chair in self._chairs.values():
                        chair.committed(report)
                case StoreTrouble(text):
                    self._trouble = PartFailed(Part.STORE, text)
                    self._tell(self._trouble)
                case StoreWell():
                    self._trouble = None
                    self._tell(PartRecovered(Part.STORE))
                case _:
                    pass  # for the screen alone

    def _tell(self, event: PartFailed | PartRecovered) -> None:
        for chair in self._chairs.values():
            chair.take(event)
