"""The devices of the session to be, in their order, and which of them is being chosen. No Qt.

Rule: there is always one device. The first that gives a sign is the one it is taken from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ui.requests import Backend, DeviceRequest
from ui.start.trial import Trial


class Trials:
    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._all = [Trial(backend)]
        self._at = 0

    def __iter__(self) -> Iterator[Trial]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @property
    def at(self) -> int:
        """The place of the chosen one, from 0."""
        return self._at

    @property
    def chosen(self) -> Trial:
        return self._all[self._at]

    @property
    def busy(self) -> bool:
        return any(trial.busy for trial in self._all)

    def requests(self) -> tuple[DeviceRequest, ...]:
        """What was chosen, complete or not, the preferred device first."""
        return tuple(trial.request() for trial in self._all)

    def choose(self, place: int) -> None:
        self._at = max(0, min(place, len(self._all) - 1))

    def add(self) -> None:
        """One more, behind the others; it is the chosen one."""
        self._all.append(Trial(self._backend))
        self._at = len(self._all) - 1

    def move(self, by: int) -> None:
        """The chosen one changes places with its neighbour, if it has one there."""
        to = self._at + by
        if 0 <= to < len(self._all):
            self._all[self._at], self._all[to] = self._all[to], self._all[self._at]
            self._at = to

    def remove(self) -> None:
        """Without the chosen one, which lets go of its port; the last one stays."""
        if len(self._all) > 1:
            self._all.pop(self._at).end()
            self.choose(self._at)

    def prefer(self, devices: Sequence[DeviceRequest]) -> bool:
        """Choose these if nobody has chosen anything yet; True if it was done."""
        if not devices or any(trial.driver or trial.url for trial in self._all):
            return False
        self.replace(devices)
        return True

    def replace(self, devices: Sequence[DeviceRequest]) -> None:
        """Choose these and nothing else; of none, one device that is not chosen yet."""
        self.end()
        self._all = [Trial(self._backend) for _ in devices or (None,)]
        self._at = 0
        for trial, device in zip(self._all, devices, strict=False):
            trial.url, trial.driver = device.url, device.driver
            trial.may_start_cuff, trial.baud = device.may_start_cuff, device.baud

    def poll(self) -> None:
        for trial in self._all:
            trial.poll()

    def end(self, note: str = "") -> None:
        """End what runs and let go of the ports."""
        for trial in self._all:
            if trial.busy:
                trial.end(note)
