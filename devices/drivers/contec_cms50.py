r"""Contec CMS50D+ (firmware 4.6 and 7) and CMS50E (4 and later), live data (115200 8N1).

The oximeter talks while it is asked to; a byte below 80 begins a packet, all others are above:

    7D 81 A1 80 80 80 80 80 80    us        send live data
    7D 81 AF 80 80 80 80 80 80    us        keep on (at least every 5 s)
    01 h d d d d d d d            oximeter  live data, 60 times a second: bit k of h is bit 7 of
                                            the k-th d; bit 7 is set in all of them on the wire
    0C 80                         oximeter  a command was understood
    0D h d                        oximeter  the transfer has ended; d is a reason
    others below 20               oximeter  replies to what we never ask

    d[0]   0-3 signal strength, 4 searching for too long, 5 SpO2 low, 6 beep, 7 probe error
    d[1]   0-6 pulse wave, 7 searching for a pulse
    d[2]   0-3 bar graph, 4 PI valid
    d[3]   pulse rate, 1/min; FF = none         d[4]   SpO2, %; 7F = none
    d[5] d[6]  perfusion index, low byte first; FFFF = none

Values are said when they change and once a second, the wave three times a second. While the probe
is off, or a pulse is searched for, there are no values, whatever the numbers say.

What this device cannot tell:
* There is no checksum: a packet is known by its form alone.
* The unit of the perfusion index (UNCERTAIN; the recorded unit had none): it is not used.
* What strength of signal is too weak (UNCERTAIN): a weak signal is not marked.
* The length of an end of transfer (UNCERTAIN): any is understood.
* The older 5-byte streams of this maker are another protocol.

>>> from devices.decode import decode
>>> data = bytes.fromhex("0C 80  01 E0 85 B3 96 C1 E1 FF FF  01 E2 85 80 80 FF FF FF FF"
...                      "01 E9 85 B3 96 80 E2 FF FF  01 E8 85 B3 96 80 E2 FF FF")
>>> for row in decode(DRIVER, data):
...     print(row.offset, row.kind, row.sign, row.value, row.note, sep=",")
11,reading,pulse,65.0,
11,reading,spo2,97.0,
20,lost,pulse,None,no-pulse
20,lost,spo2,None,no-pulse
38,reading,pulse,128.0,
38,reading,spo2,98.0,

Sources: headrotor/contec_data (MIT) with recorded bytes, all of which decode; timegrid/CMS50Dplus7
(BSD). The maker's own description is not public.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from devices.conversation import Notes, Signs
from devices.errors import ContentError, FramingError, ProtocolError
from devices.session import DeviceEvent, Done, Driver, LineSettings, QualityRow
from monitor.vitals import DeviceNoteKind, LostReason, VitalSign, Wave, WaveChunk

PACKET = 9
LIVE, ENDED = 0x01, 0x0D
REPLIES_BELOW = 0x20
KEEP_EVERY_S = 4.0
LIVE_WITHIN_S = 2.0
PACKETS_PER_S = 60
WAVE_SAMPLES = 20
JUNK_EACH = PACKET * PACKETS_PER_S
NO_RATE, NO_SPO2 = frozenset({0, 0xFF}), frozenset({0, 0x7F})

START = bytes.fromhex("7D 81 A1 80 80 80 80 80 80")
KEEP_ON = bytes.fromhex("7D 81 AF 80 80 80 80 80 80")
REQUESTS = frozenset({START, KEEP_ON})

SEARCHING_TOO_LONG, SPO2_LOW, PROBE_ERROR = 0x10, 0x20, 0x80
SEARCHING = 0x80

_PIECE = re.compile(rb"[\x00-\x7f]+(?=[\x00-\x7f])|[\x00-\x7f]?[\x80-\xff]*")
"""Beginnings that nothing follows, or one with what follows it, or what follows none."""


class PacketFramer:
    """Cuts the stream at the bytes below 80; what has not the form of a packet is junk."""

    def __init__(self) -> None:
        self._rest = b""
        self._junk = 0

    def reset(self) -> None:
        """Forget half a packet."""
        self._rest = b""
        self._junk = 0

    def feed(self, data: bytes) -> Iterator[bytes | ProtocolError]:
        buffer = self._rest + data
        self._rest = b""
        for match in _PIECE.finditer(buffer):
            piece = match[0]
            if match.end() == len(buffer) and len(piece) < PACKET and _begins(piece):
                self._rest = piece
            elif _begins(piece) and self._has_form(piece[:PACKET]):
                self._junk = 0
                yield piece[:PACKET]
                yield from self._waste(piece[PACKET:])
            else:
                yield from self._waste(piece)

    def _has_form(self, piece: bytes) -> bool:
        if len(piece) < 2 or _begins(piece[1:]):
            return False
        if piece[0] == LIVE:
            return len(piece) == PACKET
        return piece[0] < REPLIES_BELOW or piece in REQUESTS

    def _waste(self, piece: bytes) -> list[ProtocolError]:
        """Said at once for the first byte, and again for each so many."""
        if not piece:
            return []
        before = self._junk
        self._junk += len(piece)
        errors: list[ProtocolError] = []
        if not before and piece[0] == LIVE and piece[1:2] > b"\x7f":
            errors.append(FramingError(f"a packet broke off after {len(piece)} bytes"))
        elif not before:
            errors.append(FramingError(f"byte {piece[0]:02x} stands where a packet should begin"))
        again = self._junk // JUNK_EACH - before // JUNK_EACH
        return errors + [FramingError(f"no packet within {JUNK_EACH} bytes")] * again


def _begins(piece: bytes) -> bool:
    return piece[:1] < b"\x80" and bool(piece)


class ContecCms50Session:
    """One conversation with one oximeter: asks for live data, and keeps it coming."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._framer = PacketFramer()
        self._signs = Signs(source)
        self._notes = Notes(source)
        self._said: tuple[int | None, int | None] | None = None
        self._unsaid_packets = 0
        self._wave: list[float] = []
        self._start_at: float | None = None
        self._keep_at = 0.0
        self._frames = 0

    @property
    def frames(self) -> int:
        return self._frames

    def opened(self, at: float) -> bytes:
        self._framer.reset()
        self._signs.reopened()
        self._said = None
        self._wave.clear()
        return self._start(at)

    def due(self, now: float) -> bytes:
        if self._start_at is None:
            return b""
        if now >= self._start_at:
            return self._start(now)
        if now >= self._keep_at:
            self._keep_at = now + KEEP_EVERY_S
            return KEEP_ON
        return b""

    def wake_at(self) -> float | None:
        return None if self._start_at is None else min(self._start_at, self._keep_at)

    def receive(self, data: bytes, at: float) -> list[DeviceEvent]:
        events: list[DeviceEvent] = []
        for cut in self._framer.feed(data):
            if isinstance(cut, ProtocolError):
                events.append(cut)
            elif cut[0] == LIVE:
                self._frames += 1
                self._start_at = at + LIVE_WITHIN_S
                events += self._understand(cut)
            elif cut in REQUESTS:
                events.append(ContentError(f"our own request came back: {cut.hex(' ')}"))
            elif cut[0] == ENDED:
                events += self._notes.hear(DeviceNoteKind.INFO, "the oximeter ended its live data")
        return events

    def _start(self, at: float) -> bytes:
        self._start_at = at + LIVE_WITHIN_S
        self._keep_at = at + KEEP_EVERY_S
        return START

    def _understand(self, packet: bytes) -> Iterator[DeviceEvent]:
        high = packet[1]
        state, pleth, rate, spo2 = (
            packet[2 + k] & 0x7F | (high >> k & 1) << 7 for k in (0, 1, 3, 4)
        )
        yield from self._notes.hear(DeviceNoteKind.INFO, "")
        why = _why(state, pleth)
        if why is not None:
            yield from self._hear(None, None, why)
            self._wave.clear()
            return
        yield from self._hear(
            None if rate in NO_RATE else rate,
            None if spo2 in NO_SPO2 else spo2,
            LostReason.NO_VALUE,
        )
        text = "SpO2 low" if state & SPO2_LOW else ""
        yield from self._notes.hear(DeviceNoteKind.ALARM_TEXT, text)
        self._wave.append(float(pleth))
        if len(self._wave) == WAVE_SAMPLES:
            yield WaveChunk(Wave.PLETH, float(PACKETS_PER_S), "", tuple(self._wave), self._source)
            self._wave.clear()

    def _hear(self, rate: int | None, spo2: int | None, why: LostReason) -> Iterator[DeviceEvent]:
        """What is shown, when it has changed or was not said for a second."""
        self._unsaid_packets += 1
        if (rate, spo2) == self._said and self._unsaid_packets < PACKETS_PER_S:
            return
        self._said, self._unsaid_packets = (rate, spo2), 0
        yield from self._signs.hear(VitalSign.PULSE, rate, why)
        yield from self._signs.hear(VitalSign.SPO2, spo2, why)


