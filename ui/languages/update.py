"""Brings the files of the languages up to date with `ui.words`; `make languages` runs it.

A `.ts` file is Qt's own: it can be edited by hand or with Qt Linguist. Each message is a sentence
in English, its id as the comment, and its translation.

Rule 1: every sentence has its message; one that has gone is taken out.
Rule 2: a sentence that reads otherwise than when it was translated is unfinished: its old
        translation stays for the translator to see, and the window shows the English one.
Rule 3: what has no letters, `{0} {1}`, is the same in every language.
Rule 4: the compiled file is what Qt's own `lrelease` makes of it, the unfinished in English.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from tempfile import TemporaryDirectory
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import PySide6

from ui.language import CONTEXT, ENGLISH, FOLDER, LANGUAGES
from ui.words import SENTENCES

_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{0}" sourcelanguage="en">
<context>
<name>{1}</name>
"""
_MESSAGE = (
    "<message><source>{0}</source><comment>{1}</comment>"
    "<translation{2}>{3}</translation></message>\n"
)
_TAIL = "</context>\n</TS>\n"
_UNFINISHED = ' type="unfinished"'


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence in two languages; `finished` False: the window shows the English one."""

    english: str
    translated: str
    finished: bool


def read(path: Path) -> dict[str, Told]:
    """By id. Raises `OSError`, and `ElementTree.ParseError` when it is no XML."""
    found = {}
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        if translation is None:
            continue
        found[message.findtext("comment", "")] = Told(
            message.findtext("source", ""),
            translation.text or "",
            translation.get("type") != "unfinished",
        )
    return found


def updated(sentences: Mapping[str, str], known: Mapping[str, Told]) -> dict[str, Told]:
    """What the file should hold, of what it held."""
    return {key: _told(english, known.get(key)) for key, english in sentences.items()}


def write(path: Path, language: str, told: Mapping[str, Told]) -> None:
    """Raises `OSError`."""
    messages = "".join(
        _MESSAGE.format(
            escape(one.english),
            escape(key),
            "" if one.finished else _UNFINISHED,
            escape(one.translated),
        )
        for key, one in told.items()
    )
    path.write_text(_HEAD.format(language, CONTEXT) + messages + _TAIL, encoding="utf-8")


def compile_file(ts: Path, qm: Path) -> None:
    """Raises `subprocess.CalledProcessError`, and `OSError` where this PySide6 has no lrelease."""
    tool = Path(PySide6.__file__).with_name("lrelease")
    with TemporaryDirectory() as folder:
        whole = Path(folder) / ts.name
        write(whole, ts.stem, {key: _shown(one) for key, one in read(ts).items()})
        asked = [str(tool), "-silent", str(whole), "-qm", str(qm)]
        subprocess.run(asked, check=True, timeout=60, capture_output=True)


def bring_up_to_date() -> list[str]:
    """All languages; the ids of what is not translated, each with its language."""
    missing = []
    for language in LANGUAGES:
        if language == ENGLISH:
            continue
        ts = FOLDER / f"{language}.ts"
        told = updated(SENTENCES, read(ts) if ts.exists() else {})
        write(ts, language, told)
        compile_file(ts, ts.with_suffix(".qm"))
        missing += [f"{language} {key}" for key, one in told.items() if not one.finished]
    return missing


def _shown(told: Told) -> Told:
    """What is not translated is named in English: Qt would show it in the words of its like."""
    return told if told.finished else Told(told.english, told.english, True)


def _told(english: str, known: Told | None) -> Told:
    if not _has_letters(english):
        return Told(english, known.translated if known and known.finished else english, True)
    if known is None:
        return Told(english, "", False)
    return Told(english, known.translated, known.finished and known.english == english)


def _has_letters(sentence: str) -> bool:
    texts = (text for text, _field, _form, _conversion in Formatter().parse(sentence))
    return any(letter.isalpha() for text in texts for letter in text)


if __name__ == "__main__":
    for each in bring_up_to_date():
        sys.stdout.write(f"not translated: {each}\n")
