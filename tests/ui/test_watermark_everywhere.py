"""Nothing that leaves a simulated session can be taken for a patient's.

Every file is read by a reader that knows nothing of us.
"""

from __future__ import annotations

import csv
import json
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pyedflib
import pytest
from hl7apy.parser import parse_message
from paper_words import by_pypdf
from practice_examples import NURSE, asked, entries_of, room
from pypdf import PdfReader
from PySide6.QtGui import QPagedPaintDevice
from real_program import asked as asked_program

from data.bundle_file import read_bundle
from data.export.material import NO_PATIENT, Material
from data.outbox import Fate
from data.taking_in import take_in
from monitor.commands import EndSession, ManualCuff, Note, NoteKind
from monitor.events import SessionOpened
from monitor.treatment.commands import AnswerQuestion, DrawDrug, GiveDose
from monitor.treatment.screening import QUESTIONS
from ui.app import application
from ui.emergency_sheet import Sheet, paint
from ui.handing_over import FORMATS, hand_over, material_of
from ui.paper import lay_out_page
from ui.paper_file import pdf_bytes
from ui.places import open_record
from ui.post import Post, usual_outbox
from ui.practice import PracticeBackend
from ui.rems_form import form_of
from ui.rems_sheet import paint_form
from ui.words import say

with warnings.catch_warnings():
    # What its own libraries have to say to each other.
    warnings.simplefilter("ignore")
    from vitaldb.utils import VitalFile

MARK = "SIMULATED – NOT A PATIENT"
MINUTES = 6.0
NOWHERE = ("--receiver", "127.0.0.1:9", "--without-tls")


@dataclass(frozen=True, slots=True)
class Treated:
    """A simulated session that was signed, and the room it was in."""

    backend: PracticeBackend
    session: str

    @property
    def material(self) -> Material:
        return material_of(self.backend.db, None, self.session)


@pytest.fixture(scope="module")
def treated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Treated]:
    """By the nose, so that it has the form of intranasal esketamine."""
    with room(tmp_path_factory.mktemp("room")) as backend:
        request = replace(
            asked(1, "sim:ivy-450c", profile="intranasal", mg_per_kg=None),
            fixed_mg=56.0,
            drug="esketamine",
            initials="NN",
            name="Somebody Simulated",
            flow=True,
        )
        session = backend.open_session(request)
        for question in QUESTIONS.values():
            backend.send(1, AnswerQuestion(question.id, question.clear, NURSE))
        backend.send(1, DrawDrug(56.0, "L1", "2030-01", NURSE))
        backend.advance(60.0 * MINUTES)
        backend.send(1, GiveDose(28.0, NURSE))
        backend.send(1, GiveDose(28.0, NURSE))
        backend.advance(60.0)
        backend.send(1, ManualCuff(142.0, 88.0, NURSE))
        backend.send(1, Note("n-1", NoteKind.NAUSEA, "", NURSE))
        backend.advance(60.0)
        backend.send(1, EndSession(NURSE, reason="practised"))
        backend.advance(5.0)
        yield Treated(backend, session)


def left(treated: Treated, kind: str, folder: Path, *chosen: str) -> Path:
    """The file as it leaves."""
    path = folder / f"session{FORMATS[kind].suffix}"
    hand_over(treated.material, kind, path, chosen)
    return path


def test_the_record_says_so(treated: Treated) -> None:
    assert treated.material.simulated
    opened = entries_of(treated.backend, treated.session)[0].what
    assert isinstance(opened, SessionOpened)
    assert opened.simulated


def test_every_line_of_the_csv_has_a_simulated_source(treated: Treated, tmp_path: Path) -> None:
    with left(treated, "csv", tmp_path).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 100
    assert {row["source"] for row in rows} == {"simulated"}
    assert {"hr", "sbp"} <= {row["sign"] for row in rows}


@pytest.mark.parametrize("chosen", [(), ("detail",), ("letter", "detail")])
def test_every_page_of_the_pdf_says_so(
    treated: Treated, tmp_path: Path, chosen: tuple[str, ...]
) -> None:
    application()
    pages = PdfReader(left(treated, "pdf", tmp_path, *chosen)).pages
    assert len(pages) >= 1 + ("detail" in chosen)
    assert all(MARK in page.extract_text() for page in pages)


def test_the_first_line_to_be_pasted_says_so(treated: Treated, tmp_path: Path) -> None:
    told = left(treated, "text", tmp_path).read_text(encoding="ascii")
    assert told.splitlines()[0].startswith("SIMULATED - NOT A PATIENT")


