"""What is to be checked before the first patient, what was ticked, and what the devices say.

Rule 1: a tick is a person's. What a monitor says stands beside it as evidence, and goes with it
        into the record; it never ticks anything by itself.
Rule 2: the newest tick of an item counts; one that was taken back says by whom.
Rule 3: as many chairs are checked as somebody said, else up to the highest that is known of.

Pure, no Qt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.day_book import DayTick, TodayEntry
from ui.chair.device_text import clock_text, maker
from ui.chair.device_text import tab_text as device_state
from ui.chair.spans import clock_text as time_text
from ui.requests import DeviceLine
from ui.words import say

SOUND, PRESCRIBER, CHAIRS = "sound", "prescriber", "chairs"
ROOM = (PRESCRIBER, "oxygen", "suction", "cart")
LINK, CLOCK, CUFF = "link", "clock", "cuff"
AT_CHAIR = (LINK, CLOCK, CUFF)
MOST_CHAIRS = 8


@dataclass(frozen=True, slots=True)
class ChairLook:
    """What is known of a chair now: its devices, and its last cuff result in words."""

    chair: int
    lines: tuple[DeviceLine, ...] = ()
    cuff: str = ""


@dataclass(frozen=True, slots=True)
class ItemFace:
    """`detail` says who ticked it and when, or what is known of it; `proof` goes into a tick."""

    item: str
    name: str
    done: bool
    detail: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True)
class ChairFace:
    chair: int
    items: tuple[ItemFace, ...]


@dataclass(frozen=True, slots=True)
class OpeningFace:
    """`sound` None = this computer makes no sound of its own (the demo)."""

    sound: ItemFace | None = None
    room: tuple[ItemFace, ...] = ()
    chairs: tuple[ChairFace, ...] = ()

    @property
    def open(self) -> int:
        """How many items are not done."""
        items = [item for chair in self.chairs for item in chair.items] + list(self.room)
        if self.sound is not None:
            items.append(self.sound)
        return sum(not item.done for item in items)


def chair_item(chair: int, what: str) -> str:
    return f"chair-{chair}:{what}"


def newest(ticks: Iterable[DayTick]) -> dict[str, DayTick]:
    """The newest tick of each item; `ticks` are oldest first."""
    return {tick.item: tick for tick in ticks}


def chairs_in_use(
    ticks: dict[str, DayTick], today: Iterable[TodayEntry], running: Iterable[int]
) -> int:
    told = ticks.get(CHAIRS)
    if told is not None and told.text.isdecimal():
        return min(max(int(told.text), 1), MOST_CHAIRS)
    planned = [entry.chair for entry in today if entry.chair is not None]
    return min(max([1, *planned, *running]), MOST_CHAIRS)


def opening_face(
    ticks: dict[str, DayTick], looks: Sequence[ChairLook], *, sound_due: bool | None
) -> OpeningFace:
    """`looks` are the chairs to be checked; `sound_due` None = no sound check here."""
    sound = None
    if sound_due is not None:
        word = "day-sound-due" if sound_due else "day-sound-done"
        sound = ItemFace(SOUND, say("day-item-sound"), not sound_due, say(word))
    room = tuple(item_face(ticks, item, say(f"day-item-{item}")) for item in ROOM)
    return OpeningFace(sound, room, tuple(_chair(ticks, look) for look in looks))


def item_face(ticks: dict[str, DayTick], item: str, name: str, proof: str = "") -> ItemFace:
    tick = ticks.get(item)
    return ItemFace(item, name, tick is not None and tick.done, _detail(tick, proof), proof)


def _chair(ticks: dict[str, DayTick], look: ChairLook) -> ChairFace:
    proofs = {LINK: _link(look), CLOCK: _clock(look), CUFF: look.cuff or say("day-no-cuff")}
    return ChairFace(
        look.chair,
        tuple(
            item_face(ticks, chair_item(look.chair, what), say(f"day-item-{what}"), proofs[what])
            for what in AT_CHAIR
        ),
    )


def _link(look: ChairLook) -> str:
    if not look.lines:
        return say("day-no-device")
    return ", ".join(say("day-device", *device_state(line)) for line in look.lines)


def _clock(look: ChairLook) -> str:
    told = [line for line in look.lines if line.clock_skew_s is not None]
    if not told:
        return say("day-untold")
    return ", ".join(
        say("day-device", maker(line.source), clock_text(line.clock_skew_s)) for line in told
    )


def _detail(tick: DayTick | None, proof: str) -> str:
    if tick is None:
        return proof
    at = time_text(tick.utc_s)
    if not tick.done:
        return " · ".join(part for part in (proof, say("day-taken-back", tick.by, at)) if part)
    ticked = say("day-ticked", tick.by, at)
    first, second = (
        (tick.text, ticked) if tick.item == PRESCRIBER else (ticked, tick.text or proof)
    )
    return " · ".join(part for part in (first, second) if part)
