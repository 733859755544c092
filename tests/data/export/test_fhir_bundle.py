from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fhir_reading import Read, read, walked
from hypothesis import given
from past_treatments import Played, drawn, iv_treatment, nasal_treatment, opened
from record_examples import NAME, REMARK, course, sessions, start_anchor

from data.export.deidentify import deidentified
from data.export.fhir.bundle import session_fhir
from data.export.material import Material
from monitor.commands import Note, NoteKind
from monitor.events import SessionOpened
from monitor.people import Patient

SIGNED = Material(
    "s-1",
    tuple(course(seconds=1300)),
    (start_anchor(),),
    program="0.1.0",
    head="ab" * 32,
    sealed="cd" * 32,
    clinic="Clinic by the harbour",
)
ID = re.compile(r"[A-Za-z0-9\-.]{1,64}")


def bare(entries) -> Material:
    return Material("s-1", tuple(entries), (start_anchor(),))


def sound(found: Read) -> None:
    """What FHIR asks of any bundle."""
    found.valid()
    urls = [one["fullUrl"] for one in found.entries]
    assert len(set(urls)) == len(urls)
    assert all(url == f"urn:uuid:{found.by_url[url]['id']}" for url in urls)
    assert found.references() <= set(urls)
    for element in walked(found.json):
        assert element not in ("", [], {}, None)
        if isinstance(element, str):
            assert element == element.strip()
            assert element.isprintable()
        if isinstance(element, dict) and "id" in element:
            assert ID.fullmatch(element["id"])


def test_a_session_is_a_bundle_as_fhir_has_it():
    found = read(SIGNED)
    sound(found)
    assert found.json["type"] == "collection"
    assert not any("request" in one for one in found.entries)
    kinds = {one["resourceType"] for one in found.resources}
    assert {"Patient", "Encounter", "Procedure", "Device", "Observation", "Provenance"} <= kinds


@given(sessions())
def test_any_record_is_a_bundle_as_fhir_has_it(entries):
    sound(read(bare(entries)))


@given(sessions())
def test_any_record_without_a_clock_is_a_bundle_too(entries):
    sound(read(replace(bare(entries), anchors=())))


def test_a_session_of_which_nothing_is_left_says_so():
    found = read(Material("s-1", (), (), missing="The table of events cannot be read."))
    sound(found)
    assert found.one("Encounter")["status"] == "unknown"
    assert "cannot be read" in found.one("Procedure")["note"][0]["text"]
    assert "identifier" not in found.one("Patient")


def test_the_same_session_gives_the_same_bytes():
    assert b"".join(session_fhir(SIGNED)) == b"".join(session_fhir(SIGNED))


def test_two_sessions_have_one_patient_and_nothing_else_in_common():
    other = replace(SIGNED, session_id="s-2", entries=tuple(course("s-2", seconds=60)))
    first, second = (set(read(one).by_url) for one in (SIGNED, other))
    (shared,) = first & second
    assert read(SIGNED).by_url[shared]["resourceType"] == "Patient"


def test_of_clinics_without_a_name_no_patient_is_taken_for_another():
    one, two = (replace(SIGNED, session_id=name, clinic="") for name in ("s-1", "s-2"))
    assert read(one).one("Patient")["id"] != read(two).one("Patient")["id"]


def test_a_transaction_puts_each_resource_under_its_own_id():
    found = read(SIGNED, transaction=True)
    sound(found)
    assert found.json["type"] == "transaction"
    assert [one["request"] for one in found.entries] == [
        {"method": "PUT", "url": f"{one['resourceType']}/{one['id']}"} for one in found.resources
    ]
    assert [one["resource"] for one in found.entries] == read(SIGNED).resources


def test_snomed_is_only_there_when_it_was_asked_for():
    without, with_them = read(SIGNED), read(SIGNED, snomed=True)
    assert "snomed" not in json.dumps(without.json)
    sound(with_them)
    assert '"182777000"' in json.dumps(with_them.json)
    assert '"47625008"' in json.dumps(with_them.one("MedicationRequest"))


def test_who_it_is_and_where():
    patient = Patient("20417", 80.0, "J. M.", 1974, "Name 1", "1974-05-31", "female")
    played = Played(opened(patient=patient), iv_treatment(drawn(45.0)))
    found = read(replace(bare(played.entries), clinic="Clinic"))
    told = found.one("Patient")
    assert told["identifier"][0]["value"] == "20417"
    assert told["identifier"][0]["assigner"]["display"] == "Clinic"
    assert told["name"] == [{"text": "Name 1"}]
    assert (told["gender"], told["birthDate"]) == ("female", "1974-05-31")
    assert found.coded("29463-7")[0]["valueQuantity"]["value"] == 80
    assert found.one("Encounter")["identifier"][0]["value"] == "s-1"


