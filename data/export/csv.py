"""A session as CSV, long form: one line per value.

Rule 1: `t_seconds,utc,sign,value,unit,source,quality`, sorted by time; what was not measured has
        no line. Which values there are is said in `data/export/values.py`; those of every source
        are here, since each line names its own.
Rule 2: of a simulated session the source of every line is `simulated`, whichever virtual monitor
        or hand it came from: no line of it can be taken for a patient's.
Rule 3: the same bytes on every computer: UTC, and the manner of `data/export/cells.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.export.cells import csv_line
from data.export.moments import Moments
from data.export.values import session_values
from monitor.entries import Anchor, Entry
from monitor.vitals import SIGNS

HEADER = ("t_seconds", "utc", "sign", "value", "unit", "source", "quality")
SIMULATED = "simulated"


def session_csv(
    entries: Iterable[Entry], anchors: Iterable[Anchor], *, simulated: bool = False
) -> Iterator[str]:
    """The lines of the file, the header first, each with its line end.

    `utc` is empty when there is no anchor to tell it from.
    """
    yield csv_line(HEADER)
    moments = Moments(anchors)
    told: tuple[float | None, str] = (None, "")
    for one in session_values(entries, all_sources=True):
        if one.t_s != told[0]:
            told = (one.t_s, moments.utc(one.t_s))
        sign, unit, quality = one.sign.value, SIGNS[one.sign].unit, one.quality.value
        source = SIMULATED if simulated else one.source
        yield csv_line((one.t_s, told[1], sign, one.value, unit, source, quality))
