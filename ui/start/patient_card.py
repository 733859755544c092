"""Who is treated: what has to be said of her, and folded away what only forms need.

Rule: a weight that differs much from last time wants one tap, not a second typing.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.page_kit import SMALL_PX, Button, Card, label
from ui.start.entry import Typed, pounds, weight_doubt
from ui.start.fields import Field
from ui.start.picks import Picks
from ui.words import say

SEXES = ("female", "male", "other")


class PatientCard(Card):
    """`edited` with every change but those in the fields; `confirmed`: the weight is right."""

    edited = Signal()
    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields = {
            "patient_id": Field(say("start-patient-id"), hint=say("start-patient-id-scan")),
            "initials": Field(say("start-initials"), most=8),
            "birth_year": Field(say("start-birth-year"), most=8),
            "weight": Field(say("start-weight"), unit="kg", most=12),
            "by": Field(say("start-by"), hint=say("start-by-hint"), most=40),
            "name": Field(say("start-name"), most=120),
            "birth_date": Field(say("start-birth-date"), placeholder="1974-05-31", most=10),
        }
        sexes = [(sex, say(f"sex-{sex}")) for sex in SEXES]
        self.sex = Picks(say("start-sex"), sexes)
        self.doubt = label("", wrap=True)
        self.weight_ok = Button(say("start-weight-ok"))
        self._doubtful = Card(part="notice")
        self.more = Button(say("start-more-open"), "slim")
        self.folded = QWidget()
        self.forms = Card()
        """What only forms need; it stands below everything else."""
        self._lay_out()
        self.more.clicked.connect(lambda: self.unfold(unfolded=self.folded.isHidden()))
        self.weight_ok.clicked.connect(self.confirmed)
        self.sex.picked.connect(lambda _key: self.edited.emit())

    def show_typed(self, typed: Typed) -> None:
        """What follows from the entry: pounds, and whether the weight is to be looked at."""
        self.fields["weight"].beside.setText(pounds(typed.weight))
        doubt = "" if typed.weight_confirmed else weight_doubt(typed)
        if doubt:
            self.doubt.setText(f"{doubt[:1].upper()}{doubt[1:]}")
        self._doubtful.setVisible(bool(doubt))

    def unfold(self, *, unfolded: bool) -> None:
        self.folded.setVisible(unfolded)
        self.more.say(say("start-more-close" if unfolded else "start-more-open"))

    def stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        lines = {name: field.line for name, field in self.fields.items()}
        first = [lines[name] for name in ("patient_id", "initials", "birth_year", "weight", "by")]
        return [*first, self.weight_ok]

    def last_stops(self) -> list[QWidget]:
        lines = [self.fields[name].line for name in ("name", "birth_date")]
        return [self.more, *lines, *self.sex.buttons()]

    def _lay_out(self) -> None:
        self.column.addLayout(self._row(("patient_id", 3), ("initials", 2), ("birth_year", 2)))
        self.column.addLayout(self._row(("weight", 3), ("by", 4)))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.doubt, 1)
        line.addWidget(self.weight_ok)
        self._doubtful.column.setContentsMargins(16, 8, 8, 8)
        self._doubtful.column.addLayout(line)
        self._doubtful.hide()
        self.column.addWidget(self._doubtful)
        self.forms.column.addWidget(self.more)
        inside = QVBoxLayout(self.folded)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(label(say("start-more-why"), SMALL_PX, tone="second", wrap=True))
        inside.addLayout(self._row(("name", 4), ("birth_date", 3)))
        inside.addWidget(label(say("start-sex"), SMALL_PX, tone="second"))
        inside.addWidget(self.sex)
        self.forms.column.addWidget(self.folded)
        self.folded.hide()

    def _row(self, *shares: tuple[str, int]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, share in shares:
            row.addWidget(self.fields[name], share)
        return row
