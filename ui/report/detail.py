"""Everything of a session on as many pages as it takes, behind the one page. Lengths in mm.

Rule 1: whose it is stands at the head of every page, its number and what the record is held
        together by at the foot.
Rule 2: a table that goes on over a page has its heading again. A line is never parted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ui.chair.spans import minutes_text
from ui.paper import BLACK, GREY
from ui.report.head import draw_foot, draw_running_head
from ui.report.ink import Ink
from ui.report.parts import CuffRow, EventRow, Fact, Report
from ui.review.line import Kind, Line
from ui.words import say

TEXT, SMALL = 2.8, 2.5
LINE = 3.7
_GAP = 6.0
MOST_LINES = 8
"""Of one thing that was said; a text of 2 000 characters ends with an ellipsis."""
_CLOCK, _MIN, _BODY = 0.0, 12.0, 29.0
_CUFF_COLUMNS = (0.0, 12.0, 29.0, 47.0, 62.0, 77.0, 92.0)
_CUFF_HEADS = ("clock", "min", "bp", "map", "rate", "spo2", "note")


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words within a row; `down` is from the row's top to its baseline."""

    left: float
    down: float
    text: str
    size: float = TEXT
    bold: bool = False
    grey: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    high: float
    words: tuple[Words, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """`head` stands over it, and again where it goes on."""

    title: str
    head: Row | None
    rows: tuple[Row, ...]


def detail_pages(ink: Ink, wide: float, high: float, report: Report) -> list[list[Row]]:
    """What stands on each page, from below its head on."""
    top = draw_running_head(ink, wide, report)
    room = draw_foot(ink, wide, high, report, 1, 1) - top - 1.0
    pages: list[list[Row]] = [[]]
    used = 0.0
    for section in _sections(ink, wide, report):
        opening = _opening(section)
        for row in section.rows:
            needs = row.high + sum(one.high for one in opening)
            if used + needs > room and pages[-1]:
                opening = opening or _opening(section, again=True)
                pages.append([])
                used = 0.0
            pages[-1] += [*opening, row]
            used += sum(one.high for one in opening) + row.high
            opening = []
    return [page for page in pages if page]


def draw_detail(
    ink: Ink,
    wide: float,
    high: float,
    report: Report,
    rows: Sequence[Row],
    number: int,
    of: int,
) -> None:
    y = draw_running_head(ink, wide, report)
    for row in rows:
        for one in row.words:
            _put(ink, y, one)
        y += row.high
        if row.heading:
            ink.rule(0.0, wide, y - 0.6)
    draw_foot(ink, wide, high, report, number, of)


def _put(ink: Ink, y: float, one: Words) -> None:
    base = y + one.down
    ink.write(one.left, base, one.text, one.size, bold=one.bold, ink=GREY if one.grey else BLACK)
    if one.struck:
        end = one.left + ink.width(one.text, one.size, bold=one.bold)
        ink.stroke([(one.left, base - 0.9), (end, base - 0.9)], BLACK, 0.2)


def _opening(section: Section, *, again: bool = False) -> list[Row]:
    title = say("chart-continued", section.title) if again else section.title
    head = Row(8.4, (Words(0.0, 6.2, title, 3.4, bold=True),), heading=True)
    return [head] if section.head is None else [head, section.head]


# ---- the sections -------------------------------------------------------------------------------


def _sections(ink: Ink, wide: float, report: Report) -> Iterator[Section]:
    events = report.happened
    sections = (
        Section(
            say("chart-cuffs-title"),
            _cuff_head(ink, wide, report),
            tuple(_cuffs(ink, wide, report)),
        ),
        Section(say("chart-alarms-title"), None, tuple(_alarms(ink, wide, report))),
        Section(say("chart-all-events"), None, tuple(_events(ink, wide, _happened(events)))),
        Section(say("chart-gaps"), None, tuple(_events(ink, wide, _of(events, Kind.GAP)))),
        Section(say("chart-settings"), None, tuple(_events(ink, wide, _of(events, Kind.SETTING)))),
        Section(say("chart-leaving"), None, tuple(_leaving(ink, wide, report))),
        Section(say("chart-screening"), None, tuple(_facts(ink, wide, report.answers))),
        Section(say("chart-limits-end"), None, tuple(_facts(ink, wide, report.limits))),
    )
    return (one for one in sections if one.rows)


def _happened(events: Iterable[EventRow]) -> list[EventRow]:
    return [one for one in events if one.line.kind not in {Kind.GAP, Kind.SETTING}]


def _of(events: Iterable[EventRow], kind: Kind) -> list[EventRow]:
    return [one for one in events if one.line.kind is kind]


def _cuff_head(ink: Ink, wide: float, report: Report) -> Row:
    names = {"rate": report.course.heart_name}
    ends = (*_CUFF_COLUMNS[1:], wide)
    words = (
        Words(left, 3.4, ink.fitted(text, end - left - 1.0, SMALL), SMALL, grey=True)
        for left, end, text in zip(
            _CUFF_COLUMNS,
            ends,
            (names.get(head) or say(f"chart-head-{head}") for head in _CUFF_HEADS),
            strict=True,
        )
    )
    return Row(4.2, tuple(words))


def _cuffs(ink: Ink, wide: float, report: Report) -> Iterator[Row]:
    for one in report.cuffs:
        yield Row(LINE, tuple(_cuff(ink, wide, one)))


def _cuff(ink: Ink, wide: float, one: CuffRow) -> Iterator[Words]:
    texts = (one.clock, one.minutes, one.pressure, one.mean, one.heart, one.spo2, one.note)
    ends = (*_CUFF_COLUMNS[1:], wide)
    for left, end, text in zip(_CUFF_COLUMNS, ends, texts, strict=True):
        bold = text is one.pressure
        yield Words(left, 2.9, ink.fitted(text, end - left - 1.0, TEXT, bold=bold), bold=bold)


def _alarms(ink: Ink, wide: float, report: Report) -> Iterator[Row]:
    for row in report.alarms:
        minutes = minutes_text(row.line.at_s - report.course.zero_s)
        priority = say(f"chart-priority-{row.priority.word}")
        yield _told(ink, wide, row.clock, minutes, row.line, priority)


def _events(ink: Ink, wide: float, rows: Iterable[EventRow]) -> Iterator[Row]:
    for row in rows:
        yield _told(ink, wide, row.clock, row.minutes, row.line)


def _told(ink: Ink, wide: float, clock: str, minutes: str, line: Line, before: str = "") -> Row:
    """The words, and behind or below them who said it and why."""
    room, left = wide - _BODY, _BODY
    words = [
        Words(_CLOCK, 2.9, ink.fitted(clock, _MIN - 1.0, TEXT)),
        Words(_MIN, 2.9, ink.fitted(minutes, _BODY - _MIN - 1.0, TEXT), grey=True),
    ]
    down = 2.9
    if before:
        words.append(Words(left, down, ink.fitted(before, 15.0, SMALL), SMALL))
        left, room = left + 16.0, room - 16.0
    titles = ink.wrapped(line.text, room, TEXT, MOST_LINES, bold=True) or [""]
    for title in titles:
        words.append(Words(left, down, title, bold=True, struck=line.struck))
        down += LINE
    down -= LINE
    begins = left + ink.width(titles[-1], TEXT, bold=True) + 2.5
    if ink.width(line.detail, SMALL) <= wide - begins:
        words.append(Words(begins, down, " ".join(line.detail.split()), SMALL, grey=True))
    else:
        for text in ink.wrapped(line.detail, room, SMALL, MOST_LINES):
            down += LINE
            words.append(Words(left, down, text, SMALL, grey=True))
    return Row(down + 1.0, tuple(words))


def _leaving(ink: Ink, wide: float, report: Report) -> Iterator[Row]:
    for one in report.criteria:
        state = say(f"state-{one.met.value}")
        words = [
            Words(0.0, 2.9, ink.fitted(state, 18.0, TEXT, bold=True), bold=True),
            Words(20.0, 2.9, ink.fitted(one.name, 62.0, TEXT)),
        ]
        lines = ink.wrapped(one.told, wide - 84.0, SMALL, 4)
        words += [Words(84.0, 2.9 + LINE * place, text, SMALL) for place, text in enumerate(lines)]
        yield Row(LINE * max(1, len(lines)) + 0.3, tuple(words))


def _facts(ink: Ink, wide: float, facts: Iterable[Fact]) -> Iterator[Row]:
    """Name and value, three side by side; where one is too long for that, one below the other."""
    known = list(facts)
    column = (wide - 2 * _GAP) / 3.0
    name, value = column * 0.64, column * 0.36
    short = all(
        ink.width(one.name, TEXT) <= name - 1.0 and ink.width(one.value, TEXT, bold=True) <= value
        for one in known
    )
    if not short:
        for one in known:
            yield _long_fact(ink, wide, one)
        return
    for begin in range(0, len(known), 3):
        words: list[Words] = []
        for place, one in enumerate(known[begin : begin + 3]):
            left = place * (column + _GAP)
            words.append(Words(left, 2.9, one.name, grey=True))
            words.append(Words(left + name, 2.9, one.value, bold=True))
        yield Row(LINE, tuple(words))


def _long_fact(ink: Ink, wide: float, one: Fact) -> Row:
    words = [Words(0.0, 2.9, ink.fitted(one.name, 58.0, TEXT), grey=True)]
    lines = ink.wrapped(one.value, wide - 60.0, TEXT, 4, bold=True)
    words += [Words(60.0, 2.9 + LINE * place, text, bold=True) for place, text in enumerate(lines)]
    return Row(LINE * max(1, len(lines)), tuple(words))
