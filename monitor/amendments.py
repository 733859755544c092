"""What a person adds to a session that is over: corrections and addenda, each with who and why.

Rule 1: nothing that was recorded is changed or taken away. A correction is a line of its own, and
        says what counts instead of an older one (`monitor/corrected.py`); so does a correction of
        that correction.
Rule 2: an amendment stands at the last moment of its session, so that no time of the session gets
        longer by it; when it was made is `utc_s`.
Rule 3: a core never hears one: what was judged then stays judged as it was.

Source: 21 CFR 11.10(e): who, when, old, new; what was there before stays readable.
"""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_TEXT = 2000
"""Characters of an addendum, a reason, a corrected text."""


@dataclass(frozen=True, slots=True)
class NewValue:
    """`part` is an id of `monitor/correctable.py`; `number` None = the new value is `text`."""

    part: str
    number: float | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Correct:
    """What counts instead of the values of line `line` of the same session.

    `last_line`: the last one of a run of lines of which the same is said; None = only `line`.
    `utc_s` is Unix seconds, `offset_min` the local zone's offset from UTC in minutes.
    """

    line: int
    values: tuple[NewValue, ...]
    reason: str
    by: str
    utc_s: float
    offset_min: int = 0
    last_line: int | None = None

    def covers(self, seq: int) -> bool:
        """It is said of this line."""
        last = self.line if self.last_line is None else self.last_line
        return self.line <= seq <= last


@dataclass(frozen=True, slots=True)
class Addendum:
    """Something to be read with the session; it changes no value.

    `about` is the number of the line that it is about; None = the session as a whole. `utc_s`
    and `offset_min` are as in `Correct`.
    """

    text: str
    by: str
    utc_s: float
    offset_min: int = 0
    about: int | None = None


Amendment = Correct | Addendum
