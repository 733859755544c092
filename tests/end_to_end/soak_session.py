"""One whole session, played: drawn by its seed, stored now and then, read back from the disk.

Rule: patient, monitors, drivers, judging, store and capture are the real ones; the clock is
      virtual. The same seed gives the same session.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from accounted import WATCHED
from soak_drawn import Drawn
from soak_hands import drawn_command, noticed, said

from data.capture_file import CaptureWriter
from data.store import SessionStore
from devices.registry import DRIVERS
from monitor.entries import Anchor, AnchorReason, Committed, Entry, Published
from monitor.events import Event
from monitor.picture import Shown
from monitor.stepped import Act
from ui.demo import SimulatedChair

BEGAN_UTC_S = 1_768_471_200.0
KEY = bytes(range(48))
"""Of the encrypted records: made of a passphrase, it would cost half a second each time."""
ROUNDED_S = 0.001
"""Moments of a record, a picture and a capture are whole milliseconds."""
COMMANDS_A_MINUTE = 2.0
NOTICED_A_MINUTE = 0.1


@dataclass(frozen=True, slots=True)
class Played:
    """What came of it. `handed`: every entry that the chair gave to the store, in its order."""

    drawn: Drawn
    db: Path
    capture: Path
    handed: tuple[Entry, ...]
    stored: tuple[Entry, ...]
    anchors: tuple[Anchor, ...]
    ended: bool

    @property
    def session_id(self) -> str:
        return f"soak-{self.drawn.seed}"

    @property
    def key(self) -> bytes | None:
        return KEY if self.drawn.encrypted else None


class _Desk:
    """Takes what the chair hands over, and writes it now and then, as a busy disk does."""

    def __init__(self, one: Drawn, db: Path, key: bytes | None) -> None:
        self._dice = Random(f"disk {one.seed}")
        self._place = db, key, one.waves
        self._store = self._opened()
        self._anchors = [Anchor(f"soak-{one.seed}", 0.0, BEGAN_UTC_S, 0, AnchorReason.START)]
        self._waiting: list[Entry] = []
        self.handed: list[Entry] = []

    def _opened(self) -> SessionStore:
        db, key, waves = self._place
        return SessionStore.open(db, key, keep_waves=waves)

    def take(self, entry: Entry) -> None:
        self.handed.append(entry)
        self._waiting.append(entry)

    def turn(self) -> Committed | None:
        """Perhaps everything is written, perhaps twice, perhaps the file is opened anew."""
        luck = self._dice.random()
        if luck < 0.4:
            return None
        return self.write(twice=luck > 0.95, anew=luck < 0.45)

    def write(self, *, twice: bool = False, anew: bool = False) -> Committed | None:
        if anew:
            self._store.close()
            self._store = self._opened()
        for _ in range(1 + twice):  # the fate of the first one was not known
            self._store.write(self._waiting, self._anchors)
        self._anchors = []
        if not self._waiting:
            return None
        last = self._waiting[-1]
        self._waiting.clear()
        return Committed(last.session_id, last.seq)

    def close(self) -> None:
        self._store.close()


def play(one: Drawn, folder: Path) -> Played:
    """From the opening to its end, or to where it is cut off; and read back from the disk."""
    folder.mkdir()
    db, capture = folder / "record.db", folder / "wire.capture"
    key = KEY if one.encrypted else None
    desk = _Desk(one, db, key)
    writer = CaptureWriter(capture, key)
    played = SimulatedChair(
        one.person,
        seed=one.seed,
        session_id=f"soak-{one.seed}",
        store=desk.take,
        show=_Screen(one).show,
        capture=writer,
    )
    try:
        _plan_hands(one, played)
        _run(one, played, desk)
    finally:
        played.close()
        desk.close()
    with SessionStore.open(db, key, read_only=True) as store:
        session_id = f"soak-{one.seed}"
        stored = tuple(store.entries(session_id))
        anchors = tuple(store.anchors(session_id))
    return Played(one, db, capture, tuple(desk.handed), stored, anchors, played.ended)


def _run(one: Drawn, played: SimulatedChair, desk: _Desk) -> None:
    dice, now = Random(f"pace {one.seed}"), 0.0
    while now < one.until_s and not played.ended:
        now = min(one.until_s, now + dice.expovariate(1.0 / 20.0))
        played.run_until(now)
        committed = desk.turn()
        if committed is not None:
            played.committed(committed)
    committed = desk.write()
    if committed is not None:
        played.committed(committed)
    desk.write()


class _Screen:
    """Looks at every picture: nothing old is shown as if it were now."""

    def __init__(self, one: Drawn) -> None:
        drivers = (DRIVERS[name] for name in one.drivers.values())
        streaming = (driver for driver in drivers if driver.signs & set(WATCHED))
        self._fresh_for_s = max((driver.fresh_for_s for driver in streaming), default=0.0)

    def show(self, published: Published) -> None:
        picture = published.picture
        recorded_s = picture.recorded_at_s
        assert recorded_s is None or recorded_s <= published.now_s
        for sign in WATCHED:
            numeral = picture.numerals.get(sign)
            if numeral is not None and numeral.shown is Shown.LIVE:
                assert numeral.age_s is not None
                seen = published.now_s, numeral
                assert numeral.age_s <= self._fresh_for_s + ROUNDED_S, seen


def _plan_hands(one: Drawn, played: SimulatedChair) -> None:
    dice, at = Random(f"hands {one.seed}"), 0.0
    while (at := at + dice.expovariate(COMMANDS_A_MINUTE / 60.0)) < one.until_s:
        kind = drawn_command(dice)
        played.runner.plan(at, said(kind, Random(f"{one.seed} {at}")))
    at = 0.0
    while (at := at + dice.expovariate(NOTICED_A_MINUTE / 60.0)) < one.until_s:
        played.runner.plan(at, _noticed(noticed(dice)))


def _noticed(event: Event) -> Act:
    return lambda _chair: (event,)
