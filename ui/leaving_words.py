"""The sentences of leaving: the criteria, and the evidence for each. Part of `ui.words`.

`criterion-…` names a line, `leave-…` is its evidence; `ui/leaving_text.py` fills in the moments.
"""

from __future__ import annotations

LEAVING_SENTENCES: dict[str, str] = {
    # ---- the lines
    "criterion-time": "Time since the drug",
    "criterion-bp": "Two stable blood pressures",
    "criterion-hr": "Heart rate",
    "criterion-spo2": "SpO₂",
    "criterion-sedation": "Awake: MOAA/S 5",
    "criterion-dissociation": "Dissociation 0 or 1",
    "criterion-aldrete-padss": "Aldrete or PADSS at least 9",
    "criterion-standing": "Blood pressure standing",
    "criterion-suicidality": "Thoughts of suicide asked before and at exit",
    "criterion-provider-seen": "A provider has seen the patient",
    "criterion-symptoms": "Symptoms are over",
    "criterion-alarms": "No high alarm is open",
    "criterion-iv-removed": "IV line is out",
    "criterion-pump-volume": "Pump's volume entered",
    "criterion-waste": "Drug accounted for",
    "criterion-escort": "Escort is here",
    "criterion-no-driving": "No driving until tomorrow: told",
    "criterion-instructions": "Written instructions given",
    "criterion-next-date": "Next date",
    # ---- the clock
    "leave-time-not-ended": "The infusion has not ended.",
    "leave-time-since-first": "First dose at {0}",
    "leave-time-since-end": "Drug ended at {0}",
    "leave-time-from": "Not before {0}",
    # ---- measured
    "leave-bp-none": "No reading since the drug ended",
    "leave-bp-is": "{0} at {1}",
    "leave-bp-was": "{0} at {1}",
    "leave-bp-second": "A second reading from {0} on",
    "leave-bp-not-in-limits": (
        "{0}: expected below 150/95, or within 10 of the baseline and at most 160/100; "
        "systolic not below 90"
    ),
    "leave-bp-rises": "It rises; measure again.",
    "leave-hr-is": "{0}/min at {1}",
    "leave-spo2-is": "{0} % at {1}",
    "leave-on-oxygen": "On oxygen: only a value at the baseline counts.",
    "leave-not-measured": "Not measured since the drug ended",
    "leave-no-source": "No monitor here measures it: look yourself, and tick.",
    "leave-too-old": "Older than 30 min, or from before the drug ended; again, please.",
    # ---- scored
    "leave-no-score": "Not scored since the drug ended",
    "leave-score-moaa-s": "MOAA/S {0} at {1}",
    "leave-score-dissociation": "Dissociation {0} at {1}",
    "leave-score-aldrete": "Aldrete {0} at {1}",
    "leave-score-padss": "PADSS {0} at {1}",
    # ---- standing
    "leave-stand-age": "Asked because of the age",
    "leave-stand-drug": "Asked because a drug for the pressure may have been given",
    "leave-stand-dizzy": "Asked because of dizziness",
    "leave-stand-low-baseline": "Asked because of a low baseline",
    "leave-stood": "After {0} min: {1} at {2}",
    "leave-stand-missing": "Still to measure: after {0} min",
    "leave-stand-fell": "Fell by 20 systolic or 10 diastolic, or more",
    "leave-stand-low": "Systolic below 90",
    "leave-stand-symptoms": "Symptoms when standing",
    # ---- asked, noted, accounted for
    "leave-suicidality-before": "Before: {0}",
    "leave-suicidality-exit": "At exit: {0}",
    "leave-suicidality-not-before": "Was not asked before the drug",
    "leave-suicidality-not-exit": "Not asked at exit yet",
    "leave-symptom": "{0}: not over yet",
    "leave-alarm": "{0}",
    "leave-pump-missing": "The pump's volume is missing.",
    "leave-pump-is": "{0} mL",
    "leave-waste-unknown": "Known when the treatment has ended",
    "leave-waste-done": "{0} mg drawn, all accounted for",
    "leave-waste-left": "{0} mg are neither given nor wasted by the record.",
    "leave-escort-named": "Named: {0}",
    "leave-escort-none": "None was named before.",
    "leave-escort-not-asked": "Was not asked before.",
}
