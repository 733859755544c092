r"""One line of any CSV that the program writes.

Rule 1: the same bytes on every computer: a decimal point, a comma between the cells, ``\n`` at the
        end of each line, nothing that UTF-8 cannot hold.
Rule 2: a text that a spreadsheet would take for a formula gets an apostrophe in front, also where
        the spreadsheet takes a semicolon or a tab for the end of a cell. A number stays a number.
Rule 3: every line of the file is one record: what would break a line becomes a space.

Source of the characters: OWASP, "CSV Injection"; the wide ones begin a formula in East Asian
editions.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Sequence

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_ENDS = re.compile(r"([;\t])")
"""What other editions take for the end of a cell."""


def csv_line(cells: Sequence[str | float]) -> str:
    """With its line end. A number comes as one; a text that looks like one stays a text."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(
        [harmless(cell) if isinstance(cell, str) else number(cell) for cell in cells]
    )
    return out.getvalue()


def number(value: float) -> str:
    """The shortest text that is this number; ``80`` and not ``80.0``. Empty: it is not finite."""
    if not math.isfinite(value):
        return ""
    return str(int(value)) if value == int(value) else repr(float(value))


def harmless(text: str) -> str:
    """The text as a spreadsheet only shows it; a text that is harmless stays as it is."""
    begins_apart = text[:1] in {"\t", "\r"}
    if not text.isprintable():
        one_line = " ".join(text.splitlines())
        text = "".join(one if one.isprintable() or one == "\t" else " " for one in one_line)
    text = "".join(map(_apart, _ENDS.split(text)))
    return f"'{text}" if begins_apart else text


def _apart(cell: str) -> str:
    """With an apostrophe at its beginning, if it could begin a formula."""
    return f"'{cell}" if cell.lstrip(" \"'").startswith(_FORMULA) else cell
