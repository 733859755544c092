"""Colours by role, type and space: the only place where a colour or a font is named.

Rule 1: red, yellow and cyan belong to alarms alone.
Rule 2: text on a panel has a contrast of at least 7:1 for vitals, 4.5:1 for words that matter.
Rule 3: vitals are set in tabular figures, so digits never jump sideways.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF

FAMILY = "Inter"
FONTS = Path(__file__).parent / "fonts"
CORNER_PX = 6
WIDTHS_AT_HAND = 8192
"""So many lines of words whose width is known without measuring them again: a few windows full."""
LOADED = "fonts_loaded"
"""The name of the note that the application carries once it has the family."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours; every value is ``#rrggbb``."""

    name: str
    background: str
    panel: str
    raised: str
    line: str
    grid: str
    text: str
    text_2: str
    text_3: str
    hr: str
    nibp: str
    spo2: str
    infusion: str
    infusion_edge: str
    high: str
    medium: str
    low: str
    high_bar: str
    on_high: str
    on_medium: str
    on_low: str
    emergency: str
    emergency_edge: str
    caution: str
    """Words about something that is not right and is no alarm; duller than any colour of one."""

    def sign(self, role: str) -> str:
        """The colour of a sign's `colour_role` in `monitor.vitals.SIGNS`."""
        return {"hr": self.hr, "nibp": self.nibp, "spo2": self.spo2}.get(role, self.text)


DARK = Theme(
    name="dark",
    background="#0d1117",
    panel="#141a22",
    raised="#1e2630",
    line="#27303b",
    grid="#1c232d",
    text="#e8edf2",
    text_2="#9aa7b5",
    text_3="#66727f",
    hr="#5bd68a",
    nibp="#f4f1ea",
    spo2="#8ab4ff",
    infusion="#2a3550",
    infusion_edge="#8ab4ff",
    high="#ff453a",
    medium="#ffd60a",
    low="#5ee0e6",
    high_bar="#d70015",
    on_high="#ffffff",
    on_medium="#111111",
    on_low="#06262a",
    emergency="#3d1418",
    emergency_edge="#6e1f26",
    caution="#d9a566",
)

LIGHT = Theme(
    name="light",
    background="#eef1f4",
    panel="#ffffff",
    raised="#e3e8ee",
    line="#c9d1d9",
    grid="#e6eaee",
    text="#10161d",
    text_2="#465362",
    text_3="#6b7785",
    hr="#0a6b34",
    nibp="#2b2620",
    spo2="#1b4fb3",
    infusion="#d9e2f5",
    infusion_edge="#1b4fb3",
    high="#c00012",
    medium="#8a6d00",
    low="#00696f",
    high_bar="#d70015",
    on_high="#ffffff",
    on_medium="#111111",
    on_low="#06262a",
    emergency="#f3d9db",
    emergency_edge="#c00012",
    caution="#7a4b00",
)


def load_fonts() -> None:
    """Make the bundled family known to Qt, once; needs a running QGuiApplication."""
    app = QCoreApplication.instance()
    if app is None or app.property(LOADED):
        return
    app.setProperty(LOADED, True)
    # What was measured before was measured in another family.
    width_of.cache_clear()
    for file in sorted(FONTS.glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))


def font(size_px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The one family with tabular figures, `size_px` pixels high (em)."""
    made = QFont(FAMILY)
    made.setPixelSize(max(1, size_px))
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


@lru_cache(maxsize=WIDTHS_AT_HAND)
def width_of(text: str, size_px: int, weight: QFont.Weight) -> float:
    """How wide a line is in that type, in pixels.

    The same words are measured whenever something is laid out: a window has some three thousand.
    """
    return QFontMetricsF(font(size_px, weight)).horizontalAdvance(text)


def fixed_font(size_px: int) -> QFont:
    """Every letter as wide as the other, for what a machine said; the system's own family."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setStyleHint(QFont.StyleHint.Monospace)
    made.setPixelSize(max(1, size_px))
    return made


def colour(value: str, alpha: float = 1.0) -> QColor:
    made = QColor(value)
    made.setAlphaF(alpha)
    return made
