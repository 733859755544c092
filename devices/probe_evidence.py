"""How well a driver explains the bytes that were heard, and which driver explains them best.

Rule 1: only bytes count. What was heard is read once more by a fresh conversation, byte by byte;
        a byte is explained when it lies between two complaints and a whole frame ends behind it.
Rule 2: a driver understands when it has whole frames and explains at least half of what it judged.
        So a checksum that happens to fit now and then in somebody else's stream is no evidence.
Rule 3: our own questions that come back are an echo and no answer; they are taken out first.
Rule 4: of two that understand, the one that explains more wins, then the one with fewer errors;
        if they are equal, nobody does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from devices.errors import ProtocolError
from devices.session import DeviceEvent, Driver
from monitor.vitals import CuffResult, Reading, VitalSign

JUDGED_BYTES = 16384
"""So many of the last bytes are read again: seconds of the fastest monitor."""
UNDERSTOOD_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Account:
    """What one driver makes of the bytes. `values` are the latest, in the order of their signs."""

    driver: Driver
    frames: int
    explained: int
    unexplained: int
    errors: int
    values: tuple[tuple[VitalSign, float], ...]
    cuff_result: bool
    """A cuff result was among them; whoever only searches has heard it and not recorded it."""

    @property
    def understands(self) -> bool:
        judged = self.explained + self.unexplained
        return self.frames > 0 and self.explained >= UNDERSTOOD_SHARE * judged


@dataclass(slots=True)
class _Tally:
    pending: int = 0
    explained: int = 0
    unexplained: int = 0
    errors: int = 0
    values: dict[VitalSign, float] = field(default_factory=dict)
    cuff_result: bool = False

    def take(self, events: Iterable[DeviceEvent], *, whole_frame: bool) -> None:
        self.pending += 1
        wrong = 0
        for event in events:
            wrong += isinstance(event, ProtocolError)
            self._note(event)
        self.errors += wrong
        if whole_frame:
            self.explained += self.pending
            self.pending = 0
        elif wrong:
            self.unexplained += self.pending
            self.pending = 0

    def _note(self, event: DeviceEvent) -> None:
        if isinstance(event, Reading):
            self.values[event.sign] = event.value
        elif isinstance(event, CuffResult):
            self.values |= {VitalSign.SBP: event.sbp, VitalSign.DBP: event.dbp}
            self.cuff_result = True


def account(driver: Driver, heard: bytes, sent: Iterable[bytes] = ()) -> Account:
    """What `driver` makes of `heard`; `sent` are the messages that we sent meanwhile."""
    session = driver.open(driver.source)
    session.opened(0.0)
    tally = _Tally()
    data = without_echo(heard[-JUDGED_BYTES:], sent)
    for index in range(len(data)):
        before = session.frames
        at = index / driver.bytes_per_s
        events = list(session.receive(data[index : index + 1], at))
        tally.take(events, whole_frame=session.frames > before)
    values = tuple((sign, tally.values[sign]) for sign in VitalSign if sign in tally.values)
    return Account(
        driver=driver,
        frames=session.frames,
        explained=tally.explained,
        unexplained=tally.unexplained,
        errors=tally.errors,
        values=values,
        cuff_result=tally.cuff_result,
    )


def without_echo(heard: bytes, sent: Iterable[bytes]) -> bytes:
    for message in sorted(set(sent), key=len, reverse=True):
        if message:
            heard = heard.replace(message, b"")
    return heard


def best(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """The one that understands best; several when they are equal, none when nobody understands."""
    able = [one for one in accounts if one.understands]
    if not able:
        return ()
    most = max(_rank(one) for one in able)
    return tuple(one for one in able if _rank(one) == most)


def _rank(one: Account) -> tuple[int, int]:
    return one.explained - one.unexplained, -one.errors
