"""The values of each second of a session as columns, straight from the rows.

Rule 1: columns are given only for rows of which an entry can be made. Where a single one does not
        fit, there are none, and the session is read entry by entry, which says what is wrong.
Rule 2: numpy is loaded with the first session that is read in this way; no start waits for it.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from data.errors import StoreDamaged
from data.outside import LATEST_S
from data.packing import STAMPS, Layout, layout_of
from data.rows import COLUMNS, LAYOUT_AT, SCALED, STAMP_AT, VALUE_AT, WAVES, Values
from monitor.events import Numerics
from monitor.vitals import Reading, VitalSign

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Whole = npt.NDArray[np.int64]

NUMERICS = "numerics"
HAPPENED = tuple(table for table in COLUMNS if table not in {NUMERICS, WAVES})
"""The tables of everything that is neither a second's values nor a wave."""
_LARGEST = 2.0**53
"""From here on a float holds no whole number for certain."""


@dataclass(frozen=True, slots=True)
class Columns:
    """One place for each row of values, oldest first; times only go on.

    `layout` is the place of the row's layout in `layouts`. `values` has the signs that any row
    has, each in the unit of `monitor.vitals.SIGNS`; NaN = not in this row.
    """

    seq: Whole
    ms: Whole
    now_s: Floats
    layout: Whole
    layouts: tuple[Layout, ...]
    values: dict[VitalSign, Floats]

    def __len__(self) -> int:
        return len(self.seq)

    def numerics(self, row: int) -> Numerics:
        """The values of one row, without the device's own time."""
        layout = self.layouts[int(self.layout[row])]
        return Numerics(
            tuple(
                Reading(sign, float(self.values[sign][row]), layout.source, quality)
                for sign, quality in layout.signs
            )
        )


def columns_of(rows: Sequence[Values], texts: dict[int, str]) -> Columns | None:
    """Of rows as the table has them; `texts` are those of the layouts by number."""
    import numpy as np  # noqa: PLC0415 -- rule 2

    turned: list[tuple[Any, ...]] = list(zip(*rows, strict=True)) if rows else []
    if not turned:
        turned = [() for _ in range(2 + len(COLUMNS[NUMERICS]))]
    if not all(map(_stamp_fits, set(turned[STAMP_AT]))):
        return None
    try:
        seq, ms, number = (np.array(turned[at], np.int64) for at in (0, 1, LAYOUT_AT))
        numbers, layout = np.unique(number, return_inverse=True)
        layouts = tuple(layout_of(texts[int(one)]) for one in numbers)
    except (StoreDamaged, KeyError, ValueError, TypeError, OverflowError):
        return None
    if len(ms) and not (np.diff(ms) >= 0).all():
        return None
    if len(ms) and not (abs(ms[0]) < LATEST_S * 1000 and abs(ms[-1]) < LATEST_S * 1000):
        return None
    values = _values(turned, layout, layouts)
    if values is None:
        return None
    return Columns(seq, ms, ms / 1000, layout.astype(np.int64), layouts, values)


def _stamp_fits(stamp: object) -> bool:
    """The device's time: nothing, its text, or seconds that have one."""
    if isinstance(stamp, int):
        return stamp in STAMPS
    return stamp is None or isinstance(stamp, str)


def _values(
    turned: list[tuple[Any, ...]], layout: Whole, layouts: tuple[Layout, ...]
) -> dict[VitalSign, Floats] | None:
    """None = a row has not all the values that its layout names, or not once each."""
    import numpy as np  # noqa: PLC0415 -- rule 2

    signs = [[sign for sign, _quality in one.signs] for one in layouts]
    named = dict.fromkeys(itertools.chain.from_iterable(signs))
    if any(len(one) > len(set(one)) for one in signs) or not named.keys() <= VALUE_AT.keys():
        return None
    found: dict[VitalSign, Floats] = {}
    for sign in named:
        column = np.array(turned[VALUE_AT[sign]], np.float64)
        there = np.array([sign in one for one in signs])[layout]
        if not (np.abs(column[there]) < _LARGEST).all():
            return None
        column[~there] = np.nan
        found[sign] = column / 100 if sign in SCALED else column
    return found
