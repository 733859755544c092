"""Fixtures that several tests of the faces share."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.trend_stage import MakeView
from ui.chair.trend_view import TrendView
from ui.theme import DARK, load_fonts
from ui.trend_model import TrendModel


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
