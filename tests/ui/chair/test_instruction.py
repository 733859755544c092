"""One plain instruction at a time, and the question about the monitor in front."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import alarm_examples
import during_examples as examples
import pictures
import pytest
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from monitor.commands import ConfirmMonitor, Sedation
from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.treatment.commands import SkipPrompt
from monitor.treatment.view import PromptKind
from monitor.wishes import CuffWish, Why
from ui.chair.instruction import InstructionFace, instruction_face
from ui.panels import Panel
from ui.view_state import ChairView, ViewState

DUE = examples.prompt(PromptKind.SEDATION, -20.0)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    yield made
    made.close()


def view_of(picture: ChairPicture) -> ChairView:
    state = ViewState()
    for message in (pictures.beginning(picture), pictures.said(picture)):
        state.absorb(message, 0.0, 1_790_000_000.0)
    return state.chairs[picture.chair]


def face_of(picture: ChairPicture) -> InstructionFace:
    face = instruction_face(view_of(picture))
    assert face is not None
    return face


def wishing(why: Why, **changes: object) -> ChairPicture:
    return pictures.picture(wish=CuffWish(why, 0.0), **changes)


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (Why.HEART, "Cuff now: heart rate 38"),
        (Why.OXYGEN, "Cuff now: oxygen saturation 86 %"),
        (Why.SYMPTOM, "Cuff now: a symptom was noted"),
        (Why.OFTEN, "Cuff now: every 2.5 min while the high alarm lasts"),
        (Why.REPEAT, "Repeat the cuff"),
    ],
)
def test_every_wish_says_what_is_wanted_and_why(why: Why, told: str) -> None:
    shown = pictures.numerals(142, 86, 38, 86)
    face = face_of(wishing(why, numerals=shown))
    assert face.text == told
    assert face.detail == "Press START on the monitor."
    assert not face.answers


def test_a_value_that_is_gone_is_not_named() -> None:
    assert face_of(wishing(Why.HEART, numerals={})).text == "Cuff now: heart rate"


def test_it_says_who_starts_the_cuff() -> None:
    assert "starts the cuff" in face_of(wishing(Why.HEART, starts_cuff=True)).detail
    assert "is measuring" in face_of(wishing(Why.HEART, cuff_measuring=True)).detail


def test_nothing_is_said_beyond_the_rhythm_or_after_the_end() -> None:
    assert instruction_face(view_of(pictures.calm())) is None
    assert instruction_face(view_of(wishing(Why.HEART, phase=Phase.SIGNED))) is None


@pytest.mark.parametrize("name", ["asking", "pending"])
def test_a_repeat_with_its_countdown_stands_before_a_score_that_is_due_later(name: str) -> None:
    shown = getattr(alarm_examples, name)()
    (repeat_by_s,) = (alarm.repeat_by_s for alarm in shown.alarms)
    later = examples.prompt(PromptKind.SEDATION, 123.0)
    scored = examples.picture(later, alarms=shown.alarms, wish=shown.wish)
    at_73 = replace(scored, now_s=repeat_by_s - 73.0)
    face = face_of(at_73)
    assert (face.text, face.quiet) == ("Repeat the cuff in 1:13", False)
    assert face.detail == "Press START on the monitor."
    assert face_of(replace(at_73, now_s=repeat_by_s)).text == "Repeat the cuff now"


def test_a_repeat_stands_before_what_is_due_and_after_the_question() -> None:
    shown = examples.picture(DUE, wish=CuffWish(Why.REPEAT, 0.0))
    assert face_of(shown).text == "Repeat the cuff"
    asked = replace(shown, question=alarm_examples.question().question)
    assert "just arrived" in face_of(asked).text


def test_a_cuff_wanted_at_once_comes_before_the_question_and_the_question_before_the_rest() -> (
    None
):
    all_at_once = replace(
        alarm_examples.question(),
        wish=CuffWish(Why.HEART, 0.0),
        auto_cycle_off=True,
        put_aside=frozenset({"device:dinamap"}),
    )
    assert face_of(all_at_once).text.startswith("Cuff now")
    often = replace(all_at_once, wish=CuffWish(Why.OFTEN, 0.0))
    assert face_of(often).text.startswith("128/79 just arrived")
    assert face_of(replace(often, question=None)).text.startswith("Cuff now: every")
    aside = replace(often, question=None, wish=None)
    assert face_of(aside).text.startswith("DINAMAP is put aside")
    cycle = replace(aside, put_aside=frozenset())
    assert "auto-cycle looks off" in face_of(cycle).text
    assert face_of(cycle).detail == "Set it to measure every 5 min."


def test_among_several_monitors_the_question_names_the_one() -> None:
    view = view_of(alarm_examples.question())
    assert view.opened is not None
    second = replace(view.opened.devices[0], source="device:dinamap")
    view.opened = replace(view.opened, devices=(*view.opened.devices, second))
    assert view.picture.question is not None
    asked = replace(view.picture.question, source="device:dinamap")
    view.picture = replace(view.picture, question=asked)
    face = instruction_face(view)
    assert face is not None
    assert face.text.startswith("128/79 just arrived from DINAMAP – is that on")


def test_a_question_that_waits_says_when_its_value_came() -> None:
    asked = alarm_examples.question()
    assert face_of(asked).text == ("128/79 just arrived – is that on the monitor in front of you?")
    late = face_of(replace(asked, now_s=asked.now_s + 600.0)).text
    assert late.startswith("128/79 arrived at ")
    assert late.endswith(" – is that on the monitor in front of you?")


@pytest.mark.parametrize("same", [True, False])
def test_the_question_is_answered_with_one_tap(desk: WindowDesk, same: bool) -> None:
    desk.show(alarm_examples.question())
    strip = desk.window.shell.live.instruction
    assert strip.isVisible()
    assert "No puts its values aside." in strip.accessibleName()
    desk.tap(strip.answers[0 if same else 1])
    assert desk.backend.commands == [
        ConfirmMonitor(alarm_examples.SOURCE, same=same, by="Nurse AK")
    ]


def test_a_monitor_that_was_put_aside_can_be_taken_back(desk: WindowDesk) -> None:
    desk.show(alarm_examples.aside())
    strip = desk.window.shell.live.instruction
    assert not strip.answers[1].isVisible()
    desk.tap(strip.answers[0])
    assert desk.backend.commands == [ConfirmMonitor("device:dinamap", same=True, by="Nurse AK")]


def test_it_takes_its_place_from_the_curves_and_from_nothing_else(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    live = desk.window.shell.live
    before, curves = live.cuff.geometry(), live.trend.geometry()
    assert not live.instruction.isVisible()
    desk.show(alarm_examples.cuff_now())
    assert live.instruction.isVisible()
    assert live.cuff.geometry() == before
    assert not live.instruction.geometry().intersects(live.trend.geometry())
    assert not live.instruction.geometry().intersects(live.ribbon.geometry())
    desk.show(pictures.calm())
    assert live.trend.geometry() == curves


# ---- in a session that is taken through all its steps


def test_its_place_is_always_there_so_that_nothing_moves(desk: WindowDesk) -> None:
    live = desk.window.shell.live
    places = set()
    for prompts in ((), (examples.prompt(PromptKind.SEDATION, 600.0),), (DUE,)):
        desk.show(examples.picture(*prompts))
        assert live.instruction.isVisible()
        places.add((live.instruction.geometry().getRect(), live.trend.geometry().getRect()))
    assert len(places) == 1


def test_what_comes_later_is_only_named(desk: WindowDesk) -> None:
    face = face_of(examples.picture(examples.prompt(PromptKind.SEDATION, 700.0)))
    assert (face.text, face.detail) == ("Nothing to do now.", "Next: MOAA/S in 11:40")
    assert face.quiet
    assert face_of(examples.picture()).detail == ""
    soon = face_of(examples.picture(examples.prompt(PromptKind.SEDATION, 130.0)))
    assert soon.text == "MOAA/S in 2:10"


def test_the_most_urgent_is_shown_and_the_others_are_counted(desk: WindowDesk) -> None:
    desk.show(examples.everything())
    strip = desk.window.shell.live.instruction
    waiting = len(examples.everything().treatment.prompts)
    assert strip.more.text() == f"+{waiting - 1}"
    desk.tap(strip.more)
    assert desk.window.shell.panels.is_open(Panel.WAITING)


def test_a_score_that_is_due_is_one_tap_away(desk: WindowDesk) -> None:
    desk.show(examples.picture(DUE))
    desk.tap(desk.window.shell.live.instruction.answers[0])
    scores = desk.window.shell.panels.scores
    assert scores.isVisible()
    desk.tap(scores.single[0][1])
    assert desk.backend.commands == [Sedation(5, "Nurse AK")]


def test_it_is_skipped_with_a_reason_in_two_taps(desk: WindowDesk) -> None:
    desk.show(examples.picture(DUE))
    desk.tap(desk.window.shell.live.instruction.skip)
    waiting = desk.window.shell.panels.waiting
    desk.tap(waiting.why.presets[0])
    assert desk.backend.commands == [SkipPrompt(DUE.id, "Not possible now", "Nurse AK")]
    assert not waiting.isVisible()


def test_an_alarm_keeps_its_bar_and_its_numerals(desk: WindowDesk) -> None:
    desk.show(examples.picture())
    shell = desk.window.shell
    before = (shell.bar.geometry(), shell.live.cuff.geometry(), shell.live.trend.geometry())
    desk.show(replace(examples.everything(), alarms=pictures.extreme().alarms))
    after = (shell.bar.geometry(), shell.live.cuff.geometry(), shell.live.trend.geometry())
    assert before == after
    strip = shell.live.instruction
    for part in (shell.bar, shell.bottom):
        assert not strip.geometry().intersects(part.geometry().translated(-strip.pos()))
    assert "BP" in desk.words()


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
def test_no_tile_of_it_lies_on_another_or_on_its_words(
    desk: WindowDesk, size: tuple[int, int]
) -> None:
    desk.window.resize(*size)
    strip = desk.window.shell.live.instruction
    for shown in (examples.distressed(), examples.everything(), examples.picture(DUE)):
        desk.show(shown)
        tiles = [tile for tile in (*strip.answers, strip.skip, strip.more) if tile.isVisible()]
        boxes = sorted((tile.geometry() for tile in tiles), key=lambda box: box.left())
        assert all(one.right() < other.left() for one, other in itertools.pairwise(boxes))
        for label in strip.labels:
            assert not label.shortened
            assert label.left + label.text_width() <= boxes[0].left()
