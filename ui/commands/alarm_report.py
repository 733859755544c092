"""`chairside alarm-report`: what the alarms of the recorded sessions were worth.

Rule: what is counted, and how, is decided in `monitor.alarm_report`; here it is only read and
      written down. The figures of a session that still goes on are those up to its last entry.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from data.audit import AuditKind
from data.summaries import SessionSummary
from data.vault import key_for
from monitor.alarm_report import AlarmReport, report_of, together
from monitor.outcomes import Priority
from monitor.rights import Right
from ui.commands.library import opened_text
from ui.commands.signing import CommandTrail, by_options, signed_in
from ui.places import open_record, record_path
from ui.words import say, sign_label

_WORST_FIRST = sorted(Priority, reverse=True)


@dataclass(frozen=True, slots=True)
class _Reported:
    summary: SessionSummary
    report: AlarmReport


@click.command(name="alarm-report", epilog="Example: chairside alarm-report --json")
@click.argument("session", required=False)
@click.option("--db", type=click.Path(path_type=Path), metavar="FILE", help="The record to read.")
@by_options
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def alarm_report(
    session: str | None, db: Path | None, by: str | None, pin_stdin: bool, as_json: bool
) -> None:
    """Say how many alarms there were, how many were true, and how soon they were answered.

    Of one SESSION, or of all of them and of each.
    """
    reported = _reported(session, db, by, pin_stdin)
    if as_json:
        click.echo(json.dumps(_as_json(reported, library=session is None)))
        return
    if not reported:
        click.echo(say("no-sessions"))
        return
    if session is None:
        whole = together(one.report for one in reported)
        click.echo(say("report-library", len(reported), whole.hours))
        click.echo("\n".join(_lines(whole)))
    for one in reported:
        click.echo(say("report-session", one.summary.session_id, one.report.hours))
        click.echo("\n".join(_lines(one.report)))


def _reported(
    session: str | None, db: Path | None, by: str | None, pin_stdin: bool
) -> list[_Reported]:
    path = record_path(db)
    if db is None and session is None and not path.exists():
        return []
    key = key_for(path)
    who = signed_in(path, key, by, pin_stdin, Right.VIEW_RECORD)
    with open_record(path, read_only=True, key=key) as store:
        summaries = store.sessions() if session is None else [store.summary(session)]
        if shown := sum(not summary.simulated for summary in summaries):
            about = "" if session is None else summaries[0].session_id
            trail = CommandTrail(path, key)
            trail.note(AuditKind.VIEW, who, about, what="alarm-report", sessions=shown)
        return [_Reported(one, report_of(store.entries(one.session_id))) for one in summaries]


# ---- for programs -------------------------------------------------------------------------------


def _as_json(reported: list[_Reported], *, library: bool) -> dict[str, object]:
    """`library` is null when one session was asked for."""
    whole = together(one.report for one in reported)
    return {
        "library": {"sessions": len(reported), **_figures(whole)} if library else None,
        "sessions": [
            {
                "id": one.summary.session_id,
                "patient": one.summary.patient_id,
                "opened": opened_text(one.summary),
                "ended": one.summary.ended,
                "simulated": one.summary.simulated,
                **_figures(one.report),
            }
            for one in reported
        ],
    }


def _figures(report: AlarmReport) -> dict[str, object]:
    return {
        "hours": round(report.hours, 4),
        "alarms": {one.word: report.physiological[one] for one in _WORST_FIRST},
        "alarms_per_hour": _per_hour(report, technical=False),
        "technical": {one.word: report.technical[one] for one in _WORST_FIRST},
        "technical_per_hour": _per_hour(report, technical=True),
        "confirmed": report.confirmed,
        "withdrawn": report.withdrawn,
        "undecided": report.undecided,
        "cards_withdrawn": report.cards_withdrawn,
        "artefacts": report.artefacts,
        "artefact_share": _rounded(report.artefact_share, 4),
        "acknowledged": len(report.acknowledge_s),
        "median_acknowledge_s": _rounded(report.median_acknowledge_s, 3),
        "breach_s": {sign.value: round(lasted, 3) for sign, lasted in report.breach_s.items()},
        "breach_left_out": list(report.breach_left_out),
    }


def _per_hour(report: AlarmReport, *, technical: bool) -> dict[str, float | None]:
    return {
        one.word: _rounded(report.per_hour(one, technical=technical), 4) for one in _WORST_FIRST
    }


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


# ---- for people ---------------------------------------------------------------------------------


def _lines(report: AlarmReport) -> Iterator[str]:
    yield say("report-alarms", *_counts(report, technical=False))
    yield say("report-technical", *_counts(report, technical=True))
    yield say(
        "report-cuff",
        report.confirmed,
        report.withdrawn,
        report.undecided,
        report.cards_withdrawn,
    )
    alarms, share = report.physiological.total(), report.artefact_share
    if share is None:
        yield say("report-no-artefacts")
    else:
        yield say("report-artefacts", report.artefacts, alarms, share * 100)
    median_s = report.median_acknowledge_s
    if median_s is None:
        yield say("report-unanswered", alarms)
    else:
        yield say("report-answered", len(report.acknowledge_s), alarms, median_s)
    signs = (
        say("report-breach-sign", sign_label(sign), lasted / 60)
        for sign, lasted in report.breach_s.items()
    )
    yield say("report-breach", " · ".join(signs) or say("report-not-judged"))
    if report.breach_left_out:
        yield say("report-breach-left-out", ", ".join(report.breach_left_out))


def _counts(report: AlarmReport, *, technical: bool) -> Iterator[str]:
    counted = report.technical if technical else report.physiological
    for one in _WORST_FIRST:
        rate = report.per_hour(one, technical=technical)
        yield (
            say("report-count-only", counted[one])
            if rate is None
            else say("report-count", counted[one], rate)
        )
