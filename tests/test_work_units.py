from __future__ import annotations

import pytest
from work_units import unit_of

FOLDER = "tests/end_to_end/"


@pytest.mark.parametrize(
    "nodeid",
    [
        "test_scenario_reactions.py::test_the_alarms_are_those_of_its_file[S5]",
        "test_scenario_mutants.py::test_an_unchanged_core_breaks_no_scenario[S5]",
        "test_scenario_mutants.py::test_a_changed_core_breaks_it[heart rate limits 20 lower-S5]",
    ],
)
def test_all_tests_of_a_scenario_are_one_unit_whichever_file_they_are_in(nodeid: str) -> None:
    assert unit_of(FOLDER + nodeid) == FOLDER + "S5"


@pytest.mark.parametrize(
    "nodeid",
    [
        "test_scenario_reactions.py::test_there_are_24_scenarios",
        "test_scenario_faults_on_a_pty.py::test_a_fault_says_why[silent]",
        "test_headless_demo.py::test_the_same_seed[S5]",
    ],
)
def test_any_other_test_is_of_the_unit_of_its_file(nodeid: str) -> None:
    assert unit_of(FOLDER + nodeid) == FOLDER + nodeid.split("::", maxsplit=1)[0]


def test_the_files_of_the_debrief_are_one_unit_and_what_lies_beside_them_is_not() -> None:
    folder = "tests/ui/debrief/"
    page, scores = (
        f"{folder}test_debrief_page.py::test_a",
        f"{folder}test_debrief_scores.py::test_b",
    )
    assert unit_of(page) == unit_of(scores)
    assert unit_of(f"{folder}test_past_desk.py::test_c") == f"{folder}test_past_desk.py"
