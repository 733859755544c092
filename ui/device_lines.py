"""One device of a chair in the words and figures of its panel, from what its link has counted.

Rule: a monitor's clock is compared with ours at the moment at which its time stamp came, and not
      when somebody looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from devices.link_watch import LinkStats
from devices.session import Driver, LineSettings
from monitor.events import DeviceFacts, LinkReason, LinkState
from monitor.picture import ChairPicture, Numeral, Shown
from monitor.vitals import VitalSign
from ui.requests import DeviceLine
from ui.words import say

_HAS_A_VALUE = frozenset({Shown.LIVE, Shown.AGED, Shown.DASHES})


@dataclass(frozen=True, slots=True)
class Plug:
    """A device of a session: the port, its driver, and what the core is told of it."""

    url: str
    driver: Driver
    facts: DeviceFacts
    line: LineSettings


@dataclass(frozen=True, slots=True)
class Look:
    """A look at the devices of a chair.

    `now` is of the clock of the links, `utc_s` the same moment; None = there the time of day is
    none. `picture` None = nothing was judged yet. `may_start`: the sources whose cuff may be
    started.
    """

    now: float
    utc_s: float | None
    picture: ChairPicture | None
    may_start: frozenset[str]


def device_line(plug: Plug, stats: LinkStats, look: Look) -> DeviceLine:
    state, sentence = _state(plug, stats)
    last_at = stats.last_frame_at
    return DeviceLine(
        source=plug.facts.source,
        title=plug.driver.title,
        url=plug.url,
        state=state,
        sentence=sentence,
        bytes_count=stats.bytes,
        frames=stats.frames,
        errors=stats.errors,
        last_error=stats.last_error,
        last_frame_age_s=None if last_at is None else max(0.0, look.now - last_at),
        round_trip_s=stats.round_trip_s,
        clock_skew_s=_skew_s(stats, look),
        signs=_signs(plug.facts, look.picture),
        tail=tuple((direction.value, data) for direction, data in stats.tail),
        can_start_cuff=plug.facts.can_start_cuff,
        may_start_cuff=plug.facts.source in look.may_start,
        stranger=stats.reason is LinkReason.STRANGER,
    )


def _state(plug: Plug, stats: LinkStats) -> tuple[str, str]:
    """The word for the state of the line, and the sentence for a person."""
    if stats.state is None or stats.reason is None:
        waiting = say("test-waiting", plug.driver.title)
        return ("down", stats.trouble) if stats.trouble else ("waiting", waiting)
    known = say(f"link-{stats.reason.value}")
    trouble = stats.trouble if stats.state is LinkState.DOWN else ""
    return stats.state.value, trouble or known


def _skew_s(stats: LinkStats, look: Look) -> float | None:
    """The monitor's local time minus ours; None = it tells none, or none that can be read."""
    if stats.device_time is None or stats.device_time_at is None or look.utc_s is None:
        return None
    try:
        theirs = datetime.fromisoformat(stats.device_time).astimezone()
    except (ValueError, OverflowError, OSError):
        return None
    ours_s = look.utc_s - (look.now - stats.device_time_at)
    return theirs.timestamp() - ours_s


def _signs(facts: DeviceFacts, picture: ChairPicture | None) -> tuple[tuple[VitalSign, bool], ...]:
    """What the device gives, in the order of the table of signs; True = it is taken from it."""
    return tuple(
        (sign, picture is not None and _taken(facts.source, picture.numerals.get(sign)))
        for sign in VitalSign
        if sign in facts.signs
    )


def _taken(source: str, numeral: Numeral | None) -> bool:
    if numeral is None or numeral.shown not in _HAS_A_VALUE:
        return False
    return numeral.source in {"", source}
