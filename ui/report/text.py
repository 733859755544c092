"""A session as plain text to be pasted into a record system without an interface. Pure, no Qt.

Rule 1: never more than `MOST` characters, and only such as every system takes: printable ASCII and
        line ends. A letter that ASCII lacks is written as people do without it.
Rule 2: the most important stands first. What does not fit is left out by whole lines, and that is
        said; who it was, what was given, the signature and what this program is not always stay.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from data.export.material import Material
from ui.report.facts import report_of
from ui.report.happened import chosen_events
from ui.report.parts import AlarmRow, EventRow, Fact, Met, Report, SignRow
from ui.words import say

MOST = 2000
LONGEST_LINE = 180
_PARTS = " · "
_WRITTEN = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss",
        "æ": "ae", "Æ": "Ae", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L",
        "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "·": ",", "×": "x", "…": "...",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "‚": "'",
        "→": "->", "≥": ">=", "≤": "<=", "°": " deg ", "µ": "u", "μ": "u", "±": "+/-",
    }
)  # fmt: skip


def report_text(material: Material) -> str:
    return text_of(report_of(material))


def text_of(report: Report) -> str:
    head = [_plain(one) for one in _head(report)]
    tail = [one for one in map(_plain, _tail(report)) if one]
    body = [_plain(one) for one in _body(report)]
    return _cut([one for one in head if one], [one for one in body if one], tail)


def _cut(head: list[str], body: list[str], tail: list[str]) -> str:
    """By whole lines from the end of the body, then of the head."""
    whole = [*head, *body, *tail]
    if _long(whole) <= MOST:
        return "\n".join(whole) + "\n"
    kept, told = [*head, *body], _plain(say("chart-shortened"))
    while kept and _long([*kept, told, *tail]) > MOST:
        kept.pop()
    return "\n".join([*kept, told, *tail]) + "\n"


def _long(lines: Sequence[str]) -> int:
    return sum(len(one) + 1 for one in lines)


def _plain(text: str) -> str:
    """One line of printable ASCII, of a length that leaves room for others."""
    known = text.replace(_PARTS, ", ").translate(_WRITTEN)
    bare = unicodedata.normalize("NFKD", known)
    kept = "".join(one for one in bare if not unicodedata.combining(one))
    ascii_only = kept.encode("ascii", "replace").decode("ascii")
    line = " ".join("".join(one if one.isprintable() else " " for one in ascii_only).split())
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 3].rstrip() + "..."


# ---- the lines ----------------------------------------------------------------------------------


def _head(report: Report) -> Iterator[str]:
    yield from report.marks
    yield report.missing
    yield _PARTS.join(one for one in (report.title, report.clinic) if one)
    yield _PARTS.join(one for one in (report.who, report.about) if one)
    yield report.when
    yield from map(_line, report.drug)
    yield from _signs(report.signs)
    yield say("chart-line", say("chart-alarms-title"), report.alarms_told)
    if report.criteria:
        yield say("chart-line", say("chart-leaving"), report.criteria_told)
    yield from map(_line, report.scores)


def _line(fact: Fact) -> str:
    return say("chart-line", fact.name, fact.value)


def _signs(rows: Sequence[SignRow]) -> Iterator[str]:
    for row in rows:
        parts = (
            say("chart-text-rest", row.baseline),
            say("chart-text-lowest" if row.lowest else "chart-text-peak", row.extreme, row.when),
            say("chart-text-end", row.end, row.end_at),
        )
        yield say("chart-line", row.name, ", ".join(parts))


def _body(report: Report) -> Iterator[str]:
    for one in report.criteria:
        if one.met is not Met.YES:
            yield say("chart-line", one.name, f"{say(f'state-{one.met.value}')} {one.told}")
    high_first = sorted(report.alarms, key=lambda row: -row.priority)
    yield from map(_alarm, high_first)
    in_order = chosen_events(report.events, len(report.events))
    yield from map(_event, sorted(in_order, key=lambda row: row.rank))
    yield from map(_line, report.setting)
    yield from map(_line, report.measures)


def _alarm(row: AlarmRow) -> str:
    told = say(f"chart-text-{row.priority.word}")
    return f"{row.clock} {told}: {row.line.text}, {row.line.detail}"


def _event(row: EventRow) -> str:
    struck = say("review-struck", row.line.text) if row.line.struck else row.line.text
    return f"{row.clock} {struck}{_PARTS if row.line.detail else ''}{row.line.detail}"


def _tail(report: Report) -> list[str]:
    return [
        *report.signed,
        *(_line(fact) for fact in report.audit[:2]),
        report.program,
        say("disclaimer"),
    ]
