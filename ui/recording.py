"""A recording in CSV, read as if a monitor had sent it.

Columns `t_seconds,hr,sbp,dbp,map,spo2`; seconds, 1/min, mmHg, %; blank = the source had no value.

Rule 1: a row with sbp *and* dbp, after a row without them or with other values than the last
        result, is one cuff result, however often it is repeated. A row with sbp alone is partial.
Rule 2: a continuous value stays fresh for max(5 s, 2.5 x the median step of the rows).
Rule 3: a row is a sign of life, blank or not; where rows are missing for longer than that, the
        link was silent.
Rule 4: with `continuous_bp` the pressures are an arterial line and no cuff.
Rule 5: a number that no living adult can have (a 0 that stands for a missing value) is no value.
Rule 6: other columns, blank lines, another order or case of the columns are no reason to refuse.
"""

from __future__ import annotations

import csv
import io
import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from data.outside import LONGEST_TIME_S, TooLarge, read_at_most
from monitor.events import Event, LinkChanged, LinkReason, LinkState, Numerics
from monitor.vitals import SIGNS, CuffResult, Reading, VitalSign

if TYPE_CHECKING:
    from _csv import Reader

COLUMNS = ("t_seconds", "hr", "sbp", "dbp", "map", "spo2")
SOURCE = "imported"
SHORTEST_FRESH_S = 5.0
SHORTEST_SILENCE_S = 3.0
SHORTEST_LINK_LOSS_S = 10.0
LARGEST = 20_000_000
MOST_ROWS = 200_000
"""Bytes and rows: more than two days, at a row a second."""
LATEST_S = 1e11
"""Where seconds are still told apart by thousandths; those of Unix lie far below."""
STEPS = 2.5
"""This many of its usual steps are too many to wait for."""


class RecordingError(Exception):
    """The file is not such a recording; the text names the row and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class RecordingRow:
    t_s: float
    values: dict[str, float]

    def value(self, column: str, sign: VitalSign) -> float | None:
        """None = the source had no value, or none that a living adult can have."""
        value = self.values.get(column)
        return value if value is not None and SIGNS[sign].plausible(value) else None


@dataclass(frozen=True, slots=True)
class Recording:
    rows: tuple[RecordingRow, ...]

    @property
    def step_s(self) -> float:
        """The usual time from one row to the next; 0 when there is only one moment."""
        steps = [
            after.t_s - before.t_s
            for before, after in itertools.pairwise(self.rows)
            if after.t_s > before.t_s
        ]
        return median(steps) if steps else 0.0

    @property
    def fresh_for_s(self) -> float:
        return max(SHORTEST_FRESH_S, STEPS * self.step_s)

    @property
    def link_lost_after_s(self) -> float:
        return max(SHORTEST_LINK_LOSS_S, STEPS * self.step_s)

    def events(self, *, continuous_bp: bool) -> Iterator[tuple[float, Event]]:
        """What a monitor would have said, with its moment in seconds of the recording."""
        silent_after_s = max(SHORTEST_SILENCE_S, STEPS * self.step_s)
        last: tuple[float, float] | None = None
        whole_before = False
        heard_at: float | None = None
        for row in self.rows:
            yield from _link(heard_at, row.t_s, silent_after_s)
            heard_at = row.t_s
            yield from _continuous(row, continuous_bp=continuous_bp)
            if continuous_bp:
                continue
            sbp, dbp = row.value("sbp", VitalSign.SBP), row.value("dbp", VitalSign.DBP)
            whole = sbp is not None and dbp is not None
            if sbp is not None and dbp is not None and ((sbp, dbp) != last or not whole_before):
                last = (sbp, dbp)
                yield row.t_s, CuffResult(sbp, dbp, row.value("map", VitalSign.MAP), None, SOURCE)
            whole_before = whole


def _link(
    heard_at: float | None, now_s: float, silent_after_s: float
) -> Iterator[tuple[float, Event]]:
    """What there is to say of the line when a row comes; `heard_at` None = it is the first."""
    if heard_at is not None:
        if now_s - heard_at <= silent_after_s:
            return
        silent = LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, SOURCE, silent_after_s)
        yield heard_at + silent_after_s, silent
    yield now_s, LinkChanged(LinkState.UP, LinkReason.CONNECTED, SOURCE)


_STREAMS = {"hr": VitalSign.HR, "spo2": VitalSign.SPO2}
_ARTERIAL = {"sbp": VitalSign.ABP_SYS, "dbp": VitalSign.ABP_DIA, "map": VitalSign.ABP_MEAN}


def _continuous(row: RecordingRow, *, continuous_bp: bool) -> Iterator[tuple[float, Event]]:
    streams = {**_STREAMS, **_ARTERIAL} if continuous_bp else _STREAMS
    readings = tuple(
        Reading(sign, value, SOURCE)
        for column, sign in streams.items()
        if (value := row.value(column, sign)) is not None
    )
    if readings:
        yield row.t_s, Numerics(readings)


def looks_like_recording(path: Path) -> bool:
    """The first line names the columns of a recording."""
    with path.open("rb") as file:
        return b"t_seconds" in file.readline(400).lower()


def read_recording(path: Path) -> Recording:
    """Raises `RecordingError` for a column, a row or a number that can't be."""
    try:
        content = read_at_most(path, LARGEST)
    except TooLarge as error:
        raise RecordingError(
            f"{path} has more than {LARGEST // 1_000_000} MB; cut it into shorter recordings"
        ) from error
    except OSError as error:
        raise RecordingError(f"{path} cannot be read: {error.strerror}; check the path") from error
    # Only numbers are read: whatever else stands there may be of any encoding.
    text = content.decode("utf-8-sig", errors="replace")
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        rows = tuple(itertools.islice(_rows(path, reader), MOST_ROWS + 1))
    except csv.Error as error:
        raise RecordingError(f"{path}, line {reader.line_num} is no CSV: {error}") from error
    _check(path, rows)
    return Recording(rows)


