"""What happened, in one tap: emergency symptoms, the usual events, a sedation score, own words.

Rule 1: emergency symptoms stand apart, and say what a tap does: they sound at once.
Rule 2: they have no key. The keys 1 to 7 press the usual events while the panel is open.
Rule 3: a sedation score is chosen by its plain words; the number stands beside them.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from monitor.alarm_table import DEEP_AT_MOST
from monitor.commands import EMERGENCY_NOTES, NoteKind
from ui.chair.side_panel import SidePanel, grid
from ui.controls import Look, Tile
from ui.ink import LEFT, Label, Weight, fitted
from ui.theme import Theme, font
from ui.words import say

EMERGENCIES = tuple(kind for kind in NoteKind if kind in EMERGENCY_NOTES)
USUAL = tuple(
    kind for kind in NoteKind if kind not in EMERGENCY_NOTES and kind is not NoteKind.FREE_TEXT
)
"""In the order of their keys, from 1."""
SCORES = (5, 4, 3, 2, 1, 0)
COLUMNS = 4


class NotePanel(SidePanel):
    """Emits (kind, own words), or a sedation score."""

    noted = Signal(object, str)
    sedated = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.taps: dict[NoteKind, Tile] = {}
        self.scores: dict[int, Tile] = {}
        self.scoring = False
        super().__init__(theme, say("note-title"), parent)
        for kind in EMERGENCIES:
            self._tap(kind).wear(
                Look(ink=theme.text, fill=theme.raised, edge=theme.emergency_edge, size=26)
            )
        for number, kind in enumerate(USUAL, start=1):
            tile = self._tap(kind)
            tile.say(tile.text(), str(number))
        self.sedation = self.tile(say("note-sedation"))
        self.sedation.clicked.connect(lambda: self._ask_score(asked=True))
        self.back = self.tile(say("note-back"), Look(ink=theme.text, fill=theme.raised, size=22))
        self.back.clicked.connect(lambda: self._ask_score(asked=False))
        self._make_scores(theme)
        self._make_words(theme)

    def _tap(self, kind: NoteKind) -> Tile:
        tile = self.tile(say(f"note-{kind.value}"))
        tile.clicked.connect(lambda _checked=False, kind=kind: self._note(kind))
        self.taps[kind] = tile
        return tile

    def _make_scores(self, theme: Theme) -> None:
        look = Look(ink=theme.text, fill=theme.raised, size=28, weight=Weight.Medium, align=LEFT)
        for score in SCORES:
            words = say(f"sedation-{score}")
            tile = self.tile(f"{score}   {words}")
            tile.wear(replace(look, edge=theme.emergency_edge) if score <= DEEP_AT_MOST else look)
            tile.setAccessibleName(say("sedation-score", score, words))
            tile.clicked.connect(lambda _checked=False, score=score: self._sedate(score))
            self.scores[score] = tile

    def _make_words(self, theme: Theme) -> None:
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(say("note-text-hint"))
        self.words.setAccessibleName(say("note-text-field"))
        self.words.setMaxLength(200)
        self.words.returnPressed.connect(self._note_words)
        self.words.setStyleSheet(
            f"QLineEdit {{ background: {theme.background}; color: {theme.text};"
            f" border: 2px solid {theme.line}; border-radius: 8px; padding: 0 12px; }}"
            f"QLineEdit:focus {{ border-color: {theme.text_2}; }}"
        )
        self.save = self.tile(say("note-text-save"))
        self.save.clicked.connect(self._note_words)

    def open(self) -> None:
        self.words.clear()
        self._ask_score(asked=False)
        super().open()

    def _ask_score(self, *, asked: bool) -> None:
        """Show the scores instead of the events, or the events again."""
        self.scoring = asked
        self.title = say("sedation-title" if asked else "note-title")
        for tile in (*self.taps.values(), self.sedation, self.words, self.save):
            tile.setVisible(not asked)
        for tile in (*self.scores.values(), self.back):
            tile.setVisible(asked)
        self.relayout()

    def _note(self, kind: NoteKind) -> None:
        self.noted.emit(kind, "")
        self.dismiss()

    def _sedate(self, score: int) -> None:
        self.sedated.emit(score)
        self.dismiss()

    def _note_words(self) -> None:
        text = self.words.text().strip()
        if not text:
            self.words.setFocus()
            return
        self.noted.emit(NoteKind.FREE_TEXT, text)
        self.dismiss()

    # ---- layout

    def lay_out_content(self) -> list[Label]:
        return self._lay_out_scores() if self.scoring else self._lay_out_events()

    def _lay_out_events(self) -> list[Label]:
        """Two groups of equal rows under their headings, and the line for own words below."""
        box, gap, high = self.content_box(), self.scale.px(16, 8), self.scale.px(76, 48)
        self.words.setFont(font(self.scale.type(24, 14)))
        head = round(self.scale.type(24, 14) * 1.7)
        rows = sum(-(-len(group) // COLUMNS) for group in (EMERGENCIES, USUAL))
        room = box.height() - 2 * head - high - (rows + 1) * gap
        row_px = min(self.scale.px(118, 400), room // rows)
        labels: list[Label] = []
        top = box.top()
        for group, words in ((EMERGENCIES, "note-emergencies"), (USUAL, "note-usual")):
            labels.append(self._heading(say(words), top + head))
            rest = QRect(box.left(), top + head, box.width(), box.height())
            tiles = tuple(self.taps[kind] for kind in group)
            top = grid(tiles, rest, COLUMNS, gap, row_px) + gap
        self._lay_out_words(QRect(box.left(), top + gap // 2, box.width(), high), gap)
        return labels

    def _lay_out_words(self, line: QRect, gap: int) -> None:
        side, save = self.scale.px(330, 168), self.scale.px(180, 104)
        self.sedation.setGeometry(line.left(), line.top(), side, line.height())
        left = line.left() + side + gap
        self.words.setGeometry(
            left, line.top(), line.right() + 1 - save - gap - left, line.height()
        )
        self.save.setGeometry(line.right() + 1 - save, line.top(), save, line.height())

    def _lay_out_scores(self) -> list[Label]:
        box, gap = self.content_box(), self.scale.px(14, 7)
        high = self.scale.px(64, 44)
        rest = QRect(box.left(), box.top(), box.width(), box.height() - high - 2 * gap)
        bottom = grid(tuple(self.scores.values()), rest, 1, gap, self.scale.px(96, 62))
        top = bottom + 2 * gap
        self.back.setGeometry(box.left(), top, self.scale.px(200, 110), high)
        size = self.scale.type(23, 13)
        left = box.left() + self.scale.px(200, 110) + 2 * gap
        told = Label(
            say("sedation-told", DEEP_AT_MOST),
            left,
            top + high / 2 + size * 0.36,
            box.right() - left,
            size,
            self.theme.text_2,
        )
        return [fitted(told, 11)]

    def _heading(self, text: str, below: int) -> Label:
        box, size = self.content_box(), self.scale.type(24, 14)
        base = below - size * 0.55
        return fitted(
            Label(text, box.left(), base, box.width(), size, self.theme.text_2, Weight.DemiBold)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        number = event.key() - Qt.Key.Key_1
        if not self.scoring and 0 <= number < len(USUAL) and not event.isAutoRepeat():
            self.taps[USUAL[number]].click()
            return
        super().keyPressEvent(event)
