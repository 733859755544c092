"""Who is here: signing in, the lock, the cover of the chair that is shown, the way to a handover.

Rule 1: a name is one tap away, its PIN the next thing; nothing else lies between.
Rule 2: behind the lock there is nothing here but the way in, and the emergency view.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from data.accounts import StaffMember, folded
from ui.chair.asking_panel import AskingPanel
from ui.chair.side_panel import grid
from ui.controls import Look, Tile
from ui.ink import Label, Scale, Weight, fitted, wrapped
from ui.people.glass_pad import GlassPad
from ui.people.people_face import WAYS, PeopleFace
from ui.theme import Theme
from ui.words import say

COLUMNS = 3


class PeoplePanel(AskingPanel):
    """`chosen` carries the name that was tapped, `acted` one of `WAYS`."""

    chosen = Signal(str)
    acted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face = PeopleFace(say("people-title-none"))
        self.names: dict[str, Tile] = {}
        self.ways: dict[str, Tile] = {}
        super().__init__(theme, self.face.title, parent)
        self.glass = GlassPad(theme, self)
        plain = Look(ink=theme.text, fill=theme.raised, size=24)
        for name in WAYS:
            tile = self.tile(say(f"people-{name}"), plain)
            tile.clicked.connect(lambda _checked=False, name=name: self.acted.emit(name))
            tile.hide()
            self.ways[name] = tile

    def ask_glass(self) -> None:
        """Who looks without a PIN is asked, and why she does."""
        self.who.hide()
        self._place_glass()
        self.glass.ask()
        self.relayout()

    def dismiss(self) -> None:
        self.glass.hide()
        super().dismiss()

    def set_scale(self, scale: Scale) -> None:
        self.glass.set_scale(scale)
        super().set_scale(scale)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self._place_glass()

    def _place_glass(self) -> None:
        self.glass.setGeometry(self.content_box())
        self.glass.raise_()

    def show_face(self, face: PeopleFace) -> None:
        if face == self.face:
            return
        if face.names != self.face.names:
            self._rename(face.names)
        self.face, self.title = face, face.title
        self.relayout()

    def _rename(self, names: tuple[StaffMember, ...]) -> None:
        for tile in self.names.values():
            self.tiles.remove(tile)
            tile.hide()
            tile.deleteLater()
        self.names = {one.name: self._name(one) for one in names}

    def _name(self, member: StaffMember) -> Tile:
        tile = self.tile(member.name)
        tile.say(member.name, detail=say(f"role-{member.role.value}"))
        tile.clicked.connect(lambda: self.chosen.emit(member.name))
        return tile

    def take_scan(self, text: str) -> bool:
        """The badge of somebody who is enlisted is as good as a tap on her name."""
        if super().take_scan(text):
            return True
        name = next((one for one in self.names if folded(one) == folded(text)), "")
        if name:
            self.chosen.emit(name)
        return bool(name)

    def lay_out_content(self) -> list[Label]:
        box, gap = self.content_box(), self.scale.px(16, 8)
        asking = self.asking_person or not self.glass.isHidden()
        for tile in self.names.values():
            tile.setVisible(not asking)
        shown = [self.ways[name] for name in self.face.ways]
        for tile in self.ways.values():
            tile.setVisible(not asking and tile in shown)
        if asking:
            return []
        labels, top = self._lines(box)
        high = self.scale.px(84, 57)
        rows = -(-len(shown) // COLUMNS)
        foot = rows * (high + gap)
        if shown:
            below = QRect(box.left(), box.bottom() + 1 + gap - foot, box.width(), foot - gap)
            grid(shown, below, COLUMNS, gap, high)
        room = QRect(box.left(), int(top), box.width(), int(box.bottom() - foot - gap - top))
        if self.names:
            grid(tuple(self.names.values()), room, COLUMNS, gap, self.scale.px(96, 57))
        return labels

    def _lines(self, box: QRect) -> tuple[list[Label], float]:
        """The sentences above, and where they end."""
        size, theme = self.scale.type(24, 14), self.theme
        labels, top = [], float(box.top())
        for at, sentence in enumerate(self.face.lines):
            ink = theme.text if at == 0 else theme.text_2
            for line in wrapped(sentence, box.width(), size, Weight.Normal):
                top += size * 1.35
                labels.append(fitted(Label(line, box.left(), top, box.width(), size, ink)))
        return labels, top + size
