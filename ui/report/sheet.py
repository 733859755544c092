"""The two sizes of paper, in mm. No Qt."""

from __future__ import annotations

import enum

MARGIN_MM = 13.0


class Sheet(enum.Enum):
    A4 = "a4"
    LETTER = "letter"

    @property
    def inner_mm(self) -> tuple[float, float]:
        """Width and height between the margins."""
        wide, high = _SIZES[self]
        return wide - 2 * MARGIN_MM, high - 2 * MARGIN_MM


_SIZES = {Sheet.A4: (210.0, 297.0), Sheet.LETTER: (215.9, 279.4)}
