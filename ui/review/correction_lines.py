"""What was corrected in a session and added to it afterwards, told in its list of events. Pure.

Rule 1: a value that was corrected stays where it was, struck through; what counts stands below it
        and says who corrected it, when and why. Of several corrections every one is shown.
Rule 2: a reading that is marked as artefact stays, struck through; one of which that was taken
        back does not, and says both.
Rule 3: an addendum stands at the line that it is about; one about the session is a line at its
        end.
Rule 4: what has no line of its own in the list (a cuff result, the opening) gets one by being
        corrected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from data.counted import happened
from monitor.amendments import Addendum, Amendment, Correct
from monitor.correctable import ARTEFACT, MARKS, Part, Value, parts
from monitor.corrected import corrected
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.vitals import CuffResult
from ui.chair.plan_draft import number_text
from ui.review.line import Kind, Line, because, joined
from ui.review.moments import local_time
from ui.words import figure, say, say_or, sign_label

Tell = Callable[[Sequence[Entry]], list[Line]]
"""The lines of some entries."""


@dataclass(slots=True)
class _About:
    """What was said afterwards of one line, oldest first."""

    values: list[Correct] = field(default_factory=list)
    marks: list[Correct] = field(default_factory=list)
    addenda: list[Addendum] = field(default_factory=list)


def amended(lines: list[Line], entries: Sequence[Entry], tell: Tell) -> list[Line]:
    """The lines with what was said of them afterwards; themselves where nothing was."""
    events = happened(entries)
    said = [entry for entry in events if isinstance(entry.what, Amendment)]
    if not said:
        return lines
    about = _about(said)
    before = _versions(events, about, tell)
    now: dict[int | None, list[Line]] = {}
    for line in lines:
        now.setdefault(line.seq, []).append(line)
    told: list[Line] = []
    for seq, one in about.items():
        versions = before[seq] if any(before[seq]) else _own_versions(_entry(entries, seq), one)
        for depth, version in enumerate(versions[:-1]):
            told += [_struck(line, one.values[depth - 1] if depth else None) for line in version]
        told += [_line_now(line, one) for line in now.pop(seq, versions[-1])]
    told += [line for several in now.values() for line in several]
    told += _of_the_session(said)
    return sorted(told, key=lambda line: line.at_s)


def _entry(entries: Sequence[Entry], seq: int) -> Entry | None:
    found = (one for some in (happened(entries), entries) for one in some if one.seq == seq)
    return next(found, None)


def when_text(utc_s: float, offset_min: int) -> str:
    """Day and clock of the place where it was said."""
    return f"{local_time(utc_s, offset_min):%Y-%m-%d %H:%M}"


def about_text(said: Correct | Addendum) -> str:
    """Who said it and when, and why."""
    when = when_text(said.utc_s, said.offset_min)
    if isinstance(said, Addendum):
        return say("addendum-at", when, said.by, f"“{said.text}”")
    return joined(say(_words(said), when, said.by), because(said.reason))


def _words(said: Correct) -> str:
    marks = [value.number for value in said.values if _is_mark(value.part)]
    if not marks:
        return "corrected-by"
    return "corrected-artefact" if marks[-1] else "corrected-no-artefact"


def _is_mark(name: str) -> bool:
    return name == ARTEFACT or name in MARKS


def _about(said: Iterable[Entry]) -> dict[int, _About]:
    found: dict[int, _About] = {}
    for entry in said:
        what = entry.what
        if isinstance(what, Correct):
            one = found.setdefault(what.line, _About())
            marks = any(_is_mark(value.part) for value in what.values)
            (one.marks if marks else one.values).append(what)
        elif isinstance(what, Addendum) and what.about is not None:
            found.setdefault(what.about, _About()).addenda.append(what)
    return found


def _versions(
    events: Sequence[Entry], about: dict[int, _About], tell: Tell
) -> dict[int, list[list[Line]]]:
    """The lines of each line that was spoken of: as recorded, and after each correction.

    The last of each are those that count, were there no marks.
    """
    plain = [entry for entry in events if not isinstance(entry.what, Amendment | Numerics)]
    found: dict[int, list[list[Line]]] = {seq: [] for seq in about}
    deepest = max((len(one.values) for one in about.values()), default=0)
    for depth in range(deepest + 1):
        so_far = [
            corrected(entry, about[entry.seq].values[:depth]) if entry.seq in about else entry
            for entry in plain
        ]
        by_seq: dict[int | None, list[Line]] = {}
        for line in tell(so_far):
            by_seq.setdefault(line.seq, []).append(line)
        for seq, one in about.items():
            if depth <= len(one.values):
                found[seq].append(by_seq.get(seq, []))
    return found


def _struck(line: Line, correction: Correct | None) -> Line:
    """`correction` is what made this of the line before; None = it is the original."""
    detail = line.detail if correction is None else joined(line.detail, about_text(correction))
    return replace(line, struck=True, detail=detail)


def _line_now(line: Line, one: _About) -> Line:
    said: list[Correct | Addendum] = [*one.values[-1:], *one.marks, *one.addenda]
    struck = bool(one.marks) and _words(one.marks[-1]) == "corrected-artefact"
    detail = joined(line.detail, *map(about_text, said))
    return replace(line, struck=line.struck or struck, detail=detail, amended=True)


# ---- what has no line of its own ----------------------------------------------------------------


def _own_versions(entry: Entry | None, one: _About) -> list[list[Line]]:
    """As recorded, and after each correction of a value."""
    if entry is None:
        return [[]]
    return [
        [_own(corrected(entry, one.values[:depth]), one)] for depth in range(len(one.values) + 1)
    ]


def _own(entry: Entry, one: _About) -> Line:
    what = entry.what
    if isinstance(what, CuffResult):
        text = say("corrected-cuff", figure(f"{what.sbp:g}"), figure(f"{what.dbp:g}"))
    elif isinstance(what, Numerics):
        marked = {value.part for said in one.marks for value in said.values}
        signs = [MARKS[name] for name in MARKS if name in marked]
        shown = [each for each in what.readings if not signs or each.sign in signs]
        text = joined(
            *(
                say("corrected-value", sign_label(each.sign), number_text(each.value, 1))
                for each in shown
            )
        )
    else:
        named = {value.part for said in one.values for value in said.values}
        text = joined(*(value_text(entry, each) for each in parts(entry) if each.name in named))
    return Line(entry.now_s, Kind.MEASURED, text or say("amend-about-opening"), seq=entry.seq)


def value_text(entry: Entry, one: Part) -> str:
    """``Weight: 82 kg``."""
    return say("corrected-value", part_name(one.name), told_value(one.read(entry), one))


def part_name(name: str) -> str:
    sign = MARKS.get(name)
    return say_or(f"amend-part-{name}", name) if sign is None else sign_label(sign)


def told_value(value: Value | None, one: Part) -> str:
    if value is None:
        return "–"
    if isinstance(value, str):
        return value or "–"
    return f"{number_text(value, one.decimals)} {one.unit}".strip()


def _of_the_session(said: Iterable[Entry]) -> Iterator[Line]:
    """Addenda that no line of the list bears."""
    for entry in said:
        what = entry.what
        if isinstance(what, Addendum) and what.about is None:
            who = say("addendum-by", when_text(what.utc_s, what.offset_min), what.by)
            told = joined(what.text, who)
            yield Line(entry.now_s, Kind.NOTE, say("addendum-line"), told, amended=True)
