from __future__ import annotations

import re

import pytest
from helpers import ROOT
from record_examples import course, start_anchor

from data.export.csv import HEADER, session_csv
from data.export.dictionary import COLUMNS, MEANINGS, QUALITIES, SOURCES, dictionary
from monitor.vitals import SIGNS, Quality, VitalSign

TEXT = "".join(dictionary())


def row(name: str) -> list[str]:
    (line,) = [one for one in TEXT.splitlines() if one.startswith(f"| `{name}` |")]
    return [cell.strip(" `") for cell in line.strip("|").split("|")]


def test_the_page_in_docs_is_the_dictionary():
    told = (ROOT / "docs" / "data-dictionary.md").read_bytes()
    assert told == TEXT.encode(), (
        "write it anew: chairside dictionary --out docs/data-dictionary.md"
    )


def test_every_column_sign_and_quality_has_a_meaning():
    assert tuple(COLUMNS) == HEADER
    assert set(MEANINGS) == set(VitalSign)
    assert set(QUALITIES) == set(Quality)
    assert all(told.endswith(".") for told in (*MEANINGS.values(), *QUALITIES.values()))


@pytest.mark.parametrize("sign", VitalSign)
def test_a_sign_is_told_with_its_unit_and_codes(sign):
    facts = SIGNS[sign]
    _sign, meaning, unit, ucum, loinc, mdc, span, _comes = row(sign.value)
    assert meaning == MEANINGS[sign]
    assert (unit, ucum, loinc) == (facts.unit, facts.ucum, facts.loinc)
    assert mdc == f"{facts.mdc_code} {facts.mdc}"
    assert span == f"{facts.low:g} to {facts.high:g}"


def test_what_a_csv_says_is_in_the_dictionary():
    lines = list(session_csv(course(seconds=400), [start_anchor()]))
    for line in lines[1:]:
        _t, _utc, sign, _value, unit, source, quality = line.strip().split(",")
        assert row(sign)[2] == unit
        assert row(quality)
        assert any(re.fullmatch(one.replace("NAME", ".+"), source) for one in SOURCES)
