"""The checklist as a panel: where everything stands, and that all of it can be pressed."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from monitor.phases import Phase
from monitor.treatment.leaving_by_hand import CRITERIA
from monitor.treatment.view import CriterionView
from tests.ui.chair.leaving_pictures import DATE, PRESSURE, TIME, leaving_view
from tests.ui.chair.panel_desk import in_its_place, tap, words
from ui.chair.leaving_panel import LeavingPanel
from ui.theme import DARK

ALL = tuple(CriterionView(name, None, by_hand=True) for name in CRITERIA)


def test_on_a_small_screen_every_control_is_high_enough(qtbot: QtBot) -> None:
    panel = LeavingPanel(DARK)
    with in_its_place(qtbot, panel):
        panel.show_view(leaving_view(*ALL))
        for group, tab in panel.tabs.items():
            tap(qtbot, tab)
            assert panel.group == group
            rows = [row for row in panel.rows.values() if row.isVisible()]
            assert rows
            for row in rows:
                assert row.act.height() >= 44
                assert row.geometry().bottom() < panel.sign.y()
                assert not any(label.shortened for label in row.labels)


def test_it_opens_where_something_is_to_be_done(qtbot: QtBot) -> None:
    panel = LeavingPanel(DARK)
    with in_its_place(qtbot, panel):
        panel.show_view(leaving_view(PRESSURE, DATE))
        assert panel.group == "home"
        assert not panel.tabs["asked"].isVisible()
        assert "1 of 2 lines are open" in words(panel)


def test_nothing_is_signed_before_the_discharge(qtbot: QtBot) -> None:
    panel = LeavingPanel(DARK)
    with in_its_place(qtbot, panel):
        for phase, begin, sign in (
            (Phase.TREATING, False, False),
            (Phase.RECOVERY, True, False),
            (Phase.DISCHARGE, False, True),
            (Phase.SIGNED, False, False),
        ):
            panel.show_view(leaving_view(TIME, phase=phase))
            assert (panel.begin.isVisible(), panel.sign.isVisible()) == (begin, sign)


def test_a_reason_that_is_not_given_lets_nothing_go(qtbot: QtBot) -> None:
    panel = LeavingPanel(DARK)
    with in_its_place(qtbot, panel):
        said: list[object] = []
        panel.let_go.connect(lambda *what: said.append(what))
        panel.show_view(leaving_view(DATE))
        tap(qtbot, panel.rows["next-date"].leave)
        tap(qtbot, panel.why.back)
        assert said == []
        tap(qtbot, panel.rows["next-date"].leave)
        tap(qtbot, panel.why.presets[-1])
        assert said == [("next-date", panel.why.presets[-1].text(), "")]


def test_the_names_of_the_days_are_right(qtbot: QtBot) -> None:
    panel = LeavingPanel(DARK)
    with in_its_place(qtbot, panel):
        panel.show_view(leaving_view(DATE))
        tap(qtbot, panel.rows["next-date"].act)
        offered = [tile.text() for tile in panel.why.presets]
        assert offered[0] == "Wed 2026-09-23 (2 days)"
        assert offered[-1] == "No further date"
