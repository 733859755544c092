"""A running search for the monitor on a port: the probe in a thread, asked on a timer.

Rule: what a window sees is the latest `SearchState`, replaced as a whole; `over` comes last, also
      when the search was stopped or has failed.
"""

from __future__ import annotations

import threading
from contextlib import closing
from dataclasses import replace

from devices.errors import DeviceError
from devices.probe import Step, probing
from ui.evidence import evidence, trying
from ui.requests import SearchState
from ui.words import say


class Searching:
    """Begins when it is made. `stop` ends it and frees the port; it may be called again."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._state = SearchState(0.0, say("search-opening", url), None, "", over=False)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"search {url}", daemon=True)
        self._thread.start()

    def state(self) -> SearchState:
        return self._state

    def stop(self) -> None:
        """Within a moment; after it the port is closed."""
        self._stopping.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            self._search()
        except DeviceError as error:
            self._state = replace(self._state, trouble=str(error))
        finally:
            self._state = replace(self._state, done=1.0, over=True)

    def _search(self) -> None:
        with closing(probing(self._url)) as steps:
            for step in steps:
                if self._stopping.is_set():
                    return
                self._state = _state(step)


def _state(step: Step) -> SearchState:
    finding = step.finding
    if finding is None:
        return SearchState(step.done, trying(step), None, "", over=False)
    baud = None if finding.line is None else finding.line.baud
    return SearchState(1.0, "", finding.proposed, evidence(finding), over=True, baud=baud)
