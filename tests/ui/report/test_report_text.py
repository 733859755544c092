"""A session as text to be pasted: short, plain, the most important first."""

from __future__ import annotations

import functools
import string
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.export.material import Material
from tests.ui.report.random_reports import reports
from tests.ui.report.report_examples import calm, noted, stormy
from ui.report.facts import report_of
from ui.report.parts import Fact, Report
from ui.report.text import MOST, report_text, text_of
from ui.words import say

PLAIN = set(string.ascii_letters + string.digits + string.punctuation + " \n")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports)
def test_no_text_is_longer_or_odder_than_every_system_takes(report: Report) -> None:
    text = text_of(report)
    assert len(text) <= MOST
    assert set(text) <= PLAIN
    assert say("disclaimer") in text


@functools.cache
def calm_report() -> Report:
    """Read from its record once: no example changes it."""
    return report_of(calm())


@given(st.lists(st.text(max_size=300), min_size=1, max_size=40))
def test_whatever_was_typed_it_is_cut_by_whole_lines(texts: list[str]) -> None:
    report = replace(calm_report(), setting=tuple(Fact("name", text) for text in texts))
    text = text_of(report)
    assert len(text) <= MOST
    assert set(text) <= PLAIN
    assert text.endswith("\n")
    assert not any(line != line.strip() or "  " in line for line in text.splitlines())


@pytest.mark.parametrize("example", [calm, stormy, noted])
def test_who_what_how_much_and_who_signed_always_stand_there(example: object) -> None:
    material = example()  # type: ignore[operator]
    text = report_text(material)
    assert len(text) <= MOST
    for words in (
        "J. M., #20417, born 1974-05-31",
        "2026-09-21",
        "Given: 40.5 mg = 0.49 mg/kg, by the pump's volume",
        "Pump volume: 4.05 mL by the pump, calculated",
        "SpO2: baseline 97",
        "signed by Nurse 1 and Nurse 2 at 18:13",
        material.head,
        "not a certified medical device",
    ):
        assert words in text


def test_what_does_not_fit_is_said() -> None:
    lines = report_text(stormy()).splitlines()
    assert "(shortened)" in lines
    assert lines.index("(shortened)") == len(lines) - 6
    high = [line for line in lines if " HIGH: SBP " in line]
    assert high


def test_what_is_not_usual_stands_first() -> None:
    assert report_text(noted()).splitlines()[0] == "SIMULATED - NOT A PATIENT"


def test_letters_that_ascii_lacks_are_written_without_it() -> None:
    named = replace(report_of(calm()), who="Jürgen Müßig · Žofie Ørsted · Łukasz", about="")
    assert "Juergen Muessig, Zofie Orsted, Lukasz" in text_of(named)


def test_of_nothing_there_is_a_text_too() -> None:
    text = report_text(Material("s-1", (), ()))
    assert text.startswith("Watched session\n")
    assert "not signed" in text
