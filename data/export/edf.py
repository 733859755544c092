"""A session as EDF+: its values once a second, its waves as they came, its events as annotations.

Rule 1: second 0 of the file is second 0 of the session, to the millisecond; time runs as the
        session's seconds do, through every step of the computer's clock.
Rule 2: a value stands at the second in which it was measured and nowhere else; EDF has no gap,
        so a second without one has the smallest number there is (`MISSING`), which lies outside
        of what a sign can be. A cuff result has one sample, and an annotation.
Rule 3: a wave's lowest number stands for a gap too, and lies below all its samples. Where its
        rate fits no record, each place has the sample next to it in time: no wave drifts.
Rule 4: the head holds ASCII only; who it is stands in the local patient field, in the manner of
        EDF+, and of a de-identified session there is only the pseudonym.

Source: Kemp, Olivan, "European data format plus", Clin Neurophysiol 2003; edfplus.info/specs.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from data.errors import StoreError
from data.export.edf_marks import MarkRecords
from data.export.marks import session_marks
from data.export.material import NO_PATIENT, Material
from data.export.tracks import SignTrack, WaveTrack, sign_tracks, wave_tracks
from data.outside import LONGEST_TIME_S
from monitor.vitals import SIGNS

if TYPE_CHECKING:
    import numpy as np

MISSING = -32768
_HIGHEST = 32767
_CODE = 36
_RECORDS_S = (1, 2, 4, 5, 8, 10, 20)
"""Lengths of a data record that are tried: the rates of all waves are whole numbers of it."""
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


@dataclass(frozen=True, slots=True)
class _Signal:
    """One row of the head; `numbers` are the digital samples of the whole file."""

    label: str
    unit: str
    low: float
    high: float
    digital: tuple[int, int]
    per_record: int
    numbers: np.ndarray
    filtered: str = ""
    from_what: str = ""


def session_edf(material: Material) -> Iterator[bytes]:
    """The bytes of the file: the head, then record by record."""
    waves = wave_tracks(material.waves())
    record_s = _record_s([track.rate_hz for track in waves])
    last_s = max([material.last_s, *(track.end_s for track in waves)])
    if not last_s < LONGEST_TIME_S:
        raise StoreError(
            f"session {material.session_id} has a line at {last_s:g} s, beyond what EDF+ is made "
            "for here (31 days); export it as csv"
        )
    seconds = max(1.0, last_s + 1.0)
    count = math.ceil(seconds / record_s)
    signals = [_of_sign(track, count, record_s) for track in sign_tracks(material)]
    signals += [_of_wave(track, count, record_s) for track in waves]
    began = material.moments.local(0.0)
    fraction_s = 0.0 if began is None else began.microsecond / 1e6
    marks = MarkRecords(
        session_marks(material.entries, material.missing), count, record_s, fraction_s
    )
    yield _head(material, began, signals, marks, count, record_s)
    for number in range(count):
        yield b"".join(
            one.numbers[number * one.per_record : (number + 1) * one.per_record].tobytes()
            for one in signals
        ) + marks.record(number)


def _record_s(rates_hz: Sequence[float]) -> int:
    """The shortest record in which every wave has a whole number of samples."""
    for record_s in _RECORDS_S:
        if all(abs(rate * record_s - round(rate * record_s)) < 1e-6 for rate in rates_hz):
            return record_s
    return _RECORDS_S[0]


def _of_sign(track: SignTrack, count: int, record_s: int) -> _Signal:
    import numpy as np  # noqa: PLC0415 (no start waits for it)

    numbers = np.full(count * record_s, MISSING, dtype="<i2")
    for one in track.values:
        place, steps = math.floor(one.t_s), one.value / track.step
        if 0 <= place < len(numbers) and MISSING < steps <= _HIGHEST:
            numbers[place] = round(steps)
    facts = SIGNS[track.sign]
    low, high = MISSING * track.step, _HIGHEST * track.step
    return _Signal(
        track.sign.value.upper(),
        facts.ucum,
        low,
        high,
        (MISSING, _HIGHEST),
        record_s,
        numbers,
        filtered=f"no value: {low:g}",
        from_what="cuff, at its measurement" if track.by_cuff else "last value of the second",
    )


def _of_wave(track: WaveTrack, count: int, record_s: int) -> _Signal:
    import numpy as np  # noqa: PLC0415 (no start waits for it)

    per_record = max(1, round(track.rate_hz * record_s))
    low, high = _bounds(track.low, track.high)
    step = (high - low) / (_HIGHEST - MISSING)
    numbers = np.full(count * per_record, MISSING, dtype="<i2")
    for from_s, samples in track.joined():
        first, placed = _placed(samples, from_s, track.rate_hz, per_record / record_s)
        placed = placed[max(0, -first) :]
        first = max(0, first)
        told = np.rint((placed[: len(numbers) - first] - low) / step) + MISSING
        told[np.isnan(told)] = MISSING
        numbers[first : first + len(told)] = told.astype("<i2")
    return _Signal(
        track.wave.value.upper(),
        track.unit.replace("µ", "u").replace("μ", "u") or "1",
        low,
        high,
        (MISSING, _HIGHEST),
        per_record,
        numbers,
        filtered="no sample: the lowest number",
        from_what=track.source,
    )


def _placed(
    samples: np.ndarray, from_s: float, rate_hz: float, grid_hz: float
) -> tuple[int, np.ndarray]:
    """The first place on the grid (negative = before the session), and what stands from there."""
    import numpy as np  # noqa: PLC0415 (no start waits for it)

    first = round(from_s * grid_hz)
    if math.isclose(rate_hz, grid_hz, rel_tol=1e-9):
        return first, samples
    count = round(len(samples) * grid_hz / rate_hz)
    nearest = np.rint(np.arange(count) * (rate_hz / grid_hz)).astype(int)
    return first, samples[np.minimum(nearest, len(samples) - 1)]


def _bounds(low: float, high: float) -> tuple[float, float]:
    """What the least and the greatest number mean: round, and the least below every sample."""
    grid = 10.0 ** math.floor(math.log10(max(high - low, abs(high) / 100, 1e-4)))
    bottom, top = math.floor(low / grid) - 1, math.ceil(high / grid) + 1
    digits = max(0, -round(math.log10(grid)))
    return round(bottom * grid, digits), round(top * grid, digits)


# ---- the head -----------------------------------------------------------------------------------


def _head(
    material: Material,
    began: datetime | None,
    signals: Sequence[_Signal],
    marks: MarkRecords,
    count: int,
    record_s: int,
) -> bytes:
    shown = began or datetime(1985, 1, 1, tzinfo=UTC)
    rows = len(signals) + 1
    head = "".join(
        (
            _field("0", 8),
            _field(_patient(material), 80),
            _field(_recording(material, began), 80),
            f"{shown:%d.%m.%y}",
            f"{shown:%H.%M.%S}",
            _field(str(256 * (rows + 1)), 8),
            _field("EDF+C", 44),
            _field(str(count), 8),
            _field(str(record_s), 8),
            _field(str(rows), 4),
        )
    )
    columns = (
        (16, [one.label for one in signals] + ["EDF Annotations"]),
        (80, [one.from_what for one in signals] + [""]),
        (8, [one.unit for one in signals] + [""]),
        (8, [_number(one.low) for one in signals] + ["-1"]),
        (8, [_number(one.high) for one in signals] + ["1"]),
        (8, [str(one.digital[0]) for one in signals] + ["-32768"]),
        (8, [str(one.digital[1]) for one in signals] + ["32767"]),
        (80, [one.filtered for one in signals] + [""]),
        (8, [str(one.per_record) for one in signals] + [str(marks.size // 2)]),
        (32, ["" for _ in range(rows)]),
    )
    return (
        head + "".join(_field(text, wide) for wide, texts in columns for text in texts)
    ).encode("ascii")


def _patient(material: Material) -> str:
    """Code, sex, birth date, name; X where it is not known (EDF+, 2.1.3.3).

    A simulated patient has no name: what he is stands in its place.
    """
    patient = material.patient
    sex = {"female": "F", "male": "M", "f": "F", "m": "M"}.get(patient.sex.lower(), "X")
    name = NO_PATIENT if material.simulated else patient.name
    code = _word(patient.patient_id)
    if material.simulated:
        code = code[:_CODE]  # what he is must not be cut off
    return " ".join((code, sex, _day(patient.birth_date), _word(name)))


def _recording(material: Material, began: datetime | None) -> str:
    """Startdate, the session's id, who, with what."""
    day = "X" if began is None else f"{began:%d}-{_MONTHS[began.month - 1]}-{began:%Y}"
    mark = "simulated" if material.simulated else _word(f"Chairside {material.program}")
    return f"Startdate {day} {_word(material.session_id)} X {mark}"


def _day(iso: str) -> str:
    try:
        born = date.fromisoformat(iso)
    except ValueError:
        return "X"
    return f"{born:%d}-{_MONTHS[born.month - 1]}-{born.year:04d}"


def _word(text: str) -> str:
    return "_".join(text.split()) or "X"


def _field(text: str, wide: int) -> str:
    plain = text.encode("ascii", "replace").decode().replace("\x00", "?")
    return "".join(one if one.isprintable() else "?" for one in plain)[:wide].ljust(wide)


def _number(value: float) -> str:
    """In at most eight characters."""
    for digits in range(8, 0, -1):
        text = f"{value:.{digits}g}"
        if "e" not in text and len(text) <= 8:
            return text
    return str(round(value))[:8]
