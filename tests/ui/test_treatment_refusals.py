"""Why something about the drug is not done: every reason has its sentence, and none is idle."""

from __future__ import annotations

import inspect
import re

import pytest

from monitor import phases
from monitor.treatment import dose, dosing, giving, infusing, vials
from ui.treatment_refusals import GIVING_REFUSALS
from ui.words import SENTENCES

SOURCES = "".join(inspect.getsource(one) for one in (phases, dosing, giving, infusing, vials))
BUILT = {f"needs-second-{why}" for why in (dose.IV_ABOVE_1, dose.ABOVE_LAST)} | {
    f"plan-impossible-{field}" for field in ("dose", "weight", "rate")
}
"""Put together from the reason why a second person is wanted, and from what cannot be."""


def test_the_sentences_are_part_of_all_sentences() -> None:
    assert GIVING_REFUSALS.items() <= SENTENCES.items()


@pytest.mark.parametrize("reason", sorted(GIVING_REFUSALS))
def test_a_sentence_is_said_somewhere_and_ends_as_one(reason: str) -> None:
    assert f'"{reason}"' in SOURCES or reason in BUILT
    said = GIVING_REFUSALS[reason].format("one", "two", "three", "four")
    assert said[0].isupper() or GIVING_REFUSALS[reason].startswith("{0}")
    assert said.endswith(".")


def test_every_refusal_about_the_drug_has_a_sentence() -> None:
    said = set(
        re.findall(r'Refused\([^")]+, "([a-z-]+)"|Refused\("[a-z-]+", "([a-z-]+)"', SOURCES)
    )
    reasons = {one or other for one, other in said}
    assert {"second-is-self", "cannot-pause-route", "waste-no-witness"} <= reasons
    assert reasons <= SENTENCES.keys()
    assert SENTENCES.keys() >= BUILT
