"""The quiet room of this seat: which loudspeakers there are, the desk's check, and who is there.

Rule 1: what is allowed and when it ends is decided by `monitor.quiet_room`.
Rule 2: every change is told to every session of this computer, and to those that begin later.
Rule 3: time is looked at on the station's thread, so that a window that hangs keeps nothing quiet.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from devices.sound_process import SoundReport
from monitor.commands import QuietRoom
from monitor.quiet_room import Quiet, QuietSeat, SoundOutput, Stir, refusal
from ui.doors import QuietView
from ui.requests import Refusal
from ui.words import say


@dataclass(frozen=True, slots=True)
class QuietWays:
    """What it needs of the program; none of it may block."""

    ask_outputs: Callable[[], None]
    try_desk: Callable[[str], None]
    desk: Callable[[str, bool], None]
    """(output, quiet); empty = close the second output."""
    tell: Callable[[QuietRoom], None]
    """To every session that is open."""
    alarm: Callable[[], bool]
    """Whether a chair asks to be heard now."""
    want: Callable[[str], None] = lambda _by: None
    """Raises `Refusal` for one who may not make it quiet."""


class QuietRoomOfSeat:
    """May be called from any thread. `clock` is monotonic seconds."""

    def __init__(self, ways: QuietWays, clock: Callable[[], float]) -> None:
        self._ways, self._clock = ways, clock
        self._lock = threading.RLock()
        self._seat = QuietSeat()
        self._outputs: tuple[SoundOutput, ...] | None = None
        self._began = False
        self._by = ""

    def view(self) -> QuietView:
        with self._lock:
            seat = self._seat
            return QuietView(
                on=seat.state is Quiet.ON,
                checking=seat.state is Quiet.CHECKING,
                began=self._began,
                output=seat.output,
                outputs=tuple(one.name for one in self._outputs or ()),
                usual=tuple(one.name for one in self._outputs or () if one.usual),
                known=self._outputs is not None,
                here_left_s=seat.here_left_s(self._clock()),
                why=seat.why,
            )

    def look(self) -> None:
        """Ask which loudspeakers there are; the view knows it soon."""
        self._ways.ask_outputs()

    def try_output(self, output: str) -> None:
        """Play a burst there. Raises `Refusal`."""
        with self._lock:
            refused = refusal(self._outputs or (), output)
            if refused:
                raise Refusal(say(refused, output))
            if self._ways.alarm():
                raise Refusal(say("sound-check-alarm"))
            if not self._seat.begin(output):
                raise Refusal(say("quiet-is-on"))
            self._began = False
            self._ways.try_desk(output)

    def answer(self, *, heard: bool, by: str) -> None:
        """Whether the burst was heard at the desk; then the room is quiet. Raises `Refusal`."""
        with self._lock:
            if heard and not self._began:
                raise Refusal(say("sound-check-not-played"))
            if heard:
                self._ways.want(by)
            self._by = by
            if self._seat.stir(Stir.HEARD if heard else Stir.NOT_HEARD, self._clock()):
                self._follow(told=heard)

    def here(self) -> None:
        with self._lock:
            self._seat.here(self._clock())

    def end(self, by: str) -> None:
        with self._lock:
            self._by = by
            was_on = self._seat.state is Quiet.ON
            if self._seat.stir(Stir.END, self._clock()):
                self._follow(told=was_on)

    def standing(self) -> tuple[QuietRoom, ...]:
        """What a session that begins must know."""
        with self._lock:
            if self._seat.state is not Quiet.ON:
                return ()
            return (QuietRoom(on=True, output=self._seat.output, by=self._by),)

    def tick(self) -> None:
        """From the station, a few times a second."""
        with self._lock:
            if self._seat.tick(self._clock()):
                self._follow(told=True, asked=False)

    def hear(self, report: SoundReport) -> None:
        """From the sound process."""
        with self._lock:
            if report.said == "outputs":
                self._outputs = tuple(SoundOutput(*pair) for pair in report.outputs)
            elif report.said == "burst" and report.desk and not report.chair:
                self._began = self._seat.state is Quiet.CHECKING
            elif report.said == "desk-failed":
                was_on = self._seat.state is Quiet.ON
                if self._seat.stir(Stir.LOST, self._clock()):
                    self._follow(told=was_on, asked=False)

    def _follow(self, *, told: bool, asked: bool = True) -> None:
        """The sound process and the record hear of it; `asked` = by a person."""
        seat = self._seat
        self._ways.desk(seat.output, seat.state is Quiet.ON)
        if told:
            on = seat.state is Quiet.ON
            self._ways.tell(QuietRoom(on, seat.output, self._by if asked else "", seat.why))


class NoQuietRoom:
    """Where there is no sound of its own: in a demo, or without sound. Refuses with `sentence`."""

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence

    def view(self) -> QuietView:
        return QuietView(known=True)

    def look(self) -> None:
        """There is nothing to look for."""

    def try_output(self, _output: str) -> None:
        raise Refusal(self._sentence)

    def answer(self, *, heard: bool, by: str) -> None:  # noqa: ARG002 -- the protocol's
        raise Refusal(self._sentence)

    def here(self) -> None:
        """Nothing is quiet."""

    def end(self, by: str) -> None:
        """Nothing is quiet."""
