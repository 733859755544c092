"""Handing chairs over: what is to be known of each, which of them, and to whom, in one action.

Rule 1: every chair that goes on is in the summary, also one that is left out.
Rule 2: whoever takes them on says so with her PIN; only then the chairs are hers.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from ui.chair.asking_panel import AskingPanel
from ui.controls import Look, Tile
from ui.ink import RIGHT, Label, Scale, Weight, fitted, middle
from ui.people.handover_text import HandoverFace
from ui.theme import Theme
from ui.words import say

MOST_CHAIRS = 8


class HandoverRow(Tile):
    """One chair; a tap leaves it out, or takes it in again."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self.face: HandoverFace | None = None
        self.taken = True
        super().__init__(theme, say("handover-title"), parent)
        self._wear()

    def show_face(self, face: HandoverFace, *, taken: bool) -> None:
        if (face, taken) == (self.face, self.taken):
            return
        self.face, self.taken = face, taken
        self._wear()
        state = () if taken else (say("handover-kept"),)
        self.setAccessibleName(" · ".join((face.head, face.course, face.duties, *state)))
        self.update()

    def _wear(self) -> None:
        edge = self.theme.infusion_edge if self.taken else None
        self.wear(Look(ink=self.theme.text, fill=self.theme.background, edge=edge))

    def labels(self) -> list[Label]:
        face, theme, pad = self.face, self.theme, self.scale.px(24, 13)
        if face is None:
            return []
        high, room, edge = self.height(), self.width() - 2 * pad, self.scale.px(8, 3)
        size = min(self.scale.type(25, 14), round(high * 0.27))
        small = min(self.scale.type(21, 12), round(high * 0.22))
        ink = theme.text if self.taken else theme.text_3
        quiet = theme.text_2 if self.taken else theme.text_3
        lines = (
            Label(face.head, pad, 0, room * 0.7, size, ink, Weight.DemiBold),
            Label(face.course, pad, 0, room, small, ink if face.urgent else quiet, Weight.Medium),
            Label(face.duties, pad, 0, room, small, quiet),
        )
        step = (high - 2 * edge) / len(lines)
        made = [
            replace(fitted(line, 9), baseline=middle(edge + at * step, step, line.size_px))
            for at, line in enumerate(lines)
        ]
        owner = say("handover-owner", face.owner) if self.taken else say("handover-kept")
        left, wide = pad + room * 0.72, room * 0.28
        right = Label(owner, left, made[0].baseline, wide, small, quiet, align=RIGHT)
        return [*made, fitted(right, 9)]


class HandoverPanel(AskingPanel):
    """`to_asked` that somebody is to be named for the chairs in `taken`."""

    to_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.faces: tuple[HandoverFace, ...] = ()
        self.left_out: set[int] = set()
        self.rows: dict[int, HandoverRow] = {}
        super().__init__(theme, say("handover-title"), parent)
        main = Look(ink=theme.text, fill=theme.infusion, size=26)
        self.give = self.tile(say("handover-to"), main)
        self.give.clicked.connect(self.to_asked)

    def open(self) -> None:
        self.left_out = set()
        super().open()

    def show_faces(self, faces: tuple[HandoverFace, ...]) -> None:
        if faces != self.faces:
            self.faces = faces
            self.relayout()

    @property
    def taken(self) -> tuple[int, ...]:
        """The chairs that would be handed over now."""
        return tuple(face.chair for face in self.faces if face.chair not in self.left_out)

    def _row(self, chair: int) -> HandoverRow:
        if chair not in self.rows:
            row = HandoverRow(self.theme, self)
            row.set_scale(self.scale)
            row.clicked.connect(lambda: self._turn(chair))
            self.rows[chair] = row
        return self.rows[chair]

    def _turn(self, chair: int) -> None:
        self.left_out ^= {chair}
        self.relayout()

    def set_scale(self, scale: Scale) -> None:
        for row in self.rows.values():
            row.set_scale(scale)
        super().set_scale(scale)

    def lay_out_content(self) -> list[Label]:
        box, gap, asking = self.content_box(), self.scale.px(10, 5), self.asking_person
        foot, wide = self.scale.px(84, 57), self.scale.px(330, 200)
        self.give.setGeometry(box.right() + 1 - wide, box.bottom() + 1 - foot, wide, foot)
        self.give.setVisible(not asking)
        self.give.setEnabled(bool(self.taken))
        shown = {} if asking else {face.chair: face for face in self.faces[:MOST_CHAIRS]}
        for chair in set(self.rows) - set(shown):
            self.rows[chair].hide()
        room = box.height() - foot - gap
        high = min(self.scale.px(124, 84), (room - gap * len(shown)) // max(1, len(shown)))
        for place, (chair, face) in enumerate(shown.items()):
            row = self._row(chair)
            row.show_face(face, taken=chair not in self.left_out)
            row.setGeometry(QRect(box.left(), box.top() + place * (high + gap), box.width(), high))
            row.show()
        if asking:
            return []
        size = self.scale.type(21, 12)
        words = say("handover-why") if shown else say("handover-none")
        base = middle(box.bottom() + 1 - foot, foot, size)
        left = box.width() - wide - 2 * gap
        return [fitted(Label(words, box.left(), base, left, size, self.theme.text_2), 9)]
