"""What a file may say about a monitor that sends lines of text; everything else is refused.

Rule 1: a refusal names the key, the value and what is expected there; all of them at once, as far
        as one does not hide the other.
Rule 2: nothing is guessed and nothing is converted: a number in quotes is no number.
Rule 3: what can be checked without the monitor is: names, units, and the examples, which must be
        understood.
"""

from __future__ import annotations

import difflib
import enum
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from devices.drivers.line_protocol.patterns import HopelessPattern, check_pattern
from devices.session import LineSettings, Parity
from monitor.vitals import CUFF_SIGNS, SIGNS, CuffFailure, LostReason, VitalSign

KPA_MMHG = 7.500617
_MMHG = {"mmHg": (1.0, 0.0), "kPa": (KPA_MMHG, 0.0)}
_CELSIUS = {"°C": (1.0, 0.0), "°F": (5.0 / 9.0, -160.0 / 9.0)}
_PER_MINUTE = {"1/min": (1.0, 0.0), "bpm": (1.0, 0.0)}
_CONVERTED = {"mmHg": _MMHG, "°C": _CELSIUS, "1/min": _PER_MINUTE, "%": {"%": (1.0, 0.0)}}
"""Factor and addition, by the unit we keep and the unit that the monitor uses."""

BAUDS = (300, 600, 1200, 2400, 4800, 9600, 14400, 19200, 38400, 57600, 115200, 230400)
LONGEST = range(8, 2001)
FASTEST_POLL_S = 0.2
SLOWEST_S = 3600.0


class Unexpected(ValueError):
    """One value that cannot be; `key` is empty when the place says it already."""

    def __init__(self, key: str, value: object, expected: str) -> None:
        super().__init__(f"is {value!r}; expected {expected}")
        self.key = key


class Missing(ValueError):
    def __init__(self, key: str, expected: str) -> None:
        super().__init__(f"is missing; expected {expected}")
        self.key = key


