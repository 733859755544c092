"""Every monitor's whole way: virtual monitor, pseudo-terminal, link, core, store, export.

All of them are recorded at the same time, each on a chair of its own. Each shows a cuff result,
loses its plug, gets it back, and shows another result. What stands in the export is what it was
made to show: nothing else, nothing twice, nothing out of turn.
"""

from __future__ import annotations

import itertools
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from helpers import wait_until
from real_program import asked, exported, needs_pty
from virtual_room import PluggedMonitor
from watched_program import wanted

from devices.registry import DRIVERS
from monitor.commands import EndSession
from monitor.entries import Entry, Published
from monitor.events import LinkChanged, LinkState, Numerics
from monitor.phases import Phase
from monitor.vitals import CuffResult, VitalSign
from ui.wiring import Program

pytestmark = needs_pty

V = VitalSign
OXIMETER = (V.SPO2, V.PULSE)
SHOWS: dict[str, tuple[VitalSign, ...]] = {
    "ivy-450c": (V.HR, V.RR, *OXIMETER),
    "dinamap": OXIMETER,
    "philips-intellivue": (V.HR, V.RR, *OXIMETER, V.PERFUSION),
    "ge-s5": (V.HR, V.RR, *OXIMETER, V.PERFUSION),
    "par-nibp2010": OXIMETER,
    "berry-pm6750": (V.HR, V.RR, *OXIMETER),
    "suntech-oem": (),
    "ge-dash": (V.HR, V.RR, *OXIMETER),
    "nonin-df2": OXIMETER,
    "nonin-df7": OXIMETER,
    "contec-cms50": OXIMETER,
    "omron-hbp9030": (),
    "and-tm2657": (),
    "masimo-ascii": (*OXIMETER, V.PERFUSION),
    "nellcor-n560": OXIMETER,
}
"""The continuous signs that the virtual monitor has."""

PRESSURES = ("sbp", "dbp", "map")
WHOLE = (*PRESSURES, "nibp_pulse")
CUFF: dict[str, tuple[str, ...]] = {
    "ivy-450c": WHOLE,
    "dinamap": PRESSURES,  # the rate is the oximeter's, while there is one
    "philips-intellivue": WHOLE,
    "ge-s5": WHOLE,
    "par-nibp2010": WHOLE,
    "berry-pm6750": PRESSURES,
    "suntech-oem": WHOLE,
    "ge-dash": PRESSURES,
    "omron-hbp9030": ("sbp", "dbp", "nibp_pulse"),
    "and-tm2657": WHOLE,
}
"""What a cuff result of this monitor has; the others have no cuff."""

FIRST = (128, 79, 95, 86)
SECOND = (131, 84, 99, 91)

SPEED = {"ge-s5": 4.0, "nellcor-n560": 2.0}
"""The slow ones are played faster; all others speak at their own pace."""
STEP_S = {"ge-s5": 6.5, "nellcor-n560": 2.6, "ge-dash": 4.2, "dinamap": 2.1}
"""How long a number is shown, in the monitor's time: longer than until it is said again, and much
longer where it is only said when it is asked for."""
USUAL_STEP_S = 1.3
STEPS = 3
"""At least so many different numbers before the plug is pulled, and after."""
PATIENCE_S = 25.0


@dataclass(slots=True)
class Seat:
    """One monitor on one chair, and what was heard of it so far."""

    name: str
    chair: int
    monitor: PluggedMonitor
    session: str = ""
    values: set[float] = field(default_factory=set)
    cuffs: int = 0
    link: LinkState | None = None
    phase: Phase | None = None
    rows: list[dict[str, str]] = field(default_factory=list)
    entries: tuple[Entry, ...] = ()

    @property
    def speaks(self) -> bool:
        """It has shown enough of its continuous signs, if it has any."""
        return not SHOWS[self.name] or len(self.values) >= STEPS

    @property
    def heard(self) -> bool:
        """It talks, if it talks at all between two measurements."""
        return not SHOWS[self.name] or bool(self.values)

    def hear(self, published: Published) -> None:
        self.phase = published.picture.phase
        match published.event:
            case Numerics(readings):
                self.values |= {r.value for r in readings if r.sign is SHOWS[self.name][0]}
            case CuffResult():
                self.cuffs += 1
            case LinkChanged(state):
                self.link = state


@dataclass(slots=True)
class Room:
    program: Program
    seats: dict[int, Seat]

    def until(self, holds: Callable[[Seat], bool]) -> None:
        """Until it holds for every seat, or patience is at its end: the tests say for whom."""
        deadline = time.monotonic() + PATIENCE_S

        def over() -> bool:
            self.program.screen_beat()
            for message in self.program.inbox.drain():
                if isinstance(message, Published):
                    self.seats[message.chair].hear(message)
            return all(map(holds, self.seats.values())) or time.monotonic() > deadline

        wait_until(over, 2 * PATIENCE_S)

    def play(self) -> None:
        """The whole story, for all of them at once."""
        every = self.seats.values()
        self._measure(FIRST, total=1)
        for seat in every:
            seat.monitor.pull()
        self.until(lambda seat: seat.link is LinkState.DOWN)
        for seat in every:
            seat.values.clear()
            seat.monitor.plug_in()
        self._measure(SECOND, total=2)
        for seat in every:
            self.program.send(seat.chair, EndSession("AK"))
        self.until(lambda seat: seat.phase is Phase.SIGNED)
        self.program.flush()

    def _measure(self, values: tuple[int, int, int, int], total: int) -> None:
        """A cuff result once the monitor was heard, with the old one still on its screen."""
        self.until(lambda seat: seat.heard)
        for seat in self.seats.values():
            seat.monitor.script.measure(*values)
        self.until(lambda seat: seat.speaks and (seat.name not in CUFF or seat.cuffs >= total))


