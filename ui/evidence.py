"""What a search for a monitor heard, as one line for a person.

Rule: what was not understood is shown as it came, and no more than the first few bytes of it.
"""

from __future__ import annotations

from collections.abc import Iterable

from devices.probe import Finding, Overheard, Step
from devices.probe_evidence import Account
from devices.registry import DRIVERS
from devices.session import LineSettings
from monitor.vitals import SIGNS
from ui.device_choices import line_text
from ui.words import say, sign_label

_PRINTABLE = range(0x20, 0x7F)
_MOSTLY = 0.8


def evidence(finding: Finding) -> str:
    """What was heard, and what to do if nothing was understood."""
    if len(finding.understood) == 1:
        return _found(finding, finding.understood[0])
    if finding.understood:
        titles = (one.driver.title for one in finding.understood)
        return say("search-equal", finding.url, say("search-between").join(titles))
    if finding.echo:
        return say("search-echo", finding.url)
    spoke = [one for one in finding.overheard if one.byte_count]
    if spoke:
        heard = "; ".join(_heard(one, finding) for one in spoke)
        return say("search-foreign", finding.url, heard)
    return _silent(finding)


def trying(step: Step) -> str:
    """What is being tried just now."""
    if step.asking is not None:
        return say("search-asking", step.asking.title)
    if len(step.lines) == 1:
        return say("search-listening", line_text(step.lines[0]))
    return say("search-listening-any")


def _found(finding: Finding, account: Account) -> str:
    heard = finding.overheard[-1].byte_count
    at = "" if finding.line is None else say("search-at", line_text(finding.line))
    counts = account.frames, account.errors, heard
    said = say("search-found", account.driver.title, finding.url, at, *counts)
    if account.values:
        shown = ", ".join(
            say("search-value", sign_label(sign), value, SIGNS[sign].unit)
            for sign, value in account.values
        )
        said += say("search-shows", shown)
    # Any other monitor shows its last result again when the session begins.
    lost = account.cuff_result and account.driver.speaks_only_when_measured
    return said + (say("search-result-lost") if lost else "")


def _heard(one: Overheard, finding: Finding) -> str:
    at = _at(one.lines) if len(finding.overheard) > 1 else ""
    return say("search-heard", one.byte_count, at, _shown(one.sample))


def _silent(finding: Finding) -> str:
    lines = [line for one in finding.overheard for line in one.lines]
    at = _at(lines) if len(finding.overheard) > 1 else ""
    quiet = [one.title for one in DRIVERS.values() if one.speaks_only_when_measured]
    start = say("search-press-start", say("search-or").join(quiet)) if quiet else ""
    return say("search-silent", finding.url, at, start)


def _at(lines: Iterable[LineSettings]) -> str:
    return say("search-at", say("search-or").join(line_text(line) for line in lines))


def _shown(sample: bytes) -> str:
    """As text where it is one, else as numbers."""
    printable = sum(byte in _PRINTABLE for byte in sample)
    if printable >= _MOSTLY * len(sample):
        return "«" + "".join(chr(byte) if byte in _PRINTABLE else "·" for byte in sample) + "»"
    return sample[:16].hex(" ")
