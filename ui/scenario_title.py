"""The title of a scenario in the language that is spoken.

Rule: only the title that Chairside itself wrote is translated; a clinic's own scenario is called
      what its file calls it, whatever its name.
"""

from __future__ import annotations

from devices.simulated.scenario.scenario import Scenario
from ui.scenario_words import SCENARIO_SENTENCES
from ui.words import say


def title_of(scenario: Scenario) -> str:
    sentence_id = f"scenario-{scenario.name.lower()}"
    ours = SCENARIO_SENTENCES.get(sentence_id) == scenario.title
    return say(sentence_id) if ours else scenario.title
