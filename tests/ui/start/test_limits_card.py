from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor.limits import Modifier
from monitor.people import Risk
from tests.ui.page_examples import in_a_window
from ui.start.limits_card import LimitsCard


@pytest.fixture
def limits(qtbot) -> Iterator[LimitsCard]:
    made = LimitsCard()
    qtbot.addWidget(made)
    around = QWidget()
    column = QVBoxLayout(around)
    column.addWidget(made.how)
    column.addWidget(made.known)
    window = in_a_window(around, 800, 900)
    qtbot.addWidget(window)
    yield made
    window.close()


def tap(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_hypertension_proposes_elderly_iv_and_says_why(qtbot, limits):
    tap(qtbot, limits.risks.button(Risk.HYPERTENSION))
    assert limits.profile.key() == "elderly-iv"
    assert "Hypertension" in limits.why.text()
    assert limits.why.isVisible()


def test_a_proposal_is_changed_with_one_tap_and_stays_changed(qtbot, limits):
    tap(qtbot, limits.risks.button(Risk.HYPERTENSION))
    tap(qtbot, limits.profile.button("adult-iv"))
    limits.note_age(old=False)
    assert limits.profile.key() == "adult-iv"


def test_a_new_reason_proposes_anew(qtbot, limits):
    limits.note_age(old=True)
    assert Risk.AGE_65 in limits.risks.chosen()
    assert limits.profile.key() == "elderly-iv"
    limits.note_age(old=False)
    assert limits.profile.key() == "adult-iv"


def test_what_sedates_switches_the_modifier_on_and_leaves_the_others(qtbot, limits):
    limits.modifiers.switches[Modifier.OXYGEN].setChecked(True)
    tap(qtbot, limits.risks.button(Risk.SLEEP_APNOEA))
    assert limits.modifiers.chosen() == {Modifier.OXYGEN, Modifier.SEDATIVES}
    tap(qtbot, limits.risks.button(Risk.SLEEP_APNOEA))
    assert limits.modifiers.chosen() == {Modifier.OXYGEN}


def test_only_profiles_of_the_route_are_offered(qtbot, limits):
    tap(qtbot, limits.route.button("intranasal"))
    assert limits.profile.key() == "intranasal"
    assert not limits.profile.button("adult-iv").isVisible()
    tap(qtbot, limits.route.button("watch"))
    assert limits.profile.key() == "adult-iv"


def test_a_planned_profile_brings_its_route_and_gives_way_to_what_is_known(limits):
    limits.show_risks(frozenset({Risk.HYPERTENSION}), "oral")
    limits.show_profile("adult-iv")
    assert (limits.route.key(), limits.profile.key()) == ("iv", "elderly-iv")
    limits.show_profile("nothing-of-the-kind")
    assert limits.profile.key() == "elderly-iv"
    limits.show_profile("im-sc")
    assert (limits.route.key(), limits.profile.key()) == ("im-sc", "im-sc")


def test_nothing_of_a_patient_is_left(limits):
    limits.show_risks(frozenset({Risk.OPIOID}), "oral")
    limits.forget_patient()
    assert (limits.route.key(), limits.profile.key()) == ("iv", "adult-iv")
    assert (limits.risks.chosen(), limits.modifiers.chosen()) == (frozenset(), frozenset())
