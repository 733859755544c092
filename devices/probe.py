"""What answers on a port: listen first, then ask with harmless requests, propose, never guess.

Rule 1: `devices/probe_plan.py` says in which order, `devices/probe_evidence.py` who understood;
        here the port is opened, read and written, and time passes.
Rule 2: it ends as soon as exactly one driver understands and has a value to show for it, or at
        the end of a silence or a turn if exactly one understands; else after `SEARCH_S`.
Rule 3: the port is open at one setting of the line at a time, and closed at the end, also when
        the search is given up half-way (close the generator).
Rule 4: nothing that is heard here is recorded; a cuff result among it is told in the `Finding`.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from devices.errors import ConnectionFailed, ConnectReason
from devices.probe_evidence import Account, account, best, without_echo
from devices.probe_plan import OVER_BY_S, Opening, Turn, openings, shorter
from devices.registry import DRIVERS
from devices.serial_port import Transport, has_line_settings, open_port
from devices.session import Driver, LineSettings

SURE_FRAMES = 3
"""So many whole frames are enough to judge."""
SETTLED_S = 0.4
"""And so is one, when nothing followed it for so long."""
KEPT_BYTES = 65536
SAMPLE_BYTES = 32


TAKEN_FOR_S = 0.6
"""How long a port that is in use is asked for again."""


@dataclass(frozen=True, slots=True)
class Overheard:
    """What came while the port was open at these settings, understood or not."""

    lines: tuple[LineSettings, ...]
    byte_count: int
    sample: bytes
    """The first few of them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`understood` is one account for a proposal, several when they are equal, else none."""

    url: str
    understood: tuple[Account, ...]
    line: LineSettings | None
    """The settings at which it was understood; None = nothing was, or the port has none."""
    overheard: tuple[Overheard, ...]
    echo: bool
    """All that came were our own questions."""

    @property
    def proposed(self) -> str | None:
        """The name of the one driver that understood; None = none did, or more than one."""
        return self.understood[0].driver.name if len(self.understood) == 1 else None


@dataclass(frozen=True, slots=True)
class Step:
    """How far the search is (0..1); `asking` None = it listens. The last has a finding."""

    done: float
    lines: tuple[LineSettings, ...]
    asking: Driver | None = None
    finding: Finding | None = None


def probe(url: str, drivers: Iterable[Driver] | None = None) -> Finding:
    """Search to the end. Raises `ConnectionFailed` when the port does not open, or breaks."""
    for step in probing(url, drivers):
        if step.finding is not None:
            return step.finding
    raise AssertionError("a search ends with a finding")


def probing(
    url: str,
    drivers: Iterable[Driver] | None = None,
    *,
    clock: Callable[[], float] = time.monotonic,
) -> Generator[Step]:
    """The search as it goes on: a step each moment. Raises as `probe` does."""
    known = DRIVERS.values() if drivers is None else drivers
    settings_matter = has_line_settings(url)
    planned = openings(known, settings_matter=settings_matter)
    whole_s = sum(opening.lasts_s for opening in planned)
    over_at = clock() + OVER_BY_S
    spent_s, overheard, asked = 0.0, [], []
    for opening in planned:
        share = max(0.0, over_at - clock()) / (whole_s - spent_s)
        visit = _Visit(url, shorter(opening, share), clock)
        for elapsed_s, asking in visit.run():
            yield Step(min((spent_s + elapsed_s) / whole_s, 1.0), opening.lines, asking)
        spent_s += opening.lasts_s
        overheard.append(visit.overheard())
        asked.append(visit.echo_only())
        if visit.understood:
            line = opening.line if settings_matter else None
            finding = Finding(url, visit.understood, line, tuple(overheard), echo=False)
            yield Step(1.0, opening.lines, finding=finding)
            return
    finding = Finding(url, (), None, tuple(overheard), echo=_echo(overheard, asked))
    yield Step(1.0, (), finding=finding)


def _echo(overheard: list[Overheard], echo_only: list[bool]) -> bool:
    spoke = [only for one, only in zip(overheard, echo_only, strict=True) if one.byte_count]
    return bool(spoke) and all(spoke)


class _Ear:
    """One driver's conversation, held only to notice whole frames."""

    def __init__(self, driver: Driver, opened_at: float) -> None:
        self.driver = driver
        self.session = driver.open(driver.source)
        self.greeting = self.session.opened(opened_at)
        self.frames = 0
        self.judged = 0

    def hear(self, data: bytes, at: float) -> None:
        # What was said is judged from the bytes, later; here it is only used up.
        deque(self.session.receive(data, at), maxlen=0)
        self.frames = self.session.frames

    def worth_judging(self, *, settled: bool) -> bool:
        enough = self.frames >= max(SURE_FRAMES, 2 * self.judged)
        return enough or (settled and self.frames > self.judged)


