"""A keyboard wedge: tells what a barcode scanner types from what a hand types. Pure, no Qt.

A scanner is a keyboard that types a whole label within a fraction of a second, and Enter.

Rule 1: characters belong to one burst while each comes within `GAP_S` of the one before. A hand
        types at most ten a second, and a scanner no fewer than fifty.
Rule 2: a burst of at least `LEAST` characters that Enter ends, just as quickly, is a scan.
Rule 3: a single character is a hand's. A short burst, or one that nothing ends, is nobody's: it
        does nothing, because no hand meant it.

`at` is seconds of any clock that goes forward.
"""

from __future__ import annotations

import enum

GAP_S = 0.05
LEAST = 3
"""The shortest label: a patient's number, or a badge."""
MOST = 512
"""What is longer is no label."""


class Heard(enum.Enum):
    """What a burst was."""

    NOTHING = "nothing"
    KEY = "key"
    """One character: a hand's."""
    SCAN = "scan"
    STRAY = "stray"
    """Several at once, which are no label."""


class Wedge:
    """Feed it with what is typed; `text` is the burst so far."""

    def __init__(self) -> None:
        self.text = ""
        self._last_at = float("-inf")

    def goes_on(self, at: float) -> bool:
        """What comes at this moment belongs to the burst."""
        return bool(self.text) and 0 <= at - self._last_at <= GAP_S

    def feed(self, characters: str, at: float) -> str:
        """Take what was typed; the text of a burst that was over before, else empty."""
        before = "" if self.goes_on(at) else self.forget()
        self.text = (self.text + characters)[: MOST + 1]
        self._last_at = at
        return before

    def end(self, at: float) -> tuple[Heard, str]:
        """Enter was typed: what it ended. Too late for the burst, it ends nothing."""
        if not self.goes_on(at):
            return Heard.NOTHING, ""
        text = self.forget()
        if LEAST <= len(text) <= MOST:
            return Heard.SCAN, text
        return Heard.STRAY, text

    def rest(self) -> tuple[Heard, str]:
        """Nothing came for longer than `GAP_S`: what was typed by then."""
        text = self.forget()
        if not text:
            return Heard.NOTHING, ""
        return (Heard.KEY if len(text) == 1 else Heard.STRAY), text

    def forget(self) -> str:
        """Begin anew; what was there."""
        text, self.text = self.text, ""
        return text
