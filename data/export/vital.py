"""A session as a ``.vital`` file: a track for each sign and wave of each device, and the events.

Rule 1: times are UTC seconds. They count from the moment at which the session began, and run as
        its own seconds do, as in EDF+: a clock that was set back in the middle lays no value over
        another one. The head says the clinic's zone. Of a session without an anchor they count
        from the year 2000.
Rule 2: a value is a record at its own moment; where nothing was measured there is no record.
Rule 3: what happened is the string track ``EVENT``, as Vital Recorder's own notes are.
Rule 4: of a simulated session the first event says so, and so does the kind of every device.

Source: the VitalDB project's description of the format (vitaldb.net/docs) and its open reader. The
format is little-endian and gzip'd: a head, then packets of one byte of type and four of length.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from data.export.marks import session_marks
from data.export.material import NO_PATIENT, Material
from data.export.tracks import SignTrack, WaveTrack, sign_tracks, wave_tracks
from monitor.vitals import SIGNS

_VERSION = 3
_TRACK, _RECORD, _DEVICE = 0, 1, 9
_WAVE, _NUMBER, _STRING = 1, 2, 5
_FLOAT32, _FLOAT64 = 1, 2
_YEAR_2000 = 946_684_800.0
_SAMPLES = 1000
"""In one record at most: readers pass over packets of a megabyte."""
_INK = 0xFFFFFFFF

Clock = Callable[[float], float]


def session_vital(material: Material) -> Iterator[bytes]:
    """The bytes of the file, piece by piece."""
    pack = zlib.compressobj(wbits=16 + zlib.MAX_WBITS)
    for packet in _packets(material):
        if pressed := pack.compress(packet):
            yield pressed
    yield pack.flush()


def _packets(material: Material) -> Iterator[bytes]:
    clock = _clock(material)
    signs, waves = sign_tracks(material), wave_tracks(material.waves())
    began = material.moments.local(0.0)
    zone = None if began is None else began.utcoffset()
    yield _head(zone or timedelta())
    devices = _devices(signs, waves)
    for name, number in devices.items():
        kind = NO_PATIENT if material.simulated else name
        told = struct.pack("<L", number) + _text(kind) + _text(name) + _text("")
        yield _packet(_DEVICE, told)
    number = 1
    yield _track(number, _STRING, 0, "EVENT", "", 0)
    if material.simulated:
        yield _record(number, clock(0.0), struct.pack("<L", 0) + _text(NO_PATIENT))
    for mark in session_marks(material.entries, material.missing):
        yield _record(number, clock(mark.t_s), struct.pack("<L", 0) + _text(mark.text))
    for track in signs:
        for source in _sources(track):
            number += 1
            yield from _of_sign(number, track, source, devices[_named(source)], clock)
    for wave in waves:
        number += 1
        yield from _of_wave(number, wave, devices[_named(wave.source)], clock)


def _clock(material: Material) -> Clock:
    began = material.moments.local(0.0)
    zero_s = _YEAR_2000 if began is None else began.timestamp()
    return lambda t_s: round(zero_s + t_s, 3)


def _head(zone: timedelta) -> bytes:
    behind_min = -round(zone.total_seconds() / 60)
    return b"VITA" + struct.pack("<LHhLL", _VERSION, 10, behind_min, 0, 0)


def _sources(track: SignTrack) -> list[str]:
    return list(dict.fromkeys(one.source for one in track.values))


def _named(source: str) -> str:
    return source.removeprefix("device:") or "unknown"


def _devices(signs: Iterable[SignTrack], waves: Iterable[WaveTrack]) -> dict[str, int]:
    names = [_named(source) for track in signs for source in _sources(track)]
    names += [_named(wave.source) for wave in waves]
    return {name: number for number, name in enumerate(dict.fromkeys(names), start=1)}


def _of_sign(
    number: int, track: SignTrack, source: str, device: int, clock: Clock
) -> Iterator[bytes]:
    facts = SIGNS[track.sign]
    yield _track(
        number, _NUMBER, _FLOAT64, track.sign.value.upper(), facts.unit, device,
        bounds=(facts.low, facts.high),
    )  # fmt: skip
    for one in track.values:
        if one.source == source:
            yield _record(number, clock(one.t_s), struct.pack("<d", one.value))


def _of_wave(number: int, wave: WaveTrack, device: int, clock: Clock) -> Iterator[bytes]:
    yield _track(
        number, _WAVE, _FLOAT32, wave.wave.value.upper(), wave.unit, device,
        bounds=(wave.low, wave.high), rate_hz=wave.rate_hz,
    )  # fmt: skip
    for from_s, samples in wave.joined():
        for first in range(0, len(samples), _SAMPLES):
            part = samples[first : first + _SAMPLES]
            told = struct.pack("<L", len(part)) + part.astype("<f4").tobytes()
            yield _record(number, clock(from_s + first / wave.rate_hz), told)


# ---- packets ------------------------------------------------------------------------------------


def _packet(kind: int, content: bytes) -> bytes:
    return struct.pack("<BL", kind, len(content)) + content


def _track(
    number: int,
    kind: int,
    form: int,
    name: str,
    unit: str,
    device: int,
    *,
    bounds: tuple[float, float] = (0.0, 0.0),
    rate_hz: float = 0.0,
) -> bytes:
    head = struct.pack("<HBB", number, kind, form) + _text(name) + _text(unit)
    gain, offset, monitor_type = 1.0, 0.0, 0
    rest = struct.pack("<ffLfddBL", *bounds, _INK, rate_hz, gain, offset, monitor_type, device)
    return _packet(_TRACK, head + rest)


def _record(number: int, utc_s: float, content: bytes) -> bytes:
    return _packet(_RECORD, struct.pack("<HdH", 10, utc_s, number) + content)


def _text(text: str) -> bytes:
    told = text.encode("utf-8", "replace")
    return struct.pack("<L", len(told)) + told
