"""Words on the top line that go into two lines where it is narrow, in a frame or without.

Rule: they are broken where the wider line is the least wide; one word stays one line.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from ui.ink import CENTRE, Label, Scale, Weight, fitted, middle, text_width

WEIGHT = Weight.DemiBold


def framed_tag(
    text: str, left: float, height: float, scale: Scale, ink: str, *, stacked: bool
) -> tuple[QRectF, list[Label]]:
    """The frame, upright in the middle of `height`, and the words in it; never shortened."""
    size, pad = scale.type(20, 11), scale.px(14, 7)
    lines = _halves(text, size, WEIGHT) if stacked else (text,)
    wide = max(text_width(line, size, WEIGHT) for line in lines) + 1
    high = max(size * 1.7, height * 0.5) + size * (len(lines) - 1)
    box = QRectF(left, (height - high) / 2, wide + 2 * pad, high)
    words = Label(text, left + pad, 0, wide, size, ink, WEIGHT, CENTRE)
    return box, _in_lines(words, lines, height)


def ending_at(right: float, words: Label, height: float, *, stacked: bool) -> list[Label]:
    """These words up to `right`, as wide as they are, and not wider than they may be."""
    size, weight = words.size_px, words.weight
    lines = _halves(words.text, size, weight) if stacked else (words.text,)
    wide = min(max(text_width(line, size, weight) for line in lines) + 1, words.width)
    words = replace(words, left=right - wide, width=wide)
    made = [words] if len(lines) == 1 else _in_lines(words, lines, height)
    return [fitted(one) for one in made]


def _in_lines(words: Label, lines: tuple[str, ...], height: float) -> list[Label]:
    """The same label for each of the lines, all of them in the middle of `height`."""
    size, weight = words.size_px, words.weight
    step = size * 1.25
    top = (height - step * len(lines)) / 2
    return [
        replace(words, text=line, baseline=middle(top + place * step, step, size, weight))
        for place, line in enumerate(lines)
    ]


def _halves(text: str, size: int, weight: QFont.Weight) -> tuple[str, ...]:
    """The text in two lines."""
    words = text.split(" ")
    splits = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    if not splits:
        return (text,)
    return min(splits, key=lambda both: max(text_width(line, size, weight) for line in both))
