"""Starts of the cuff on their way from whoever asks for them to the conversation with the monitor.

Rule 1: `put` may be called from any thread, everything else from the link's own.
Rule 2: an order that could not be passed on within `START_MEANT_S`, because there was no port, is
        forgotten: nobody expects the cuff any more. So is one for a monitor that starts none.
"""

from __future__ import annotations

from queue import SimpleQueue

from devices.session import START_MEANT_S, DeviceSession, StartsCuff


class CuffOrders:
    def __init__(self) -> None:
        self._asked: SimpleQueue[float] = SimpleQueue()

    def put(self, at: float) -> None:
        """Somebody asked for a start at this moment of the link's clock."""
        self._asked.put(at)

    @property
    def waiting(self) -> bool:
        return not self._asked.empty()

    def pass_on(self, session: DeviceSession, now: float) -> None:
        """Hand what was asked for to the conversation; its `due` then sends it."""
        while not self._asked.empty():
            asked_at = self._asked.get_nowait()
            if now - asked_at <= START_MEANT_S and isinstance(session, StartsCuff):
                session.start_cuff(asked_at)
