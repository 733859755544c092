"""Correcting a line of a recorded session, or adding to it: a panel in the place of the curve.

Rule 1: the original is shown beside what is to count; nothing is added without a reason, and
        nothing without the PIN of whoever signs it.
Rule 2: what is decided is decided by the draft (`correction_draft.py`) and the program behind it;
        a refusal changes nothing of what was typed.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from monitor.amendments import LONGEST_TEXT, Addendum, Correct
from monitor.rights import AMENDING, MAY
from ui.chair.person_pad import PersonPad
from ui.ink import Scale
from ui.page_growth import TYPE, Growth, grow
from ui.page_kit import HEADING_PX, SMALL_PX, STRONG, Button, Card, ChoiceRow, label, scrolling
from ui.people.asked import Asked
from ui.people.people_here import PeopleHere
from ui.requests import Backend, Refusal, SessionRecord
from ui.review.correction_draft import Draft, Subject
from ui.review.correction_rows import ValueRow, Whys, Words, add, add_pairs, clear, column
from ui.review.line import Line
from ui.seat import Seat
from ui.start.fields import Field
from ui.theme import Theme
from ui.words import say

WHYS = ("typed", "misread", "line", "movement", "own")
MOST_WIDE_PX = 720


class CorrectionPanel(QStackedWidget):
    """`done` carries the sentence of what was added; `left` that nothing was."""

    done = Signal(str)
    left = Signal()

    def __init__(self, backend: Backend, theme: Theme) -> None:
        super().__init__()
        self._backend = backend
        self._people = PeopleHere(backend, Seat())
        self._draft: Draft | None = None
        self._addendum = False
        self._said: Correct | Addendum | None = None
        self._growth = Growth()
        self.subjects: list[Subject] = []
        self.subject: ChoiceRow | None = None
        self.rows: list[ValueRow] = []
        self.heading = label("", HEADING_PX, weight=STRONG)
        self.sentence = label("", SMALL_PX, tone="second", wrap=True)
        self.why = Whys(
            say("amend-why"), [(one, say(f"amend-why-{one}")) for one in WHYS], WHYS[0], a_line=3
        )
        self.why_line = label(say("amend-why"), SMALL_PX, tone="second")
        self.own = Field(say("amend-why-text"), most=LONGEST_TEXT)
        self.text = Words(theme, say("amend-text"))
        self.outcome = label("", wrap=True)
        self.save = Button(say("amend-save"), "primary")
        self.cancel = Button(say("amend-cancel"))
        self.about = column()
        self.values = column()
        self.pad = PersonPad(theme)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card = Card()
        card.setMaximumWidth(MOST_WIDE_PX)
        for widget in (self.heading, self.sentence, self.about, self.values, self.text):
            card.column.addWidget(widget)
        for widget in (self.why_line, self.why, self.own):
            card.column.addWidget(widget)
        card.column.addStretch(1)
        self._card = card
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 0, 20, 0)
        buttons.setSpacing(12)
        for button in (self.save, self.cancel):
            buttons.addWidget(button)
        buttons.addWidget(self.outcome, 1)
        form = QWidget()
        form.setProperty("part", "bare")
        whole = QVBoxLayout(form)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        self._area = scrolling(card, say("amend-title"))
        whole.addWidget(self._area, 1)
        whole.addLayout(buttons)
        self.addWidget(form)
        self.addWidget(self.pad)

    def _connect(self) -> None:
        self.save.clicked.connect(self._sign)
        self.cancel.clicked.connect(self.left)
        self.why.changed.connect(lambda why: self.own.setVisible(why == "own"))
        self.pad.named.connect(self._named)
        self.pad.left.connect(lambda: self.setCurrentIndex(0))

    def grow(self, growth: Growth) -> None:
        self._growth = growth
        self._card.setMaximumWidth(round(MOST_WIDE_PX * growth.type))
        self.pad.set_scale(Scale(growth.type / TYPE))

    # ---- what is asked for

    def offer(
        self, record: SessionRecord, line: Line | None, cursor_s: float | None, *, addendum: bool
    ) -> None:
        """Open it for the chosen line of this session, for what lies near the cursor, or all."""
        self._draft = Draft(record, line, cursor_s)
        self._addendum = addendum
        self.heading.setText(say("amend-title-addendum" if addendum else "amend-title"))
        signed_only = addendum and record.row.signed
        stays = "amend-adds" if addendum else "amend-stays"
        self.sentence.setText(say("amend-signed-only" if signed_only else stays))
        self.why.open()
        self.subjects = self._draft.subjects(addendum=addendum)
        clear(self.about.layout())
        self.subject = None
        if self.subjects:
            choices = [(str(place), one.name) for place, one in enumerate(self.subjects)]
            self.subject = ChoiceRow(say("amend-about"), choices, "0", a_line=2)
            self.subject.changed.connect(lambda _place: self._show_rows())
            add(self.about, label(say("amend-about"), SMALL_PX, tone="second"), self.subject)
        for widget in (self.why_line, self.why):
            widget.setVisible(not addendum)
        self.text.setVisible(addendum)
        self.own.hide()
        for field in (self.text, self.own):
            field.clear()
        self.save.setEnabled(bool(self.subjects))
        self._say("" if self.subjects else say("amend-choose"))
        self.setCurrentIndex(0)
        self._show_rows()

    def chosen(self) -> Subject | None:
        return None if self.subject is None else self.subjects[int(self.subject.key())]

    def _show_rows(self) -> None:
        clear(self.values.layout())
        chosen = self.chosen()
        draft = self._draft
        wanted = draft is not None and chosen is not None and not self._addendum
        rows = draft.rows(chosen) if wanted and draft and chosen else []
        self.rows = [ValueRow(row) for row in rows]
        add_pairs(self.values, self.rows)
        grow(self.about, self._growth)
        grow(self.values, self._growth)
        first = next((row.field for row in self.rows if row.field is not None), None)
        (self.text if self._addendum else first or self.save).setFocus()

    def reason(self) -> str:
        why = self.why.key()
        if why in ("own", ""):
            return self.own.text() if why else ""
        return say(f"amend-why-{why}")

    # ---- who signs it

    def _sign(self) -> None:
        chosen, draft = self.chosen(), self._draft
        if chosen is None or draft is None:
            self._say(say("amend-choose"))
            return
        said: Correct | Addendum | None
        if self._addendum:
            said, sentence = draft.addendum(chosen, self.text.toPlainText())
        else:
            typed = {row.row.part: row.text() for row in self.rows}
            said, sentence = draft.correction(chosen, typed, self.reason())
        self._say(sentence)
        if said is None:
            self._area.ensureWidgetVisible(self.text if self._addendum else self.why)
            return
        self._said = said
        words = "amend-pin-addendum" if self._addendum else "amend-pin-correct"
        asked = Asked(say("amend-pin"), say(words), MAY[AMENDING])
        self.setCurrentIndex(1)
        self.pad.ask(asked, self._people.members(), self._people.check)

    def _named(self, name: str) -> None:
        said, draft = self._said, self._draft
        self.setCurrentIndex(0)
        if said is None or draft is None:
            return
        try:
            if isinstance(said, Addendum):
                self._backend.addend(draft.session_id, replace(said, by=name))
            else:
                self._backend.correct(draft.session_id, replace(said, by=name))
        except Refusal as refusal:
            self._say(str(refusal))
            return
        self._said = None
        self.done.emit(say("amend-done-addendum" if self._addendum else "amend-done"))

    def _say(self, sentence: str) -> None:
        self.outcome.setText(sentence)
        self.outcome.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
