"""The language of the window: which one is wanted, and Qt's translation of every sentence into it.

Rule 1: English is what the program is written in; another language is one file `languages/*.qm`,
        made from `*.ts` by `make languages`. A sentence that is not translated stays English.
Rule 2: which one: what the command line says, else the variable `CHAIRSIDE_LANGUAGE`, else what
        was chosen in the window and kept, else English. The language of the computer chooses
        nothing: a nurse shall not meet another one than her clinic decided on.
Rule 3: it is chosen once, before the first window. Nothing is said again when it changes.
Rule 4: words change and nothing else does: ids, records and exports are the same in each language.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from ui.places import home
from ui.words import say, speak_through

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""What can be spoken, each by its own name."""

ENGLISH = "en"
CONTEXT = "chairside"
"""Under this name the sentences stand in a file of Qt's."""

VARIABLE = "CHAIRSIDE_LANGUAGE"
FOLDER = Path(__file__).parent / "languages"
_KEPT = "language"
_LONGEST = 16
"""Bytes of the kept choice. A larger file is none of ours."""


def wanted(asked: str | None = None) -> str:
    """The language to be spoken; one that is not there is passed over."""
    for found in (asked, os.environ.get(VARIABLE), kept()):
        if found in LANGUAGES:
            return found
    return ENGLISH


def kept() -> str | None:
    """What was chosen in the window; None when nothing was, or nothing that is spoken here."""
    try:
        with (home() / _KEPT).open("rb") as file:
            found = file.read(_LONGEST).decode("ascii", "replace").strip()
    except OSError:
        return None
    return found if found in LANGUAGES else None


def keep(language: str) -> None:
    """Speak it from the next start on. Raises `OSError`."""
    (home() / _KEPT).write_text(f"{language}\n", encoding="ascii")


def speak(app: QCoreApplication, language: str) -> bool:
    """Every sentence goes through Qt's translation from now on; whether its file was there."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.setParent(None)
    speak_through(_translated)
    if language == ENGLISH:
        return True
    own = _Translator(app)
    if not own.read(FOLDER / f"{language}.qm"):
        return False
    app.installTranslator(own)
    of_qt = _Translator(app)  # the menu of a text field; not every build of Qt brings it
    if of_qt.read(_folder_of_qt() / f"qtbase_{language}.qm"):
        app.installTranslator(of_qt)
    return True


class _Translator(QTranslator):
    """Keeps its whole file in memory.

    Qt would map the file instead, and a file that is replaced while the window is open, by an
    update of the program, would end the program without a word.
    """

    def read(self, path: Path) -> bool:
        try:
            self._content = path.read_bytes()  # Qt does not copy it
        except OSError:
            return False
        return self.load(self._content)


def spoken() -> str:
    """The language that is spoken now, as its file says; English without one."""
    return say("language")


def _folder_of_qt() -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))


def _translated(sentence_id: str, english: str) -> str:
    return QCoreApplication.translate(CONTEXT, english, sentence_id)
