"""What a redraw of eight hours costs, against a bare pyqtgraph widget with the same points.

Each frame has one new point a curve and is painted whole, in a widget of the same size.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtWidgets import QGraphicsView
from pytestqt.qtbot import QtBot
from reporting import Figure, alternately, seconds_of

from monitor.events import Numerics
from monitor.outcomes import AlarmChanged
from monitor.vitals import CuffResult, VitalSign
from tests.ui.trend_examples import Entry, example_entries, fed, numerics
from ui.chair.trend_view import TrendView
from ui.theme import DARK

pytestmark = [
    pytest.mark.bench,
    pytest.mark.qt_log_ignore("propagateSizeHints"),  # the off-screen platform, of the bare one
]

GOAL = 1.5
HOURS = 8.0
FRAMES = 4
SIZE = (1250, 800)


def points_of(entries: list[Entry], sign: VitalSign) -> tuple[Any, Any]:
    pairs = [
        (now_s, reading.value)
        for now_s, what in entries
        if isinstance(what, Numerics)
        for reading in what.readings
        if reading.sign is sign
    ]
    return np.array([p[0] for p in pairs], float), np.array([p[1] for p in pairs], float)


class Ours:
    """The trend view, fed as the window feeds it."""

    def __init__(self, qtbot: QtBot, entries: list[Entry]) -> None:
        self._model = fed(entries)
        self._now_s = entries[-1][0]
        self._view = TrendView(DARK, live=True)
        qtbot.addWidget(self._view)
        self._view.resize(*SIZE)
        self._view.show_model(self._model)
        with qtbot.waitExposed(self._view):
            self._view.show()
        self._viewport = self._view.findChildren(QGraphicsView)[0].viewport()

    def frames(self) -> None:
        for _ in range(FRAMES):
            self._now_s += 1.0
            self._model.absorb(self._now_s, numerics(hr=80, spo2=97))
            self._view.refresh(self._now_s)
            self._viewport.repaint()


class Bare:
    """What somebody would write who only wants the points on the screen.

    `pen` are the arguments of each curve: pyqtgraph's own thin jagged line, or the pen of ours.
    """

    def __init__(self, qtbot: QtBot, entries: list[Entry], pen: dict[str, Any]) -> None:
        self._widget: Any = pg.GraphicsLayoutWidget()
        qtbot.addWidget(self._widget)
        self._widget.resize(*SIZE)
        top = self._widget.addPlot(row=0, col=0)
        self._add_cuffs(top, entries)
        self._curves = []
        for row, sign in enumerate((VitalSign.HR, VitalSign.SPO2), 1):
            plot = self._widget.addPlot(row=row, col=0)
            plot.setXLink(top)
            plot.setDownsampling(auto=True, mode="peak")
            plot.setClipToView(True)
            x, y = points_of(entries, sign)
            curve = plot.plot(x, y, connect="finite", **pen)
            self._curves.append((curve, x, y))
        with qtbot.waitExposed(self._widget):
            self._widget.show()

    @staticmethod
    def _add_cuffs(plot: Any, entries: list[Entry]) -> None:
        cuffs = [(now_s, what) for now_s, what in entries if isinstance(what, CuffResult)]
        x = np.repeat([now_s for now_s, _ in cuffs], 3)
        y = np.array([v for _, c in cuffs for v in (c.sbp, c.dbp, np.nan)], float)
        plot.plot(x, y, connect="finite", symbol="t", symbolSize=9)
        alarms = [now_s for now_s, what in entries if isinstance(what, AlarmChanged)]
        plot.plot(alarms, [40.0] * len(alarms), pen=None, symbol="t1", symbolSize=9)

    def frames(self) -> None:
        for _ in range(FRAMES):
            self._curves = [
                (curve, np.append(x, x[-1] + 1.0), np.append(y, y[-1]))
                for curve, x, y in self._curves
            ]
            for curve, x, y in self._curves:
                curve.setData(x, y)
            self._widget.viewport().repaint()


@pytest.mark.parametrize(
    ("kind", "pen"),
    [
        ("thin jagged lines", {}),
        ("the same pen", {"pen": {"color": DARK.hr, "width": 1.4}, "antialias": True}),
    ],
)
def test_a_redraw_costs_little_more_than_bare_curves(
    kind: str, pen: dict[str, Any], qtbot: QtBot, report: Callable[[Figure], None]
) -> None:
    entries = list(example_entries(HOURS * 3600.0))
    ours, bare = Ours(qtbot, entries), Bare(qtbot, entries, pen)
    ours.frames()
    bare.frames()
    ours_s, bare_s = alternately(lambda: seconds_of(ours.frames), lambda: seconds_of(bare.frames))
    report(
        Figure(
            f"redraw of {HOURS:g} h / bare pyqtgraph, {kind}",
            ours_s / bare_s,
            GOAL,
            detail=f"{ours_s / FRAMES * 1000:.1f} ms against {bare_s / FRAMES * 1000:.1f} ms",
        )
    )
