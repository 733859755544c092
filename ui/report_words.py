"""The sentences of the alarm report. Part of `ui.words`.

The rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

REPORT_SENTENCES: dict[str, str] = {
    "report-library": "All sessions together: {0} · {1:.1f} h",
    "report-session": "{0} · {1:.1f} h",
    "report-alarms": "  alarms       high {0}   medium {1}   low {2}",
    "report-technical": "  technical    high {0}   medium {1}   low {2}",
    "report-count": "{0} ({1:.2f}/h)",
    "report-count-only": "{0}",
    "report-cuff": (
        "  cuff alarms  {0} confirmed, {1} withdrawn, {2} undecided; {3} silent cards taken back"
    ),
    "report-artefacts": "  artefacts    {0} of {1} alarms ({2:.0f} %)",
    "report-no-artefacts": "  artefacts    none; no alarm sounded",
    "report-answered": "  answered     {0} of {1} alarms, after {2:.0f} s (median)",
    "report-unanswered": "  answered     0 of {0} alarms",
    "report-breach": "  in breach    {0}",
    "report-breach-sign": "{0} {1:.1f} min",
    "report-breach-left-out": "               not counted: {0}",
    "report-not-judged": "nothing was measured",
}
