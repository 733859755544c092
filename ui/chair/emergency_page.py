"""The page of an emergency: the code clock, whom to call and what to say, what was done when.

Rule 1: it lies over the curves; the numerals and the alarm bar stay in sight.
Rule 2: a tap keeps its moment at once. What needs a name (a drug) is one tap more.
Rule 3: keys 1 to 7 press the seven stamps; Close and Esc leave the emergency going.
Rule 4: a practice can never be mistaken: it is said in the title and written over the page.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from monitor.commands import StampKind
from ui.chair.side_panel import SidePanel, grid
from ui.controls import Look, Tile
from ui.emergency_text import EmergencyFace, StampLine
from ui.icons import draw_watermark
from ui.ink import Label, Scale, Weight, fitted, middle, text_width, wrapped
from ui.theme import Theme, colour, font
from ui.words import say

KINDS = tuple(StampKind)
LEFT_SHARE = 0.44
MOST_DRUGS = 6


class EmergencyPage(SidePanel):
    """`stamped` says (kind, text)."""

    stamped = Signal(object, str)
    undo_asked = Signal(str)
    answer_asked = Signal()
    ring_asked = Signal()
    save_asked = Signal()
    print_asked = Signal()
    end_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face = EmergencyFace()
        self.naming = False
        """A drug is being named."""
        self._sure = False
        self.stamps: dict[StampKind, Tile] = {}
        self.drugs: list[Tile] = []
        super().__init__(theme, say("emergency-title"), parent)
        for number, kind in enumerate(KINDS, start=1):
            tile = self.tile(say(f"stamp-{kind.value}"))
            tile.say(tile.text(), str(number))
            tile.clicked.connect(lambda _checked=False, kind=kind: self._stamp(kind))
            self.stamps[kind] = tile
        for place in range(MOST_DRUGS):
            tile = self.tile("")
            tile.clicked.connect(lambda _checked=False, place=place: self._known_drug(place))
            self.drugs.append(tile)
        self.words = QLineEdit(self)
        self._make_words(theme)
        self._make_actions(theme)

    def _make_words(self, theme: Theme) -> None:
        self.other = self.tile(say("drug-other"))
        self.other.clicked.connect(lambda: self._drug(self.words.text()))
        self.back = self.tile(say("drug-back"))
        self.back.clicked.connect(lambda: self._name_drug(naming=False))
        self.words.setPlaceholderText(say("drug-hint"))
        self.words.setAccessibleName(say("drug-field"))
        self.words.setMaxLength(100)
        self.words.returnPressed.connect(lambda: self._drug(self.words.text()))
        self.words.setStyleSheet(
            f"QLineEdit {{ background: {theme.background}; color: {theme.text};"
            f" border: 2px solid {theme.line}; border-radius: 8px; padding: 0 12px; }}"
            f"QLineEdit:focus {{ border-color: {theme.text_2}; }}"
        )

    def _make_actions(self, theme: Theme) -> None:
        quiet = Look(ink=theme.text, fill=theme.raised, size=22)
        self.ring = self.tile(say("code-answer"), quiet)
        self.ring.clicked.connect(self._ring)
        self.undo = self.tile(say("undo"), Look(theme.text, theme.raised, theme.text_2, size=20))
        self.undo.clicked.connect(self._undo)
        self.save = self.tile(say("page-save"), quiet)
        self.save.clicked.connect(self.save_asked)
        self.print = self.tile(say("page-print"), quiet)
        self.print.clicked.connect(self.print_asked)
        self.end = self.tile(say("code-end"), quiet)
        self.end.clicked.connect(self._end)

    # ---- what is shown

    def show_face(self, face: EmergencyFace) -> None:
        if face != self.face:
            self.face = face
            self.relayout()

    def open(self) -> None:
        self.naming = self._sure = False
        super().open()
        self.relayout()

    @property
    def last(self) -> StampLine | None:
        """The newest stamp that can still be undone."""
        return next((line for line in self.face.stamps if line.undo), None)

    # ---- what is pressed

    def _stamp(self, kind: StampKind) -> None:
        if kind is StampKind.DRUG:
            self._name_drug(naming=True)
        else:
            self.stamped.emit(kind, "")

    def _known_drug(self, place: int) -> None:
        self._drug(self.face.drugs[place])

    def _drug(self, name: str) -> None:
        self.stamped.emit(StampKind.DRUG, name.strip())
        self._name_drug(naming=False)

    def _name_drug(self, *, naming: bool) -> None:
        self.naming = naming
        self.words.clear()
        self.relayout()
        self.setFocus()

    def _ring(self) -> None:
        if self.face.rings:
            self.answer_asked.emit()
        else:
            self.ring_asked.emit()

    def _undo(self) -> None:
        if self.last is not None:
            self.undo_asked.emit(self.last.stamp_id)

    def _end(self) -> None:
        """The second of two taps ends it."""
        if self._sure:
            self.end_asked.emit()
        self._sure = not self._sure
        self.relayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(KINDS) and not self.naming and not event.isAutoRepeat():
            self.stamps[KINDS[number]].click()
            return
        if event.key() == Qt.Key.Key_Escape and self.naming:
            self._name_drug(naming=False)
            return
        super().keyPressEvent(event)

    # ---- words and places

    def set_scale(self, scale: Scale) -> None:
        self.words.setFont(font(scale.type(24, 14)))
        super().set_scale(scale)

    def lay_out_content(self) -> list[Label]:
        box, gap = self.content_box(), self.scale.px(16, 8)
        self._dress()
        foot = self.scale.px(64, 57)
        self._place_actions(QRect(box.left(), box.bottom() + 1 - foot, box.width(), foot), gap)
        above = QRect(box.left(), box.top(), box.width(), box.height() - foot - gap)
        left = round(above.width() * LEFT_SHARE)
        call = QRect(above.left(), above.top(), left - gap, above.height())
        done = QRect(above.left() + left, above.top(), above.width() - left, above.height())
        below = self._place_stamps(done, gap)
        log = QRect(done.left(), below + gap, done.width(), done.bottom() + 1 - below - gap)
        return [*self._clock(), *self._call(call), *self._log(log)]

    def _dress(self) -> None:
        face = self.face
        for tile in self.stamps.values():
            tile.setVisible(not self.naming)
            tile.setEnabled(face.going)
        for place, tile in enumerate(self.drugs):
            tile.setVisible(self.naming and place < len(face.drugs))
            tile.say(face.drugs[place] if place < len(face.drugs) else say("stamp-drug"))
        for part in (self.other, self.back, self.words):
            part.setVisible(self.naming)
        self.ring.say(say("code-answer" if face.rings else "code-again"))
        self.ring.setVisible(face.going and not self.naming)
        ink = self.theme.text
        edge = ink if face.rings else None
        self.ring.wear(Look(ink, self.theme.raised, edge=edge, edge_px=3, size=24))
        self.end.say(say("code-end-sure" if self._sure else "code-end"))
        self.end.setVisible(face.going)
        self.undo.setVisible(self.last is not None)
        if self.last is not None:
            self.undo.setAccessibleName(say("stamp-undo", self.last.text))

    def _place_actions(self, row: QRect, gap: int) -> None:
        shown = [self.save, self.print, *([self.end] if self.face.going else [])]
        grid(shown, row, 3, gap)

    def _place_stamps(self, box: QRect, gap: int) -> int:
        """The tiles above what was done; the lower edge of the last row."""
        row = max(57, min(self.scale.px(92, 57), (box.height() - 5 * gap) // 6))
        area = QRect(box.left(), box.top(), box.width(), 4 * row + 3 * gap)
        if not self.naming:
            return grid([*self.stamps.values(), self.ring], area, 2, gap, row)
        drugs = [tile for tile in self.drugs if not tile.isHidden()]
        self.words.setGeometry(box.left(), box.top(), box.width(), row)
        rest = QRect(box.left(), box.top() + row + gap, box.width(), area.height() - row - gap)
        high = min(row, (rest.height() - 3 * gap) // 4) if len(drugs) > 4 else row
        grid([*drugs, self.other, self.back], rest, 2, gap, high)
        return area.bottom() + 1

    def _clock(self) -> list[Label]:
        """The code clock beside the title, as large as the head allows, and since when."""
        head, pad = self.head_height(), self.pad()
        left = pad + text_width(self.title, self.scale.type(32, 18), Weight.DemiBold)
        left += self.scale.px(36, 14)
        size = self.scale.type(54, 28)
        base = middle(0, head, size, Weight.Bold)
        clock = Label(self.face.code, left, base, size * 4, size, self.theme.text, Weight.Bold)
        small = self.scale.type(22, 12)
        start = left + clock.text_width() + self.scale.px(28, 12)
        room = self.close_tile.x() - pad - start
        lines = [self.face.since]
        if self.face.practice:
            lines.insert(0, say("practice-no-call"))
        step = small * 1.4
        first = middle(0, head, small) - step * (len(lines) - 1) / 2
        made = [
            fitted(Label(text, start, first + step * place, room, small, self._ink(text)), 10)
            for place, text in enumerate(lines)
        ]
        return [clock, *made]

    def _ink(self, text: str) -> str:
        return self.theme.text if text == say("practice-no-call") else self.theme.text_2

    def _call(self, box: QRect) -> list[Label]:
        """Whom to call, where we are, and what to say, as far down as it goes."""
        face, theme = self.face, self.theme
        small, large = self.scale.type(20, 12), self.scale.type(26, 15)
        huge = self.scale.type(56, 26) if len(face.number) < 12 else large
        base = float(box.top())
        made: list[Label] = []

        def put(text: str, size: int, ink: str, weight: Weight = Weight.Normal) -> None:
            nonlocal base
            for line in wrapped(text, box.width(), size, weight):
                base += size * 1.32
                made.append(
                    fitted(Label(line, box.left(), base, box.width(), size, ink, weight), 10)
                )

        put(say("code-call"), small, theme.text_2)
        put(face.number, huge, theme.text, Weight.Bold)
        base += small * 0.5
        put(say("code-where"), small, theme.text_2)
        put(face.address, large, theme.text, Weight.DemiBold)
        put(face.back, small, theme.text)
        base += small * 0.5
        put(say("code-say"), small, theme.text_2)
        said = self.scale.type(24, 13)
        while said > 11 and base + self._height(said, box.width()) > box.bottom():
            said -= 1
        for sentence in face.script:
            put(sentence, said, theme.text)
        return made

    def _height(self, size: int, width: int) -> float:
        lines = sum(len(wrapped(one, width, size, Weight.Normal)) for one in self.face.script)
        return lines * size * 1.32

    def _log(self, box: QRect) -> list[Label]:
        """What was done, the newest first; what became of the page stands below."""
        theme, size = self.theme, self.scale.type(23, 13)
        small = self.scale.type(19, 11)
        step = size * 1.45
        message = wrapped(self.face.message, box.width(), small, Weight.Normal)
        foot = small * (1.35 * len(message) + 0.5) if message else 0.0
        wide, high = self.scale.px(110, 74), self.scale.px(52, 40)
        self.undo.setGeometry(box.right() + 1 - wide, box.top(), wide, high)
        room = box.width() - (wide + self.scale.px(16, 8) if self.last is not None else 0)
        made: list[Label] = []
        if not self.face.stamps:
            line = say("stamp-none") if self.face.going else ""
            base = float(box.top() + size)
            made.append(fitted(Label(line, box.left(), base, room, small, theme.text_2), 10))
        fits = max(0, int((box.height() - foot) / step))
        for place, stamp in enumerate(self.face.stamps[:fits]):
            made += self._stamp_labels(stamp, box.left(), box.top() + size + step * place, room)
        for place, text in enumerate(reversed(message)):
            base = box.bottom() - small * (0.4 + 1.35 * place)
            made.append(fitted(Label(text, box.left(), base, box.width(), small, theme.text), 9))
        return made

    def _stamp_labels(
        self, stamp: StampLine, left: float, base: float, room: float
    ) -> list[Label]:
        size = self.scale.type(23, 13)
        ink = self.theme.text_3 if stamp.struck else self.theme.text
        clock = text_width("00:00:00 ", size)
        code = text_width("00:00 ", size, Weight.DemiBold) + self.scale.px(10, 5)
        start = left + clock + code
        return [
            Label(stamp.clock, left, base, clock, size, self.theme.text_2),
            Label(stamp.code, left + clock, base, code, size, ink, Weight.DemiBold),
            fitted(Label(stamp.text, start, base, left + room - start, size, ink), 11),
        ]

    def paint_under(self, painter: QPainter) -> None:
        super().paint_under(painter)
        if self.face.practice:
            painter.setFont(font(60, Weight.Bold))
            ink = colour(self.theme.text, 0.05)
            draw_watermark(painter, QRectF(self.rect()), say("practice"), ink)
        self._strike(painter)

    def _strike(self, painter: QPainter) -> None:
        """A line through every stamp that was undone."""
        struck = {line.text for line in self.face.stamps if line.struck}
        for label in self.labels:
            if label.text in struck and label.colour == self.theme.text_3:
                middle_y = label.baseline - label.size_px * 0.3
                box = QRectF(label.left, middle_y, label.text_width(), 1.6)
                painter.fillRect(box, colour(self.theme.text_3))