def _why(state: int, pleth: int) -> LostReason | None:
    """Why there can be no values; None = there may be."""
    if state & PROBE_ERROR:
        return LostReason.SENSOR_OFF
    if state & SEARCHING_TOO_LONG or pleth & SEARCHING:
        return LostReason.NO_PULSE
    return None


DRIVER = Driver(
    name="contec-cms50",
    title="Contec CMS50D+ / CMS50E",
    line=LineSettings(115200),
    signs=frozenset({VitalSign.PULSE, VitalSign.SPO2}),
    interval_s=1.0,
    bytes_per_s=float(PACKET * PACKETS_PER_S),
    open=ContecCms50Session,
    cable="the maker's cable, whose plug at the oximeter is serial and not USB; 115200 8N1",
    sends=((START, "send live data"), (KEEP_ON, "keep the live data coming")),
    quality=(
        QualityRow("manual cited", Done.EXEMPT, "the maker's description is not public"),
        QualityRow(
            "facts verified", Done.DONE, "against recorded bytes; two implementations agree"
        ),
        QualityRow(
            "real capture decoded", Done.DONE, "seven packets and nine replies of a CMS50D+"
        ),
        QualityRow("contract tests", Done.DONE),
        QualityRow("units checked", Done.DONE, "1/min and %; the perfusion index is not used"),
        QualityRow("limits documented", Done.DONE, "see the head of contec_cms50.py"),
        QualityRow("tried on hardware", Done.TODO),
    ),
)
