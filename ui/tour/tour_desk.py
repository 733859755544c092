"""The tour in the window: what it points at now, what is pressed in it, and when it steps aside.

Rule 1: it looks several times a second at what the window shows, and never changes anything there.
Rule 2: while a panel, the list of alarms or a page other than the chairs is open, it is not there.
Rule 3: arrow keys turn its pages where nothing else takes them; Esc is none of its keys.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from data.tour_file import FILE_NAME, never_again, show_again, tour_wanted
from ui.chair.top_line import TopLine
from ui.tour.bubble import Bubble, BubbleFace, Ring
from ui.tour.steps import STEPS, Place, Tour, seen_of
from ui.window import MainWindow
from ui.words import say

LOOK_MS = 150


class TourDesk(QObject):
    """`chair` is the one that will need somebody; `home` the folder of its small file."""

    def __init__(self, window: MainWindow, chair: int, home: Path) -> None:
        super().__init__(window)
        self._window, self._shell = window, window.shell
        self._file = home / FILE_NAME
        self._trouble = ""
        self.tour = Tour(chair, over=True)
        self.bubble = Bubble(self._shell.theme, self._shell)
        self.ring = Ring(self._shell.theme, self._shell)
        self.bubble.next_pressed.connect(self.on)
        self.bubble.back_pressed.connect(self.back)
        self.bubble.skip_pressed.connect(self.skip)
        self.bubble.never_pressed.connect(self.never)
        self._shell.tour_asked.connect(self.again)
        self._shell.tour_offered = True
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        window.installEventFilter(self)
        self._shell.installEventFilter(self)

    # ---- what is pressed

    def begin(self) -> None:
        """Unless somebody said that she has seen enough of it."""
        if tour_wanted(self._file):
            self._start()

    def again(self) -> None:
        """It was asked for in About."""
        self._keep(show_again)
        self._window.go("wall")
        self._start()

    def _start(self) -> None:
        self.tour = Tour(self.tour.chair)
        self._timer.start()
        self.look()

    def on(self) -> None:
        self._to(self.tour.on())

    def back(self) -> None:
        self._to(self.tour.back())

    def skip(self) -> None:
        self._to(self.tour.skipped())

    def never(self) -> None:
        if self._keep(never_again):
            self.skip()

    def _keep(self, change: Callable[[Path], None]) -> bool:
        """Whether it could be kept; else the tour says so."""
        try:
            change(self._file)
        except OSError:
            self._trouble = say("tour-failed", self._file)
            self.look()
            return False
        self._trouble = ""
        return True

    def _to(self, tour: Tour) -> None:
        if not self.tour.over:
            self._trouble = ""
            self.tour = tour
            self.look()

    # ---- what is shown

    def look(self) -> None:
        """See what the window shows, and say what belongs to it."""
        desk, state = self._window.desk, self._window.state
        view = state.view(self.tour.chair)
        self.tour = self.tour.looked(seen_of(None if view is None else view.picture, desk.chair))
        if self.tour.over:
            self._timer.stop()
        target = None if self.tour.over or self._aside() else self._target()
        if target is None:
            self.bubble.hide()
            self.ring.hide()
            return
        self._show(target)

    def _aside(self) -> bool:
        """Something else is in front, or there is no chair to be seen."""
        shell = self._shell
        covers = (shell.alarm_list, shell.which, shell.broken, shell.stalled)
        hidden = all(cover.isHidden() for cover in covers)
        return not hidden or shell.panels.any_open or not shell.shows_chairs

    def _show(self, target: QRect) -> None:
        tour, bubble = self.tour, self.bubble
        title = "tour-away-title" if tour.away else f"tour-{tour.step.name}-title"
        text = self._trouble or say(tour.words, tour.chair)
        bubble.set_scale(self._shell.scale)
        bubble.show_face(BubbleFace(say(title, tour.chair), text, tour.at + 1, len(STEPS)))
        bubble.place(target, self._room(), self._avoided())
        around = tour.away or tour.step.place is not Place.BAR
        self.ring.setGeometry(self._shell.rect())
        self.ring.point(target, bubble.geometry(), around=around)
        if bubble.isHidden():
            bubble.setAccessibleName(say("tour-name"))
            bubble.show()
            self.ring.show()
        if self.bubble.isVisible():
            self.ring.raise_()
            self.bubble.raise_()

    def _target(self) -> QRect | None:
        """What is pointed at, in the coordinates of the shell; None = it is not to be seen."""
        if self.tour.away or self.tour.step.place is Place.ROOM:
            return self._of_chair()
        match self.tour.step.place:
            case Place.PRESSURE:
                return self._box(self._shell.live.cuff)
            case Place.BAR:
                return self._box(self._shell.bar)
            case Place.ACTIONS:
                return self._shell.bottom.geometry()
            case Place.RECORDED:
                return self._recorded(self._shell.top)
            case Place.PACE:
                return self._box(self._shell.top.pace)
            case _:
                return self._box(self._shell.top.menu)

    def _of_chair(self) -> QRect | None:
        """On the wall its tile, elsewhere its number in the top line."""
        shell, chair = self._shell, self.tour.chair
        tile: QWidget | None = shell.top.chair_tiles.get(chair)
        if self._window.desk.chair is None:
            tile = shell.wall.tiles.get(chair)
        return self._box(shell.top.room if tile is None else tile)

    def _recorded(self, top: TopLine) -> QRect | None:
        wanted = top.face.recorded
        for label in top.labels:
            if wanted and label.text == wanted:
                left, wide = round(label.ink_left()), round(label.text_width())
                box = QRect(left, 0, wide, top.height()).adjusted(-8, 8, 8, -8)
                return box.translated(top.pos())
        return self._box(top)

    def _box(self, widget: QWidget) -> QRect | None:
        if not widget.isVisible():
            return None
        return QRect(widget.mapTo(self._shell, widget.rect().topLeft()), widget.size())

    def _room(self) -> QRect:
        """Where it may lie: at a chair over the curves, on the wall over the tiles."""
        shell = self._shell
        pad = shell.scale.px(16, 8)
        if self._window.desk.chair is None:
            return shell.pages.geometry().adjusted(2 * pad, pad, -2 * pad, -pad)
        curves = self._box(shell.live.trend) or shell.pages.geometry()
        if shell.toast.isVisible():
            curves.setBottom(min(curves.bottom(), shell.toast.y()))
        return curves.adjusted(pad, pad, -pad, -pad)

    def _avoided(self) -> list[QRect]:
        """What has to be seen: on the wall the chairs; at a chair nothing more than its place."""
        if self._window.desk.chair is not None:
            return []
        boxes = [self._box(tile) for tile in self._shell.wall.tiles.values()]
        return [box for box in boxes if box is not None]

    # ---- keys and sizes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return watched is self._window and self._turn(event)
        if watched is self._shell and event.type() is QEvent.Type.LayoutRequest:
            self.look()
        elif watched is self._shell and event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self.look)
        return False

    def _turn(self, event: QKeyEvent) -> bool:
        """Whether it was one of the tour's keys, pressed while it is to be seen."""
        if self.bubble.isHidden() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() == Qt.Key.Key_Right:
            self.on()
        elif event.key() == Qt.Key.Key_Left:
            self.back()
        else:
            return False
        return True