def test_every_resource_is_test_health_data(treated: Treated, tmp_path: Path) -> None:
    bundle = json.loads(left(treated, "fhir", tmp_path).read_text(encoding="utf-8"))
    resources = [entry["resource"] for entry in bundle["entry"]]
    tags = [[tag["code"] for tag in one["meta"]["tag"]] for one in (bundle, *resources)]
    assert len(tags) > 5
    assert all("HTEST" in codes for codes in tags)


def test_the_message_is_for_training_and_of_nobody(treated: Treated, tmp_path: Path) -> None:
    text = left(treated, "hl7", tmp_path).read_bytes().decode("utf-8")
    message = parse_message(text, find_groups=False)
    assert message.msh.msh_11.value == "T"
    assert message.pid.pid_5.pid_5_1.value == NO_PATIENT
    assert "Somebody" not in text


def test_the_edf_is_of_nobody(treated: Treated, tmp_path: Path) -> None:
    with closing(pyedflib.EdfReader(str(left(treated, "edf", tmp_path)))) as reader:
        assert reader.getPatientName() == NO_PATIENT
        assert "simulated" in reader.getEquipment()


def test_a_long_id_does_not_push_the_mark_out_of_the_edf(treated: Treated, tmp_path: Path) -> None:
    made = treated.material
    first = made.entries[0]
    assert isinstance(first.what, SessionOpened)
    patient = replace(first.what.patient, patient_id="9" * 64)
    other = replace(first, what=replace(first.what, patient=patient))
    path = tmp_path / "long.edf"
    hand_over(replace(made, entries=(other, *made.entries[1:])), "edf", path)
    with closing(pyedflib.EdfReader(str(path))) as reader:
        assert reader.getPatientName() == NO_PATIENT


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_vital_file_begins_with_it(treated: Treated, tmp_path: Path) -> None:
    found = VitalFile(str(left(treated, "vital", tmp_path)))
    (events,) = [one for key, one in found.trks.items() if key.split("/")[-1] == "EVENT"]
    assert events.recs[0]["val"] == NO_PATIENT
    assert {device.type for device in found.devs.values() if device.name} == {NO_PATIENT}


def test_taken_into_another_record_it_stays_simulated(treated: Treated, tmp_path: Path) -> None:
    path = left(treated, "json", tmp_path)
    assert json.loads(path.read_text(encoding="utf-8"))["simulated"] is True
    bundle = read_bundle(path)
    elsewhere = tmp_path / "elsewhere.db"
    open_record(elsewhere).close()
    take_in(elsewhere, None, bundle.entries, bundle.anchors, NURSE)
    again = material_of(elsewhere, None, treated.session)
    assert again.simulated
    assert all(line.split(",")[5] == "simulated" for line in lines_of(again)[1:])


def lines_of(material: Material) -> list[str]:
    return b"".join(FORMATS["csv"].pieces(material)).decode().splitlines()


def test_without_names_it_still_says_so(treated: Treated) -> None:
    made = material_of(treated.backend.db, None, treated.session, deidentify=True)
    assert made.simulated
    told = b"".join(FORMATS["hl7"].pieces(made)).decode("utf-8")
    assert parse_message(told, find_groups=False).msh.msh_11.value == "T"


def test_the_form_of_the_treatment_says_so_on_paper(treated: Treated) -> None:
    application()
    form = form_of(treated.backend.record(treated.session), "Clinic 1")
    assert form is not None
    assert MARK in printed(lambda device: paint_form(device, form))


def test_the_sheet_of_an_emergency_says_so_on_paper() -> None:
    application()
    sheet = Sheet((), (), (), "made", practice=True)
    assert MARK in printed(lambda device: paint(device, sheet))


def printed(put: Callable[[QPagedPaintDevice], bool]) -> str:
    def laid_out(device: QPagedPaintDevice) -> bool:
        lay_out_page(device)
        return put(device)

    return by_pypdf(pdf_bytes("a page", laid_out))


def test_nothing_of_it_is_sent_to_a_record_system(treated: Treated) -> None:
    db = treated.backend.db
    assert (
        asked_program("send", "--receiver", "127.0.0.1:9", "--without-tls", "--db", db).code == 0
    )
    ran = asked_program("send", treated.session, "--db", db)
    assert ran.code != 0
    assert ran.err.strip() == say("post-simulated", treated.session)
    assert usual_outbox().letters() == []


def test_what_was_queued_by_another_way_is_refused_before_it_leaves(treated: Treated) -> None:
    asked_program("send", *NOWHERE, "--db", treated.backend.db)
    outbox = usual_outbox()
    outbox.put(treated.session, "127.0.0.1:9", NURSE, 1.0)
    (letter,) = Post(lambda _session: treated.material, lambda *_: None).carry()
    assert letter.fate is Fate.REFUSED
    assert letter.trouble == say("post-simulated", treated.session)
