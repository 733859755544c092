"""What the pages share: labels, buttons, rows of choices, cards and lists to fill in and read.

Rule 1: colours and fonts come from `ui.theme`; here is only where they go.
Rule 2: every control has an accessible name and shows where the keyboard is.
Rule 3: the colours of alarms are never used here; a refusal is bright text and a bright edge.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.theme import Theme, font

TITLE_PX, HEADING_PX, TEXT_PX, SMALL_PX = 26, 18, 16, 14
CONTROL_PX = 48
MEDIUM, STRONG = QFont.Weight.Medium, QFont.Weight.DemiBold


def style_sheet(theme: Theme) -> str:
    """How the controls of one page look; to be set on the page's outermost widget."""
    return "\n".join((_surfaces(theme), _words(theme), _buttons(theme), _inputs(theme)))


def _surfaces(t: Theme) -> str:
    return f"""
    QWidget[part="page"], QWidget[part="bare"] {{ background: {t.background}; }}
    QFrame[part="card"] {{ background: {t.panel}; border-radius: 12px; }}
    QFrame[part="notice"] {{ background: {t.raised}; border-radius: 12px; }}
    QFrame[part="notice"] QPushButton {{ background: {t.line}; border-color: {t.line}; }}
    QScrollArea {{ background: transparent; border: 0; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {t.line}; border-radius: 4px; min-height: 40px;
        margin: 2px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _words(t: Theme) -> str:
    return f"""
    QLabel {{ color: {t.text}; background: transparent; }}
    QLabel[tone="second"] {{ color: {t.text_2}; }}
    QLabel[tone="hint"] {{ color: {t.text_3}; }}
    QLabel[tone="hr"] {{ color: {t.hr}; }}
    QLabel[tone="nibp"] {{ color: {t.nibp}; }}
    QLabel[tone="spo2"] {{ color: {t.spo2}; }}
    QLabel[tone="caution"] {{ color: {t.caution}; }}
    QLabel[part="tag"] {{ border: 1px solid {t.text_2}; border-radius: 6px; padding: 3px 9px; }}
    """


def _buttons(t: Theme) -> str:
    return f"""
    QPushButton {{ background: {t.raised}; color: {t.text}; border: 2px solid {t.raised};
        border-radius: 10px; padding: 0 18px; }}
    QPushButton:checked {{ background: {t.infusion}; border-color: {t.infusion}; }}
    QPushButton:pressed {{ background: {t.line}; }}
    QPushButton[part="primary"] {{ background: {t.infusion}; border-color: {t.infusion}; }}
    QPushButton[part="slim"] {{ padding: 0 12px; }}
    QPushButton[part="choice"] {{ color: {t.text_2}; padding: 0 10px; }}
    QPushButton[part="choice"]:checked {{ color: {t.text}; }}
    QPushButton:disabled {{ color: {t.text_3}; }}
    QFrame[part="notice"] QPushButton[part="primary"] {{ background: {t.infusion};
        border-color: {t.infusion}; }}
    QPushButton:focus, QFrame QPushButton[part]:focus {{ border-color: {t.infusion_edge}; }}
    """


def _inputs(t: Theme) -> str:
    return f"""
    QLineEdit {{ background: {t.background}; color: {t.text}; border: 2px solid {t.line};
        border-radius: 10px; padding: 0 12px; selection-background-color: {t.infusion};
        selection-color: {t.text}; placeholder-text-color: {t.text_3}; }}
    QLineEdit[refused="true"] {{ border-color: {t.text}; }}
    QLineEdit:focus {{ border-color: {t.infusion_edge}; }}
    QListView {{ background: {t.background}; color: {t.text}; border: 2px solid {t.line};
        border-radius: 10px; outline: 0; padding: 2px; }}
    QListView:focus {{ border-color: {t.infusion_edge}; }}
    QListView::item {{ padding: 9px 10px; border-radius: 7px; }}
    QListView::item:selected {{ background: {t.infusion}; color: {t.text}; }}
    QProgressBar {{ background: {t.background}; border: 0; border-radius: 4px; }}
    QProgressBar::chunk {{ background: {t.infusion_edge}; border-radius: 4px; }}
    """


def label(
    text: str = "",
    px: int = TEXT_PX,
    *,
    weight: QFont.Weight = QFont.Weight.Normal,
    tone: str = "",
    wrap: bool = False,
) -> QLabel:
    """Words on a page. `tone` is ``second``, ``hint``, a sign's colour role, or the text's own."""
    made = QLabel(text)
    made.setFont(font(px, weight))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if tone:
        made.setProperty("tone", tone)
    return made


def tab_through(widgets: Iterable[QWidget]) -> None:
    """Let Tab go through these in this order."""
    for before, after in itertools.pairwise(widgets):
        QWidget.setTabOrder(before, after)


def tag(text: str) -> QLabel:
    """A calm outlined word, such as SIMULATED."""
    made = label(text, SMALL_PX, weight=STRONG, tone="second")
    made.setProperty("part", "tag")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def set_tone(shown: QLabel, tone: str) -> None:
    """Change the colour role of a label that is already on the screen."""
    if (shown.property("tone") or "") != tone:
        shown.setProperty("tone", tone)
        restyle(shown)


def restyle(widget: QWidget) -> None:
    """Let the style sheet see a property that changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Button(QPushButton):
    """A button with words on it, high enough for a gloved finger. Space presses it."""

    def __init__(self, text: str, part: str = "plain", px: int = TEXT_PX) -> None:
        super().__init__(text)
        self.setFont(font(px, MEDIUM))
        self.setMinimumHeight(CONTROL_PX)
        self.setProperty("part", part)
        self.setAccessibleName(text)
        self.setAutoDefault(False)

    def say(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)


class ChoiceRow(QWidget):
    """One of a few: buttons of which one is down, `a_line` in a line. Arrow keys move in it."""

    changed = Signal(str)

    def __init__(
        self, name: str, choices: Iterable[tuple[str, str]], chosen: str, a_line: int = 8
    ) -> None:
        super().__init__()
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for place, (key, text) in enumerate(choices):
            button = Button(text, "choice")
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {text}")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(text) + 26)
            self._group.addButton(button)
            self._buttons[key] = button
            rows.addWidget(button, *divmod(place, a_line))
        self.setAccessibleName(name)
        self._buttons[chosen].setChecked(True)
        self._one_stop()
        self._group.buttonToggled.connect(self._toggled)

    def key(self) -> str:
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> Button:
        return self._buttons[key]

    def buttons(self) -> list[QWidget]:
        return list(self._buttons.values())

    def _toggled(self, _button: QPushButton, down: bool) -> None:
        if down:
            self._one_stop()
            self.changed.emit(self.key())

    def _one_stop(self) -> None:
        """Tab stops at the button that is down only; from there the arrow keys go on."""
        for button in self._buttons.values():
            down = button.isChecked()
            policy = Qt.FocusPolicy.StrongFocus if down else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)


class Card(QFrame):
    """A panel with a heading; put things into `column`."""

    def __init__(self, heading: str = "", *, part: str = "card") -> None:
        super().__init__()
        self.setProperty("part", part)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 14, 20, 14)
        self.column.setSpacing(8)
        if heading:
            self.column.addWidget(label(heading, HEADING_PX, weight=STRONG))


def scrolling(inner: QWidget, name: str) -> QScrollArea:
    """`inner` in an area that scrolls up and down when the window is small."""
    inner.setProperty("part", "bare")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inner)
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