class _Visit:
    """One opening of the port, from the first silence to the end of the last turn."""

    def __init__(self, url: str, opening: Opening, clock: Callable[[], float]) -> None:
        self._url = url
        self._opening = opening
        self._clock = clock
        self._ears: list[_Ear] = []
        self._heard = bytearray()
        self._byte_count = 0
        self._sample = b""
        self._heard_at = 0.0
        self._sent: list[bytes] = []
        self._asker: _Ear | None = None
        self._answers = bytearray()
        self.understood: tuple[Account, ...] = ()

    def overheard(self) -> Overheard:
        return Overheard(self._opening.lines, self._byte_count, self._sample)

    def echo_only(self) -> bool:
        return bool(self._heard) and not without_echo(bytes(self._heard), self._sent)

    def run(self) -> Iterator[tuple[float, Driver | None]]:
        """(seconds since it began, who asks) each moment."""
        opening = self._opening
        with closing(_opened(self._url, opening.line)) as port:
            began = self._clock()
            self._ears = [_Ear(driver, began) for driver in opening.drivers]
            until = began + opening.listen_s
            yield from self._listen(port, began, until)
            for turn in opening.turns:
                until += turn.wait_s
                yield from self._ask(port, turn, began, until)
            yield from self._listen(port, began, until + opening.stay_s)
        if not self.understood:
            self.understood = self._best(self._ears)

    def _ask(
        self, port: Transport, turn: Turn, began: float, until: float
    ) -> Iterator[tuple[float, Driver | None]]:
        if self.understood:
            return
        # The conversation begins when the line was opened: some ask only after some quiet.
        self._asker = _Ear(turn.driver, began)
        self._answers.clear()
        self._send(port, self._asker.greeting)
        yield from self._listen(port, began, until)
        self._asker = None

    def _listen(
        self, port: Transport, began: float, until: float
    ) -> Iterator[tuple[float, Driver | None]]:
        asker = self._asker
        while not self.understood and (now := self._clock()) < until:
            yield now - began, asker.driver if asker else None
            if asker is not None:
                self._send(port, asker.session.due(now))
            self._take(port.read())
            self._judge(settled=self._clock() - self._heard_at >= SETTLED_S)
        self._judge(settled=True, over=True)

    def _send(self, port: Transport, data: bytes) -> None:
        if data:
            self._sent.append(data)
            port.write(data)

    def _take(self, data: bytes) -> None:
        if not data:
            return
        at = self._heard_at = self._clock()
        self._byte_count += len(data)
        self._sample = (self._sample + data)[:SAMPLE_BYTES]
        for pile in (self._heard, self._answers):
            pile.extend(data)
            del pile[:-KEPT_BYTES]
        for ear in self._all_ears():
            ear.hear(data, at)

    def _all_ears(self) -> list[_Ear]:
        return self._ears if self._asker is None else [*self._ears, self._asker]

    def _judge(self, *, settled: bool, over: bool = False) -> None:
        """Somebody may have heard enough: if exactly one driver understands, that is it.

        `over`: the silence or the turn ends here.
        """
        ears = self._all_ears()
        if self.understood or not (
            over or any(ear.worth_judging(settled=settled) for ear in ears)
        ):
            return
        for ear in ears:
            ear.judged = ear.frames
        able = self._best(ears)
        if len(able) == 1 and (over or able[0].values):
            self.understood = able

    def _best(self, ears: list[_Ear]) -> tuple[Account, ...]:
        """One account for each driver with whole frames; who asks is judged by its answers."""
        heard = {ear.driver.name: (ear.driver, self._heard) for ear in ears if ear.frames}
        asker = self._asker
        if asker is not None and asker.frames:
            heard[asker.driver.name] = (asker.driver, self._answers)
        return best([account(driver, bytes(data), self._sent) for driver, data in heard.values()])


def _opened(url: str, line: LineSettings) -> Transport:
    """Open the port; one that another program has just taken is asked for again for a moment.

    Some systems look into every port that is opened or plugged in, and let go of it at once.
    """
    until = time.monotonic() + TAKEN_FOR_S
    while True:
        try:
            return open_port(url, line)
        except ConnectionFailed as failure:
            if failure.reason is not ConnectReason.IN_USE or time.monotonic() >= until:
                raise
        threading.Event().wait(TAKEN_FOR_S / 10)
