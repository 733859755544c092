"""Shows whoever writes a description file what is understood of each line of their monitor.

Rule 1: it stands where a capture stands: it hears the raw bytes of the line and changes nothing.
Rule 2: a line is judged as the driver judges it, cuff rules included, and never a second way.
Rule 3: memory is bounded, whatever arrives.
"""

from __future__ import annotations

from devices.capture import Direction
from devices.drivers.line_protocol import LineReader, LineSession, described
from devices.drivers.line_protocol.description import Description
from devices.drivers.line_protocol.reading import Said, Value
from devices.errors import ContentError, FramingError, ProtocolError, UnknownDriver
from devices.framing import LineFramer
from devices.registry import LINE, description_text
from monitor.vitals import SIGNS
from ui.requests import RawLine
from ui.words import figure, say, sign_label

KEPT_LINES = 40
LONGEST_SHOWN = 120


class LineTester:
    """A `CaptureSink`: `put` on the link's thread, `lines` on any; a tuple is replaced at once."""

    def __init__(self, description: Description) -> None:
        ends = description.line.ends.encode("latin-1")
        self._framer = LineFramer(ends=ends, max_frame=description.line.longest)
        self._end = ends[:1]
        self._reader = LineReader(description)
        self._session = LineSession("", description)
        self._lines: tuple[RawLine, ...] = ()

    def put(self, at: float, direction: Direction, data: bytes) -> None:
        if direction is Direction.TX:
            return
        new = tuple(self._judged(cut, at) for cut in self._framer.feed(data))
        if new:
            self._lines = (*self._lines, *new)[-KEPT_LINES:]

    def lines(self) -> tuple[RawLine, ...]:
        """The latest lines, oldest first."""
        return self._lines

    def _judged(self, cut: bytes | FramingError, at: float) -> RawLine:
        if isinstance(cut, FramingError):
            return RawLine(say("line-too-long"), str(cut), good=False)
        raw = readable(cut)
        wrong = [
            event
            for event in self._session.receive(cut + self._end, at)
            if isinstance(event, ProtocolError)
        ]
        if wrong:
            return RawLine(raw, str(wrong[0]), good=False)
        try:
            said = self._reader.read(cut.decode("latin-1"))
        except ContentError as error:
            return RawLine(raw, str(error), good=False)
        return RawLine(raw, said_text(said), good=True)


def line_tester_of(driver: str) -> LineTester | None:
    """For ``line:FILE.toml``; None for a monitor that has a driver of its own.

    None too when the file has become unreadable since its driver was made of it: then there is a
    test of the connection all the same, only without its lines.
    """
    if not driver.startswith(LINE):
        return None
    where = driver.removeprefix(LINE)
    try:
        return LineTester(described(description_text(where), where=where))
    except UnknownDriver:
        return None


def readable(line: bytes) -> str:
    """The line with every byte that is no letter made visible; a very long one is cut."""
    shown = "".join(
        chr(byte) if chr(byte).isprintable() else f"\\x{byte:02x}" for byte in line[:LONGEST_SHOWN]
    )
    return shown + "…" if len(line) > LONGEST_SHOWN else shown


def said_text(said: Said | None) -> str:
    """What a line says, in the words of the screen; None = it was described as saying nothing."""
    if said is None:
        return say("line-ignored")
    parts = [_value_text(value) for value in said.values]
    parts += [say("line-status", said.status)] if said.status else []
    parts += [say("line-time", said.time)] if said.time else []
    return " · ".join(parts) or say("line-nothing")


def _value_text(value: Value) -> str:
    facts, label = SIGNS[value.sign], sign_label(value.sign)
    if value.number is None:
        return say("line-no-value", label, say(f"why-{value.why.value}"))
    return say("test-value", label, figure(f"{value.number:.{facts.decimals}f}"), facts.unit)
