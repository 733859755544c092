"""A session exported as FHIR by the command, read by another, and compared with the database."""

from __future__ import annotations

import math
import random
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fhir_reading import Read, codes, moment
from helpers import ROOT
from past_treatments import NURSE, Played, drawn, iv_treatment, opened
from real_program import asked
from record_examples import SOURCE, course, second, start_anchor

from data.store import SessionStore
from monitor.alarm_report import report_of
from monitor.commands import Acknowledge, Action, ManualCuff, Note, NoteKind, Sedation
from monitor.entries import Entry
from monitor.events import DeviceFacts, Event, Numerics
from monitor.outcomes import AlarmChanged
from monitor.treatment.commands import ChangeRate, GiveDrug, PumpVolume, Scale, Score, StandingCuff
from monitor.vitals import SIGNS, CuffFailed, CuffFailure, CuffResult, VitalSign

CALM, TREATED = "20260115T103207-1a2b3c", "20260122T093000-4d5e6f"
"""One as it was recorded, and one with all that people do."""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fhir") / "record.db"
    with SessionStore.open(path, None) as store:
        store.write(course(CALM, seconds=1400), [start_anchor(CALM)])
        store.write(treated(), [start_anchor(TREATED)])
    return path


def treated() -> list[Entry]:
    dice = random.Random(7)
    between: list[tuple[float, Event]] = [
        drawn(45.0),
        *((float(at), second(at, dice)) for at in range(70, 1300)),
        *(
            (at * 1.0, CuffResult(sbp, 88.0, 105.0, 81.0, SOURCE))
            for at, sbp in ((100, 132.0), (400, 171.0), (460, 174.0), (1000, 141.0))
        ),
        (700.0, CuffFailed(CuffFailure.LEAK, SOURCE)),
        (500.0, Acknowledge("bp/high", NURSE, Action.REMEASURED)),
        (600.0, ChangeRate(0.6, NURSE)),
        (650.0, ManualCuff(148.0, 92.0, NURSE, 120.0)),
        (800.0, Note("n", NoteKind.NAUSEA, "a little", NURSE)),
        (850.0, GiveDrug("ondansetron", "4", "mg", "iv", "Provider 1", NURSE)),
        (900.0, Sedation(4, NURSE)),
        (910.0, Score(Scale.CADSS, 12, NURSE)),
        (2600.0, PumpVolume(3.0, NURSE)),
        (2700.0, StandingCuff(121.0, 77.0, 1, False, NURSE)),
        (2800.0, Score(Scale.PHQ9, 9, NURSE, (1,) * 9)),
    ]
    device = DeviceFacts("ivy-450c", SOURCE, 5.0, 10.0, frozenset(SIGNS))
    return Played(opened(TREATED, devices=(device,)), iv_treatment(*between)).entries


def exported(record: Path, session: str, *options: str) -> Read:
    out = record.with_name("out.json")
    ran = asked("export", session, "--format", "fhir", *options, "--out", out, "--db", record)
    assert ran.code == 0, ran.err
    found = Read(out.read_bytes())
    found.valid()
    assert found.references() <= set(found.by_url)
    return found


def kept(record: Path, session: str) -> list[Entry]:
    """The record as the database has it, read anew."""
    with SessionStore.open(record, None, read_only=True) as store:
        return list(store.entries(session))


def at(t_s: float) -> datetime:
    started = timedelta(milliseconds=round((start_anchor().utc_s + t_s) * 1000))
    return datetime(1970, 1, 1, tzinfo=UTC) + started


