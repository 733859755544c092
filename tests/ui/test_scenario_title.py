"""Scenarios are called in the language that is spoken, and a clinic's own as its file says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spoken import language

from devices.simulated.scenario.scenario import scenario_named, scenario_names
from ui.scenario_title import title_of
from ui.scenario_words import SCENARIO_SENTENCES
from ui.words import SENTENCES


@pytest.mark.parametrize("name", scenario_names())
def test_the_words_of_a_title_are_those_of_the_file(name: str) -> None:
    scenario = scenario_named(name)
    assert SCENARIO_SENTENCES[f"scenario-{name.lower()}"] == scenario.title
    assert title_of(scenario) == scenario.title


def test_there_is_a_title_for_every_scenario_and_no_other() -> None:
    assert len(SCENARIO_SENTENCES) == len(scenario_names())
    assert SCENARIO_SENTENCES.items() <= SENTENCES.items()


@pytest.mark.parametrize("name", scenario_names())
def test_in_german_it_has_a_german_title(name: str) -> None:
    with language("de"):
        assert title_of(scenario_named(name)) != scenario_named(name).title


def test_a_scenario_of_the_clinics_own_keeps_its_title_whatever_its_name() -> None:
    own = replace(scenario_named("S4"), title="Our own Friday afternoon")
    for spoken in ("en", "de"):
        with language(spoken):
            assert title_of(own) == "Our own Friday afternoon"
