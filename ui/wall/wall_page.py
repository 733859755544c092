"""All chairs of the room on one screen, in room order, and above them what comes next.

Rule: a place is never given to another chair while the room stays as large as it is.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent

from ui.chair.alarm_text import bright
from ui.chair.side_panel import grid
from ui.ink import Scale
from ui.page_growth import Page
from ui.theme import Theme
from ui.wall.faces import RoomFace, Use
from ui.wall.next_strip import NextStrip
from ui.wall.tile import ChairTile
from ui.words import say

STRIP_PX, STRIP_LEAST_PX = 64, 46


class WallPage(Page):
    """Emits the chair that was tapped, or the free one on which a session is to begin."""

    chair_pressed = Signal(int)
    begin_pressed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.scale = Scale()
        self.columns = 2
        self.tiles: dict[int, ChairTile] = {}
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.background))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.setAccessibleName(say("wall-title"))
        self.strip = NextStrip(theme, self)
        self.strip.chair_pressed.connect(self.chair_pressed)

    def set_scale(self, scale: Scale) -> None:
        self.scale = scale
        self.strip.set_scale(scale)
        for tile in self.tiles.values():
            tile.set_scale(scale)
        self._place()

    def show_room(self, face: RoomFace) -> None:
        """Cheap when nothing changed: every tile compares before it is painted."""
        wanted = [tile.chair for tile in face.tiles]
        if wanted != list(self.tiles) or face.columns != self.columns:
            self._keep_tiles(wanted)
            self.columns = face.columns
            self._place()
        for tile in face.tiles:
            self.tiles[tile.chair].show_face(tile)
        self.strip.show_duties(face.duties)

    def flash(self, now: float) -> None:
        """The borders, in the bright or the dim half of their flash. `now` is window seconds."""
        for tile in self.tiles.values():
            words = tile.face.alarm
            tile.flash(bright=words is None or bright(words.priority, words.state, now))

    def _keep_tiles(self, wanted: list[int]) -> None:
        for chair in set(self.tiles) - set(wanted):
            gone = self.tiles.pop(chair)
            gone.hide()
            gone.deleteLater()
        self.tiles = {chair: self.tiles.get(chair) or self._tile(chair) for chair in wanted}

    def _tile(self, chair: int) -> ChairTile:
        tile = ChairTile(self.theme, chair, self)
        tile.set_scale(self.scale)
        tile.clicked.connect(self._pressed(chair))
        tile.show()
        return tile

    def _pressed(self, chair: int) -> Callable[[], None]:
        def pressed() -> None:
            free = self.tiles[chair].face.use in {Use.FREE, Use.ENDED}
            (self.begin_pressed if free else self.chair_pressed).emit(chair)

        return pressed

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        strip = self.scale.px(STRIP_PX, STRIP_LEAST_PX)
        self.strip.setGeometry(0, 0, self.width(), strip)
        pad, gap = self.scale.px(32, 16), self.scale.px(18, 9)
        above, below = self.scale.px(18, 8), self.scale.px(8, 4)
        height = self.height() - strip - above - below
        box = QRect(pad, strip + above, self.width() - 2 * pad, height)
        if self.tiles:
            grid(list(self.tiles.values()), box, self.columns, gap)
