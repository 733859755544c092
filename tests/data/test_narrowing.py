"""What narrows the library: each filter against the sessions of a real record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from data.narrowing import EVERYTHING, Alarms, DoseRange, DoseUnit, Narrowing
from data.store import SessionStore
from data.summaries import SessionSummary
from monitor.plan import Drug
from monitor.routes import Route
from tests.ui.kept_library import Kept, keep

MONDAY = date(2026, 9, 21)
SESSIONS = (
    Kept("calm", MONDAY),
    Kept("high", MONDAY, "20418", peak=186.0, high=1, medium=2, hour=11),
    Kept("late-evening", MONDAY, peak=160.0, medium=1, hour=23),
    Kept("early-morning", MONDAY + timedelta(days=1), profile="elderly-iv", hour=0, signed=False),
    Kept("muscle", date(2026, 8, 31), "30111", "im-sc", mg_per_kg=0.75, peak=159.9),
    Kept(
        "nose",
        date(2026, 9, 1),
        "30111",
        "intranasal",
        None,
        84.0,
        drug=Drug.ESKETAMINE,
        peak=None,
    ),
    Kept("watched", date(2026, 9, 30), "40000", mg_per_kg=None, peak=None),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("narrowed") / "record.db"
    keep(made, SESSIONS)
    return made


def found(path: Path, narrowing: Narrowing) -> set[str]:
    with SessionStore.open(path, read_only=True) as store:
        there = store.search(None, None, narrowing)
        assert there.count == len(there.lines)
        return {line.session_id for line in there.lines}


@pytest.mark.parametrize(
    ("narrowing", "wanted"),
    [
        (Narrowing(first=MONDAY, last=MONDAY), {"calm", "high", "late-evening"}),
        (Narrowing(first=MONDAY + timedelta(days=1)), {"early-morning", "watched"}),
        (Narrowing(last=date(2026, 9, 1)), {"muscle", "nose"}),
        (Narrowing(patient_id="30111"), {"muscle", "nose"}),
        (Narrowing(patient_id="3011"), set()),
        (Narrowing(routes=frozenset({"intranasal"})), {"nose"}),
        (Narrowing(routes=frozenset({"im-sc", "oral"})), {"muscle"}),
        (Narrowing(dose=DoseRange(41.0, 41.0)), {"calm", "high", "late-evening", "early-morning"}),
        (Narrowing(dose=DoseRange(60.0)), {"muscle", "nose"}),
        (Narrowing(dose=DoseRange(0.7, 1.0, DoseUnit.MG_PER_KG)), {"muscle"}),
        (Narrowing(dose=DoseRange(1.0, None, DoseUnit.MG_PER_KG)), {"nose"}),
        (Narrowing(peak_sbp=160.0), {"high", "late-evening"}),
        (Narrowing(alarms=Alarms.HIGH), {"high"}),
        (Narrowing(alarms=Alarms.ANY), {"high", "late-evening"}),
        (Narrowing(unsigned=True), {"early-morning"}),
        (Narrowing(alarms=Alarms.ANY, peak_sbp=180.0, routes=frozenset({"iv"})), {"high"}),
    ],
)
def test_a_filter_leaves_the_sessions_that_have_it(
    path: Path, narrowing: Narrowing, wanted: set[str]
) -> None:
    assert narrowing
    assert found(path, narrowing) == wanted


def test_nothing_leaves_everything(path: Path) -> None:
    assert not EVERYTHING
    assert found(path, EVERYTHING) == {one.name for one in SESSIONS}


def test_a_session_without_a_dose_has_a_dose_of_no_size(path: Path) -> None:
    assert "watched" not in found(path, Narrowing(dose=DoseRange()))
    assert "watched" not in found(path, Narrowing(dose=DoseRange(most=1000.0)))


def test_the_days_of_a_month_are_counted_as_the_list_is_narrowed(path: Path) -> None:
    first, last = date(2026, 9, 1), date(2026, 9, 30)
    with SessionStore.open(path, read_only=True) as store:
        tuesday = MONDAY + timedelta(days=1)
        assert store.days(first, last) == {first: 1, MONDAY: 3, tuesday: 1, last: 1}
        narrowed = Narrowing(first=tuesday, last=tuesday, alarms=Alarms.ANY)
        assert store.days(first, last, None, narrowed) == {MONDAY: 2}
        assert store.days(first, last, lambda line: line[6] == "30111") == {first: 1}
        assert store.days(date(2026, 10, 1), date(2026, 10, 31)) == {}


def test_words_and_filters_narrow_together_page_by_page(path: Path) -> None:
    monday = Narrowing(first=MONDAY, last=MONDAY)
    with SessionStore.open(path, read_only=True) as store:
        there = store.search(lambda line: line[6] == "20417", 1, monday)
        assert ([line.session_id for line in there.lines], there.count) == (["late-evening"], 2)
        rest = store.search_on(lambda line: line[6] == "20417", 5, there.lines[0].place, monday)
        assert [line.session_id for line in rest] == ["calm"]


def test_the_list_tells_the_route(path: Path) -> None:
    with SessionStore.open(path, read_only=True) as store:
        told = {line.session_id: line.route for line in store.sessions()}
    assert (told["muscle"], told["nose"], told["calm"]) == ("im-sc", "intranasal", "iv")


# ---- against the same said in Python

_TESTS: dict[Alarms, Callable[[SessionSummary], bool]] = {
    Alarms.ANY: lambda line: line.alarms_high + line.alarms_medium > 0,
    Alarms.HIGH: lambda line: line.alarms_high > 0,
    Alarms.NONE: lambda line: line.alarms_high + line.alarms_medium == 0,
}


def fits(line: SessionSummary, now: Narrowing) -> bool:
    day = date(1970, 1, 1) + timedelta(seconds=line.opened_utc_s + line.offset_min * 60)
    mg_per_kg = line.mg_per_kg
    if mg_per_kg is None and line.dose_mg is not None and line.weight_kg:
        mg_per_kg = line.dose_mg / line.weight_kg
    tests = [
        now.first is None or day >= now.first,
        now.last is None or day <= now.last,
        not now.patient_id or line.patient_id == now.patient_id,
        not now.routes or line.route in now.routes,
        now.peak_sbp is None or (line.peak_sbp is not None and line.peak_sbp >= now.peak_sbp),
        now.alarms is None or _TESTS[now.alarms](line),
        not now.unsigned or line.phase != "signed",
    ]
    if now.dose is not None:
        dose = line.dose_mg if now.dose.unit is DoseUnit.MG else mg_per_kg
        least = 0.0 if now.dose.least is None else now.dose.least
        most = 1e9 if now.dose.most is None else now.dose.most
        tests.append(dose is not None and least - 1e-6 < dose < most + 1e-6)
    return all(tests)


_days = st.none() | st.dates(date(2026, 8, 30), date(2026, 10, 1))
_doses = st.none() | st.sampled_from([0.5, 0.75, 41.0, 61.5, 84.0])
narrowings = st.builds(
    Narrowing,
    first=_days,
    last=_days,
    patient_id=st.sampled_from(["", "20417", "30111"]),
    routes=st.frozensets(st.sampled_from([route.value for route in Route]), max_size=2),
    dose=st.none() | st.builds(DoseRange, _doses, _doses, st.sampled_from(DoseUnit)),
    peak_sbp=st.none() | st.sampled_from([140.0, 159.9, 160.0]),
    alarms=st.none() | st.sampled_from(Alarms),
    unsigned=st.booleans(),
)


@share_of_examples(1.0)
@given(narrowings)
def test_the_database_says_what_python_says(path: Path, narrowing: Narrowing) -> None:
    with SessionStore.open(path, read_only=True) as store:
        lines = store.sessions()
        wanted = [line for line in lines if fits(line, narrowing)]
        assert store.search(None, None, narrowing).lines == wanted
        whole = replace(narrowing, first=None, last=None)
        counted = store.days(date(2026, 8, 1), date(2026, 10, 31), None, narrowing)
        assert sum(counted.values()) == sum(fits(line, whole) for line in lines)
