"""In what order the monitors are listened for and asked when nobody knows which one it is.

Rule 1: a port is opened with one setting of the line at a time, for all the monitors that use it.
        Where there is none (a pseudo-terminal, a socket) one opening serves everybody.
Rule 2: in every opening there is silence first: whoever talks by itself is found before anybody
        was asked anything. It is heard on while others are asked.
Rule 3: nothing is asked but what `Driver.sends` lists, and only by a driver that asks as soon as
        its port is open. One that selects a format after ten seconds of not understanding (Nonin)
        is listened for: what it would send changes how the monitor talks to others.
Rule 4: all openings together take `SEARCH_S` at most, and what the port adds up to `OVER_BY_S`.

The order of the questions (`TURNS`). A question must not mean anything to the monitors of those
who ask later:
* DINAMAP first: printable text, which a monitor that is binary passes over, ended by CR, so that
  no rest of it stays in the buffer of one that reads lines.
* PAR next: printable digits between STX and ETX, with a check value. It asks when the line was
  quiet for a while; the time of listening counts for it.
* SunTech and Contec: a few bytes, each a read command of its own, with a check value or with bit 7
  set; neither contains CR, so that DINAMAP takes no notice.
* GE Dash: one fixed message that reads values.
* PM6750: it switches outputs on and nothing off; its frames need their head and their check value.
* S/5: a framed request with a check value, that lets values come.
* IntelliVue last: it begins an association, the only thing here that a monitor keeps for a while
  (it drops it by itself). Its frames need a check value of 16 bits.

Times: a monitor that talks does so each second, Nellcor each second one; a monitor that is asked
is known to answer within half a second, except the PAR module, which may be slow.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from devices.session import Driver, LineSettings

SEARCH_S = 13.5
"""For everything that is planned; opening the port each time comes on top of it."""
OVER_BY_S = 14.2
"""What is left is cut short so that it ends by then, also where opening takes long (RFC 2217)."""
LISTEN_S = 2.7
"""Before anybody is asked, where monitors talk by themselves."""
GLANCE_S = 0.5
"""The same where none does: who still sends what it was asked for before is heard."""
ASKS_WITHIN_S = 2.0
"""A driver that is quiet for longer than this listens, and asks for something else."""
_ANY_LINE = LineSettings(9600)

TURNS = {
    "dinamap": 0.9,
    "par-nibp2010": 1.6,
    "suntech-oem": 0.7,
    "contec-cms50": 0.7,
    "ge-dash": 1.0,
    "berry-pm6750": 0.7,
    "ge-s5": 1.6,
    "philips-intellivue": 1.2,
}
"""Who is asked, in this order, and for how long an answer is waited for."""
TOGETHER_SHARE = 0.6
"""So much of a turn where the same opening goes on: a late answer is still heard there."""
_TURN_S = 0.7
"""For one that is not in the list; it comes last."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The time in which one driver asks, and waits for the answer."""

    driver: Driver
    wait_s: float


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening of the port: `listen_s` of silence, the turns, and `stay_s` of silence again.

    `lines` are the settings that it stands for; more than one where the port has none.
    """

    line: LineSettings
    lines: tuple[LineSettings, ...]
    drivers: tuple[Driver, ...]
    listen_s: float
    turns: tuple[Turn, ...]
    stay_s: float = 0.0

    @property
    def lasts_s(self) -> float:
        return self.listen_s + sum(turn.wait_s for turn in self.turns) + self.stay_s


def openings(drivers: Iterable[Driver], *, settings_matter: bool) -> tuple[Opening, ...]:
    """What is to be tried on one port, in this order."""
    known = tuple(drivers)
    if not settings_matter:
        return (_for_everybody(known),)
    planned = [
        _with(line, [driver for driver in known if line in _lines_of(driver)])
        for line in _all_lines(known)
    ]
    # Where most monitors can be met, first; else the order of the list.
    planned.sort(key=lambda opening: -len(opening.drivers))
    return tuple(_in_time(planned))


def _lines_of(driver: Driver) -> tuple[LineSettings, ...]:
    return driver.line, *driver.alternative_lines


def _all_lines(drivers: tuple[Driver, ...]) -> tuple[LineSettings, ...]:
    """Each once; what some units of a kind have only, last."""
    usual = [driver.line for driver in drivers]
    others = [line for driver in drivers for line in driver.alternative_lines]
    return tuple(dict.fromkeys([*usual, *others]))


def asks(driver: Driver) -> bool:
    """It has a question as soon as the line is open, or was quiet for a moment."""
    session = driver.open(driver.source)
    return bool(session.opened(0.0) + session.due(ASKS_WITHIN_S))


def _turns(drivers: Iterable[Driver]) -> tuple[Turn, ...]:
    places = list(TURNS)
    asking = [driver for driver in drivers if asks(driver)]
    asking.sort(key=lambda one: places.index(one.name) if one.name in TURNS else len(places))
    return tuple(Turn(driver, TURNS.get(driver.name, _TURN_S)) for driver in asking)


def _for_everybody(drivers: tuple[Driver, ...]) -> Opening:
    turns = tuple(replace(one, wait_s=one.wait_s * TOGETHER_SHARE) for one in _turns(drivers))
    opening = Opening(_ANY_LINE, _all_lines(drivers), drivers, LISTEN_S, turns)
    return _in_time([opening])[0]


def _with(line: LineSettings, drivers: list[Driver]) -> Opening:
    turns = _turns(drivers)
    asked = {turn.driver.name for turn in turns}
    talks = any(one.name not in asked and not one.speaks_only_when_measured for one in drivers)
    return Opening(line, (line,), tuple(drivers), LISTEN_S if talks else GLANCE_S, turns)


def _in_time(planned: list[Opening]) -> list[Opening]:
    """Use up `SEARCH_S`: what is left goes where a cuff's result may come; else all is cut."""
    left_s = SEARCH_S - sum(opening.lasts_s for opening in planned)
    if left_s < 0.0:
        share = SEARCH_S / (SEARCH_S - left_s)
        return [shorter(opening, share) for opening in planned]
    hopes = [any(one.speaks_only_when_measured for one in opening.drivers) for opening in planned]
    stay_s = left_s / max(1, sum(hopes))
    return [
        replace(opening, stay_s=stay_s) if hope else opening
        for opening, hope in zip(planned, hopes, strict=True)
    ]


def shorter(opening: Opening, share: float) -> Opening:
    """Everything in this opening for so much less; a `share` of 1 or more changes nothing."""
    if share >= 1.0:
        return opening
    turns = tuple(Turn(turn.driver, turn.wait_s * share) for turn in opening.turns)
    listen_s, stay_s = opening.listen_s * share, opening.stay_s * share
    return replace(opening, listen_s=listen_s, turns=turns, stay_s=stay_s)
