"""The signature as a panel: what it says, what it asks, and that all of it is there to read."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.ui.chair.panel_desk import in_its_place, tap, words
from ui.chair.signoff_faces import SignoffFace
from ui.chair.signoff_panel import SignoffPanel
from ui.theme import DARK

FACTS = (("Patient", "J. M. · 1974"), ("Open", "Heart rate · " * 12 + "Escort"))
FACE = SignoffFace("s", FACTS, (), nothing=False, can_sign=True, wants_second=False)


def test_one_tap_signs_what_is_complete(qtbot: QtBot) -> None:
    panel = SignoffPanel(DARK)
    with in_its_place(qtbot, panel):
        said: list[object] = []
        panel.signed.connect(lambda *what: said.append(what))
        panel.by = "Nurse 1"
        panel.show_face(FACE)
        assert "By signing, Nurse 1 says" in words(panel)
        tap(qtbot, panel.sign)
        assert said == [("Nurse 1", "", "")]


def test_without_anybody_here_the_name_is_asked(qtbot: QtBot) -> None:
    panel = SignoffPanel(DARK)
    with in_its_place(qtbot, panel):
        said: list[object] = []
        panel.signed.connect(lambda *what: said.append(what))
        panel.show_face(FACE)
        tap(qtbot, panel.sign)
        qtbot.keyClicks(panel.who.line, "Nurse 1")
        tap(qtbot, panel.who.ok)
        assert said == [("Nurse 1", "", "")]


def test_the_second_person_is_somebody_else(qtbot: QtBot) -> None:
    panel = SignoffPanel(DARK)
    with in_its_place(qtbot, panel):
        said: list[object] = []
        panel.signed.connect(lambda *what: said.append(what))
        panel.by = "Nurse 1"
        panel.show_face(replace(FACE, open=("hr",), wants_second=True))
        tap(qtbot, panel.sign)
        assert "Heart rate" in words(panel.why)
        tap(qtbot, panel.why.presets[0])
        qtbot.keyClicks(panel.who.line, "nurse 1")
        tap(qtbot, panel.who.ok)
        assert said == []
        panel.who.line.clear()
        qtbot.keyClicks(panel.who.line, "Nurse 2")
        tap(qtbot, panel.who.ok)
        assert said == [("Nurse 1", panel.why.presets[0].text(), "Nurse 2")]


def test_a_long_value_is_set_smaller_and_never_cut(qtbot: QtBot) -> None:
    panel = SignoffPanel(DARK)
    with in_its_place(qtbot, panel):
        panel.show_face(replace(FACE, facts=FACTS * 6))
        assert not any(label.shortened for label in panel.labels)
        lowest = max(label.baseline for label in panel.labels if label.left > 100)
        assert lowest < panel.sign.geometry().bottom()


def test_while_it_is_given_there_is_nothing_to_press(qtbot: QtBot) -> None:
    panel = SignoffPanel(DARK)
    with in_its_place(qtbot, panel):
        panel.show_face(replace(FACE, can_sign=False))
        assert not panel.sign.isVisible()
        assert "stop it first" in words(panel)


def test_afterwards_it_leads_on(qtbot: QtBot) -> None:
    panel = SignoffPanel(DARK)
    with in_its_place(qtbot, panel):
        panel.show_face(replace(FACE, signed="Signed by Nurse 1 at 15:42"))
        assert not panel.sign.isVisible()
        assert not panel.forms["save"].isVisible()
        with qtbot.waitSignal(panel.review_asked):
            tap(qtbot, panel.review)
        with qtbot.waitSignal(panel.new_asked):
            tap(qtbot, panel.new)
        panel.show_face(replace(FACE, signed="Signed by Nurse 1 at 15:42", form=True))
        with qtbot.waitSignal(panel.form_asked) as asked:
            tap(qtbot, panel.forms["sent"])
        assert asked.args == ["sent"]
        panel.say_below("Noted.")
        assert "Noted." in words(panel)