def _rows(path: Path, reader: Reader) -> Iterator[RecordingRow]:
    names = [name.strip().lower() for name in next(reader, [])]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        raise RecordingError(
            f"{path} has no column {', '.join(missing)}; expected {','.join(COLUMNS)}"
        )
    # Of two columns of one name the last one counts.
    place = {name: at for at, name in enumerate(names)}
    wanted = [(name, place[name]) for name in COLUMNS]
    for cells in reader:
        if any(cells[at].strip() for at in place.values() if at < len(cells)):
            yield _row(path, reader.line_num, cells, wanted)


def _check(path: Path, rows: Sequence[RecordingRow]) -> None:
    for before, after in itertools.pairwise(rows):
        if after.t_s < before.t_s:
            raise RecordingError(
                f"{path}: t_seconds {after.t_s:g} comes after {before.t_s:g}; sort the rows"
            )
    if not rows:
        raise RecordingError(f"{path} has no rows")
    if len(rows) > MOST_ROWS:
        raise RecordingError(
            f"{path} has more than {MOST_ROWS} rows; cut it into shorter recordings"
        )
    long_s = rows[-1].t_s - rows[0].t_s
    if long_s > LONGEST_TIME_S or abs(rows[0].t_s) > LATEST_S:
        raise RecordingError(
            f"{path}: t_seconds goes from {rows[0].t_s:g} to {rows[-1].t_s:g}; expected seconds "
            f"of at most {LONGEST_TIME_S / 86_400:g} days"
        )


def _row(
    path: Path, number: int, cells: Sequence[str], wanted: Sequence[tuple[str, int]]
) -> RecordingRow:
    """`wanted`: each column, and at which place its cell is, if the row is as long as that."""
    values: dict[str, float] = {}
    for name, at in wanted:
        text = cells[at].strip() if at < len(cells) else ""
        if not text:
            continue
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise RecordingError(
                f"{path}, line {number}: {name} is {text[:40]!r}; expected a number"
            )
        values[name] = value
    if "t_seconds" not in values:
        raise RecordingError(f"{path}, line {number}: t_seconds is missing; expected seconds")
    return RecordingRow(values.pop("t_seconds"), values)
