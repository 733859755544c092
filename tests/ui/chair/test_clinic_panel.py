"""The clinic is typed once; what became of keeping it is said."""

from __future__ import annotations

from collections.abc import Iterator

import emergency_examples
import pictures
import pytest
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from data.clinic_file import Clinic
from ui.words import say


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    made.backend.known_clinic = emergency_examples.CLINIC
    made.show(pictures.calm())
    made.window.go("clinic")
    yield made
    made.close()


def test_what_is_known_is_shown_and_typed_over(desk: WindowDesk) -> None:
    panel = desk.window.shell.panels.clinic
    assert panel.typed == emergency_examples.CLINIC
    panel.fields["phone"].setText(" 55  12 ")
    panel.fields["drugs"].setText("Atropine 0.5 mg, , Midazolam 2 mg,")
    desk.tap(panel.keep)
    kept = desk.backend.known_clinic
    assert kept.phone == "55 12"
    assert kept.drugs == ("Atropine 0.5 mg", "Midazolam 2 mg")
    assert panel.message == say("clinic-kept")


def test_a_place_that_cannot_be_written_is_said(desk: WindowDesk) -> None:
    panel = desk.window.shell.panels.clinic
    panel.fields["name"].setText("nowhere")
    desk.tap(panel.keep)
    assert panel.message == "It could not be kept."
    assert desk.backend.known_clinic == emergency_examples.CLINIC


def test_the_page_of_an_emergency_knows_what_was_kept(desk: WindowDesk) -> None:
    panel = desk.window.shell.panels.clinic
    panel.show_clinic(Clinic(emergency_number="144"))
    desk.tap(panel.keep)
    assert desk.window.emergency.clinic.emergency_number == "144"


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
def test_every_field_has_a_name_and_fits(desk: WindowDesk, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    panel = desk.window.shell.panels.clinic
    assert not [label.text for label in panel.labels if label.shortened]
    bottom = panel.keep.geometry().top()
    for line in panel.fields.values():
        assert line.accessibleName()
        assert line.height() >= 24
        assert line.geometry().bottom() < bottom
