"""Fixtures that several tests of the faces share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from data import accounts
from tests.ui.trend_stage import MakeView
from ui.chair.trend_view import TrendView
from ui.theme import DARK, load_fonts
from ui.trend_model import TrendModel

QUICK_PIN = {"time_cost": 1, "memory_cost": 64, "parallelism": 1}


@pytest.fixture(scope="session", autouse=True)
def _a_pin_is_hashed_quickly() -> Iterator[None]:
    """By the same function with the least effort: how much it takes is tried where it is kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(accounts, "PIN_EFFORT", QUICK_PIN)
        yield


@pytest.fixture
def make(qtbot: QtBot) -> MakeView:
    load_fonts()

    def make_view(
        model: TrendModel, *, live: bool = True, width: int = 1192, height: int = 728
    ) -> TrendView:
        view = TrendView(DARK, live=live)
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show_model(model)
        view.grab()
        return view

    return make_view
