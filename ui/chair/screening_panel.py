"""The screening: questions in three groups, one tap for all that is clear, and the decision.

Rule 1: nothing is decided here. Answers go out as they were tapped; what they come to is shown.
Rule 2: nothing is refused: a caution is signed by a provider, what speaks against it is overridden
        with a reason, a provider and a second person.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from monitor.phases import Phase
from monitor.treatment.screening import ESCORT, QUESTIONS
from ui.chair.asking_panel import AskingPanel
from ui.chair.decision_card import DecisionCard
from ui.chair.decision_faces import DecisionFace, decision_face
from ui.chair.next_step import Next, next_of
from ui.chair.question_row import QuestionRow
from ui.chair.reason_pad import ReasonPad
from ui.chair.screening_faces import (
    GROUPS,
    QuestionFace,
    ScreeningFace,
    group_of,
    screening_face,
    text_hint,
)
from ui.chair.side_panel import grid
from ui.chair.signing import Signing
from ui.chair.text_line import TextLine
from ui.controls import Look, Tile
from ui.ink import Label, Scale, Weight, fitted, middle
from ui.theme import Theme, font
from ui.view_state import ChairView
from ui.words import say

DECISION = "decision"
NAMED = "named"
ESCORTS = ("partner", "parent", "child", "friend", "service")
"""Who usually takes a patient home, in words of the screen."""
ONWARD = (Next.PLAN, Next.START, Next.DOSE)


class ScreeningPanel(AskingPanel):
    """`answered` carries (question, answer, text), `signed` (provider, reason, second).

    `onward` carries the `Next` that can be gone on to from the decision.
    """

    answered = Signal(str, str, str)
    signed = Signal(str, str, str)
    baseline_asked = Signal()
    onward = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.group = GROUPS[0]
        self.face: ScreeningFace | None = None
        self.decision: DecisionFace | None = None
        self.texting = ""
        """The question to whose answer something in words is typed; empty = none."""
        self._basis: object = None
        self._in_screening = False
        self._next: Next | None = None
        self.tabs: dict[str, Tile] = {}
        self.rows: dict[str, QuestionRow] = {}
        super().__init__(theme, say("screening-title"), parent)
        for group in (*GROUPS, DECISION):
            tab = self.tile(say(f"screening-tab-{group}"))
            tab.clicked.connect(lambda _checked=False, group=group: self.choose(group))
            self.tabs[group] = tab
        for question in QUESTIONS:
            row = QuestionRow(theme, question, self)
            row.answered.connect(self._answer)
            self.rows[question] = row
        self.card = DecisionCard(theme, self)
        main = Look(ink=theme.text, fill=theme.infusion, size=26)
        self.clear = self.tile(say("screening-clear", 0), main)
        self.clear.clicked.connect(self._all_clear)
        self.sign = self.tile(say("decision-sign"), main)
        self.sign.clicked.connect(self._begin_signing)
        self.to_baseline = self.tile(say("screening-to-baseline"))
        self.to_baseline.clicked.connect(self.baseline_asked)
        self.on = self.tile(say("step-plan"), main)
        self.on.clicked.connect(lambda: self.onward.emit(self._next))
        self.words = TextLine(theme, say("screening-text"), say("screening-text"), self)
        self.words.returnPressed.connect(self._keep_text)
        self.keep = self.tile(say("screening-text-keep"))
        self.keep.clicked.connect(self._keep_text)
        self.signing = Signing(self)
        self.signing.signed.connect(self.signed)
        self.naming = ReasonPad(theme, self)
        self.naming.given.connect(self._name_escort)
        self.naming.left.connect(self.relayout)

    # ---- what is shown

    def show_view(self, view: ChairView) -> None:
        """Worked out only when something changed that it rests on."""
        picture = view.picture
        checks = None if picture.treatment is None else picture.treatment.checks
        plan = None if picture.treatment is None else picture.treatment.giving.plan
        basis = (picture.session_id, checks, picture.phase, plan)
        if basis == self._basis or self.isHidden():
            return
        known = self._basis is not None and self.face is not None
        before = self.face if known else None
        self._basis, self.refusal = basis, ""
        self._in_screening = picture.phase is Phase.SCREENING
        self._next = next_of(view, watch_only=False)
        self.face, self.decision = screening_face(view), decision_face(view)
        for rows in self.face.rows.values():
            for row in rows:
                self.rows[row.id].show_face(row)
        self.card.show_face(self.decision)
        if before is not None:
            self._go_on(before, self.face)
        self.relayout()

    def _go_on(self, before: ScreeningFace, now: ScreeningFace) -> None:
        """From a group whose last open question was answered to the next, at last to the decision.

        Nobody who has gone back to look at an answer is taken away from it.
        """
        was_open = self.group != DECISION and before.open_in(self.group)
        if self.texting or not was_open or now.open_in(self.group):
            return
        self.choose(now.next_open or DECISION)

    def open_at(self, group: str) -> None:
        """Open with this group in sight; empty = the first with something open."""
        self._basis = self.face = None
        self.group = group or GROUPS[0]
        self.texting = ""
        self.open()

    def choose(self, group: str) -> None:
        self.group, self.texting = group, ""
        self.relayout()

    def dismiss(self) -> None:
        self.signing.why.hide()
        self.naming.hide()
        super().dismiss()

    # ---- answering

    def _answer(self, question: str, answer: str) -> None:
        self.answered.emit(question, answer, "")
        wants = answer in QUESTIONS[question].text_with
        if question == ESCORT and wants:
            self._ask_escort()
            return
        self.texting = question if wants else ""
        self.words.clear()
        self.relayout()
        if wants:
            self.words.setPlaceholderText(text_hint(question))
            self.words.setFocus()

    def _keep_text(self) -> None:
        """What was typed goes with the answer that is chosen."""
        question, text = self.texting, self.words.text().strip()
        row = self._row(question)
        self.texting = ""
        self.setFocus()
        if row is not None and row.chosen and text:
            self.answered.emit(question, row.chosen, text)
        if self.face is not None and not self.face.open_in(self.group):
            self.choose(self.face.next_open or DECISION)
        self.relayout()

    def _ask_escort(self) -> None:
        """In one tap who it usually is; own words go as well."""
        self.naming.setGeometry(self.content_box())
        self.naming.line.setPlaceholderText(text_hint(ESCORT))
        usual = [say(f"escort-{one}") for one in ESCORTS]
        self.naming.ask(say("leaving-ask-escort"), say("screening-escort-why"), usual)

    def _name_escort(self, words: str) -> None:
        self.setFocus()
        self.answered.emit(ESCORT, NAMED, words)
        self.relayout()

    def _row(self, question: str) -> QuestionFace | None:
        return self.rows[question].face if question in self.rows else None

    def _all_clear(self) -> None:
        """Everything that nobody has answered, but what has to be asked by itself."""
        face = self.face
        for question, answer in () if face is None else face.clear:
            self.answered.emit(question, answer, "")
        left = () if face is None else {one for one, _answer in face.clear}
        still = [one for one in self._open() if one not in left]
        self.choose(group_of(still[0]) if still else DECISION)

    def _open(self) -> list[str]:
        rows = {} if self.face is None else self.face.rows
        return [row.id for group in rows.values() for row in group if not row.chosen]

    def _begin_signing(self) -> None:
        if self.decision is not None:
            self.signing.begin(self.decision)

    # ---- layout

    def set_scale(self, scale: Scale) -> None:
        for row in self.rows.values():
            row.set_scale(scale)
        self.card.set_scale(scale)
        self.signing.why.set_scale(scale)
        self.naming.set_scale(scale)
        super().set_scale(scale)

    def head_height(self) -> int:
        return self.scale.px(88, 52)

    def lay_out_content(self) -> list[Label]:
        box, gap = self.content_box(), self.scale.px(14, 7)
        self.signing.place()
        if not self.naming.isHidden():
            self.naming.setGeometry(box)
        self._lay_out_tabs(QRect(box.left(), box.top(), box.width(), self.scale.px(66, 44)), gap)
        foot = self.scale.px(76, 50)
        top = box.top() + self.scale.px(66, 44) + gap
        room = QRect(box.left(), top, box.width(), box.bottom() + 1 - foot - gap - top)
        below = QRect(box.left(), box.bottom() + 1 - foot, box.width(), foot)
        deciding = self.group == DECISION
        self.card.setVisible(deciding)
        self.card.setGeometry(room)
        self._lay_out_rows(room)
        return self._lay_out_foot(below, gap, deciding=deciding)

    def _lay_out_tabs(self, box: QRect, gap: int) -> None:
        face, theme = self.face, self.theme
        for name, tab in self.tabs.items():
            edge = theme.text if name == self.group else None
            tab.wear(Look(ink=theme.text, fill=theme.raised, edge=edge, edge_px=3, size=24))
            left = 0 if face is None or name == DECISION else face.open_in(name)
            words = say(f"screening-tab-{name}")
            tab.say(say("screening-tab-open", words, left) if left else words)
        grid(tuple(self.tabs.values()), box, len(self.tabs), gap)

    def _lay_out_rows(self, room: QRect) -> None:
        shown = () if self.face is None else self.face.rows.get(self.group, ())
        names = [row.id for row in shown]
        for name, row in self.rows.items():
            row.setVisible(name in names)
        if names:
            gap = self.scale.px(14, 4)
            grid([self.rows[name] for name in names], room, 1, gap, self.scale.px(84, 50))

    def _lay_out_foot(self, foot: QRect, gap: int, *, deciding: bool) -> list[Label]:
        face, decision = self.face, self.decision
        typing = bool(self.texting) and not deciding
        self.words.setVisible(typing)
        self.keep.setVisible(typing)
        clear = face is not None and bool(face.clear) and not deciding and not typing
        self.clear.setVisible(clear)
        if face is not None and clear:
            self.clear.say(say("screening-clear", len(face.clear)))
        signs = deciding and decision is not None and not decision.open
        self.sign.setVisible(signs)
        if decision is not None and signs:
            override = decision.wants_reason
            fill = self.theme.raised if override else self.theme.infusion
            self.sign.wear(Look(ink=self.theme.text, fill=fill, size=26))
            self.sign.say(say("decision-override" if override else "decision-sign"))
        self.to_baseline.setVisible(deciding and self._in_screening)
        wide = self.scale.px(330, 170)
        if typing:
            self._lay_out_words(foot, gap)
            return []
        self.clear.setGeometry(foot.left(), foot.top(), self.scale.px(470, 250), foot.height())
        self.on.setVisible(deciding and self._next in ONWARD)
        if self._next in ONWARD:
            self.on.say(say(f"step-{self._next}"))
        self.on.setGeometry(foot.right() + 1 - wide, foot.top(), wide, foot.height())
        left = foot.left()
        for tile in (self.sign, self.to_baseline):
            if not tile.isHidden():
                tile.setGeometry(left, foot.top(), wide, foot.height())
                left += wide + gap
        return self._count(foot, clear=clear) if not deciding else []

    def _lay_out_words(self, foot: QRect, gap: int) -> None:
        wide = self.scale.px(200, 110)
        self.words.setFont(font(self.scale.type(25, 14)))
        self.words.setGeometry(foot.left(), foot.top(), foot.width() - wide - gap, foot.height())
        self.keep.setGeometry(foot.right() + 1 - wide, foot.top(), wide, foot.height())

    def _count(self, foot: QRect, *, clear: bool) -> list[Label]:
        face = self.face
        if face is None:
            return []
        size = self.scale.type(24, 13)
        left = self.clear.geometry().right() + self.scale.px(24, 12) if clear else foot.left()
        words = say("screening-count", face.answered, face.of)
        base = middle(foot.top(), foot.height(), size)
        room = foot.right() - left
        return [fitted(Label(words, left, base, room, size, self.theme.text_2, Weight.Medium))]
