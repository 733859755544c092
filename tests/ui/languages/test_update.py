"""The files of the languages follow the sentences, and are what Qt makes of them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTranslator

from ui.language import CONTEXT, ENGLISH, FOLDER, LANGUAGES
from ui.languages.update import Told, compile_file, read, updated, write
from ui.words import SENTENCES

OTHERS = sorted(set(LANGUAGES) - {ENGLISH})
# What XML can hold; a line end is one character there.
TEXT = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"
    )
)


@pytest.mark.parametrize("which", OTHERS)
def test_the_file_is_up_to_date_or_make_languages_makes_it(which: str) -> None:
    found = read(FOLDER / f"{which}.ts")
    assert updated(SENTENCES, found) == found


@pytest.mark.parametrize("which", OTHERS)
def test_what_is_shipped_is_what_was_translated(which: str, tmp_path: Path) -> None:
    anew = tmp_path / "anew.qm"
    compile_file(FOLDER / f"{which}.ts", anew)
    assert anew.read_bytes() == (FOLDER / f"{which}.qm").read_bytes()


@given(st.dictionaries(TEXT.filter(bool), st.builds(Told, TEXT, TEXT, st.booleans()), max_size=5))
def test_what_was_written_is_read_again(told: dict[str, Told]) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "x.ts"
        write(file, "de", told)
        assert read(file) == told


def test_a_new_sentence_waits_for_its_translation() -> None:
    assert updated({"new": "Something new"}, {}) == {"new": Told("Something new", "", False)}


def test_a_sentence_that_changed_keeps_its_translation_for_the_translator_only() -> None:
    known = {"bar-none": Told("No alarm", "Kein Alarm", True)}
    assert updated({"bar-none": "No alarms"}, known) == {
        "bar-none": Told("No alarms", "Kein Alarm", False)
    }


def test_a_sentence_that_has_gone_is_taken_out() -> None:
    assert updated({}, {"gone": Told("Gone", "Weg", True)}) == {}


def test_what_has_no_letters_needs_no_translator() -> None:
    assert updated({"pair": "{0}/{1}"}, {}) == {"pair": Told("{0}/{1}", "{0}/{1}", True)}


def test_qt_finds_a_sentence_by_its_id_and_none_that_is_unfinished(tmp_path: Path) -> None:
    told = {
        "one": Told("Open", "Offen", True),
        "two": Told("Open", "Öffnen", True),
        "three": Told("Closed", "Zu", True),
        "four": Told("Closed", "Geschlossen", False),
    }
    write(tmp_path / "x.ts", "de", told)
    compile_file(tmp_path / "x.ts", tmp_path / "x.qm")
    translator = QTranslator()
    assert translator.load(str(tmp_path / "x.qm"))
    assert translator.translate(CONTEXT, "Open", "one") == "Offen"
    assert translator.translate(CONTEXT, "Open", "two") == "Öffnen"
    assert translator.translate(CONTEXT, "Closed", "three") == "Zu"
    assert translator.translate(CONTEXT, "Closed", "four") == "Closed"