def chosen(request: pytest.FixtureRequest) -> list[str]:
    """The monitors of the tests that are to be run."""
    items = (item for item in request.session.items if item.path == request.path)
    named = {item.callspec.params["name"] for item in items if isinstance(item, pytest.Function)}
    return [name for name in DRIVERS if name in named]


@pytest.fixture(scope="module")
def seats(request: pytest.FixtureRequest) -> Iterator[dict[str, Seat]]:
    with tempfile.TemporaryDirectory() as folder_name, ExitStack() as stack:
        folder = Path(folder_name)
        seats = {}
        for chair, name in enumerate(chosen(request), 1):
            monitor = PluggedMonitor(
                name,
                folder / name,
                step_s=STEP_S.get(name, USUAL_STEP_S),
                speed=SPEED.get(name, 1.0),
            )
            monitor.plug_in()
            stack.callback(monitor.pull)
            seats[chair] = Seat(name, chair, monitor)
        program = Program(folder / "record.db", sound=False)
        program.start()
        try:
            for seat in seats.values():
                request_ = wanted(str(seat.monitor.link), seat.name, chair=seat.chair)
                seat.session = program.open_session(request_)
            Room(program, seats).play()
            for seat in seats.values():
                seat.entries = tuple(program.record(seat.session).entries)
                seat.rows = exported(seat.session, folder / "record.db", folder)
        finally:
            program.close()
        verified = asked("verify", "--db", folder / "record.db")
        assert verified.code == 0, verified.out
        yield {seat.name: seat for seat in seats.values()}


def shown_values(seat: Seat, sign: VitalSign) -> list[float]:
    """The numbers that the monitor was made to show, in their order, each change once."""
    pick: dict[VitalSign, Callable[[int], float | None]] = {}
    looks = seat.monitor.script.shown
    pick = {
        V.HR: lambda at: looks[at].hr,
        V.RR: lambda at: looks[at].rr,
        V.SPO2: lambda at: looks[at].spo2,
        V.PULSE: lambda at: looks[at].pulse,
        V.PERFUSION: lambda at: round(looks[at].truth.perfusion, 2),
    }
    values = (pick[sign](at) for at in range(len(looks)))
    return [value for value, _ in itertools.groupby(values) if value is not None]


def recorded_values(rows: list[dict[str, str]]) -> list[float]:
    return [value for value, _ in itertools.groupby(float(row["value"]) for row in rows)]


def is_run_of(part: list[float], whole: list[float]) -> bool:
    """The part stands in the whole in one piece."""
    places = range(len(whole) - len(part) + 1)
    return any(whole[at : at + len(part)] == part for at in places)


def gap_of(seat: Seat) -> tuple[float, float]:
    """From when to when the port was away, in session seconds."""
    changes = [(e.now_s, e.what.state) for e in seat.entries if isinstance(e.what, LinkChanged)]
    down_s = next(at for at, state in changes if state is LinkState.DOWN)
    return down_s, next(at for at, state in changes if at > down_s and state is LinkState.UP)


@pytest.mark.parametrize("name", DRIVERS)
def test_what_was_shown_is_what_is_exported(name: str, seats: dict[str, Seat]) -> None:
    seat = seats[name]
    down_s, up_s = gap_of(seat)
    said = [e for e in seat.entries if isinstance(e.what, Numerics | CuffResult)]
    assert not [entry for entry in said if down_s < entry.now_s < up_s]
    # A cuff result stands at the moment at which it was measured, if the monitor tells its age.
    at = [(float(row["t_seconds"]), row) for row in seat.rows if row["sign"] not in WHOLE]
    assert not [row for t_s, row in at if down_s < t_s < up_s]
    assert {row["source"] for row in seat.rows} == {f"device:{name}"}

    cuff = [row for row in seat.rows if row["sign"] in WHOLE]
    gives = CUFF.get(name, ())
    wanted_cuff = [
        (sign, float(value))
        for result in (FIRST, SECOND)
        for sign, value in zip(WHOLE, result, strict=True)
        if sign in gives
    ]
    assert [(row["sign"], float(row["value"])) for row in cuff] == wanted_cuff
    assert {row["quality"] for row in cuff} <= {"good"}

    assert {row["sign"] for row in seat.rows} - {*WHOLE} == {*SHOWS[name]}
    for sign in SHOWS[name]:
        rows = [(t_s, row) for t_s, row in at if row["sign"] == sign]
        for part in (
            [row for t_s, row in rows if t_s <= down_s],
            [row for t_s, row in rows if t_s >= up_s],
        ):
            found, whole = recorded_values(part), shown_values(seat, sign)
            assert len(found) >= STEPS
            assert is_run_of(found, whole), f"{sign}: {found} is no run of {whole}"
