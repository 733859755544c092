"""One line of the checklist: its words, its tiles, and what they say to a screen reader."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.chair.panel_desk import SCALE, in_its_place, tap, words
from ui.chair.criterion_row import CriterionRow
from ui.chair.leaving_faces import Does, LineFace, LineState
from ui.theme import DARK

OPEN = LineFace(
    "bp", "Two stable blood pressures", LineState.NOT_MET, "Not met · 162/98", Does.CUFF
)


def test_an_open_line_can_be_brought_forward_or_let_go(qtbot: QtBot) -> None:
    row = CriterionRow(DARK, "bp")
    with in_its_place(qtbot, row):
        row.setFixedHeight(SCALE.px(86, 57))
        row.show_face(OPEN)
        said: list[str] = []
        row.done.connect(lambda name: said.append(f"done {name}"))
        row.let_go.connect(lambda name: said.append(f"let go {name}"))
        tap(qtbot, row.act)
        tap(qtbot, row.leave)
        assert said == ["done bp", "let go bp"]
        assert "Not met" in words(row)
        assert row.act.accessibleName() == "Two stable blood pressures: Cuff …"


def test_a_line_that_is_done_offers_nothing_but_to_take_a_tick_back(qtbot: QtBot) -> None:
    row = CriterionRow(DARK, "escort")
    with in_its_place(qtbot, row):
        row.show_face(LineFace("escort", "Escort", LineState.MET, "Met", Does.UNTICK))
        assert row.act.isVisible()
        assert not row.leave.isVisible()
        row.show_face(LineFace("escort", "Escort", LineState.MET, "Met", Does.NOTHING))
        assert not row.act.isVisible()


def test_every_state_has_a_shape_of_its_own(qtbot: QtBot) -> None:
    row = CriterionRow(DARK, "bp")
    with in_its_place(qtbot, row):
        row.setFixedHeight(60)
        seen = set[bytes]()
        for state in LineState:
            row.show_face(LineFace("bp", "", state, "", Does.NOTHING))
            row.leave.hide()
            seen.add(bytes(row.grab().toImage().constBits()))
        assert len(seen) == len(LineState)
