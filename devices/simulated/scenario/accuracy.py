"""How well a bedside monitor measures: the one place of these numbers.

Rule 1: whoever simulates a measurement, second by second or for ten thousand patients, takes them
        from here.

Facts: a validated cuff errs by no more than 5 +- 8 mmHg on average (ISO 81060-2); the sizes here
lie inside that. How often it fails or is far too high at an infusion nobody has published: these
shares are assumed. A monitor averages the heart rate over about 5 s and saturation over 8 s.
"""

from __future__ import annotations

CUFF_SBP, CUFF_DBP, CUFF_MAP = 5.0, 4.0, 3.0
"""mmHg, standard deviation of a reading."""
BIAS_SBP, BIAS_DBP = 3.0, 2.0
"""mmHg, standard deviation of what is wrong for a whole session."""
OUTLIERS = 0.02
OUTLIER_MMHG = (20.0, 15.0)
"""Mean and standard deviation of what an outlier reads too high."""
LEAST_PULSE_PRESSURE = 8.0
"""mmHg; no cuff shows less."""

FAILURES = 0.03
"""Of first attempts at rest."""
FAILURES_MOVED = 0.10
"""Of first attempts while the patient moves or is dissociated."""
FAILURES_AGAIN = 0.25
"""Of attempts soon after one that failed."""

HR_KEEP = 0.8
"""Exponential averaging of the heart rate with a memory of about 5 s."""
OXIMETER_AVERAGE_S = 8
"""What most oximeters are set to."""
BURST_S = (3.0, 12.0)
"""How long a burst of movement lasts that comes by itself."""
BURSTS_PER_H = 0.5
FALSE_SPO2 = (80.0, 91.0)
"""%, between which a false saturation lies."""
