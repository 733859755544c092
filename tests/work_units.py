"""Which tests run together, one after the other in one process, when there are several.

Rule 1: a file is a unit, as with ``--dist loadfile``: what a module fixture has made is made once.
Rule 2: all tests of one scenario are a unit, whichever file they are in: it is played once.
Rule 3: so are the files of the debrief: the two lessons that they are about are played once.
"""

from __future__ import annotations

import re

from xdist.scheduler import LoadFileScheduling

_OF_A_SCENARIO = re.compile(r"(?P<folder>.*/)test_scenario_\w+\.py::.*\[(?:.*-)?(?P<name>S\d+)\]")
_OF_THE_DEBRIEF = re.compile(r"(?P<folder>.*/debrief/)test_debrief_(page|scores)\.py::.*")


def unit_of(nodeid: str) -> str:
    """The name of the unit: the path of its file, but for scenarios and the debrief."""
    found = _OF_A_SCENARIO.fullmatch(nodeid)
    if found:
        return f"{found['folder']}{found['name']}"
    debrief = _OF_THE_DEBRIEF.fullmatch(nodeid)
    return debrief["folder"] if debrief else nodeid.split("::", 1)[0]


class ByFileAndScenario(LoadFileScheduling):
    """Hands the units to the processes in the order in which the tests stand."""

    def _split_scope(self, nodeid: str) -> str:
        return unit_of(nodeid)
