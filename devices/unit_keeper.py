"""Holds on to the unit that a link met first: where to open it now, and whom not to let in.

Rule 1: the first unit is whatever hung on the port when it was first opened. From then on that
        unit is followed to whatever name it has, and nobody else is opened under the old one.
Rule 2: another unit on the old name is refused until a person says that it is the right one; then
        it is held on to instead, and what the one before had said is to be forgotten.
Rule 3: where no unit can be told (`devices.identity`, rule 3) the port itself is all there is.
"""

from __future__ import annotations

from devices.errors import ConnectReason
from devices.identity import Unit, Units, find, met, named
from devices.port_trouble import connection_failed
from devices.serial_port import PortInfo


class UnitKeeper:
    """Of the link's thread; only `accept` may be called from any."""

    def __init__(self, url: str, units: Units) -> None:
        self._url = url
        self._units = units
        self._unit: Unit | None = None
        self._refused: Unit | None = None
        self._accepted: Unit | None = None
        self._changed = False

    @property
    def url(self) -> str:
        """Where it was last, or is to be for the first time."""
        return self._url

    def accept(self) -> None:
        """The unit that was refused last is the right one, says a person."""
        self._accepted = self._refused

    def where(self) -> str:
        """What to open. Raises `ConnectionFailed` when the unit is nowhere to be found."""
        if self._unit is None:
            return self._url
        place = find(self._unit, self._units())
        if place.url is not None:
            self._refused = None
            self._remember(place.url, self._unit.socket)
            return self._url
        if place.stranger is None:
            self._refused = None
            raise connection_failed(self._url, ConnectReason.ABSENT)
        return self._let_in(place.stranger)

    def opened(self) -> None:
        """The port was opened; what hangs on it is remembered if nothing is yet."""
        if self._unit is None and "://" not in self._url:
            self._unit = met(self._url, self._units())

    def changed(self) -> bool:
        """Once after another unit was let in: what is known of the one before means nothing."""
        changed, self._changed = self._changed, False
        return changed

    def _let_in(self, stranger: PortInfo) -> str:
        unit = met(self._url, [stranger])
        if unit is None or unit != self._accepted:
            self._refused = unit
            raise connection_failed(self._url, ConnectReason.STRANGER, named(stranger))
        self._unit, self._refused, self._accepted = unit, None, None
        self._changed = True
        return self._url

    def _remember(self, url: str, socket: str | None) -> None:
        if self._unit is not None and url != self._url:
            self._url = url
            self._unit = Unit(self._unit.key, url, socket)
