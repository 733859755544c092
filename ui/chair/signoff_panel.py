"""The signature: the session on one page, what signing means, and who signs.

Rule 1: nothing is refused for what is open: it is named, and signed with a reason, and with a
        second person where it is about the patient or the drug.
Rule 2: where staff are enlisted a signature is a name and its PIN; the PIN is kept nowhere.
Rule 3: after it the page stays as it was signed, and leads to the review and to a new session.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from monitor.rights import Role
from ui.chair.asking_panel import AskingPanel
from ui.chair.reason_pad import ReasonPad
from ui.chair.side_panel import grid
from ui.chair.signoff_faces import SignoffFace
from ui.controls import Look, Tile
from ui.ink import Label, Scale, Weight, fill_round, fitted, middle, wrapped
from ui.leaving_text import criterion_name
from ui.people.asked import Asked
from ui.theme import Theme
from ui.words import say

SIGNERS = frozenset({Role.NURSE, Role.PROVIDER, Role.SUPERVISOR})
WHY_OPEN = ("provider", "advice", "transfer", "elsewhere")
WHY_NOTHING = ("declined", "no-go", "pressure", "absent", "device", "mistake")
"""Usual reasons, in words of the screen."""
NAME_SHARE = 0.2
SMALLEST_PX = 10


class SignoffPanel(AskingPanel):
    """`signed` carries (by, reason, second); `form_asked` is ``save``, ``print`` or ``sent``."""

    signed = Signal(str, str, str)
    review_asked = Signal()
    new_asked = Signal()
    form_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face: SignoffFace | None = None
        self.by = ""
        """Who is here."""
        self.told = ""
        """What became of the form."""
        self._reason = self._signer = ""
        self._banner = QRectF()
        super().__init__(theme, say("signoff-title"), parent)
        main = Look(ink=theme.text, fill=theme.infusion, size=26)
        self.sign = self.tile(say("signoff-sign"), main)
        self.sign.clicked.connect(self.begin)
        self.review = self.tile(say("signoff-review"))
        self.review.clicked.connect(self.review_asked)
        self.new = self.tile(say("signoff-new"))
        self.new.clicked.connect(self.new_asked)
        self.forms: dict[str, Tile] = {}
        for what in ("save", "print", "sent"):
            tile = self.tile(say(f"form-{what}"))
            tile.clicked.connect(lambda _checked=False, what=what: self.form_asked.emit(what))
            self.forms[what] = tile
        self.why = ReasonPad(theme, self)
        self.why.given.connect(self._explained)
        self.why.left.connect(self.relayout)

    # ---- what is shown

    def show_face(self, face: SignoffFace) -> None:
        if face != self.face:
            self.face = face
            self.relayout()

    def say_below(self, sentence: str) -> None:
        self.told = sentence
        self.relayout()

    def open(self) -> None:
        self.told = ""
        super().open()

    def dismiss(self) -> None:
        self.why.hide()
        super().dismiss()

    # ---- signing

    def begin(self) -> None:
        """Why, as far as it is asked; then who."""
        face = self.face
        self._reason = ""
        if face is None or face.signed or not face.can_sign:
            return
        if not face.wants_reason:
            self._ask_signer()
            return
        self.why.setGeometry(self.content_box())
        self.why.line.setPlaceholderText(say("because-own-hint"))
        names = [f"ending-{one}" for one in WHY_NOTHING]
        if not face.nothing:
            names = [f"signoff-why-{one}" for one in WHY_OPEN]
        self.why.ask(_question(face), say("signoff-why-kept"), [say(name) for name in names])

    def _explained(self, reason: str) -> None:
        self._reason = reason
        self._ask_signer()

    def _ask_signer(self) -> None:
        """The PIN of whoever is here, first of all; with nobody enlisted her name is enough."""
        if not self.people.members() and self.by:
            self._signer_named(self.by)
            return
        asked = Asked(say("signoff-who"), say("signoff-who-why"), SIGNERS)
        self.ask_person(asked, self._signer_named, self.by)

    def _signer_named(self, signer: str) -> None:
        self._signer = signer
        face = self.face
        if face is None or not face.wants_second:
            self.signed.emit(signer, self._reason, "")
            return
        asked = Asked(say("signoff-second"), say("signoff-second-why"), but=frozenset({signer}))
        self.ask_person(asked, self._second_named)

    def _second_named(self, second: str) -> None:
        self.signed.emit(self._signer, self._reason, second)

    # ---- layout

    def set_scale(self, scale: Scale) -> None:
        self.why.set_scale(scale)
        super().set_scale(scale)

    def head_height(self) -> int:
        return self.scale.px(88, 52)

    def lay_out_content(self) -> list[Label]:
        face, box, gap = self.face, self.content_box(), self.scale.px(14, 7)
        if not self.why.isHidden():
            self.why.setGeometry(box)
        signed = face is not None and bool(face.signed)
        self.sign.setVisible(face is not None and face.can_sign and not signed)
        for tile in (self.review, self.new):
            tile.setVisible(signed)
        for tile in self.forms.values():
            tile.setVisible(signed and face is not None and face.form)
        self._banner = QRectF()
        if face is None:
            return []
        foot = self.scale.px(76, 50)
        below = QRect(box.left(), box.bottom() + 1 - foot, box.width(), foot)
        if signed:
            return self._after(face, box, below, gap)
        return self._before(face, box, below, gap)

    def _before(self, face: SignoffFace, box: QRect, foot: QRect, gap: int) -> list[Label]:
        wide = self.scale.px(380, 200)
        self.sign.setGeometry(foot.right() + 1 - wide, foot.top(), wide, foot.height())
        words = "signoff-sign-open" if face.open else "signoff-sign"
        self.sign.say(say("signoff-end-nothing" if face.nothing else words))
        fill = self.theme.raised if face.wants_reason else self.theme.infusion
        self.sign.wear(Look(ink=self.theme.text, fill=fill, size=26))
        room = QRect(box.left(), box.top(), box.width(), foot.top() - gap - box.top())
        return [
            *self._facts(face, room),
            *self._meaning(face, foot, foot.width() - wide - 2 * gap),
        ]

    def _meaning(self, face: SignoffFace, foot: QRect, room: float) -> list[Label]:
        if not face.can_sign:
            text = say("signoff-running")
            room = foot.width()
        else:
            words = "signoff-meaning-nothing" if face.nothing else "signoff-meaning"
            text = say(words, self.by or say("signoff-you"))
        size = self.scale.type(21, 12)
        lines = wrapped(text, room, size, Weight.Normal)
        step = min(size * 1.35, foot.height() / max(1, len(lines)))
        first = foot.top() + (foot.height() - step * len(lines)) / 2 + step * 0.78
        return [
            Label(line, foot.left(), first + place * step, room, size, self.theme.text_2)
            for place, line in enumerate(lines)
        ]

    def _after(self, face: SignoffFace, box: QRect, foot: QRect, gap: int) -> list[Label]:
        theme, pad = self.theme, self.scale.px(22, 11)
        tiles = [self.review, self.new]
        if face.form:
            tiles = [*self.forms.values(), *tiles]
        grid(tiles, foot, len(tiles), gap)
        size, small = self.scale.type(34, 19), self.scale.type(22, 13)
        because = say("signoff-because", face.because) if face.because else ""
        told = [part for part in (because, self.told or say("signoff-read-only")) if part]
        high = size * 1.7 + small * 1.5 * len(told) + pad * 0.4
        self._banner = QRectF(box.left(), box.top(), box.width(), high)
        left, room = box.left() + pad, box.width() - 2 * pad
        base = box.top() + size * 1.35
        labels = [fitted(Label(face.signed, left, base, room, size, theme.text, Weight.DemiBold))]
        for place, words in enumerate(told):
            at = base + small * 1.55 * (place + 1)
            labels.append(fitted(Label(words, left, at, room, small, theme.text_2), 10))
        top = round(self._banner.bottom()) + gap
        rest = QRect(box.left(), top, box.width(), foot.top() - gap - top)
        return [*labels, *self._facts(face, rest)]

    def _facts(self, face: SignoffFace, room: QRect) -> list[Label]:
        """Two columns of words, in the largest type in which all of it is there."""
        left = room.left() + room.width() * NAME_SHARE
        wide = room.right() + 1 - left
        for size in range(self.scale.type(24, 13), SMALLEST_PX - 1, -1):
            values = [wrapped(value, wide, size, Weight.Medium) for _name, value in face.facts]
            step, many = size * 1.34, sum(max(1, len(lines)) for lines in values)
            gap = min(self.scale.px(12, 6), (room.height() - many * step) / len(values))
            if gap >= 0:
                break
        labels: list[Label] = []
        y = float(room.top())
        for (name, _value), lines in zip(face.facts, values, strict=True):
            base = middle(y, step, size)
            named = Label(name, room.left(), base, left - room.left(), size, self.theme.text_2)
            labels.append(fitted(named, SMALLEST_PX))
            ink = self.theme.caution if name == say("signoff-open") else self.theme.text
            for place, words in enumerate(lines):
                at = base + place * step
                line = Label(words, left, at, wide, size, ink, Weight.Medium)
                labels.append(fitted(line, SMALLEST_PX))
            y += step * max(1, len(lines)) + max(0.0, gap)
        return labels

    def paint_under(self, painter: QPainter) -> None:
        super().paint_under(painter)
        if not self._banner.isEmpty():
            fill_round(painter, self._banner, self.theme.infusion, self.scale.px(10, 5))


def _question(face: SignoffFace) -> str:
    if face.nothing:
        return say("signoff-why-nothing")
    if len(face.open) == 1:
        return say("signoff-why-1", criterion_name(face.open[0]))
    return say("signoff-why", len(face.open))
