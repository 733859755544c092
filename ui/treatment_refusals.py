"""Why something about the drug is not done now: one sentence a reason, and what to do instead.

`{0}`, `{1}` are the arguments of the refusal; most sentences need none of them.
"""

from __future__ import annotations

GIVING_REFUSALS: dict[str, str] = {
    # ---- a step in the wrong order
    "session-over": "This session has ended; nothing can be entered in it any more.",
    "start-before-baseline": (
        "Nothing can be given yet: finish the screening, then measure a baseline."
    ),
    "start-twice": "The treatment has begun already; to run faster or slower, change the rate.",
    "start-while-paused": "The infusion is paused: resume it or stop it.",
    "start-after-end": (
        "The treatment of this session is over; another dose needs another session."
    ),
    "pause-before-start": "Nothing runs yet that could be paused: start the infusion first.",
    "pause-twice": "The infusion is paused already: resume it or stop it.",
    "pause-after-end": "The infusion was stopped; there is nothing left to pause.",
    "resume-before-start": "Nothing was paused, because nothing was started: start the infusion.",
    "resume-while-running": "The infusion runs; there is nothing to resume.",
    "resume-after-end": (
        "The infusion was stopped and cannot go on; another dose needs another session."
    ),
    "stop-before-start": (
        "Nothing was started that could be stopped; to leave without a treatment, end the session."
    ),
    "stop-twice": "The treatment was stopped already; go on to the discharge.",
    # ---- routes
    "start-is-a-dose": (
        "By this route nothing runs in: enter each dose, in mg, at the moment it is given."
    ),
    "dose-is-a-drip": "The plan is an infusion: start it, or plan another route first.",
    "cannot-pause-route": (
        "A dose by this route cannot be paused: call the provider now, and watch the patient."
    ),
    # ---- plan
    "plan-stands": "The treatment has begun and the plan stands: change the rate instead.",
    "plan-impossible-dose": "A dose of {0} {3} cannot be by this route; expected {1} to {2} {3}.",
    "plan-impossible-weight": "A weight of {0} {3} cannot be; expected {1} to {2} {3}.",
    "plan-impossible-rate": (
        "That would run at {0} {3}; a pump gives {1} to {2} {3}. Plan a longer time."
    ),
    "needs-second-iv-above-1": (
        "The dose is {1} mg/kg by IV, above 1 mg/kg: a second person must confirm the plan."
    ),
    "needs-second-above-last": (
        "The dose is {0} mg, more than 1.5 times the last one of {2} mg: a second person must "
        "confirm the plan."
    ),
    "second-is-self": "The second person must be somebody else than {0}.",
    # ---- doses, rates and times
    "dose-impossible": "A dose of {0} mg cannot be; expected more than 0 and up to {1} mg.",
    "rate-impossible": "A rate of {0} mg/min cannot be; expected {1} to {2} mg/min.",
    "rate-is-a-dose": "By this route nothing runs at a rate: enter a further dose.",
    "rate-before-start": "Nothing runs yet whose rate could change: start the infusion first.",
    "rate-while-paused": "The infusion is paused: resume it first, then enter the new rate.",
    "rate-after-end": "The infusion was stopped; there is no rate left to change.",
    "given-late-bounds": "This can be entered up to {0} min late; choose a later moment.",
    "given-before-last": (
        "That is before the last entry about the drug, {0} min ago; choose a later moment."
    ),
    "given-before-session": (
        "That is before this session began, {0} min ago; choose a later moment."
    ),
    # ---- going on after a pause
    "resume-terminate": (
        "The rules say to stop: it was paused twice, or for more than 20 min in all. "
        "Stop it, or give the provider's reason for going on."
    ),
    "resume-not-low": (
        "It was paused at a very high pressure: it goes on after two readings below 160/100 with "
        "a heart rate below 110, 5 min apart, or with a reason. None counts yet: measure."
    ),
    "resume-once-more": (
        "One reading below 160/100 with a heart rate below 110 is there; the second one counts "
        "in {0} min. Measure then, or give a reason."
    ),
    "resume-no-provider": (
        "It was paused at a very high pressure: name the provider who lets it go on."
    ),
    # ---- the pump
    "pump-none": "By this route there is no pump in use.",
    "pump-before-start": "The infusion was not started yet.",
    "pump-should-run": "The infusion runs by the record: enter a pause or a stop first.",
    "volume-before-stop": "The pump's volume is entered when the infusion was stopped: stop it.",
    "volume-impossible": "A volume of {0} mL cannot be; expected 0 to {1} mL.",
    # ---- vials
    "drug-mass-impossible": "{0} mg cannot be; enter more than 0 and up to 10000 mg.",
    "waste-no-witness": "Waste needs a witness: name the second person who saw it.",
    "waste-own-witness": "{0} cannot be the own witness; name somebody else.",
}
