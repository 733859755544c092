"""What this program is and is not, its version, its language, the record, whose work it has."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.key_part import KeyPart
from ui.language import LANGUAGES, keep, kept, spoken
from ui.page_growth import Page
from ui.page_kit import (
    SMALL_PX,
    STRONG,
    TITLE_PX,
    Button,
    Card,
    ChoiceRow,
    label,
    scrolling,
    style_sheet,
)
from ui.places import home
from ui.requests import Backend
from ui.theme import Theme
from ui.words import say

MADE_WITH: tuple[tuple[str, str, str], ...] = (
    ("Qt, PySide6", "LGPL-3.0", "PySide6-Essentials"),
    ("SQLCipher", "BSD-style, Zetetic LLC", "sqlcipher3"),
    ("pyqtgraph", "MIT", "pyqtgraph"),
    ("NumPy", "BSD-3-Clause", "numpy"),
    ("pyserial", "BSD-3-Clause", "pyserial"),
    ("sqlite-utils", "Apache-2.0", "sqlite-utils"),
    ("miniaudio", "MIT", "miniaudio"),
    ("click", "BSD-3-Clause", "click"),
    ("cattrs", "MIT", "cattrs"),
    ("argon2-cffi", "MIT", "argon2-cffi"),
    ("keyring", "MIT", "keyring"),
    ("cryptography", "Apache-2.0 or BSD-3-Clause", "cryptography"),
    ("platformdirs", "MIT", "platformdirs"),
    ("wakepy", "MIT", "wakepy"),
    ("Inter", "SIL Open Font License 1.1", ""),
)
"""(name, licence, package whose installed version is shown)."""


def installed(package: str) -> str:
    """Its version; "" when it is not installed as a package."""
    try:
        return version(package) if package else ""
    except PackageNotFoundError:
        return ""


class AboutPage(Page):
    closed = Signal()

    def __init__(self, backend: Backend, theme: Theme) -> None:
        super().__init__()
        self._versions: dict[str, QLabel] = {}
        self.setStyleSheet(style_sheet(theme))
        self.leave = Button(say("about-close"))
        self.leave.clicked.connect(self.closed)
        inner = QWidget()
        both = QHBoxLayout(inner)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._program())
        left.addWidget(self._tour())
        left.addWidget(self._record(backend))
        left.addWidget(self._language())
        left.addWidget(self._codes())
        left.addStretch(1)
        both.addLayout(left, 1)
        right = QVBoxLayout()
        right.addWidget(self._libraries())
        right.addStretch(1)
        both.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(label(say("about-title"), TITLE_PX, weight=STRONG))
        top.addStretch(1)
        top.addWidget(self.leave)
        column.addLayout(top)
        area = scrolling(inner, say("about-title"))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(area, 1)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Versions are looked up when somebody looks, not while the program starts."""
        super().showEvent(event)
        self.key.look()
        if not self.version.text():
            own = installed("chairside")
            known = say("about-version", own) if own else say("about-version-unknown")
            self.version.setText(known)
            for package, shown in self._versions.items():
                shown.setText(installed(package))

    def _program(self) -> Card:
        card = Card(say("app-name"))
        self.version = label("", tone="second")
        self.disclaimer = label(say("disclaimer"), weight=STRONG, wrap=True)
        card.column.addWidget(self.version)
        card.column.addWidget(label(say("about-what"), wrap=True))
        card.column.addWidget(self.disclaimer)
        card.column.addWidget(label(say("about-licence"), tone="second", wrap=True))
        return card

    def _record(self, backend: Backend) -> Card:
        card = Card(say("about-record"))
        self.place = label(backend.record_place(), wrap=True)
        self.place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.place.setAccessibleName(say("about-record"))
        card.column.addWidget(self.place)
        self.key = KeyPart(backend.keys())
        card.column.addWidget(self.key)
        return card

    def _language(self) -> Card:
        card = Card(say("about-language"))
        chosen = kept() or spoken()
        self.languages = ChoiceRow(say("about-language"), LANGUAGES.items(), chosen)
        self.languages.changed.connect(self._keep)
        self.language_told = label(say("about-language-next"), tone="second", wrap=True)
        card.column.addWidget(self.languages)
        card.column.addWidget(self.language_told)
        return card

    def _keep(self, language: str) -> None:
        told = say("about-language-next")
        try:
            keep(language)
        except OSError:
            told = say("about-language-failed", home())
        self.language_told.setText(told)

    def _tour(self) -> Card:
        """Only where there is one."""
        self.tour = Card(say("about-tour"))
        self.tour_begin = Button(say("about-tour-begin"))
        self.tour.column.addWidget(label(say("about-tour-what"), wrap=True))
        self.tour.column.addWidget(self.tour_begin)
        self.tour.hide()
        return self.tour

    def _codes(self) -> Card:
        card = Card(say("about-codes"))
        for notice in ("about-loinc", "about-ucum", "about-snomed"):
            card.column.addWidget(label(say(notice), SMALL_PX, tone="second", wrap=True))
        return card

    def _libraries(self) -> Card:
        card = Card(say("about-libraries"))
        table = QGridLayout()
        table.setHorizontalSpacing(24)
        table.setVerticalSpacing(7)
        for row, (name, licence, package) in enumerate(MADE_WITH):
            table.addWidget(label(name), row, 0)
            shown = label("", SMALL_PX, tone="second")
            self._versions[package] = shown
            table.addWidget(shown, row, 1)
            table.addWidget(label(licence, SMALL_PX, tone="second"), row, 2)
        table.setColumnStretch(2, 1)
        card.column.addLayout(table)
        card.column.addSpacing(6)
        card.column.addWidget(label(say("about-qt"), SMALL_PX, tone="second", wrap=True))
        return card
