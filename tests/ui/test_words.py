"""Every sentence has its one place, is said through one hook, and nothing is said at import."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers import ROOT
from hypothesis import given
from hypothesis import strategies as st

from monitor.vitals import SIGNS, VitalSign
from ui.words import (
    SENTENCES,
    figure,
    inside,
    perhaps,
    say,
    say_or,
    sign_label,
    speak_through,
)

UI = ROOT / "ui"
SHOWS_TEXT = {
    "setText",
    "setWindowTitle",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "setTitle",
    "setToolTip",
    "setStatusTip",
    "drawText",
    "addItem",
    "Label",
    "QLabel",
    "label",
    "Tile",
    "Button",
    "QPushButton",
    "Card",
    "say_text",
    "wrapped",
    "Refusal",
    "WrongEntry",
}
"""What puts its words on a screen, or carries them there."""

NO_SENTENCES = {"mL", "mg", "kg", "mmHg", "lb"}
"""Units; they are the same everywhere they are not said through a sentence."""


@pytest.fixture
def told() -> Iterator[list[str]]:
    """The ids of what was said."""
    heard: list[str] = []

    def hear(sentence_id: str, english: str) -> str:
        heard.append(sentence_id)
        return f"<{english}>"

    speak_through(hear)
    yield heard
    speak_through(None)


def test_a_sentence_goes_through_the_language_before_its_arguments(told: list[str]) -> None:
    assert say("chair", "{0}") == "<Chair {0}>"
    assert told == ["chair"]


def test_a_sentence_that_is_not_known_is_a_bug_or_none_as_it_is_asked() -> None:
    with pytest.raises(KeyError):
        say("no-such-sentence")
    assert perhaps("no-such-sentence") is None
    assert say_or("no-such-sentence", "what came") == "what came"


def test_a_sentence_asked_for_by_a_foreign_name_is_translated_too(told: list[str]) -> None:
    assert perhaps("why-none") == "<not measured yet>"
    assert say_or("why-none", "what came") == "<not measured yet>"
    assert told == ["why-none", "why-none"]


def test_without_a_language_the_sentence_stands_as_it_is_written() -> None:
    speak_through(None)
    assert say("chair", 2) == "Chair 2"
    assert inside("High alarm") == "high alarm"


@pytest.mark.parametrize("sign", VitalSign)
def test_a_sign_has_one_short_name(sign: VitalSign) -> None:
    assert sign_label(sign) == SIGNS[sign].label


@given(st.floats(-1e6, 1e6), st.integers(0, 3))
def test_a_figure_in_english_is_the_number_itself(value: float, decimals: int) -> None:
    assert figure(f"{value:.{decimals}f}") == f"{value:.{decimals}f}"


def modules() -> list[Path]:
    return sorted(path for path in UI.rglob("*.py") if path.name != "__main__.py")


def test_nothing_is_said_while_a_module_is_imported_and_the_sentences_need_no_qt() -> None:
    """In a process of its own, where nothing has been imported yet."""
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in modules()]
    script = (
        "import importlib, sys\n"
        "import ui.words\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
        "def refuse(sentence_id, english):\n"
        "    raise AssertionError(f'{sentence_id} is said while a module is imported')\n"
        "ui.words.speak_through(refuse)\n"
        f"for name in {names!r}:\n"
        "    importlib.import_module(name.removesuffix('.__init__'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def called(node: ast.Call) -> str:
    match node.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def literal_words(node: ast.expr) -> Iterator[str]:
    """The words that stand in an argument itself, not in what it calls or looks up."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from literal_words(part)
        case ast.BinOp(left=left, right=right):
            yield from literal_words(left)
            yield from literal_words(right)
        case ast.IfExp(body=body, orelse=other):
            yield from literal_words(body)
            yield from literal_words(other)


def spoken_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and called(node) in SHOWS_TEXT:
            for argument in node.args:
                for text in literal_words(argument):
                    yield f"{path.relative_to(ROOT)}:{node.lineno} {text!r}"


def is_prose(found: str) -> bool:
    text = ast.literal_eval(found.partition(" ")[2])
    # A capital, an umlaut or a space beside letters: no id, no role of a style sheet.
    told = re.sub(r"<[^>]*>|&\w+;", "", text).strip()
    return bool(
        re.search(r"[^\W\d_]{2}", told)
        and told not in NO_SENTENCES
        and not re.fullmatch(r"[a-z0-9_-]+", told)
    )


def test_no_text_reaches_a_screen_but_through_the_sentences() -> None:
    found = [each for path in modules() for each in spoken_in(path)]
    assert found, "the search finds nothing any more: the kit has other names"
    assert not [each for each in found if is_prose(each)]


def test_no_sentence_stands_under_two_ids_of_two_files() -> None:
    """A later file would win without a word."""
    where: dict[str, str] = {}
    for path in sorted([*UI.rglob("*_words.py"), *UI.rglob("*_refusals.py"), UI / "words.py"]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Dict):
                continue
            for key in node.keys:
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    other = where.setdefault(key.value, f"{path.name}:{key.lineno}")
                    assert other == f"{path.name}:{key.lineno}", f"{key.value}: {other}"
    assert where.keys() <= SENTENCES.keys()
