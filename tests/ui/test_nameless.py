"""A session without names as the window reads one, and the form that is made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from paper_words import by_pypdf
from recording_backend import ROW

from data.export.material import Material
from data.store import SessionStore
from monitor.entries import Anchor, AnchorReason
from monitor.treatment.commands import AnswerQuestion
from tests.ui.rems_record import BY, WHO, chest_pain, entries, usual
from ui.app import application
from ui.demo_backend import DemoBackend
from ui.handing_over import material_of
from ui.nameless import nameless_record
from ui.rems_desk import RemsDesk
from ui.rems_form import Form, form_of
from ui.requests import Refusal
from ui.words import say

OPENED = datetime(2026, 3, 9, 13, 0, tzinfo=UTC)
REMARK, LOT = "one, yesterday", "NS7"
NAMING = (WHO.name, WHO.patient_id, WHO.initials, WHO.birth_date, BY, REMARK, LOT, "2026-03-09")


class Seat(DemoBackend):
    """A nurse sits here, by a name of nobody's."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._gate.sit(BY)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record on the disk with one treatment in it, by a nurse who typed a remark."""
    path = tmp_path / "record.db"
    said = entries(*usual(), chest_pain(40))
    anchor = Anchor("s-1", 0.0, OPENED.timestamp(), 60, AnchorReason.START)
    with SessionStore.open(path, None) as store:
        store.write(list(said), [anchor])
    return path


def made(path: Path) -> Form:
    material = material_of(path, None, "s-1", deidentify=True)
    row = replace(ROW, session_id="s-1", opened_utc_s=OPENED.timestamp(), offset_min=60)
    form = form_of(nameless_record(material, row), "", nameless=True)
    assert form is not None
    return form


def words_of(form: Form) -> str:
    fields = [f"{one.name}: {one.value}" for part in form.parts for one in part.fields]
    return "\n".join((form.stem, form.made, form.session_id, *fields))


def test_nothing_in_the_form_says_whose_it_is(record: Path) -> None:
    remarks = [one.what for one in entries(*usual()) if isinstance(one.what, AnswerQuestion)]
    assert [one.text for one in remarks] == [REMARK]  # it was there to be forgotten
    found = words_of(made(record))
    assert [one for one in (*NAMING, "s-1") if one in found] == []


def test_it_has_a_pseudonym_a_decade_and_a_moved_day(record: Path) -> None:
    material = material_of(record, None, "s-1", deidentify=True)
    row = replace(ROW, session_id="s-1", opened_utc_s=OPENED.timestamp(), offset_min=60)
    shown = nameless_record(material, row)
    assert shown.row.patient_id == material.patient.patient_id
    assert len(shown.row.patient_id) == 10
    days = (OPENED.timestamp() - shown.row.opened_utc_s) / 86_400.0
    assert days == int(days)
    assert 1 <= days <= 364
    values = {one.name: one.value for part in made(record).parts for one in part.fields}
    assert values[say("form-birth")] == "1970s"
    assert values[say("form-signed")].startswith("staff 1")
    taken = {name for name, value in values.items() if value == say("form-taken-out")}
    assert taken == {say(f"form-{one}") for one in ("name", "clinic", "lot", "prescriber")}


def test_what_was_measured_and_given_stays_with_its_time_of_day(record: Path) -> None:
    found = words_of(made(record))
    for told in (
        "56 mg",
        "28 mg at 14:20",
        "146/92 mmHg at 15:01",
        "MOAA/S 3",
        "14:40 Chest pain",
    ):
        assert told in found


def test_a_session_with_names_or_without_a_day_is_never_shown_as_one_without(
    record: Path,
) -> None:
    true = material_of(record, None, "s-1")
    with pytest.raises(Refusal):
        nameless_record(true, ROW)
    with pytest.raises(Refusal):
        nameless_record(Material("s-1", true.entries, (), deidentified=True), ROW)


def test_it_is_saved_from_the_record_and_says_what_it_is(record: Path, tmp_path: Path) -> None:
    application()
    folder = tmp_path / "forms"
    backend = Seat(record)
    told = RemsDesk(backend, folder).do("save", "s-1", BY, nameless=True)
    assert told.startswith(say("form-saved", folder))
    (path,) = folder.iterdir()
    assert OPENED.strftime("%Y-%m-%d") not in path.name
    found = by_pypdf(path.read_bytes())
    assert say("chart-deidentified") in found
    assert say("form-taken-out") in found
    assert say("form-due", "")[:12] not in found  # its days are moved: nothing is due
    assert [one for one in NAMING if one in found] == []
    RemsDesk(backend, folder).do("save", "s-1", BY)
    (named,) = set(folder.iterdir()) - {path}
    assert WHO.name in by_pypdf(named.read_bytes())