@pytest.mark.parametrize(
    ("birth_date", "year", "told"),
    [("", 1974, "1974"), ("31.5.1974", 1974, "1974"), ("no", None, None), ("", 12, None)],
)
def test_a_birth_that_is_no_date_is_its_year_or_nothing(birth_date, year, told):
    session = opened(patient=Patient("1", None, birth_year=year, birth_date=birth_date))
    found = read(bare(Played(session, iv_treatment()).entries))
    sound(found)
    assert found.one("Patient").get("birthDate") == told


def test_a_session_goes_through_its_states():
    found = read(bare(Played(opened(), iv_treatment()).entries))
    encounter = found.one("Encounter")
    assert encounter["status"] == "finished"
    assert encounter["class"]["code"] == "AMB"
    assert [one["status"] for one in encounter["statusHistory"]] == [
        "planned",
        "arrived",
        "in-progress",
    ]
    begun = [datetime.fromisoformat(one["period"]["start"]) for one in encounter["statusHistory"]]
    assert (begun[2] - begun[0]).total_seconds() == 60.0
    assert found.one("Procedure")["status"] == "completed"
    assert found.one("Procedure")["performedPeriod"] == encounter["period"]


@pytest.mark.parametrize(
    ("said", "encounter", "procedure"),
    [(iv_treatment()[:2], "in-progress", "in-progress"), ([], "arrived", "preparation")],
)
def test_a_session_that_was_cut_off_is_not_over(said, encounter, procedure):
    found = read(bare(Played(opened(), said).entries))
    assert found.one("Encounter")["status"] == encounter
    assert "end" not in found.one("Encounter")["period"]
    assert found.one("Procedure")["status"] == procedure


def test_an_emergency_symptom_is_a_complication_unless_it_was_taken_back():
    chest = (300.0, Note("n1", NoteKind.CHEST_PAIN, "", "Nurse 1"))
    found = read(bare(Played(opened(), iv_treatment(chest)).entries))
    assert [one["text"] for one in found.one("Procedure")["complication"]] == ["chest pain"]


def test_where_it_comes_from_is_told_with_the_end_of_the_chain():
    found = read(replace(bare(Played(opened(), nasal_treatment()).entries), head="ab" * 32))
    told = found.one("Provenance")
    assert {one["reference"] for one in told["target"]} == set(found.by_url) - {
        f"urn:uuid:{told['id']}"
    }
    values = [one["what"]["identifier"]["value"] for one in told["entity"]]
    assert values == ["s-1", "ab" * 32]
    (signature,) = told["signature"]
    assert signature["who"]["display"] == "Nurse 1"
    signed = datetime.fromisoformat(signature["when"]).astimezone(UTC)
    assert signed.timestamp() == pytest.approx(start_anchor().utc_s + 8200.0, abs=0.001)
    program = found.by_url[told["agent"][0]["who"]["reference"]]
    assert program["deviceName"][0]["name"] == "Chairside"


def test_a_session_that_nobody_signed_has_no_signature():
    told = read(bare(Played(opened(), iv_treatment()[:2]).entries)).one("Provenance")
    assert "signature" not in told
    assert len(told["agent"]) == 1


def test_what_is_simulated_says_so_on_every_resource():
    found = read(replace(SIGNED, simulated=True))
    sound(found)
    assert all(one["meta"]["tag"][0]["code"] == "HTEST" for one in found.resources)
    panel = found.coded("85354-9")[0]
    assert panel["meta"]["profile"] == ["http://hl7.org/fhir/StructureDefinition/bp"]


def test_a_bundle_without_names_has_none():
    patient = Patient(NAME, 82.0, "AL", 1974, "Name 1", "1974-05-31", "female")
    entries = [
        replace(one, what=replace(one.what, patient=patient))
        if isinstance(one.what, SessionOpened)
        else one
        for one in SIGNED.entries
    ]
    masked, anchors = deidentified(entries, SIGNED.anchors, b"s" * 32)
    shown = Material(masked[0].session_id, tuple(masked), tuple(anchors), deidentified=True)
    found = read(shown)
    sound(found)
    told = json.dumps(found.json)
    for name in (NAME, "AL", "Name 1", "1974", REMARK, "RN", "harbour", "2025-10-09"):
        assert f'"{name}"' not in told
        assert REMARK not in told
    patient_told = found.one("Patient")
    assert "birthDate" not in patient_told
    assert patient_told["extension"][0]["valueInteger"] == 1970
    assert patient_told["meta"]["security"][0]["code"] == "PSEUDED"
