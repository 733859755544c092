"""The debrief on its page, on paper and as text, of lessons that were really played."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from debrief_stage import SIZES, assert_nothing_is_cut, hosted, show_at
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from monitor.training.debrief import Verdict
from monitor.vitals import VitalSign
from tests.ui.training_examples import Played
from ui.debrief.course import course_of
from ui.debrief.debrief_page import DebriefPage
from ui.debrief.facts import words_of
from ui.debrief.paper import save_debrief
from ui.debrief.past import Past, PastTrainings, as_json
from ui.debrief.text import text_of
from ui.ink import Scale
from ui.requests import Refusal
from ui.theme import DARK
from ui.words import say


@pytest.fixture(scope="module")
def trainings(played: Played) -> PastTrainings:
    """Two of them: a good one, and after it a late one."""
    return PastTrainings(played.db)


@pytest.fixture(scope="module")
def late(trainings: PastTrainings) -> Past:
    return trainings.one()


@pytest.fixture
def page(trainings: PastTrainings, qtbot: QtBot) -> Iterator[DebriefPage]:
    with hosted(trainings, qtbot) as made:
        made.set_scale(Scale.of(1280, 720))
        made.resize(1280, 544)
        yield made


def test_the_newest_training_is_shown_and_the_older_one_a_press_away(
    page: DebriefPage, qtbot: QtBot
) -> None:
    page.show_training()
    assert page.shown is not None
    newest = page.shown.debrief.score
    assert page.place.text() == say("debrief-place", 1, 2)
    qtbot.mouseClick(page.older, Qt.MouseButton.LeftButton)
    assert page.shown.debrief.score == 100
    assert newest is not None
    assert newest < 60
    assert not page.older.isEnabled()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_word_of_it_is_cut_or_lies_outside(
    page: DebriefPage, size: tuple[int, int, int]
) -> None:
    show_at(page, size)
    assert page.width() == size[0]
    assert_nothing_is_cut(page)


def test_it_says_simulated_the_cause_the_score_and_every_wanted_thing(page: DebriefPage) -> None:
    page.show_training()
    assert page.shown is not None
    said = " ".join(board.accessibleName() for board in (page.score, page.wanted, page.alarms))
    assert str(page.shown.debrief.score) in said
    assert "A severe pressor response" in said
    for row in page.shown.words.wanted:
        assert row.deed in said
        assert row.timing in said


def test_an_empty_record_says_how_to_begin(tmp_path: Path, qtbot: QtBot) -> None:
    page = DebriefPage(PastTrainings(tmp_path / "none.db"), DARK)
    qtbot.addWidget(page)
    page.show_training()
    assert page.shown is None
    assert page.told.text() == say("debrief-none")
    assert not page.print.isEnabled()


def test_the_course_has_the_truth_what_was_shown_and_what_was_done(late: Past) -> None:
    course = course_of(late.debrief, late.entries)
    peak = max(value for _, value in course.true[VitalSign.SBP])
    assert peak > 180.0
    assert len(course.cuffs) >= 12
    assert sum(len(run) for run in course.shown[VitalSign.HR]) > 500
    assert [flag.text for flag in course.flags if not flag.told] == [
        say("done-start"),
        say("done-pause"),
        say("done-call-provider"),
    ]
    assert course.zero_s == late.debrief.began_s


def test_its_text_has_a_sign_for_each_verdict_and_what_happened(late: Past) -> None:
    text = "\n".join(text_of(late.debrief, late.words, late.entries))
    assert text.startswith(say("simulated"))
    assert "[~] Pause the infusion" in text
    assert "[ ] Look at and ask the patient" in text
    assert f"{late.debrief.score} · " in text
    assert "Training S4: learner Nurse 1" in text
    assert "Told to the learner: “I feel tense. No pain.”" in text
    assert "Infusion paused" in text or "Paused" in text


def test_its_json_has_the_verdicts_as_ids_and_no_patient(late: Past) -> None:
    said = json.loads(as_json(late))
    assert said["simulated"] is True
    assert said["score"] == late.debrief.score
    assert {one["verdict"] for one in said["wanted"]} <= {one.value for one in Verdict}
    assert "patient" not in said


def test_the_sum_says_how_the_score_comes_about(late: Past) -> None:
    debrief = late.debrief
    share = 100.0 * debrief.earned / debrief.possible
    assert debrief.score == round(share - debrief.lost)
    assert f"{share:.1f}".removesuffix(".0") in words_of(debrief).sum


def test_on_paper_it_is_simulated_on_every_page_and_whole(late: Past, tmp_path: Path) -> None:
    told = save_debrief(late, tmp_path)
    (file,) = tmp_path.glob("*.pdf")
    assert str(file) in told
    pages = [page.extract_text() for page in PdfReader(file).pages]
    assert pages
    assert all(say("simulated") in page for page in pages)
    whole = " ".join(" ".join(pages).split())
    for row in late.words.wanted:
        assert row.deed in whole
        assert row.timing in whole


def test_a_training_is_found_by_its_beginning_and_an_unknown_one_is_refused(
    trainings: PastTrainings, tmp_path: Path
) -> None:
    first = trainings.ids()[1]
    assert trainings.one(first).debrief.session_id == first
    with pytest.raises(Refusal, match="no training nowhere"):
        trainings.one("nowhere")
    with pytest.raises(Refusal, match="no training in"):
        PastTrainings(tmp_path / "none.db").one()


def test_on_paper_no_filled_area_lies_over_the_words_that_say_it_is_simulated(
    late: Past, tmp_path: Path
) -> None:
    save_debrief(late, tmp_path)
    (file,) = tmp_path.glob("*.pdf")
    for page in PdfReader(file).pages:
        assert page.extract_text().endswith(say("simulated")), "it is the last that is put there"
        contents = page.get_contents()
        assert contents is not None
        done = [operator for _, operator in contents.operations]
        filled = max(place for place, one in enumerate(done) if one in {b"f", b"f*", b"B", b"B*"})
        written = max(place for place, one in enumerate(done) if one in {b"Tj", b"TJ"})
        assert filled < written
