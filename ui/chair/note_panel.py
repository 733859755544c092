"""What happened, in one tap: emergency symptoms, the usual events, and the way to everything else.

Rule 1: emergency symptoms stand apart, and say what a tap does: they sound at once.
Rule 2: they have no key. The keys 1 to 6 press the usual events while the panel is open; other
        digits do nothing, so that a scanner chooses no chair.
Rule 3: a kind that is open already is asked about: is it over, or did it happen again?
Rule 4: what happened earlier is chosen before the tap; each opening begins at now.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from monitor.commands import EMERGENCY_NOTES, NoteKind
from ui.chair.notes_list import MOMENTS, NoteLine, NotesList, note_lines
from ui.chair.side_panel import SidePanel, grid
from ui.chair.spans import clock_text
from ui.chair.text_line import TextLine
from ui.chair.when_step import WhenStep
from ui.controls import Look, Tile
from ui.ink import Label, Scale, Weight, fitted
from ui.theme import Theme, font
from ui.view_state import ChairView
from ui.words import say

EMERGENCIES = tuple(kind for kind in NoteKind if kind in EMERGENCY_NOTES)
USUAL = tuple(kind for kind in NoteKind if kind not in EMERGENCY_NOTES | MOMENTS)
"""In the order of their keys, from 1."""
COLUMNS = 4


class Page(enum.Enum):
    EVENTS = "events"
    AGAIN = "again"
    LIST = "list"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class NoteFace:
    """`distress` and `away` are since when, as a time of day; empty = no."""

    lines: tuple[NoteLine, ...] = ()
    distress: str = ""
    away: str = ""

    @property
    def open(self) -> tuple[NoteLine, ...]:
        return tuple(line for line in self.lines if line.open)


def note_face(view: ChairView) -> NoteFace:
    treatment = view.picture.treatment
    if treatment is None:
        return NoteFace(note_lines(view))
    since = (treatment.distress_since_s, treatment.off_monitor_since_s)
    times = ["" if at is None else clock_text(view.wall_of(at)) for at in since]
    return NoteFace(note_lines(view), *times)


class NotePanel(SidePanel):
    """Every tap is one thing that happened.

    `noted` carries (kind, own words, s ago), `ended` (note, s ago); `distressed` whether it is
    over, `left_monitor` whether the patient is back.
    """

    noted = Signal(object, str, float)
    ended = Signal(str, float)
    distressed = Signal(bool)
    left_monitor = Signal(bool)
    drug_asked = Signal()
    scores_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.taps: dict[NoteKind, Tile] = {}
        self.page = Page.EVENTS
        self.face = NoteFace()
        self.asked: NoteLine | None = None
        super().__init__(theme, say("note-title"), parent)
        self.when = WhenStep(theme, self)
        for kind in EMERGENCIES:
            self._tap(kind)
        for number, kind in enumerate(USUAL, start=1):
            tile = self._tap(kind)
            tile.say(tile.text(), str(number))
        self.drug = self._leading("note-drug", self.drug_asked.emit)
        self.own = self._leading("note-own", lambda: self._turn(Page.WORDS))
        self.scores = self._leading("note-scores", self.scores_asked.emit)
        self.distress = self._leading("note-distress", self._distress)
        self.away = self._leading("note-away", self._away)
        self.all = self._leading("note-all", lambda: self._turn(Page.LIST))
        self.back = self._leading("pin-back", lambda: self._turn(Page.EVENTS))
        self.over = self._leading("note-is-over", self._over)
        self.again = self._leading("note-again", self._again)
        self.list = NotesList(theme, self)
        self.list.over.connect(self._end)
        self.words = TextLine(theme, say("note-text-field"), say("note-text-hint"), self)
        self.words.returnPressed.connect(self._note_words)
        self.save = self._leading("note-text-save", self._note_words)

    def _tap(self, kind: NoteKind) -> Tile:
        tile = self.tile(say(f"note-{kind.value}"))
        tile.clicked.connect(lambda: self._pressed(kind))
        self.taps[kind] = tile
        return tile

    def _leading(self, words: str, to: Callable[[], None]) -> Tile:
        tile = self.tile(say(words))
        tile.clicked.connect(lambda _checked=False: to())
        return tile

    # ---- what is shown

    def open(self) -> None:
        self.words.clear()
        self.when.reset()
        self._turn(Page.EVENTS)
        super().open()

    def show_view(self, view: ChairView) -> None:
        if self.isHidden():
            return
        face = note_face(view)
        if face != self.face:
            self.face = face
            self.list.show_lines(face.lines)
            self.relayout()

    def _turn(self, page: Page) -> None:
        self.page = page
        self.relayout()
        (self.words if page is Page.WORDS else self).setFocus()

    # ---- what is pressed

    def _pressed(self, kind: NoteKind) -> None:
        asked = next((line for line in self.face.open if line.kind is kind), None)
        if asked is None:
            self._note(kind)
            return
        self.asked = asked
        self._turn(Page.AGAIN)

    def _note(self, kind: NoteKind, words: str = "") -> None:
        self.noted.emit(kind, words, self.when.ago_s)
        self.dismiss()

    def _again(self) -> None:
        if self.asked is not None:
            self._note(self.asked.kind)

    def _over(self) -> None:
        if self.asked is not None:
            self._end(self.asked.note_id)

    def _end(self, note_id: str) -> None:
        self.ended.emit(note_id, self.when.ago_s)
        self.dismiss()

    def _note_words(self) -> None:
        text = self.words.text().strip()
        if text:
            self._note(NoteKind.FREE_TEXT, text)
        else:
            self.words.setFocus()

    def _distress(self) -> None:
        self.distressed.emit(bool(self.face.distress))
        self.dismiss()

    def _away(self) -> None:
        self.left_monitor.emit(bool(self.face.away))
        self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if not event.text().isdigit():
            super().keyPressEvent(event)
            return
        number = event.key() - Qt.Key.Key_1
        pressing = self.page is Page.EVENTS and not event.isAutoRepeat()
        if pressing and 0 <= number < len(USUAL):
            self.taps[USUAL[number]].click()

    # ---- layout

    def set_scale(self, scale: Scale) -> None:
        self.when.set_scale(scale)
        self.list.set_scale(scale)
        super().set_scale(scale)

    def lay_out_content(self) -> list[Label]:
        page = self.page
        events = (*self.taps.values(), self.drug, self.own, self.scores, self.distress, self.away)
        for tiles, own in (
            (events, Page.EVENTS),
            ((self.over, self.again), Page.AGAIN),
            ((self.words, self.save), Page.WORDS),
            ((self.list,), Page.LIST),
        ):
            for tile in tiles:
                tile.setVisible(page is own)
        self.back.setVisible(page is not Page.EVENTS)
        self.all.setVisible(page is Page.EVENTS and bool(self.face.lines))
        self._lay_out_head()
        return {
            Page.EVENTS: self._lay_out_events,
            Page.AGAIN: self._lay_out_again,
            Page.LIST: self._lay_out_list,
            Page.WORDS: self._lay_out_words,
        }[page]()

    def _lay_out_head(self) -> None:
        """Beside the title: what is open, and when it happened."""
        close, gap = self.close_tile.geometry(), self.scale.px(14, 6)
        wide = self.scale.px(400, 224)
        left = close.left() - gap - wide
        self.when.setGeometry(left, close.top(), wide, close.height())
        count = self.scale.px(200, 100)
        self.all.setGeometry(left - gap - count, close.top(), count, close.height())
        self.all.say(
            say("note-all-open", len(self.face.open)) if self.face.open else say("note-all")
        )

    def _lay_out_events(self) -> list[Label]:
        """Two groups of equal rows under their headings, and the states of the patient below."""
        box, gap, foot = self.content_box(), self.scale.px(16, 7), self.scale.px(92, 52)
        head = round(self.scale.type(24, 13) * 1.7)
        usual = [*(self.taps[kind] for kind in USUAL), self.drug, self.own]
        groups = (
            ([self.taps[kind] for kind in EMERGENCIES], "note-emergencies"),
            (usual, "note-usual"),
        )
        rows = sum(-(-len(tiles) // COLUMNS) for tiles, _words in groups)
        room = box.height() - 2 * head - foot - (rows + 1) * gap
        row_px = min(self.scale.px(128, 400), room // rows)
        self._mark_open()
        labels: list[Label] = []
        top = box.top()
        for tiles, words in groups:
            labels.append(self._heading(say(words), top + head))
            rest = QRect(box.left(), top + head, box.width(), box.height())
            top = grid(tiles, rest, COLUMNS, gap, row_px) + gap
        self._lay_out_states(QRect(box.left(), box.bottom() + 1 - foot, box.width(), foot), gap)
        return labels

    def _mark_open(self) -> None:
        """A kind that is open says since when; a tap asks whether it is over."""
        theme = self.theme
        since = {line.kind: line.when for line in reversed(self.face.open)}
        for kind, tile in self.taps.items():
            tile.say(tile.text(), detail=since.get(kind, ""))
            edge = theme.emergency_edge if kind in EMERGENCY_NOTES else None
            fill = theme.infusion if kind in since else theme.raised
            tile.wear(Look(ink=theme.text, fill=fill, edge=edge, size=25))

    def _lay_out_states(self, foot: QRect, gap: int) -> None:
        face, theme = self.face, self.theme
        self.distress.say(
            say("note-distress-over" if face.distress else "note-distress"),
            detail=say("note-since", face.distress) if face.distress else say("note-distress-who"),
        )
        self.away.say(
            say("note-away-back" if face.away else "note-away"),
            detail=say("note-since", face.away) if face.away else say("note-away-who"),
        )
        plain = Look(ink=theme.text, fill=theme.raised, size=25)
        lasting = Look(ink=theme.text, fill=theme.infusion, edge=theme.text_2, size=25)
        self.distress.wear(lasting if face.distress else plain)
        self.away.wear(lasting if face.away else plain)
        self.scores.say(self.scores.text(), detail=say("note-scores-which"))
        self.scores.wear(plain)
        grid((self.scores, self.distress, self.away), foot, 3, gap)

    def _lay_out_again(self) -> list[Label]:
        asked = self.asked
        box, gap = self.content_box(), self.scale.px(16, 8)
        if asked is None:
            return []
        size = self.scale.type(32, 18)
        words = say("note-open-already", asked.text, asked.when)
        said = Label(words, box.left(), box.top() + size * 1.3, box.width(), size, self.theme.text)
        self.over.say(say("note-is-over"), detail=self.when.words)
        self.again.say(say("note-again"), detail=self.when.words)
        top = box.top() + round(size * 2.2)
        rest = QRect(box.left(), top, box.width(), self.scale.px(128, 64))
        grid((self.over, self.again), rest, 2, gap)
        self._lay_out_back()
        return [fitted(said)]

    def _lay_out_list(self) -> list[Label]:
        box = self.content_box()
        self._lay_out_back()
        room = box.height() - self.back.height() - self.scale.px(16, 8)
        self.list.setGeometry(box.left(), box.top(), box.width(), room)
        return []

    def _lay_out_words(self) -> list[Label]:
        box, gap, high = self.content_box(), self.scale.px(16, 8), self.scale.px(84, 52)
        save = self.scale.px(220, 120)
        self.words.setFont(font(self.scale.type(26, 15)))
        top = box.top() + self.scale.px(30, 12)
        self.words.setGeometry(box.left(), top, box.width() - save - gap, high)
        self.save.setGeometry(box.right() + 1 - save, top, save, high)
        self._lay_out_back()
        return []

    def _lay_out_back(self) -> None:
        box, high = self.content_box(), self.scale.px(72, 48)
        wide = self.scale.px(200, 110)
        self.back.setGeometry(box.left(), box.bottom() + 1 - high, wide, high)

    def _heading(self, text: str, below: int) -> Label:
        box, size = self.content_box(), self.scale.type(24, 13)
        base = below - size * 0.55
        return fitted(
            Label(text, box.left(), base, box.width(), size, self.theme.text_2, Weight.DemiBold)
        )
