"""How much of something was let happen in a lesson, and how long: what the record says of it."""

from __future__ import annotations

STAGED_SENTENCES: dict[str, str] = {
    "staged-pressure": "{0}/{1} mmHg",
    "staged-pressure-by": "blood pressure {0}/{1} mmHg",
    "staged-rate-by": "heart rate {0} /min",
    "staged-within": "{0} within {1}",
    "staged-for": "for {0}",
    "staged-shown-spo2": "SpO₂ shown {0} %",
    "staged-spo2-within": "SpO₂ to {0} % within {1}",
    "staged-apnoea": "no breath for {0}, SpO₂ to {1} %",
    "staged-lost-beats": "{0} beats a minute do not reach the finger",
    "staged-subsides": "over within {0}",
    "staged-likeness": "blood pressure {0}/{1} mmHg, heart rate {2} /min, SpO₂ {3} %",
    "staged-share": "{0} % of what is sent",
    "staged-clock-ahead": "{0} ahead",
    "staged-clock-behind": "{0} behind",
}
