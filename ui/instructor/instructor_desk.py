"""What is pressed in the instructor's window and becomes of it. No Qt.

Rule 1: everything goes through the room, which puts it into the record with its time.
Rule 2: what the room refuses is a sentence for the instructor, and nothing happened.
"""

from __future__ import annotations

from devices.simulated.scenario.mishaps import (
    CableIn,
    CuffOnOtherArm,
    ElectrodeOn,
    Mishap,
    ProbeOn,
    Subsides,
)
from monitor.entries import Published
from monitor.training.lesson import Deed
from monitor.training.staged import Staged, StagedKind
from monitor.vitals import CuffFailed
from ui.instructor.course import TrueCourse
from ui.instructor.lesson_room import LessonRoom
from ui.instructor.reach import lacking, reach_of
from ui.instructor.running import RunningList
from ui.instructor.story import Story
from ui.instructor.trigger_text import lack_text, trigger_name
from ui.instructor.trigger_wall import Part, Press, PressGroup
from ui.instructor.triggers import TRIGGERS, Chosen, Group, of_group
from ui.practice_chair import Glimpse
from ui.requests import Refusal
from ui.training_hands import CHAIR_HANDS
from ui.view_state import ChairView, ViewState
from ui.words import say, say_or

CUE, HAND = "cue-", "hand-"
CUES = ("cue-severe-headache", "cue-tense", "cue-pale", "cue-snoring")
"""What a patient can say or show that no monitor does."""
_TRIGGERS = {trigger.name: trigger for trigger in TRIGGERS}
_MENDED_BY: dict[Deed, tuple[Mishap, ...]] = {
    Deed.CHECK_PROBE: (ProbeOn(), ElectrodeOn()),
    Deed.CHECK_CABLE: (CableIn(),),
    Deed.CHECK_CUFF: (CuffOnOtherArm(),),
}
"""What the learner's hand ends."""


def press_groups() -> tuple[PressGroup, ...]:
    """The buttons; the key of one says what it does."""
    made = []
    for group in Group:
        presses = tuple(Press(one.name, say(f"trigger-{one.name}")) for one in of_group(group))
        part = Part.PATIENT if group is Group.PATIENT else Part.MONITOR
        made.append(PressGroup(say(f"trigger-group-{group}"), presses, part))
    cues = tuple(Press(cue, say(f"trigger-{cue}")) for cue in CUES)
    hands = tuple(
        Press(f"{HAND}{deed}", say_or(f"trigger-{HAND}{deed}", deed)) for deed in CHAIR_HANDS
    )
    made.insert(1, PressGroup(say("trigger-group-cues"), cues, Part.PATIENT))
    return (*made, PressGroup(say("trigger-group-hands"), hands, Part.BEDSIDE))


class InstructorDesk:
    """`told` is the sentence to read out, or why something was not done."""

    def __init__(self, room: LessonRoom) -> None:
        self._room = room
        self.state = ViewState(demo=True)
        self.story, self.course, self.running = Story(), TrueCourse(), RunningList()
        self.told = ""
        self.number = room.here.chair.number
        """Of the chair of the lesson."""
        reach = reach_of(room.here.ports, room.here.patient)
        self.lacks = {
            name: needs
            for name, trigger in _TRIGGERS.items()
            if (needs := lacking(trigger, reach)) is not None
        }
        """What would befall no monitor of this chair, and what they lack for it."""

    def open(self, at: float, wall_s: float) -> None:
        """What was said before this window was there: how the session began."""
        picture = self.look().picture
        if picture is not None:
            opened = self._room.here.chair.opened
            self.absorb(Published(self.number, 0.0, opened, (), picture), at, wall_s)

    def look(self) -> Glimpse:
        """How everything really is at this moment."""
        return self._room.glimpse(self.number)

    @property
    def view(self) -> ChairView | None:
        """The learner's chair as her window knows it."""
        return self.state.view(self.number)

    def absorb(self, published: Published, at: float, wall_s: float) -> None:
        """Something that the chair said; `at` and `wall_s` as in `ViewState`."""
        self.state.absorb(published, at, wall_s)
        self.story.absorb(published)
        what = published.event
        if isinstance(what, Staged) and what.kind in {StagedKind.EVENT, StagedKind.CUE}:
            self.course.mark(published.now_s)
        elif isinstance(what, Staged) and what.kind is StagedKind.HAND:
            self.running.mend(_MENDED_BY.get(Deed(what.what), ()))
        elif isinstance(what, CuffFailed):
            self.running.cuff_failed()

    # ---- what is pressed

    def press(self, key: str, chosen: Chosen) -> None:
        """One of the buttons of `press_groups`."""
        self.told = ""
        try:
            if key in self.lacks:
                self.told = say("trigger-lacks", trigger_name(key), lack_text(self.lacks[key]))
            elif key in _TRIGGERS:
                self._let_happen(key, chosen)
            elif key.startswith(HAND):
                self.told = self._room.hand(Deed(key.removeprefix(HAND)))
            else:
                self._room.cue(key)
                self.told = say(key)
        except Refusal as refusal:
            self.told = str(refusal)

    def end(self, number: int) -> None:
        """What goes on under this number is to be over."""
        one = self.running.take(number)
        if one is not None:
            try:
                self._room.end_staged(one.end)
            except Refusal as refusal:
                self.told = str(refusal)

    def note(self, text: str) -> None:
        self._room.note(text)

    def freeze_or_go_on(self) -> None:
        if self._room.frozen:
            self._room.unfreeze()
        else:
            self._room.freeze()

    def go(self, speed: float) -> None:
        """So many times as fast; frozen, it stays so."""
        self._room.speed = speed

    def finish(self) -> None:
        self._room.finish()

    def _let_happen(self, name: str, chosen: Chosen) -> None:
        """What goes on already under this name subsides: twice is more than anybody bears."""
        now_s, mishap = self.look().now_s, _TRIGGERS[name].make(chosen)
        for one in self.running.at(now_s):
            if one.name == name and isinstance(one.end, Subsides):
                self._room.end_staged(one.end)
        self._room.stage(mishap)
        self.running.begin(name, mishap, now_s)
