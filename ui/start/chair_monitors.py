"""Which monitors a chair had last in this run of the window, and which are in use now. No Qt.

Rule 1: a chair is offered its own last monitors or none: those of another chair would show one
        patient's numbers as another's.
Rule 2: what a running chair uses is never offered, nor what is not in the list of ports.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ui.requests import DeviceRequest


class ChairMonitors:
    def __init__(self) -> None:
        self._last: dict[int, tuple[DeviceRequest, ...]] = {}
        self._busy: frozenset[int] = frozenset()
        self._taken: frozenset[str] = frozenset()

    @property
    def busy(self) -> frozenset[int]:
        """The chairs on which a session runs."""
        return self._busy

    def know(self, busy: Iterable[int], urls: Iterable[str]) -> None:
        """The chairs on which a session runs now, and the ports that are known to be theirs."""
        self._busy, self._taken = frozenset(busy), frozenset(urls)

    def keep(self, chair: int, devices: Sequence[DeviceRequest]) -> None:
        """A session was begun on this chair with these."""
        self._last[chair] = tuple(devices)

    def first_free(self, chairs: Iterable[int]) -> int | None:
        """None = a session runs on each of them."""
        return next((chair for chair in chairs if chair not in self._busy), None)

    def offered(self, chair: int, ports: Collection[str]) -> tuple[DeviceRequest, ...]:
        """What to choose beforehand on this chair; empty = nothing. `ports` are those listed."""
        devices = self._last.get(chair, ())
        free = all(one.url in ports and one.url not in self._in_use() for one in devices)
        return devices if free else ()

    def _in_use(self) -> frozenset[str]:
        begun = {one.url for chair in self._busy for one in self._last.get(chair, ())}
        return self._taken | begun
