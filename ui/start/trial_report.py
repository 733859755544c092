"""What trying out a device has shown so far: a search, its proposal, or the values of a test.

Rule: a proposal is a question with its evidence; nothing is chosen until somebody says so.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from monitor.vitals import SIGNS
from ui.page_kit import (
    MEDIUM,
    SMALL_PX,
    STRONG,
    Button,
    Card,
    label,
    set_tone,
)
from ui.requests import SearchState
from ui.start.device_row import NOT_RIGHT
from ui.start.devices import short_title
from ui.start.line_board import LineBoard
from ui.start.trial import Trial
from ui.theme import Theme
from ui.words import say, sign_label

BAR_PX, BAR_STEPS = 8, 1000
SPACE = "&nbsp;&nbsp;&nbsp; "


class TrialReport(QWidget):
    accepted = Signal()
    declined = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.sentence = label("", tone="second", wrap=True)
        self.counts = label("", SMALL_PX, tone="second")
        self.bar = QProgressBar()
        self.bar.setRange(0, BAR_STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(BAR_PX)
        self.bar.setAccessibleName(say("find-progress"))
        self._theme = theme
        self._values: tuple[tuple[str, str, str], ...] = ()
        self.heard = label("", weight=STRONG, wrap=True)
        self.heard.setTextFormat(Qt.TextFormat.RichText)
        self.proposal = Card(part="notice")
        self.proposed = label("", weight=MEDIUM, wrap=True)
        self.evidence = label("", SMALL_PX, tone="second", wrap=True)
        self.use = Button(say("find-use", say("device-drivers")), "primary")
        self.decline = Button(say("find-refuse"))
        self.decline.setAccessibleName(say("find-refuse-name"))
        self.lines = LineBoard(theme)
        self._lay_out()
        self.use.clicked.connect(self.accepted)
        self.decline.clicked.connect(self.declined)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.sentence)
        column.addWidget(self.bar)
        column.addWidget(self.heard)
        column.addWidget(self.counts)
        self.proposal.column.setContentsMargins(16, 12, 16, 12)
        self.proposal.column.addWidget(self.proposed)
        self.proposal.column.addWidget(self.evidence)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addWidget(self.use)
        answers.addWidget(self.decline)
        answers.addStretch(1)
        self.proposal.column.addLayout(answers)
        column.addWidget(self.proposal)
        column.addWidget(self.lines)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        return [self.use, self.decline]

    def values(self) -> list[str]:
        return [say("test-value", *value) for value in self._values]

    def show_trial(self, trial: Trial, proposed_title: str, *, has_lines: bool) -> None:
        """`proposed_title` belongs to what is proposed; `has_lines`: a file describes it."""
        check, found = trial.check, trial.found
        self._show_values(check.values if check is not None else ())
        self.counts.setText(
            say("test-counts", _spaced(check.bytes_count), check.frames, check.errors)
            if check is not None
            else ""
        )
        self.counts.setVisible(check is not None)
        self.lines.setVisible(check is not None and has_lines)
        self.lines.show_lines(check.lines if check is not None else ())
        self.bar.setVisible(trial.searching)
        self.proposal.setVisible(bool(trial.proposed))
        self.sentence.setVisible(not trial.proposed)
        if check is not None:
            self._tell(check.sentence, "caution" if check.state in NOT_RIGHT else "")
        elif found is not None:
            self._show_search(trial, found, proposed_title)
        else:
            self._tell(trial.note, "second")

    def _show_search(self, trial: Trial, found: SearchState, title: str) -> None:
        self.bar.setValue(round(max(0.0, min(1.0, found.done)) * BAR_STEPS))
        if trial.proposed:
            self.proposed.setText(say("find-proposal", title))
            self.evidence.setText(found.evidence)
            self.use.say(say("find-use", short_title(title)))
        elif trial.searching:
            self._tell(found.trying, "")
        elif found.trouble:
            self._tell(found.trouble, "caution")
        else:
            self._tell("\n".join((say("find-nothing"), found.evidence)).strip(), "")

    def _tell(self, sentence: str, tone: str) -> None:
        if sentence != self.sentence.text():
            self.sentence.setText(sentence)
        set_tone(self.sentence, tone)

    def _show_values(self, values: tuple[tuple[str, str, str], ...]) -> None:
        if values != self._values:
            self._values = values
            self.heard.setText(SPACE.join(self._coloured(value) for value in values))
        self.heard.setVisible(bool(values))

    def _coloured(self, value: tuple[str, str, str]) -> str:
        """One value in the colour of its sign; a line is broken between values only."""
        ink = self._theme.sign(_colour_roles().get(value[0], ""))
        words = escape(say("test-value", *value)).replace(" ", "&nbsp;")
        return f'<span style="color:{ink}">{words}</span>'


def _colour_roles() -> dict[str, str]:
    return {sign_label(sign): facts.colour_role for sign, facts in SIGNS.items()}


def _spaced(count: int) -> str:
    return f"{count:,}".replace(",", "\u202f")
