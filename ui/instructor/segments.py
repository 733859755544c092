"""One of a few, side by side: tiles of which one is lit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from ui.controls import Look, Tile
from ui.ink import Scale
from ui.theme import Theme

GAP_PX = 6


def set_able(widgets: Iterable[QWidget], *, able: bool) -> None:
    """Only what changes is painted anew."""
    for widget in widgets:
        if widget.isEnabled() is not able:
            widget.setEnabled(able)


class Segments(QWidget):
    """`choices` are (key, words); `name` says what is chosen."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[tuple[str, str]],
        key: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self.key = theme, key
        self.scale = Scale()
        self.setAccessibleName(name)
        self.tiles: dict[str, Tile] = {}
        for each, words in choices:
            tile = Tile(theme, words, self)
            tile.setCheckable(True)
            tile.setAccessibleName(f"{name}: {words}")
            tile.clicked.connect(lambda _checked=False, each=each: self._pressed(each))
            self.tiles[each] = tile
        self._light()

    def choose(self, key: str) -> None:
        """From outside; nothing is emitted. A key that there is not lights no tile."""
        if key != self.key:
            self.key = key
            self._light()

    def set_scale(self, scale: Scale) -> None:
        self.scale = scale
        for tile in self.tiles.values():
            tile.set_scale(scale)

    def place(self, box: QRect) -> None:
        self.setGeometry(box)
        gap = self.scale.px(GAP_PX, 4)
        wide = (box.width() - gap * (len(self.tiles) - 1)) / max(1, len(self.tiles))
        for place, tile in enumerate(self.tiles.values()):
            left = round(place * (wide + gap))
            tile.setGeometry(left, 0, round((place + 1) * (wide + gap)) - gap - left, box.height())

    def _pressed(self, key: str) -> None:
        self.key = key
        self._light()
        self.chosen.emit(key)

    def _light(self) -> None:
        theme = self.theme
        for key, tile in self.tiles.items():
            lit = key == self.key
            tile.setChecked(lit)
            ink = theme.text if lit else theme.text_2
            tile.wear(Look(ink=ink, fill=theme.infusion if lit else theme.raised, size=20))
