"""The chair and the monitors that are chosen before a hand chooses any.

Rule: what a hand chose stays, unless a session runs on the chair that it chose.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ui.page_kit import ChoiceRow
from ui.requests import Backend, DeviceRequest
from ui.start.chair_monitors import ChairMonitors
from ui.start.device_panel import DevicePanel

NO_MONITOR = DeviceRequest("", "")


class Beforehand:
    """`chair` has one button for each of `chairs`."""

    def __init__(
        self, backend: Backend, chair: ChoiceRow, chairs: range, device: DevicePanel
    ) -> None:
        self._backend, self._chair, self._chairs, self._device = backend, chair, chairs, device
        self._monitors = ChairMonitors()
        self._offered = device.requests()
        """What was chosen beforehand; something else now = a hand has chosen."""
        chair.changed.connect(lambda _chair: self.offer())

    def know_chairs(self, busy: Iterable[int], *, nobody: bool) -> None:
        """On which chairs a session runs. `nobody`: no patient, no choice of a chair for one."""
        running = frozenset(busy)
        lines = (line for chair in running for line in self._backend.device_lines(chair))
        self._monitors.know(running, [line.url for line in lines])
        free = self._monitors.first_free(self._chairs)
        if free is not None and (nobody or int(self._chair.key()) in running):
            self._chair.choose(str(free))
        self.offer()

    def offer(self) -> None:
        """The monitors that this chair had last."""
        now = self._device.requests()
        if now != self._offered:
            return
        offered = self._monitors.offered(int(self._chair.key()), self._device.editor.listed)
        if (offered or (NO_MONITOR,)) != now:
            self._device.replace(offered)
        self._offered = self._device.requests()

    def begun(self, chair: int, devices: Sequence[DeviceRequest]) -> None:
        """A session began: what was chosen for it is no choice for the next one."""
        self._monitors.keep(chair, devices)
        self._offered = self._device.requests()
