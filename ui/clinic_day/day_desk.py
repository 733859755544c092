"""How the day comes to the screen, and where its page leads; and whom a scanned label concerns.

Rule 1: a scan goes to the page, or the panel, that takes it; otherwise it is only said what it is.
        It never goes to another chair. What nothing takes is never shown: it may be a PIN.
Rule 2: devices are looked at once a second, and only while the page is in sight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from monitor.picture import Shown
from monitor.vitals import VitalSign
from ui.chair.spans import age_text
from ui.chair.toast import Receipt
from ui.clinic_day.opening_facts import ChairLook
from ui.panels import Panel
from ui.requests import Backend
from ui.scene import Scene
from ui.seat import Seat
from ui.shell import Shell
from ui.view_state import ChairView, ViewState
from ui.words import say

if TYPE_CHECKING:
    from data.day_book import TodayEntry
    from ui.clinic_day.day_page import DayPage

LOOK_EVERY_S = 1.0
_KNOWN = frozenset({Shown.LIVE, Shown.AGED, Shown.DASHES})


@runtime_checkable
class TakesScan(Protocol):
    """A page that knows what to do with a label."""

    def take_scan(self, text: str) -> bool:
        """False = it is nothing for this page now."""
        ...


class Ways(Protocol):
    """What the window can do for the page."""

    def go(self, name: str) -> None: ...

    def show_chair(self, chair: int) -> None: ...

    def toggle(self, panel: Panel) -> None: ...


class DayDesk:
    """Moments are monotonic seconds of the window."""

    def __init__(
        self,
        backend: Backend,
        seat: Seat,
        state: ViewState,
        shell: Shell,
        scene: Scene,
        ways: Ways,
    ) -> None:
        self._backend, self._seat, self._state = backend, seat, state
        self._shell, self._scene, self._ways = shell, scene, ways
        self._page: DayPage | None = None
        self._looked_at = float("-inf")
        self._now = 0.0

    def open(self) -> None:
        """Show the page of the day."""
        page = self._shell.day
        if self._page is None:
            self._page = page
            page.sound_asked.connect(lambda: self._ways.toggle(Panel.SOUND))
            page.place_asked.connect(self._place)
            page.begun.connect(self._begin)
        self._shell.pages.setCurrentWidget(page)
        self._looked_at = float("-inf")
        self.show(self._now)

    def show(self, now: float) -> None:
        """To be called several times a second; costs nothing while the page is not in sight."""
        self._now, page = now, self._page
        if page is None or not page.isVisible() or now - self._looked_at < LOOK_EVERY_S:
            return
        self._looked_at = now
        page.know(self._seat.name or self._shell.start.listener)
        due = None if self._backend.demo else self._backend.sound_check_due(None) is not None
        page.show_looks([self._look(chair) for chair in sorted(self._state.chairs)], sound_due=due)

    def scanned(self, text: str) -> None:
        """A label that was not typed into a field."""
        panels = self._shell.panels.by_name.values()
        shown: list[object] = [panel for panel in panels if not panel.isHidden()]
        for part in shown or [self._shell.pages.currentWidget()]:
            if isinstance(part, TakesScan) and part.take_scan(text):
                return
        chair = next((one for one, view in self._state.chairs.items() if _is(view, text)), None)
        sentence = say("scan-of-nobody")
        if chair is not None:
            sentence = say("scan-on-chair", text.strip(), chair)
        receipt = Receipt("", 0.0, self._now, sentence=sentence)
        self._scene.receipt = self._scene.wall.receipt = receipt

    def _look(self, chair: int) -> ChairLook:
        view = self._state.chairs[chair]
        if view.over:
            return ChairLook(chair)
        return ChairLook(chair, self._backend.device_lines(chair), _cuff(view))

    def _place(self, session_id: str) -> None:
        """To the chair where the session runs, else to its record."""
        for chair, view in self._state.chairs.items():
            if view.picture.session_id == session_id and not view.over:
                self._ways.show_chair(chair)
                return
        self._ways.go("review")
        self._shell.review.show_session(session_id)

    def _begin(self, entry: TodayEntry) -> None:
        self._ways.go("new")
        self._shell.start.choose_today(entry)


def _is(view: ChairView, patient_id: str) -> bool:
    return not view.over and view.picture.patient_id == patient_id.strip()


def _cuff(view: ChairView) -> str:
    """The last cuff result with its age; empty = none."""
    numerals = view.picture.numerals
    sbp, dbp = numerals.get(VitalSign.SBP), numerals.get(VitalSign.DBP)
    if sbp is None or dbp is None or sbp.value is None or dbp.value is None:
        return ""
    if sbp.shown not in _KNOWN:
        return ""
    return say("day-cuff-was", f"{sbp.value:.0f}/{dbp.value:.0f}", age_text(sbp.age_s or 0.0))