def said_in(entries: list[Entry]) -> list[tuple[str, float, datetime]]:
    """(MDC code, value, moment) of every value of a monitor, and of every cuff by hand."""
    found: list[tuple[VitalSign, float | None, float]] = []
    for entry in entries:
        what: Any = entry.what
        if isinstance(what, Numerics):
            found += [(one.sign, one.value, entry.now_s) for one in what.readings]
        elif isinstance(what, CuffResult):
            found += [
                (VitalSign.SBP, what.sbp, entry.now_s),
                (VitalSign.DBP, what.dbp, entry.now_s),
                (VitalSign.MAP, what.map, entry.now_s),
                (VitalSign.NIBP_PULSE, what.pulse, entry.now_s),
            ]
        elif isinstance(what, ManualCuff | StandingCuff):
            t_s = entry.now_s - getattr(what, "ago_s", 0.0)
            found += [(VitalSign.SBP, what.sbp, t_s), (VitalSign.DBP, what.dbp, t_s)]
    return [(str(SIGNS[sign].mdc_code), value, at(t)) for sign, value, t in found if value]


@pytest.mark.parametrize("session", [CALM, TREATED])
def test_every_value_of_the_database_is_in_the_bundle_at_its_time(
    session: str, record: Path
) -> None:
    wanted = sorted(said_in(kept(record, session)))
    found = sorted(
        (one.code, one.value, one.at) for one in exported(record, session).numbers() if one.at
    )
    assert [one[:2] for one in found] == [one[:2] for one in wanted]
    for (_code, _value, read_at), (_c, _v, said_at) in zip(found, wanted, strict=True):
        assert abs((read_at - said_at).total_seconds()) <= 1.0


def test_drugs_scores_and_answers_of_the_database_are_in_the_bundle(record: Path) -> None:
    found, entries = exported(record, TREATED), kept(record, TREATED)
    given = [one for one in found.of("MedicationAdministration") if "identifier" not in one]
    mg = math.fsum(one["dosage"]["dose"]["value"] for one in given)
    # 1 mg/min for 9 min, then 0.6 mg/min for 31.
    assert mg == pytest.approx(9 * 1.0 + 31 * 0.6, abs=0.002)
    assert found.coded("mass-given")[0]["valueQuantity"]["value"] == 30
    scores = [
        (moment(one), one["valueQuantity"]["value"])
        for one in found.of("Observation")
        if codes(one["category"][0]) == ["survey"]
    ]
    assert scores == [
        (
            at(entry.now_s),
            entry.what.score if isinstance(entry.what, Sedation) else entry.what.total,
        )
        for entry in entries
        if isinstance(entry.what, Score | Sedation)
    ]
    (answer,) = found.of("AuditEvent")
    assert datetime.fromisoformat(answer["recorded"]) == at(500.0)
    steps = [one for one in entries if isinstance(one.what, AlarmChanged)]
    alarms = [one for one in found.of("Observation") if codes(one["category"][0]) == ["alarm"]]
    assert {codes(one["code"])[0] for one in alarms} <= {one.what.alarm for one in steps}
    assert {moment(one) for one in alarms} <= {at(one.now_s) for one in steps}
    counted = report_of(entries)
    assert len(alarms) == counted.physiological.total() + counted.technical.total() > 0


def test_a_failed_cuff_of_the_database_is_an_error_in_the_bundle(record: Path) -> None:
    failed = [
        one for one in exported(record, TREATED).of("Observation") if "dataAbsentReason" in one
    ]
    assert [moment(one) for one in failed] == [at(700.0)]


def test_what_was_asked_for_is_in_the_bundle(record: Path) -> None:
    found = exported(record, TREATED, "--transaction", "--snomed")
    assert found.json["type"] == "transaction"
    assert all(one["request"]["method"] == "PUT" for one in found.entries)
    assert "http://snomed.info/sct" in str(found.json)


def test_another_format_has_no_such_choice(record: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    ran = asked("export", CALM, "--format", "csv", "--snomed", "--out", out, "--db", record)
    assert ran.code == 2
    assert "csv has no --snomed" in ran.err
    assert not out.exists()


def test_every_code_of_our_own_is_explained(record: Path) -> None:
    told = (ROOT / "docs" / "fhir.md").read_text(encoding="utf-8")
    systems = set(re.findall(r"urn:chairside:([a-z0-9-]+)", str(exported(record, TREATED).json)))
    assert systems >= {"alarm", "note", "scale", "observation", "chain-head"}
    assert [one for one in systems if f"`{one}`" not in told] == []
