"""The ways from a recorded session to its replay and to «what if», and back.

Rule 1: a replay looks like a chair with a patient, so it is never on the same screen as one: while
        a session runs at this seat it is refused, and left at once when one begins. In a demo
        nobody is a patient.
Rule 2: «what if» is a table and a chart; it may be read at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from monitor.entries import Entry
from ui.requests import Refusal, SessionRecord
from ui.shell import Shell
from ui.view_state import ViewState
from ui.wall.room import running
from ui.words import say

if TYPE_CHECKING:
    from ui.replay.replay_page import ReplayPage
    from ui.review.what_if_page import WhatIfPage


WavesOf = Callable[[str, float, float], Sequence[Entry]]
"""The waves of a session between two of its seconds. Raises `Refusal`."""


class ReplayDesk:
    """The pages are made when they are visited."""

    def __init__(self, shell: Shell, state: ViewState, waves: WavesOf) -> None:
        self._shell, self._state, self._waves = shell, state, waves
        shell.replay_asked.connect(self.replay)
        shell.what_if_asked.connect(self.what_if)

    @cached_property
    def replay_page(self) -> ReplayPage:
        from ui.replay.replay_page import ReplayPage  # noqa: PLC0415 -- nobody replays at the start

        made = ReplayPage(self._shell.theme)
        made.in_the_way = lambda: bool(self._running())
        made.closed.connect(self._leave_replay)
        self._shell.add(made)
        return made

    @cached_property
    def what_if_page(self) -> WhatIfPage:
        from ui.review.what_if_page import WhatIfPage  # noqa: PLC0415 -- nor asks what if

        made = WhatIfPage(self._shell.theme)
        made.closed.connect(self._back)
        self._shell.add(made)
        return made

    def replay(self, record: SessionRecord) -> None:
        chairs = self._running()
        if chairs:
            self._tell(say("replay-runs", chairs[0]))
            return
        try:
            self.replay_page.open(record, partial(self._waves, record.row.session_id))
        except Refusal as refusal:
            self._tell(str(refusal))
            return
        self._shell.pages.setCurrentWidget(self.replay_page)

    def what_if(self, record: SessionRecord) -> None:
        try:
            self.what_if_page.open(record)
        except Refusal as refusal:
            self._tell(str(refusal))
            return
        self._shell.pages.setCurrentWidget(self.what_if_page)

    def _running(self) -> tuple[int, ...]:
        """The chairs at this seat that a replay might be taken for."""
        return () if self._state.demo else running(self._state)

    def _leave_replay(self) -> None:
        """To the session; to the chair, when that is why it has to be left."""
        if self._running():
            self._shell.page_left.emit()
        else:
            self._back()

    def _back(self) -> None:
        self._shell.pages.setCurrentWidget(self._shell.review)

    def _tell(self, sentence: str) -> None:
        self._shell.review.session.tell(sentence)
