"""Somebody at the review with a stopwatch: opens a session, moves and stretches its curves.

First paint: the session was chosen, and the page has painted the curve of the whole session and
the list of all that happened. Read of the encrypted record, decoding, statistics of what was
measured and the layout are all in it; what the page fills in afterwards is told apart.

A frame: the range of the curves is changed, every pane follows, and the window is painted.

As a program, ``review_seat.py RECORD``: opens the first session in a fresh process, scrolls, and
prints the milliseconds as JSON.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QGraphicsView, QWidget

from ui.app import application
from ui.review.review_page import ReviewPage
from ui.theme import DARK
from ui.wiring import Program

SIZE = (1920, 1080)
PATIENCE_S = 30.0
MINUTES_IN_SIGHT = 10.0
SCROLLED = 60


class PaintWatch(QObject):
    """Notes that a widget was painted; whoever waits looks behind the end of the painting."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.painted = False
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return False


class Seat:
    """A page of the review of its own, in a window; `leave` it in the end. Milliseconds."""

    def __init__(self, program: Program) -> None:
        self._app = application()
        self.page = ReviewPage(program, DARK)
        self.page.resize(*SIZE)
        self.page.show()
        self.page.reload()
        self._work_off()
        self.worked_ms: list[float] = []
        """Processor time of each frame: what a loaded computer can still tell."""
        self._frames = PaintWatch(self._curve())
        """One for all frames: filters that pile up would cost more than what they time."""

    @property
    def session(self) -> str:
        """The newest one."""
        return self.page.list.model.rows[0].session_id

    def open(self) -> tuple[float, float]:
        """Until the first paint, and until everything is there."""
        body = self.page.session.body
        watches = [PaintWatch(one) for one in (self._curve(), body.events.view.viewport())]
        begin = time.perf_counter()
        self.page.show_session(self.session)
        self._until_painted(watches)
        first = time.perf_counter() - begin
        from_s, to_s = body.panes.curve.shown_range
        assert to_s - from_s > 0.9 * self._length_s()
        assert body.events.model.lines
        self._work_off()
        return first * 1000, (time.perf_counter() - begin) * 1000

    def _length_s(self) -> float:
        return float(self.page.list.model.rows[0].duration_s or 0.0)

    def scroll(self, minutes: float = MINUTES_IN_SIGHT, frames: int = SCROLLED) -> list[float]:
        """From the beginning to the end with so much in sight."""
        wide, length = minutes * 60.0, self._length_s()
        steps = ((length - wide) * at / frames for at in range(frames))
        return [self._frame(from_s, from_s + wide) for from_s in steps]

    def zoom(self, frames: int = SCROLLED) -> list[float]:
        """From the whole session down to a minute about its middle, and back."""
        half = middle = self._length_s() / 2
        smallest = 30.0
        shares = [(at + 1) / (frames / 2) for at in range(frames // 2)]
        widths = [
            half * (smallest / half) ** share for share in (*shares, *reversed(shares[1:-1]))
        ]
        return [self._frame(middle - wide, middle + wide) for wide in widths]

    def pan_whole(self, frames: int = SCROLLED) -> list[float]:
        """With nine tenths of the session in sight, to the end."""
        length = self._length_s()
        return [
            self._frame(length * 0.1 * at / frames, length * (0.9 + 0.1 * at / frames))
            for at in range(frames)
        ]

    def _frame(self, from_s: float, to_s: float) -> float:
        self._frames.painted = False
        begin, worked_s = time.perf_counter(), time.process_time()
        self.page.session.body.panes.curve.set_range(from_s, to_s)
        self._until_painted([self._frames])
        took = (time.perf_counter() - begin) * 1000
        self.worked_ms.append((time.process_time() - worked_s) * 1000)
        self._work_off()
        return took

    def _curve(self) -> QWidget:
        return self.page.session.body.panes.curve.findChildren(QGraphicsView)[0].viewport()

    def leave(self) -> None:
        self.page.close()
        self.page.deleteLater()
        self._work_off()

    def _until_painted(self, watches: Sequence[PaintWatch]) -> None:
        """What is due is done, painting last; what waits for its turn comes behind it."""
        deadline = time.monotonic() + PATIENCE_S
        QCoreApplication.sendPostedEvents()
        while not all(watch.painted for watch in watches):
            self._app.processEvents()
            QCoreApplication.sendPostedEvents()
            assert time.monotonic() < deadline, "it was never painted"

    def _work_off(self) -> None:
        for _ in range(5):
            self._app.processEvents()


def p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def main(record: Path) -> None:
    program = Program(record, sound=False, awake=False)
    with closing(program):
        program.start()
        seat = Seat(program)
        first, whole = seat.open()
        seat.scroll(frames=5)
        told = {"first_ms": first, "whole_ms": whole, "scroll_ms": seat.scroll()}
        seat.leave()
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
