"""What the scenarios of the simulated clinic are called, as their files call them in English."""

from __future__ import annotations

SCENARIO_SENTENCES: dict[str, str] = {
    "scenario-s1": "Normal responder",
    "scenario-s2": "Negative responder",
    "scenario-s3": "Controlled hypertension, age 66",
    "scenario-s4": "Severe hypertension, infusion paused",
    "scenario-s5": "Hypertensive emergency",
    "scenario-s6": "Panic, sinus tachycardia",
    "scenario-s7": "Supraventricular tachycardia",
    "scenario-s8": "Vasovagal reactions",
    "scenario-s9": "Hypotension after labetalol",
    "scenario-s10": "Desaturation",
    "scenario-s11": "Apnoea",
    "scenario-s12": "Oximeter probe off",
    "scenario-s13": "Movement of the hand",
    "scenario-s14": "Cuff leak",
    "scenario-s15": "One false high reading",
    "scenario-s16": "Cable pulled",
    "scenario-s17": "Monitor battery empty",
    "scenario-s18": "Wrong clock of the monitor",
    "scenario-s19": "Stale repeats",
    "scenario-s20": "Resting pressure too high",
    "scenario-s21": "Slow return",
    "scenario-s22": "Two patients alarm together",
    "scenario-s23": "A limit set too wide",
    "scenario-s24": "Program killed and started again",
}
