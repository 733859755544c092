r"""An unknown monitor that sends lines of text, described in a file: `line:FILE.toml`.

The file says where a line ends, what is sent to the monitor to make it answer (if anything), and
for each kind of line which part of it is which sign; `docs/line-driver.md` shows all of it. A part
is a named group of a regular expression, or a column.

    [line]               baud, data_bits, parity, stop_bits, rtscts, ends, longest
    [poll]               send, every_s
    [missing]            "---" = "no-value"          a text that stands for no value, and why
    [fields]             sys = { sign = "sbp", unit = "kPa" }
    [[message]]          pattern = 'NIBP (?P<sys>\S+)/...', or columns = ["", "sys", ...]
    [cuff]               new_by, time, status, statuses

What such a monitor cannot tell: a checksum is not checked, and a demo mode is not known. The file
is believed: what it takes for a systolic pressure is one.

>>> from devices.decode import decode
>>> driver = line_driver('''
... title = "Alpha 200"
... [fields]
... hr = { sign = "hr" }
... sys = { sign = "sbp", unit = "kPa" }
... dia = { sign = "dbp", unit = "kPa" }
... [missing]
... "---" = "no-value"
... [[message]]
... pattern = 'HR=(?P<hr>...)'
... [[message]]
... columns = ["", "sys", "dia"]
... starts_with = "BP,"
... [cuff]
... new_by = "line"
... ''', name="line:alpha.toml", where="alpha.toml")
>>> for row in decode(driver, b"HR=076\r\nBP,16.0,10.4\r\nHR=---\r\n"):
...     print(row.offset, row.kind, row.sign, row.value, row.note, sep=",")
7,reading,hr,76.0,
21,reading,sbp,120.0,
21,reading,dbp,78.0,
29,lost,hr,None,no-value
"""

from __future__ import annotations

from collections.abc import Iterator

from devices.conversation import Signs
from devices.drivers.line_protocol.cuff import CuffLines
from devices.drivers.line_protocol.description import CUFF, Description
from devices.drivers.line_protocol.file import LineFileError, described
from devices.drivers.line_protocol.reading import LineReader, Said
from devices.errors import ContentError, FramingError, ProtocolError
from devices.framing import LineFramer
from devices.session import DeviceEvent, Done, Driver, QualityRow
from monitor.vitals import VitalSign

__all__ = ["LineFileError", "LineReader", "LineSession", "described", "driver_of", "line_driver"]

UNKNOWN_LINE = 40
"""A line without an example is taken for this long, to pace a recording."""


class LineSession:
    """One conversation with the monitor of one description."""

    def __init__(self, source: str, description: Description) -> None:
        self._reader = LineReader(description)
        line, poll = description.line, description.poll
        self._framer = LineFramer(ends=line.ends.encode("latin-1"), max_frame=line.longest)
        self._request = poll.send.encode("latin-1") if poll else b""
        self._ask_every_s = poll.every_s if poll else 0.0
        self._ask_at: float | None = None
        self._signs = Signs(source)
        self._cuff = CuffLines(source, description.cuff, gives_mean=description.gives_mean)
        self._frames = 0

    @property
    def frames(self) -> int:
        return self._frames

    def opened(self, at: float) -> bytes:
        self._framer.reset()
        self._signs.reopened()
        self._ask_at = at if self._request else None
        return b""

    def due(self, now: float) -> bytes:
        if self._ask_at is None or now < self._ask_at:
            return b""
        self._ask_at = now + self._ask_every_s
        return self._request

    def wake_at(self) -> float | None:
        return self._ask_at

    def receive(self, data: bytes, at: float) -> list[DeviceEvent]:
        events: list[DeviceEvent] = []
        for cut in self._framer.feed(data):
            if isinstance(cut, FramingError):
                events.append(cut)
                continue
            try:
                said = self._read(cut)
            except ProtocolError as error:
                events.append(error)
                continue
            if said is not None:
                self._frames += 1
                events += self._understand(said, at)
        return events

    def _read(self, line: bytes) -> Said | None:
        if self._request and line.strip() == self._request.strip():
            raise ContentError("our own request came back")
        return self._reader.read(line.decode("latin-1"))

    def _understand(self, said: Said, at: float) -> Iterator[DeviceEvent]:
        pressures: dict[VitalSign, float | None] = {}
        for value in said.values:
            if value.sign in CUFF:
                pressures[value.sign] = value.number
            else:
                yield from self._signs.hear(value.sign, value.number, value.why)
        if not pressures:
            return
        try:
            yield from self._cuff.hear(pressures, said.time, said.status, at)
        except ContentError as error:
            yield error


def line_driver(text: str, *, name: str, where: str) -> Driver:
    """The driver that a file describes. Raises `LineFileError`, which begins with `where`."""
    description = described(text, where=where)
    for place, message in enumerate(description.message, 1):
        if message.example:
            _try(description, place, message.example, where)
    return driver_of(description, name)


def _try(description: Description, place: int, example: str, where: str) -> None:
    """An example must be a line of its own message, and nothing in it may be wrong."""
    key = f"{where}: message {place}.example is {example!r}"
    try:
        said = LineReader(description).read(example)
    except ContentError as error:
        raise LineFileError(f"{key}; expected a line that is understood, but {error}") from None
    if said is None or said.message != place:
        other = "is one to ignore" if said is None else f"is of message {said.message}"
        raise LineFileError(f"{key}; expected a line of this message, but it {other}")
    line = (example + description.line.ends).encode("latin-1", "replace")
    for event in LineSession("", description).receive(line, 0.0):
        if isinstance(event, ProtocolError):
            raise LineFileError(f"{key}; expected a line that is understood, but {event}")


def driver_of(description: Description, name: str) -> Driver:
    line, every_s = description.line.settings(), description.every_s
    size = sum(
        len(message.example or " " * UNKNOWN_LINE) + len(description.line.ends)
        for message in description.message
    )
    poll = description.poll
    asks = "ask for values, as the file says"
    return Driver(
        name=name,
        title=description.title,
        line=line,
        signs=frozenset(one.sign for one in description.fields.values()),
        interval_s=every_s,
        speaks_only_when_measured=description.only_measures,
        bytes_per_s=min(size / every_s, line.bytes_per_s()),
        open=lambda source: LineSession(source, description),
        cable=description.cable or f"as {description.title} needs it",
        sends=((poll.send.encode("latin-1"), asks),) if poll else (),
        quality=QUALITY,
    )


QUALITY = (
    QualityRow("manual cited", Done.EXEMPT, "the monitor is known only to who wrote the file"),
    QualityRow("facts verified", Done.TODO, "compare with the monitor's own screen"),
    QualityRow("real capture decoded", Done.TODO, "try a recording with chairside decode"),
    QualityRow("contract tests", Done.DONE, "for the driver, not for the file"),
    QualityRow("units checked", Done.TODO, "the file is believed"),
    QualityRow("limits documented", Done.DONE, "see docs/line-driver.md"),
    QualityRow("tried on hardware", Done.TODO),
)