def either(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def one_of(key: str, value: str, words: Collection[str]) -> None:
    """Raises `Unexpected` with the nearest word, if there is one."""
    if value not in words:
        near = difflib.get_close_matches(value, words, n=1)
        hint = f" (did you mean {near[0]!r}?)" if near else ""
        raise Unexpected(key, value, either(words) + hint)


class ParityWord(enum.StrEnum):
    NONE = "none"
    EVEN = "even"
    ODD = "odd"


PARITY = {ParityWord.NONE: Parity.NONE, ParityWord.EVEN: Parity.EVEN, ParityWord.ODD: Parity.ODD}


@dataclass(frozen=True, slots=True)
class Line:
    """How the line is set, and where a line of text ends: at each of the characters in `ends`."""

    baud: int = 9600
    data_bits: int = 8
    parity: ParityWord = ParityWord.NONE
    stop_bits: int = 1
    rtscts: bool = False
    ends: str = "\r\n"
    longest: int = 256

    def __post_init__(self) -> None:
        if self.baud not in BAUDS:
            raise Unexpected("baud", self.baud, either(map(str, BAUDS)))
        if self.data_bits not in {7, 8}:
            raise Unexpected("data_bits", self.data_bits, "7 or 8")
        if self.stop_bits not in {1, 2}:
            raise Unexpected("stop_bits", self.stop_bits, "1 or 2")
        if self.longest not in LONGEST:
            raise Unexpected("longest", self.longest, "8 to 2000 characters")
        if not self.ends or not single_bytes(self.ends):
            raise Unexpected("ends", self.ends, r'one or more characters such as "\r\n"')

    def settings(self) -> LineSettings:
        return LineSettings(
            self.baud, self.data_bits, PARITY[self.parity], self.stop_bits, self.rtscts
        )


@dataclass(frozen=True, slots=True)
class Poll:
    """What the monitor must be sent to answer. It must not change anything there."""

    send: str
    every_s: float

    def __post_init__(self) -> None:
        if not self.send or not single_bytes(self.send):
            raise Unexpected("send", self.send, r'the characters to send, such as "?\r"')
        if not FASTEST_POLL_S <= self.every_s <= SLOWEST_S:
            raise Unexpected("every_s", self.every_s, "0.2 to 3600 seconds")


@dataclass(frozen=True, slots=True)
class Field:
    """What a part of a line is; without `unit` it is in the unit that we keep."""

    sign: VitalSign
    unit: str = ""

    def __post_init__(self) -> None:
        if self.unit:
            one_of("unit", self.unit, self._units())

    def _units(self) -> dict[str, tuple[float, float]]:
        return _CONVERTED[SIGNS[self.sign].unit]

    def in_our_unit(self, number: float) -> float:
        """Tenths are kept where a unit was converted: no monitor measures finer."""
        factor, addition = self._units()[self.unit or SIGNS[self.sign].unit]
        if (factor, addition) == (1.0, 0.0):
            return number
        return round(number * factor + addition, 1)


@dataclass(frozen=True, slots=True)
class Message:
    """One kind of line: a regular expression with named groups, or columns with their names."""

    pattern: str = ""
    columns: tuple[str, ...] = ()
    separator: str = ","
    starts_with: str = ""
    example: str = ""

    def __post_init__(self) -> None:
        if bool(self.pattern) is bool(self.columns):
            raise Missing("pattern", "a pattern or columns, and not both")
        if not self.separator:
            raise Unexpected("separator", self.separator, 'a character such as ","')
        try:
            check_pattern(self.pattern)
        except HopelessPattern as error:
            raise Unexpected("pattern", self.pattern, str(error)) from None
        if twice := _twice(name for name in self.columns if name):
            raise Unexpected("columns", twice, "each name once")

    def names(self) -> tuple[str, ...]:
        if self.pattern:
            return tuple(re.compile(self.pattern).groupindex)
        return tuple(name for name in self.columns if name)


class NewBy(enum.StrEnum):
    CHANGE = "change"
    """A result is repeated; it is new when it differs, or was empty in between."""
    TIME = "time"
    """A result is repeated with the time of its measurement."""
    LINE = "line"
    """A line is sent once, when a measurement has ended."""


DONE, MEASURING, NOTHING = "done", "measuring", "nothing"
MEANINGS = (DONE, MEASURING, NOTHING, *(failure.value for failure in CuffFailure))


@dataclass(frozen=True, slots=True)
class Cuff:
    """How a new cuff result is told from a repeated one, and what the cuff's status means."""

    new_by: NewBy | None = None
    time: str = ""
    status: str = ""
    statuses: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.newness is NewBy.TIME and not self.time:
            raise Missing("time", "the name of the field with the time of the measurement")
        if self.newness is not NewBy.TIME and self.time:
            raise Unexpected("new_by", str(self.new_by), "time, as the key time says")
        if bool(self.status) is not bool(self.statuses):
            wanted = "statuses" if self.status else "status"
            raise Missing(wanted, "both status and statuses, or neither")
        for text, meaning in self.statuses.items():
            one_of(f"statuses.{text}", meaning, MEANINGS)

    @property
    def newness(self) -> NewBy:
        if self.new_by is not None:
            return self.new_by
        return NewBy.TIME if self.time else NewBy.CHANGE


@dataclass(frozen=True, slots=True)
class Description:
    """One file. `missing` are the texts that stand for no value, and why there is none."""

    title: str
    fields: dict[str, Field]
    message: tuple[Message, ...]
    interval_s: float | None = None
    cable: str = ""
    ignore: tuple[str, ...] = ()
    line: Line = field(default_factory=Line)
    poll: Poll | None = None
    missing: dict[str, LostReason] = field(default_factory=dict)
    cuff: Cuff = field(default_factory=Cuff)

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise Unexpected("title", self.title, "the name of the monitor")
        if self.interval_s is not None and not FASTEST_POLL_S <= self.interval_s <= SLOWEST_S:
            raise Unexpected("interval_s", self.interval_s, "0.2 to 3600 seconds")
        for place, pattern in enumerate(self.ignore, 1):
            try:
                check_pattern(pattern)
            except HopelessPattern as error:
                raise Unexpected(f"ignore {place}", pattern, str(error)) from None
        self._check_names()
        self._check_cuff()

    @property
    def every_s(self) -> float:
        """How often the continuous values come."""
        if self.interval_s is not None:
            return self.interval_s
        return self.poll.every_s if self.poll else 1.0

    @property
    def only_measures(self) -> bool:
        """It gives nothing but a cuff, and by no rhythm: it is silent between two results."""
        rhythm = self.interval_s is not None or self.poll is not None
        return not rhythm and all(one.sign in CUFF for one in self.fields.values())

    def signs_of(self, message: Message) -> list[VitalSign]:
        return [self.fields[name].sign for name in message.names() if name in self.fields]

    @property
    def gives_mean(self) -> bool:
        return any(one.sign is VitalSign.MAP for one in self.fields.values())

    def _check_names(self) -> None:
        if not self.fields:
            raise Missing("fields", 'at least one such as hr = { sign = "hr" }')
        if not self.message:
            raise Missing("message", "at least one [[message]] table")
        known = [*self.fields, *(name for name in (self.cuff.time, self.cuff.status) if name)]
        for place, message in enumerate(self.message, 1):
            key = f"message {place}.{'pattern' if message.pattern else 'columns'}"
            for name in message.names():
                if name not in known:
                    raise Unexpected(key, name, f"names of fields: {either(known)}")
            if twice := _twice(self.signs_of(message)):
                raise Unexpected(key, twice, "each sign once in a line")
        used = {name for message in self.message for name in message.names()}
        for name in known:
            if name not in used:
                kind = "fields" if name in self.fields else "cuff"
                raise Missing(f"{kind}.{name}", "a group or a column of this name in a message")

    def _check_cuff(self) -> None:
        with_cuff = [m for m in self.message if not CUFF.isdisjoint(self.signs_of(m))]
        if not with_cuff:
            if self.cuff != Cuff():
                raise Missing("fields", "fields with the signs sbp and dbp, as there is a cuff")
            return
        if len(with_cuff) > 1:
            raise Unexpected("message", "cuff values in several messages", "all of them in one")
        (message,) = with_cuff
        for sign in (VitalSign.SBP, VitalSign.DBP):
            if sign not in self.signs_of(message):
                raise Missing("fields", f"a field with the sign {sign} beside the other pressures")
        for name in (self.cuff.time, self.cuff.status):
            if name and name not in message.names():
                raise Unexpected("cuff", name, "a field in the line that has the pressures")


CUFF = frozenset(CUFF_SIGNS)


def single_bytes(text: str) -> bool:
    return all(character <= "\xff" for character in text)


def _twice(words: Iterable[str]) -> str:
    """The first word that stands there twice; "" = none."""
    seen: set[str] = set()
    for word in words:
        if word in seen:
            return str(word)
        seen.add(word)
    return ""
