"""Where the parts of the instructor's window are, worked out from its size alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

from ui.ink import Scale

NARROW_PX, LOW_PX = 1200, 700
"""A window less wide has narrower sides; in one less high the curve gives way."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """`running` is as high as what goes on; the story has what is left."""

    head: QRect
    freeze: QRect
    speeds: QRect
    truth: QRect
    curve: QRect
    facts: QRect
    alarms: QRect
    wall: QRect
    running: QRect
    story: QRect
    finish: QRect


def boxes_in(width: int, height: int, scale: Scale, running_px: int) -> Boxes:
    edge, gap, top = scale.px(24, 12), scale.px(16, 10), scale.px(96, 62)
    narrow = width < NARROW_PX
    side = scale.px(500, 284 if narrow else 312)
    room = QRect(edge, top, width - 2 * edge, height - top - edge)
    left = QRect(room.left(), top, side, room.height())
    right = QRect(room.right() + 1 - side, top, side, room.height())
    middle = QRect(left.right() + 1 + gap, top, room.width() - 2 * (side + gap), room.height())
    speeds_px = scale.px(560, 300 if narrow else 380)
    head, freeze, speeds = _head(width, top, edge, gap, scale, speeds_px)
    facts_px = 156 if narrow else 140
    least = (192, 80, facts_px) if height < LOW_PX else (204, 142, facts_px)
    highs = tuple(map(scale.px, (300, 222, 194), least))
    truth, curve, facts, alarms = _stacked(left, gap, highs)
    finish_px = scale.px(68, 46)
    story_px = right.height() - running_px - finish_px - 2 * gap
    running, story, finish = _stacked(right, gap, (running_px, story_px))
    return Boxes(head, freeze, speeds, truth, curve, facts, alarms, middle, running, story, finish)


def _head(
    width: int, high: int, edge: int, gap: int, scale: Scale, speeds: int
) -> tuple[QRect, QRect, QRect]:
    """The words at the left, the time's buttons at the right."""
    tile, freeze = scale.px(64, 46), scale.px(190, 124)
    top, at = (high - tile) // 2, width - edge - speeds
    return (
        QRect(edge, 0, at - freeze - 3 * gap - edge, high),
        QRect(at - gap - freeze, top, freeze, tile),
        QRect(at, top, speeds, tile),
    )


def _stacked(box: QRect, gap: int, highs: tuple[int, ...]) -> tuple[QRect, ...]:
    """From above, as high as these; what is left is the last one's."""
    made, top = [], box.top()
    for high in highs:
        made.append(QRect(box.left(), top, box.width(), high))
        top += high + gap
    return (*made, QRect(box.left(), top, box.width(), box.bottom() + 1 - top))
