"""Says once when a line goes quiet, is misunderstood or breaks, and once when it lives again.

Rule 1: no I/O and no clock: the moment comes in with every call, `tick` is called at or after
        `wake_at`, and what is to be said comes out.
Rule 2: a line lives by whole frames, not by bytes: noise is not life, and a frame that says
        nothing new is.
Rule 3: every state is said once. A port that stays away, however often it is tried, is one DOWN.
Rule 4: of a monitor that speaks only when it has measured no silence is said; its port is all.
Rule 5: `quiet_s` is the time since the last whole frame; in UP it is the length of the gap that
        this frame ended. None = there was no whole frame before.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from devices.errors import ProtocolError
from devices.session import DeviceEvent, Driver
from devices.traffic import Direction, Tail, Traffic
from monitor.events import LinkChanged, LinkReason, LinkState

SILENT_AFTER_S = 3.0
"""The shortest silence that is worth saying."""
SILENT_AFTER_INTERVALS = 2.5
WRONG_DRIVER_AFTER_S = 7.5
"""Bytes without one whole frame. Whoever speaks every second or two is still named within ten
seconds after the port was opened."""
MEANINGLESS_BYTES = 16
"""Fewer bytes than this are a spark on the cable and not another monitor."""
HALF_FRAME_S = 2.0
"""Bytes that all came within this time may be the rest of a frame that we met half-way."""


@dataclass(frozen=True, slots=True)
class LinkStats:
    """What came over one link so far; a snapshot that any thread may read."""

    state: LinkState | None = None
    """What was last said; None = nothing yet."""
    reason: LinkReason | None = None
    bytes: int = 0
    frames: int = 0
    errors: int = 0
    last_frame_at: float | None = None
    last_error: str = ""
    """The last protocol error; empty = none."""
    trouble: str = ""
    """Why the port is down, one sentence for a person; empty while it is open."""
    round_trip_s: float | None = None
    """From the last request to the next whole frame; None = nothing was asked yet."""
    tail: Tail = ()
    """The raw bytes of late in both directions, oldest first, at most `TAIL_BYTES`."""
    device_time: str | None = None
    """The monitor's own time (ISO 8601 without zone) at `device_time_at` on the link's clock;
    None = it gave none. See `devices.traffic` for what it is worth after a cuff result."""
    device_time_at: float | None = None


class LinkWatch:
    def __init__(self, driver: Driver, source: str) -> None:
        self._source = source
        self._port_only = driver.speaks_only_when_measured
        self._silent_after_s = (
            math.inf
            if self._port_only
            else max(SILENT_AFTER_S, SILENT_AFTER_INTERVALS * driver.interval_s)
        )
        self._open_since: float | None = None
        self._frames_seen = 0
        self._unread_since: float | None = None
        self._unread_until = -math.inf
        self._unread_bytes = 0
        self._speaks_at = math.inf
        """When `tick` next has something to say; `_look_ahead` keeps it."""
        self._stats = LinkStats()
        """All but the bytes, which are counted by themselves: pieces are many, news is rare."""
        self._bytes = 0
        self._traffic = Traffic()

    @property
    def stats(self) -> LinkStats:
        """A snapshot; from any thread."""
        traffic = self._traffic
        device_time, device_time_at = traffic.told or (None, None)
        return replace(
            self._stats,
            bytes=self._bytes,
            round_trip_s=traffic.round_trip_s,
            tail=traffic.tail,
            device_time=device_time,
            device_time_at=device_time_at,
        )

    @property
    def trouble(self) -> str:
        return self._stats.trouble

    def opened(self, at: float) -> list[LinkChanged]:
        """The port is open; whether anything lives behind it is not known yet.

        Of a monitor that speaks only when it has measured no more can be known, so that its line
        is well again with its port.
        """
        self._open_since = at
        self._forget_unread()
        self._traffic.opened()
        self._stats = replace(self._stats, trouble="")
        self._look_ahead()
        if self._port_only and self._stats.state is LinkState.DOWN:
            return self._say(LinkState.UP, LinkReason.CONNECTED, at)
        return []

    def passed(self, direction: Direction, data: bytes, at: float) -> None:
        """These bytes went over the line."""
        self._traffic.passed(direction, data, at)

    def took(
        self,
        events: Iterable[DeviceEvent],
        byte_count: int,
        at: float,
        frames: int | None = None,
    ) -> list[LinkChanged]:
        """Bytes came, and the driver made this of them; `frames` is its count of whole frames."""
        heard = list(events)
        self._bytes += byte_count
        self._traffic.heard(heard, at)
        errors = [event for event in heard if isinstance(event, ProtocolError)]
        new_frames = self._new_frames(frames, observations=len(heard) - len(errors))
        changes = self._whole_frame(at) if new_frames else []
        if new_frames or errors:
            stats = self._stats
            self._stats = replace(
                stats,
                frames=stats.frames + new_frames,
                errors=stats.errors + len(errors),
                last_frame_at=at if new_frames else stats.last_frame_at,
                last_error=str(errors[-1]) if errors else stats.last_error,
            )
        if not new_frames:
            self._count_unread(byte_count, at)
        self._look_ahead()
        return changes

    def tick(self, now: float) -> list[LinkChanged]:
        """Time went on to `now`."""
        if now < self._speaks_at:
            return []
        if self._misread_at() <= now:
            return self._say(LinkState.SILENT, LinkReason.WRONG_DRIVER, now)
        if self._quiet_at() <= now:
            return self._say(LinkState.SILENT, LinkReason.NO_DATA, now)
        return []

    def broke(self, reason: LinkReason, at: float, text: str = "") -> list[LinkChanged]:
        """There is no port, or no longer; `text` says why, for a person."""
        self._open_since = None
        self._forget_unread()
        self._stats = replace(self._stats, trouble=text)
        self._look_ahead()
        if self._stats.state is LinkState.DOWN and not self._is_news(reason):
            return []
        return self._say(LinkState.DOWN, reason, at)

    def _is_news(self, reason: LinkReason) -> bool:
        """Of a port that is down already: a bug is, and a stranger, there or gone again."""
        if reason is LinkReason.DRIVER_BUG:
            return True
        before = self._stats.reason
        return reason is not before and LinkReason.STRANGER in {reason, before}

    def wake_at(self) -> float | None:
        """When `tick` next has something to say; None = only bytes can change anything."""
        return self._speaks_at if math.isfinite(self._speaks_at) else None

    def _look_ahead(self) -> None:
        self._speaks_at = min(self._misread_at(), self._quiet_at())

    def _new_frames(self, frames: int | None, observations: int) -> int:
        if frames is None:
            return observations
        new_frames = frames - self._frames_seen
        self._frames_seen = frames
        # A driver that reports a value has understood a frame, whatever its counter says.
        return max(new_frames, 1 if observations else 0)

    def _whole_frame(self, at: float) -> list[LinkChanged]:
        was_up = self._stats.state is LinkState.UP
        changes = [] if was_up else self._say(LinkState.UP, LinkReason.CONNECTED, at)
        self._forget_unread()
        self._traffic.whole_frame(at)
        return changes

    def _misread_at(self) -> float:
        said = self._stats.state is LinkState.SILENT and (
            self._stats.reason is LinkReason.WRONG_DRIVER
        )
        if said or self._unread_since is None or self._unread_bytes < MEANINGLESS_BYTES:
            return math.inf
        if self._unread_until - self._unread_since < HALF_FRAME_S:
            return math.inf
        return self._unread_since + WRONG_DRIVER_AFTER_S

    def _quiet_at(self) -> float:
        if self._open_since is None or self._stats.state is LinkState.SILENT:
            return math.inf
        last_frame_at = self._stats.last_frame_at
        alive_at = self._open_since if last_frame_at is None else last_frame_at
        return max(self._open_since, alive_at) + self._silent_after_s

    def _count_unread(self, byte_count: int, at: float) -> None:
        if not byte_count:
            return
        if self._unread_since is None:
            self._unread_since = at
        self._unread_until = at
        self._unread_bytes += byte_count

    def _forget_unread(self) -> None:
        self._unread_since = None
        self._unread_bytes = 0

    def _say(self, state: LinkState, reason: LinkReason, at: float) -> list[LinkChanged]:
        self._stats = replace(self._stats, state=state, reason=reason)
        self._look_ahead()
        last_frame_at = self._stats.last_frame_at
        quiet_s = None if last_frame_at is None else at - last_frame_at
        return [LinkChanged(state, reason, self._source, quiet_s)]
