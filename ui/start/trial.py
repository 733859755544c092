"""One device of the session to be: what was chosen for it, and the trying out. No Qt.

Rule 1: a test or a search holds the port; one at a time, and another choice ends it.
Rule 2: nothing is left of the values of a test that does not run any more.
Rule 3: what a search proposes is never chosen by itself.
Rule 4: allowing the cuff to be started, and a speed that was found, belong to one monitor;
        another choice takes them back.
"""

from __future__ import annotations

from devices.registry import LINE
from ui.requests import (
    Backend,
    DeviceCheck,
    DeviceRequest,
    DeviceSearch,
    DeviceTest,
    Refusal,
    SearchState,
)
from ui.words import say


class Trial:
    """`driver` is the name of a driver or ``line:FILE.toml``; "" = not chosen, as for `url`.

    `baud` is the speed at which a search understood it; None = the monitor's usual one.
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._test: DeviceTest | None = None
        self._search: DeviceSearch | None = None
        self.url = ""
        self.driver = ""
        self.may_start_cuff = False
        self.baud: int | None = None
        self.check: DeviceCheck | None = None
        self.found: SearchState | None = None
        self.note = say("test-idle")

    @property
    def testing(self) -> bool:
        return self._test is not None

    @property
    def searching(self) -> bool:
        return self._search is not None

    @property
    def busy(self) -> bool:
        return self.testing or self.searching

    @property
    def proposed(self) -> str:
        """The driver that a search proposes and nobody has answered to yet; or nothing."""
        return (self.found.proposed or "") if self.found is not None else ""

    def request(self) -> DeviceRequest:
        return DeviceRequest(self.url.strip(), self.driver, self.may_start_cuff, self.baud)

    def state(self) -> str:
        """How far it is: the end of a sentence's id that begins with ``state-``."""
        if self.searching:
            return "searching"
        if self.proposed:
            return "found"
        if self.check is not None:
            return self.check.state
        return "untested"

    def choose_port(self, url: str) -> None:
        if url != self.url:
            self.end(say("test-idle"))
            self.url = url
            self.baud = None

    def choose_driver(self, driver: str) -> None:
        if driver != self.driver:
            self.end(say("test-idle"))
            self.driver = driver
            self.may_start_cuff = False
            self.baud = None

    def begin_test(self) -> None:
        self.end()
        if not self.url.strip() or self.driver in {"", LINE}:
            self.note = say("test-needs-both")
            return
        try:
            self._test = self._backend.test_device(self.request())
        except Refusal as refusal:
            self.note = str(refusal)
            return
        self.poll()

    def begin_search(self) -> None:
        self.end()
        if not self.url.strip():
            self.note = say("find-needs-port")
            return
        try:
            self._search = self._backend.find_monitor(self.url.strip())
        except Refusal as refusal:
            self.note = str(refusal)
            return
        self.poll()

    def poll(self) -> None:
        """Ask what was heard since; to be called on a timer while it is `busy`."""
        if self._test is not None:
            self.check = self._test.check()
        if self._search is not None:
            self.found = self._search.state()
            if self.found.over or self.found.proposed is not None:
                self._search.stop()
                self._search = None

    def accept(self) -> None:
        """Take the proposed driver, and test it at once: it has to prove itself."""
        if self.found is not None and self.found.proposed is not None:
            baud = self.found.baud
            self.choose_driver(self.found.proposed)
            self.baud = baud
            self.begin_test()

    def end(self, note: str = "") -> None:
        """End what runs, let go of the port and forget what was heard."""
        if self._test is not None:
            self._test.stop()
            self.note = note or say("test-stopped")
        elif self._search is not None:
            self._search.stop()
            self.note = note or say("find-stopped")
        elif note:
            self.note = note
        self._test = self._search = None
        self.check = self.found = None
