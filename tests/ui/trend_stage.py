"""A trend view on a stage: what its tests share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGraphicsView

from tests.ui.trend_examples import START_S, example_entries, fed
from ui.chair.trend_view import TrendView
from ui.trend_model import TrendModel

SHARES = (0.54, 0.29, 0.17)
NOW_S = START_S + 26 * 60
MakeView = Callable[..., TrendView]


def until(now_s: float) -> TrendModel:
    return fed([entry for entry in example_entries(7200) if entry[0] <= now_s])


def viewport_of(view: TrendView) -> QGraphicsView:
    (found,) = view.findChildren(QGraphicsView)
    return found
