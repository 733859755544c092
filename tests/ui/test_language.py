"""Another language: chosen in one order, spoken through Qt, and never half of a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest
from helpers import ROOT
from PySide6.QtCore import QTranslator
from spoken import language

from ui.alarm_words import ALARM_SENTENCES
from ui.app import application
from ui.cli import run
from ui.language import ENGLISH, FOLDER, LANGUAGES, VARIABLE, keep, kept, speak, spoken, wanted
from ui.languages.update import read
from ui.start.entry import number, tidy
from ui.words import SENTENCES, figure, inside, perhaps, say

OTHERS = sorted(set(LANGUAGES) - {ENGLISH})
AT_THE_CHAIR = ("do-", "why-", "phase-", "step-", "ask-", "note-", "cuff-", "label-", "limits-")
"""Beside the alarms: what a nurse reads while an infusion runs."""


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path))
    monkeypatch.delenv(VARIABLE, raising=False)
    return tmp_path


def fields_of(sentence: str) -> Counter[tuple[str, str | None, str | None]]:
    parts = Formatter().parse(sentence)
    return Counter((name, form, how) for _text, name, form, how in parts if name is not None)


# ---- which one


def test_the_command_line_comes_before_the_variable_before_what_was_kept(
    at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wanted() == ENGLISH
    keep("de")
    assert wanted() == "de"
    monkeypatch.setenv(VARIABLE, "en")
    assert wanted() == "en"
    assert wanted("de") == "de"


def test_a_language_that_is_not_there_is_passed_over(
    at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "tlh")
    assert wanted("xx") == ENGLISH


@pytest.mark.parametrize("content", [b"", b"tlh\n", b"\xff\xfe\x00", b"de" * 1000, b"../../de"])
def test_a_damaged_choice_is_none(at_home: Path, content: bytes) -> None:
    (at_home / "language").write_bytes(content)
    assert kept() is None


def test_the_language_of_the_computer_chooses_nothing(
    at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert wanted() == ENGLISH


def test_a_language_that_is_not_spoken_here_is_refused_on_the_command_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["--language", "tlh"]) == 2
    assert "tlh" in capsys.readouterr().err


# ---- speaking


def test_a_window_of_another_language_speaks_it_from_its_first_word(at_home: Path) -> None:
    script = (
        "from ui.app import application\n"
        "from ui.language import wanted\n"
        "from ui.words import say\n"
        "application(language=wanted())\n"
        "print(say('do-acknowledge'), application().applicationName())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=os.environ | {VARIABLE: "de"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.split() == ["Quittieren", "Chairside"]


def test_german_comes_and_goes() -> None:
    assert say("bar-none") == "No alarms"
    with language("de"):
        assert spoken() == "de"
        assert say("bar-none") == "Keine Alarme"
        assert perhaps("why-none") == "noch nicht gemessen"
        assert perhaps("no-such-sentence") is None
    assert say("bar-none") == "No alarms"
    assert application().findChildren(QTranslator) == []


def test_a_file_that_is_replaced_while_it_is_spoken_harms_nobody(tmp_path: Path) -> None:
    """In a process of its own: it ended with a bus error when Qt had mapped the file."""
    script = (
        "import pathlib, shutil, sys\n"
        "import ui.language as language\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from ui.words import say\n"
        "app = QCoreApplication([])\n"
        "copy = pathlib.Path(sys.argv[1])\n"
        "shutil.copy(language.FOLDER / 'de.qm', copy / 'de.qm')\n"
        "language.FOLDER = copy\n"
        "assert language.speak(app, 'de')\n"
        "(copy / 'de.qm').write_bytes(b'')\n"
        "print(say('do-acknowledge'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "Quittieren"), done.stderr


def test_a_language_without_a_file_leaves_the_english() -> None:
    app = application()
    assert not speak(app, "tlh")
    assert say("bar-none") == "No alarms"
    assert speak(app, ENGLISH)


def test_a_sentence_without_a_translation_stays_english() -> None:
    english = [key for key, told in read(FOLDER / "de.ts").items() if not told.finished]
    with language("de"):
        for key in english:
            assert perhaps(key) == SENTENCES[key]


def test_german_writes_a_comma_and_reads_both() -> None:
    with language("de"):
        assert figure("0.5") == "0,5"
        assert tidy(82.5) == "82,5"
        assert number("weight", tidy(82.5)) == number("weight", "82.5") == 82.5
    assert tidy(82.5) == "82.5"


def test_german_nouns_keep_their_capital_inside_a_sentence() -> None:
    with language("de"):
        assert inside(say("sound-step-high")) == "Hoher Alarm"
    assert inside(say("sound-step-high")) == "high alarm"


# ---- the files


@pytest.mark.parametrize("which", OTHERS)
def test_a_translation_takes_the_same_arguments_and_belongs_to_a_sentence(which: str) -> None:
    for key, told in read(FOLDER / f"{which}.ts").items():
        assert key in SENTENCES
        if told.finished:
            wanted_fields, found = fields_of(told.english), fields_of(told.translated)
            assert found.keys() == wanted_fields.keys(), key
            assert bool(told.english.strip()) == bool(told.translated.strip()), key
            assert "TODO" not in told.translated, key


@pytest.mark.parametrize("which", OTHERS)
def test_spaces_and_line_ends_around_a_sentence_are_kept(which: str) -> None:
    for key, told in read(FOLDER / f"{which}.ts").items():
        if told.finished:
            assert told.english.startswith(" ") == told.translated.startswith(" "), key
            assert told.english.endswith(" ") == told.translated.endswith(" "), key
            assert told.english.count("\n") == told.translated.count("\n"), key


@pytest.mark.parametrize("which", OTHERS)
def test_everything_about_alarms_and_at_the_chair_is_translated(which: str) -> None:
    found = read(FOLDER / f"{which}.ts")
    needed = {key for key in SENTENCES if key in ALARM_SENTENCES or key.startswith(AT_THE_CHAIR)}
    assert [key for key in sorted(needed) if not found[key].finished] == []


@pytest.mark.parametrize("which", OTHERS)
def test_nine_sentences_of_ten_are_translated(which: str) -> None:
    found = read(FOLDER / f"{which}.ts")
    assert sum(told.finished for told in found.values()) >= 0.9 * len(SENTENCES)
