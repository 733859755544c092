"""The sentences of the replay, and of «what if». Part of `ui.words`.

The rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

REPLAY_SENTENCES: dict[str, str] = {
    # ---- replay
    "replay-open": "Replay",
    "replay-mark": "REPLAY",
    "replay-not-now": "REPLAY – NOT HAPPENING NOW",
    "replay-of": "{0} · {1} · chair {2}",
    "replay-back": "Back to the session",
    "replay-page": "Replay of a recorded session. Nothing here happens now.",
    "replay-play": "Play",
    "replay-pause": "Pause",
    "replay-again": "From the start",
    "replay-earlier": "‹ Alarm",
    "replay-earlier-name": "To the alarm before",
    "replay-later": "Alarm ›",
    "replay-later-name": "To the next alarm",
    "replay-speed": "Speed",
    "replay-times": "×{0}",
    "replay-sound": "Sound at ×1",
    "replay-scrub": "Where the replay is: {0} of {1}, {2}",
    "replay-place": "{0} of {1}",
    "replay-jumping": "Judging up to {0}",
    "replay-runs": (
        "Chair {0} is running at this seat. A replay looks like a chair with a patient: watch it "
        "when that session has ended, or at another computer."
    ),
    # ---- what if
    "what-if-open": "What if",
    "what-if-title": "What if the limits had been others?",
    "what-if-page": "The same session judged anew under other limits",
    "what-if-profile": "Limits",
    "what-if-own": "As it was",
    "what-if-back": "Back to the session",
    "what-if-reset": "The limits as they were",
    "what-if-judging": "Judging the session: {0} %",
    "what-if-was": "As it was",
    "what-if-then": "What if",
    "what-if-head-high": "High",
    "what-if-head-medium": "Medium",
    "what-if-head-low": "Low",
    "what-if-head-technical": "Technical",
    "what-if-head-hour": "Alarms per hour",
    "what-if-same-limits": (
        "These are the limits that the session had. Change one, or the profile."
    ),
    "what-if-no-difference": "No alarm would have been different.",
    "what-if-first": "First difference at {0}, {1} into the session.",
    "what-if-count-same": "{0} the same",
    "what-if-count-gone": "{0} not at all",
    "what-if-count-new": "{0} new",
    "what-if-count-earlier": "{0} earlier",
    "what-if-count-later": "{0} later",
    "what-if-count-altered": "{0} otherwise",
    "what-if-same": "the same",
    "what-if-gone": "not at all",
    "what-if-new": "new",
    "what-if-earlier": "{0} earlier",
    "what-if-later": "{0} later",
    "what-if-altered": "same onset, otherwise after it",
    "what-if-milder": "lower priority",
    "what-if-worse": "higher priority",
    "what-if-longer": "{0} longer",
    "what-if-shorter": "{0} shorter",
    "what-if-none": "–",
    "what-if-span": "{0}, {1}",
    "what-if-still": "until the end",
    "what-if-list": "Alarms side by side",
    "what-if-chart": (
        "Two rows of alarms over the time of the session: as it was above, what if below"
    ),
    "what-if-dropped": "{0} entries of people no longer fit and were left out.",
    "what-if-dropped-one": "1 entry of a person no longer fits and was left out.",
    "what-if-overruled": "{0} limits that were moved at the chair were left out.",
    "what-if-overruled-one": "1 limit that was moved at the chair was left out.",
    "what-if-cuffs": (
        "Cuff results are those that were measured: under other limits the program might have "
        "asked for other ones."
    ),
    "what-if-not-faithful": (
        "This session was judged by an older version of the rules. Both sides are judged by those "
        "of today."
    ),
    "what-if-sign-bp": "BP",
    "what-if-sign-abp": "Arterial BP",
    "what-if-sign-rpp": "Rate × pressure",
    "what-if-sign-shock-index": "Shock index",
    "what-if-sign-news2": "NEWS2",
    "what-if-lane-high": "{0} high",
    "what-if-lane-low": "{0} low",
    "what-if-limit-moved": "{0} (was {1})",
    "what-if-unfit": "{0} is no LIMIT=NUMBER; write for example sbp-high=170.",
    "what-if-only-session": "--what-if needs a session of the record; {0} is a file.",
}
