"""Answers, and what speaks against a start, named inside a sentence. Part of `ui.words`.

`reply-…` is an answer, `reason-…` a question, a sign or a fact in a few words. The questions as
they are asked on their panel, and the decision, are in `ui/treatment_words.py`.
"""

from __future__ import annotations

SCREENING_SENTENCES: dict[str, str] = {
    # ---- the answers
    "reply-yes": "Yes",
    "reply-no": "No",
    "reply-none": "None",
    "reply-not-applicable": "Not applicable",
    "reply-negative": "Negative",
    "reply-declined": "Declined",
    "reply-positive": "Positive",
    "reply-ideation": "Thoughts",
    "reply-intent-or-plan": "Intent or plan",
    "reply-named": "Named",
    "reply-taken": "Taken, or none prescribed",
    "reply-missed": "Missed",
    "reply-benzodiazepine": "Benzodiazepine",
    "reply-stimulant": "Stimulant",
    "reply-maoi": "MAO inhibitor",
    "reply-several": "Several",
    "reply-missing": "missing",
    # ---- what speaks against it, or is missing
    "reason-uncontrolled-hypertension": "uncontrolled high blood pressure",
    "reason-unstable-heart-disease": "unstable heart disease",
    "reason-psychosis-history": "history of psychosis",
    "reason-kidney-disease": "kidney disease",
    "reason-substance-use": "substance use",
    "reason-aneurysm-avm-bleed": "aneurysm, AVM or bleed in the brain",
    "reason-pregnancy": "pregnancy test",
    "reason-acute-symptoms": "chest pain or a new neurological sign today",
    "reason-intoxicated": "intoxicated today",
    "reason-suicidality": "thoughts of suicide",
    "reason-fasting": "fasting",
    "reason-escort": "escort",
    "reason-consent": "consent",
    "reason-medication": "blood pressure medicine",
    "reason-interacting-drug": "interacting drug today",
    "reason-oxygen": "on oxygen",
    "reason-bladder-symptoms": "bladder symptoms",
    "reason-sbp": "systolic pressure at rest",
    "reason-dbp": "diastolic pressure at rest",
    "reason-hr": "heart rate at rest",
    "reason-spo2": "SpO₂ at rest",
    "reason-rr": "breathing rate at rest",
    "reason-moaa-s": "MOAA/S before the drug",
    "reason-benzodiazepine": "benzodiazepine, by the record",
    "reason-stimulant": "stimulant, by the record",
    "reason-maoi": "MAO inhibitor, by the record",
    "reason-sleep-apnoea": "sleep apnoea",
    "reason-bmi-35": "BMI over 35",
    "reason-weight": "weight for a dose per kg",
    "reason-baseline-readings": "three cuff readings at rest",
    "reason-baseline-agreement": "two cuff readings at rest that differ by 15 mmHg at most",
}
