"""The monitors of this chair: what their lines carry, what is taken from each, what may be done.

Rule 1: it shows what `Backend.device_lines` says and asks; the core and the links decide.
Rule 2: one device at a time; with several, a row of tabs names them all with their state.
Rule 3: a switch is a sentence that says how it stands, and a button that says what it will do.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from monitor.vitals import VitalSign
from ui.chair.device_text import (
    error_text,
    facts,
    may_be_taken,
    stand_by_text,
    tab_text,
    taken_text,
)
from ui.chair.raw_tail import RawTail
from ui.chair.side_panel import SidePanel, grid
from ui.controls import Look, Tile
from ui.ink import RIGHT, Label, Scale, Weight, fitted, text_width, wrapped
from ui.requests import DeviceLine
from ui.theme import Theme
from ui.words import say, sign_label

FACT_COLUMNS = 3
SENTENCE_LINES = 2
BUTTONS_A_ROW = 3


class MonitorsPanel(SidePanel):
    take_asked = Signal(object, str)
    """(sign, source)"""
    allow_asked = Signal(str, bool)
    """(source, whether its cuff may be started)"""
    start_asked = Signal(str)
    stranger_accepted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.lines: tuple[DeviceLine, ...] = ()
        self.source = ""
        self.tabs: list[Tile] = []
        self.takes: dict[VitalSign, Tile] = {}
        super().__init__(theme, say("devices-title"), parent)
        self.tail = RawTail(theme, self)
        look = Look(ink=theme.text, fill=theme.raised, size=22)
        self.stranger = self.tile(say("devices-stranger-yes"), look)
        self.stranger.clicked.connect(lambda: self.stranger_accepted.emit(self.source))
        self.allow = self.tile(say("devices-cuff-allow"), look)
        self.allow.clicked.connect(self._allow)
        self.start = self.tile(say("devices-cuff-start"), look)
        self.start.clicked.connect(lambda: self.start_asked.emit(self.source))
        for sign in VitalSign:
            tile = self.tile(say("devices-take", sign_label(sign)), look)
            tile.clicked.connect(
                lambda _checked=False, sign=sign: self.take_asked.emit(sign, self.source)
            )
            self.takes[sign] = tile

    def set_scale(self, scale: Scale) -> None:
        self.tail.set_scale(scale)
        super().set_scale(scale)

    # ---- what is shown

    @property
    def line(self) -> DeviceLine | None:
        """The device that is looked at; the first one until another was chosen."""
        chosen = (line for line in self.lines if line.source == self.source)
        return next(chosen, next(iter(self.lines), None))

    def show_lines(self, lines: Sequence[DeviceLine]) -> None:
        if tuple(lines) == self.lines:
            return
        self.lines = tuple(lines)
        self._keep_tabs()
        self._show()

    def choose(self, source: str) -> None:
        self.source = source
        self._show()

    def _show(self) -> None:
        line = self.line
        self.source = "" if line is None else line.source
        self.tail.show_tail(() if line is None else line.tail)
        self.relayout()

    def _keep_tabs(self) -> None:
        """As many tabs as devices; a tab stands for a place in their order."""
        while len(self.tabs) < len(self.lines):
            place = len(self.tabs)
            tab = self.tile("")
            tab.clicked.connect(
                lambda _checked=False, place=place: self.choose(self.lines[place].source)
            )
            self.tabs.append(tab)

    def _allow(self) -> None:
        if self.line is not None:
            self.allow_asked.emit(self.source, not self.line.may_start_cuff)

    # ---- words and places

    def lay_out_content(self) -> list[Label]:
        line, box = self.line, self.content_box()
        self._dress()
        if line is None:
            size = self.scale.type(26, 15)
            words = say("devices-none")
            return [Label(words, box.left(), box.top() + size, box.width(), size, self.theme.text)]
        gap = self.scale.px(14, 6)
        top = self._place_tabs(box, gap)
        made, top = self._head(line, box, top)
        more, top = self._facts(line, box, top + gap)
        made += more
        more, top = self._lines_of_words(line, box, top + gap)
        top = self._place_buttons(box, top + gap, gap)
        self.tail.setGeometry(box.left(), top, box.width(), max(0, box.bottom() + 1 - top))
        return [*made, *more]

    def _dress(self) -> None:
        """Which tiles there are for this device, and what they say."""
        line = self.line
        several = len(self.lines) > 1
        for place, tab in enumerate(self.tabs):
            tab.setVisible(several and place < len(self.lines))
            if place < len(self.lines):
                self._dress_tab(tab, self.lines[place])
        offered = () if line is None else may_be_taken(line, self.lines)
        for sign, tile in self.takes.items():
            tile.setVisible(sign in offered)
        starts = line is not None and line.can_start_cuff
        allowed = line is not None and line.may_start_cuff
        self.allow.setVisible(starts)
        self.allow.say(say("devices-cuff-forbid" if allowed else "devices-cuff-allow"))
        self.start.setVisible(starts and allowed)
        self.stranger.setVisible(line is not None and line.stranger)
        self.tail.setVisible(line is not None)

    def _dress_tab(self, tab: Tile, line: DeviceLine) -> None:
        name, state = tab_text(line)
        tab.say(name, detail=state)
        edge = self.theme.text if line.source == self.source else None
        tab.wear(Look(self.theme.text, self.theme.raised, edge=edge, edge_px=3, size=24))

    def _place_tabs(self, box: QRect, gap: int) -> int:
        shown = [tab for tab in self.tabs if not tab.isHidden()]
        if not shown:
            return box.top()
        row = QRect(box.left(), box.top(), box.width(), self.scale.px(84, 48))
        return grid(shown, row, len(shown), gap) + gap

    def _head(self, line: DeviceLine, box: QRect, top: int) -> tuple[list[Label], int]:
        """What it is and where; how its line is, or which stranger asks to be let in."""
        theme, size = self.theme, self.scale.type(26, 15)
        base = float(top + size)
        url = say("devices-url", line.url)
        url_px = self.scale.type(20)
        url_room = min(text_width(url, url_px) + 1, box.width() * 0.55)
        at = Label(
            url, box.right() + 1 - url_room, base, url_room, url_px, theme.text_2, align=RIGHT
        )
        name_room = box.width() - url_room - self.scale.px(24, 10)
        name = Label(line.title, box.left(), base, name_room, size, theme.text, Weight.DemiBold)
        made = [fitted(name), fitted(at, 10)]
        room = box.width()
        if line.stranger:
            wide, high = self.scale.px(190, 116), self.scale.px(60, 44)
            self.stranger.setGeometry(box.right() + 1 - wide, int(base + size * 0.5), wide, high)
            room -= wide + self.scale.px(24, 10)
        small = self.scale.type(22, 13)
        for text in wrapped(line.sentence, room, small, Weight.Normal)[:SENTENCE_LINES]:
            base += small * 1.5
            made.append(fitted(Label(text, box.left(), base, room, small, theme.text), 10))
        below = int(base + small * 0.5)
        return made, max(below, self.stranger.geometry().bottom()) if line.stranger else below

    def _facts(self, line: DeviceLine, box: QRect, top: int) -> tuple[list[Label], int]:
        theme = self.theme
        small, large = self.scale.type(19), self.scale.type(26, 15)
        step = small * 1.3 + large * 1.8
        wide = box.width() / FACT_COLUMNS
        made: list[Label] = []
        for place, (what, much) in enumerate(facts(line)):
            row, column = divmod(place, FACT_COLUMNS)
            left, base = box.left() + column * wide, top + row * step + small
            room = wide - self.scale.px(16, 8)
            made.append(fitted(Label(what, left, base, room, small, theme.text_2)))
            value = Label(much, left, base + large * 1.3, room, large, theme.text, Weight.Medium)
            made.append(fitted(value))
        rows = -(-len(facts(line)) // FACT_COLUMNS)
        return made, int(top + rows * step)

    def _lines_of_words(self, line: DeviceLine, box: QRect, top: int) -> tuple[list[Label], int]:
        """What is taken from here, what stands by, how the cuff switch stands, the last error."""
        size = self.scale.type(21, 12)
        cuff = "devices-cuff-may" if line.may_start_cuff else "devices-cuff-may-not"
        said = (
            taken_text(line),
            stand_by_text(line, self.lines),
            say(cuff) if line.can_start_cuff else "",
            error_text(line),
        )
        base = float(top)
        made: list[Label] = []
        for text in said:
            if text:
                base += size * 1.4
                label = Label(
                    text, box.left(), base - size * 0.3, box.width(), size, self.theme.text_2
                )
                made.append(fitted(label, 10))
        return made, int(base)

    def _place_buttons(self, box: QRect, top: int, gap: int) -> int:
        tiles = [*self.takes.values(), self.allow, self.start]
        shown = [tile for tile in tiles if not tile.isHidden()]
        if not shown:
            return top
        rows = -(-len(shown) // BUTTONS_A_ROW)
        high = self.scale.px(64, 44)
        place = QRect(box.left(), top, box.width(), rows * high + (rows - 1) * gap)
        return grid(shown, place, BUTTONS_A_ROW, gap, high) + gap
