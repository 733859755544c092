"""Everything that waits to be done at a chair, in words, the most urgent first. Pure, no Qt.

Rule 1: it decides nothing: a question, a wish or a prompt is in the picture, or it is not here.
Rule 2: a cuff that is wanted has its place here, also while the alarm bar says so: else a score
        that is due later would stand over the repeat that is due first.
Rule 3: the order is fixed: a cuff that is wanted at once; what may be an emergency; whose values
        these are; the pump; a cuff that is wanted; what is due, the longest first; a number that
        is missing; what could be set better; what comes soon.
Rule 4: a session without the steps of a treatment is asked for no scores.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from monitor.handshake import Question
from monitor.picture import ChairPicture, NoteView
from monitor.treatment.view import GivingView, PromptKind, PromptView, TreatmentView
from monitor.vitals import SIGNS, VitalSign
from monitor.wishes import CuffWish, Why
from ui.chair.device_text import maker
from ui.chair.spans import clock_text, minutes_text
from ui.view_state import ChairView
from ui.words import figure, say

AT_ONCE = frozenset({Why.SYMPTOM, Why.HEART, Why.OXYGEN})
NEW_FOR_S = 60.0
"""After that it is said when the value came."""
SOON_S = 5 * 60.0
"""A prompt that is due within this is counted down."""
SIGN_OF = {Why.HEART: VitalSign.HR, Why.OXYGEN: VitalSign.SPO2}


class Rank(enum.IntEnum):
    """Rule 3 as numbers; the smallest comes first."""

    AT_ONCE = 0
    GRAVE = 1
    WHOSE = 2
    PUMP = 3
    CUFF = 4
    DUE = 5
    NUMBER = 6
    SETTING = 7
    SOON = 8


class Does(enum.Enum):
    """What the tap on an answer does."""

    CONFIRM = "confirm"
    OPEN = "open"
    PUMP_SEEN = "pump-seen"
    STILL = "still"
    BACK = "back"
    NOTE = "note"
    CALLED = "called"
    SKIP = "skip"


class Place(enum.Enum):
    """What can be opened from here."""

    SEDATION = "sedation"
    DISSOCIATION = "dissociation"
    BREATHS = "breaths"
    CUFF = "cuff"
    STANDING = "standing"
    PUMP = "pump"
    VOLUME = "volume"


@dataclass(frozen=True, slots=True)
class Answer:
    """One tile. `yes` is which of two answers it is.

    `about` is a source, a `Place`, a note's id, a kind of note, an alarm's key or a prompt's id,
    as `does` wants it.
    """

    words: str
    does: Does
    about: str = ""
    yes: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """`detail` is the second, quieter line; `skip` the prompt that may be skipped, empty = none.

    `due_s` orders what has the same rank. `urgent`: it has an edge.
    """

    rank: Rank
    text: str
    detail: str = ""
    answers: tuple[Answer, ...] = ()
    skip: str = ""
    due_s: float = 0.0
    urgent: bool = False


def items(view: ChairView) -> tuple[Item, ...]:
    """All that waits; empty = nothing does."""
    if view.over:
        return ()
    found = [item for source in (_cuffs, _whose, _settings, _treatment) for item in source(view)]
    return tuple(sorted(found, key=lambda item: (item.rank, item.due_s)))


# ---- the monitors


def _cuffs(view: ChairView) -> Iterator[Item]:
    wish, picture = view.picture.wish, view.picture
    if wish is None:
        return
    yield _wanted(wish, picture)


def _wanted(wish: CuffWish, picture: ChairPicture) -> Item:
    if picture.cuff_measuring:
        how = say("ask-how-measuring")
    else:
        how = say("ask-how-starting" if picture.starts_cuff else "ask-how-press")
    text = say(f"ask-cuff-{wish.why.value}", _value(wish.why, picture)).rstrip()
    repeat_by_s = _repeat_by(picture) if wish.why is Why.REPEAT else None
    if repeat_by_s is not None:
        left_s = repeat_by_s - picture.now_s
        late = left_s <= 0.0
        text = say("wait-now", text) if late else say("wait-in", text, minutes_text(left_s))
    at_once = wish.why in AT_ONCE
    return Item(Rank.AT_ONCE if at_once else Rank.CUFF, text, how, urgent=at_once)


def _repeat_by(picture: ChairPicture) -> float | None:
    """When the first repeat that an alarm asks for must have come; None = none is asked for."""
    moments = (alarm.repeat_by_s for alarm in picture.alarms)
    return min((at for at in moments if at is not None), default=None)


def _value(why: Why, picture: ChairPicture) -> str:
    """The value that asks for the cuff; empty when it is gone, or when it was no value."""
    sign = SIGN_OF.get(why)
    numeral = None if sign is None else picture.numerals.get(sign)
    if sign is None or numeral is None or numeral.value is None:
        return ""
    unit = " %" if SIGNS[sign].unit == "%" else ""
    return f"{numeral.value:.0f}{unit}"


def _whose(view: ChairView) -> Iterator[Item]:
    if view.picture.question is not None:
        yield _question(view.picture.question, view)


def _question(question: Question, view: ChairView) -> Item:
    several = view.opened is not None and len(view.opened.devices) > 1
    new = view.picture.now_s - question.at_s < NEW_FOR_S
    came = f"ask-same-{'new' if new else 'at'}{'-from' if several else ''}"
    at = clock_text(view.wall_of(question.at_s))
    pressure = (f"{question.sbp:.0f}", f"{question.dbp:.0f}")
    return Item(
        Rank.WHOSE,
        say("ask-same", *pressure, say(came, maker(question.source), at)),
        say("ask-same-no"),
        (
            Answer(say("ask-yes"), Does.CONFIRM, question.source),
            Answer(say("ask-no"), Does.CONFIRM, question.source, yes=False),
        ),
    )


def _settings(view: ChairView) -> Iterator[Item]:
    picture = view.picture
    if picture.put_aside:
        source = min(picture.put_aside)
        back = Answer(say("ask-aside-yes"), Does.CONFIRM, source)
        text = say("ask-aside", maker(source))
        yield Item(Rank.SETTING, text, say("ask-aside-what"), (back,))
    if picture.auto_cycle_off:
        minutes = figure(f"{picture.nibp_interval_s / 60:g}")
        yield Item(Rank.SETTING, say("ask-cycle-off"), say("ask-cycle-set", minutes), due_s=1.0)


# ---- the treatment


def _treatment(view: ChairView) -> Iterator[Item]:
    treatment = view.picture.treatment
    if treatment is None:
        return
    yield from _pump(treatment.giving, view)
    for prompt in treatment.prompts:
        if treatment.flow or prompt.kind not in SCORED:
            yield _prompt(prompt, treatment, view)


def _pump(giving: GivingView, view: ChairView) -> Iterator[Item]:
    if giving.asks_pump:
        runs_on = giving.pump_runs_on_s
        answers = (
            Answer(say("ask-yes"), Does.PUMP_SEEN),
            Answer(say("ask-no"), Does.PUMP_SEEN, yes=False),
        )
        if runs_on is None:
            yield Item(Rank.PUMP, say("wait-pump"), say("wait-pump-detail"), answers)
        else:
            at = clock_text(view.wall_of(runs_on))
            detail = say("wait-pump-runs-on", at)
            yield Item(Rank.PUMP, say("wait-pump-now"), detail, answers, urgent=True)
    if giving.asks_volume:
        enter = Answer(say("wait-enter"), Does.OPEN, Place.VOLUME.value)
        yield Item(Rank.NUMBER, say("wait-volume"), say("wait-volume-detail"), (enter,))


SCORED = frozenset({PromptKind.SEDATION, PromptKind.DISSOCIATION, PromptKind.BREATHS})
GRAVE = frozenset(
    {
        PromptKind.STILL_PRESENT,
        PromptKind.DISTRESS,
        PromptKind.CALL_PROVIDER,
        PromptKind.PAUSE_AND_CALL,
        PromptKind.TERMINATE,
    }
)
OPENS: dict[PromptKind, tuple[str, Place]] = {
    PromptKind.SEDATION: ("wait-score", Place.SEDATION),
    PromptKind.DISSOCIATION: ("wait-score", Place.DISSOCIATION),
    PromptKind.BREATHS: ("wait-count", Place.BREATHS),
    PromptKind.BP_AT_40: ("wait-by-hand", Place.CUFF),
    PromptKind.BASELINE: ("wait-by-hand", Place.CUFF),
    PromptKind.STANDING: ("wait-enter", Place.STANDING),
    PromptKind.PAUSED: ("wait-go-on", Place.PUMP),
    PromptKind.TERMINATE: ("wait-go-on", Place.PUMP),
}
"""What the one tap opens, for the kinds that are not answered where they stand."""


def _prompt(prompt: PromptView, treatment: TreatmentView, view: ChairView) -> Item:
    picture = view.picture
    left_s = prompt.due_s - picture.now_s
    words = WORDS.get(prompt.kind, _plain)(prompt, treatment, view)
    answers = _answers(prompt)
    rank = Rank.DUE if left_s <= 0.0 else Rank.SOON
    rank = Rank.GRAVE if prompt.kind in GRAVE else rank
    own_no = prompt.kind is PromptKind.DISTRESS
    return Item(
        rank,
        words[0],
        words[1],
        answers,
        skip=prompt.id if prompt.can_skip and not own_no else "",
        due_s=prompt.due_s,
        urgent=rank is Rank.GRAVE,
    )


def _plain(prompt: PromptView, _treatment: TreatmentView, view: ChairView) -> tuple[str, str]:
    """``MOAA/S in 2:10``, ``MOAA/S now``."""
    name, left_s = say(f"wait-{prompt.kind.value}"), prompt.due_s - view.picture.now_s
    detail = say(f"wait-{prompt.kind.value}-detail")
    if left_s > 0.0:
        return say("wait-in", name, minutes_text(left_s)), detail
    since = "" if left_s > -NEW_FOR_S else say("wait-since", minutes_text(-left_s))
    return say("wait-now", name), " · ".join(part for part in (since, detail) if part)


def _still(prompt: PromptView, _treatment: TreatmentView, view: ChairView) -> tuple[str, str]:
    note = note_of(view.picture, prompt.about)
    if note is None:
        return say("wait-still-present", ""), ""
    at = clock_text(view.wall_of(note.at_s))
    return say("wait-still-present", say(f"note-{note.note.kind.value}")), say("wait-still-at", at)


def _away(prompt: PromptView, treatment: TreatmentView, view: ChairView) -> tuple[str, str]:
    since = treatment.off_monitor_since_s
    left_s = prompt.due_s - view.picture.now_s
    gone = "" if since is None else say("wait-away-since", clock_text(view.wall_of(since)))
    if left_s > 0.0:
        return say("wait-away", minutes_text(left_s)), gone
    return say("wait-away-over"), gone


def _paused(_prompt: PromptView, treatment: TreatmentView, view: ChairView) -> tuple[str, str]:
    paused = minutes_text(treatment.giving.paused_s)
    detail = resume_line(treatment.giving, view)
    return say("wait-paused", paused), detail or say("wait-paused-detail")


def _as_named(prompt: PromptView, treatment: TreatmentView, view: ChairView) -> tuple[str, str]:
    since = treatment.distress_since_s
    if prompt.kind is PromptKind.DISTRESS:
        at = prompt.due_s if since is None else since
        detail = say("wait-distress-detail", clock_text(view.wall_of(at)))
        return say("wait-distress"), detail
    return say(f"wait-{prompt.kind.value}"), say(f"wait-{prompt.kind.value}-detail")


WORDS: dict[PromptKind, Callable[[PromptView, TreatmentView, ChairView], tuple[str, str]]] = {
    PromptKind.STILL_PRESENT: _still,
    PromptKind.OFF_MONITOR: _away,
    PromptKind.PAUSED: _paused,
    PromptKind.DISTRESS: _as_named,
    PromptKind.CALL_PROVIDER: _as_named,
    PromptKind.PAUSE_AND_CALL: _as_named,
    PromptKind.TERMINATE: _as_named,
    PromptKind.BASELINE: _as_named,
}
"""The two lines of the kinds that say more than when they are due."""


def _answers(prompt: PromptView) -> tuple[Answer, ...]:
    match prompt.kind:
        case PromptKind.STILL_PRESENT:
            return (
                Answer(say("wait-still-yes"), Does.STILL, prompt.about),
                Answer(say("wait-still-no"), Does.STILL, prompt.about, yes=False),
            )
        case PromptKind.DISTRESS:
            return (
                Answer(say("note-chest-pain"), Does.NOTE, "chest-pain"),
                Answer(say("note-dyspnoea"), Does.NOTE, "dyspnoea"),
                Answer(say("wait-neither"), Does.SKIP, prompt.id),
            )
        case PromptKind.CALL_PROVIDER:
            return (Answer(say("wait-called"), Does.CALLED, prompt.about),)
        case PromptKind.PAUSE_AND_CALL:
            return (
                Answer(say("wait-pause"), Does.OPEN, Place.PUMP.value),
                Answer(say("wait-called"), Does.CALLED, prompt.about),
            )
        case PromptKind.OFF_MONITOR:
            return (Answer(say("wait-back"), Does.BACK),)
    opened = OPENS.get(prompt.kind)
    return () if opened is None else (Answer(say(opened[0]), Does.OPEN, opened[1].value),)


def resume_line(giving: GivingView, view: ChairView) -> str:
    """What the rules still want before an infusion goes on; empty = nothing."""
    rule = giving.resume
    if not rule.needed:
        return ""
    if rule.allowed:
        return say("resume-ready")
    if rule.next_from_s is None:
        return say("resume-good", rule.good)
    return say("resume-good-next", rule.good, clock_text(view.wall_of(rule.next_from_s)))


def note_of(picture: ChairPicture, note_id: str) -> NoteView | None:
    return next((line for line in picture.notes if line.note.note_id == note_id), None)
