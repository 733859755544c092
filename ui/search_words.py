"""The sentences of the search for a monitor, and of the list of ports. Part of `ui.words`.

The rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

SEARCH_SENTENCES: dict[str, str] = {
    # ---- while it goes on
    "search-opening": "opening {0}",
    "search-listening": "listening at {0}",
    "search-listening-any": "listening",
    "search-asking": "asking as for {0}",
    # ---- what came of it
    "search-found": "{0} on {1}{2}: frames {3}, errors {4}, bytes {5}.",
    "search-proposed": "Proposed: --driver {0}",
    "search-at": " at {0}",
    "search-or": " or ",
    "search-shows": " It shows {0}.",
    "search-result-lost": (
        " This result was heard while searching and is not recorded: note it, or measure again."
    ),
    "search-value": "{0} {1:g} {2}",
    "search-equal": (
        "What {0} says is understood equally well as {1}; look at the monitor and choose one."
    ),
    "search-between": " and as ",
    "search-foreign": (
        "{0} talks, but as none of the known monitors: {1}. "
        "Check that its output is set to the protocol that «chairside devices» names, "
        "or describe it in a file (line:FILE.toml)."
    ),
    "search-heard": "{0} bytes{1}, beginning with {2}",
    "search-echo": (
        "{0} only sends back what it is asked: nothing is at the far end, or its wires 2 and 3 "
        "are joined. Check the cable and that the monitor is on."
    ),
    "search-silent": (
        "{0} is silent{1}. Check that the monitor is on, that its serial output is switched on, "
        "and the cable: many monitors need a null-modem cable.{2}"
    ),
    "search-press-start": (
        " {0} speaks only when it has measured: press START on it while it is searched for."
    ),
    # ---- the list of ports and monitors
    "ports-heading": "Ports",
    "drivers-heading": "Monitors",
    "drivers-other-line": "{0} (some units {1})",
    "drivers-sends": "sends: {0}",
    "drivers-sends-nothing": "sends nothing",
    "drivers-starts-cuff": "can start the cuff, where a person allows it",
}
