"""The sentences about what is sent to another system: queue, receiver, refusals.

Part of `ui.words`: the rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

POST_SENTENCES: dict[str, str] = {
    "post-none": "There is no receiver; set one with chairside send --receiver HOST:PORT.",
    "post-none-here": "There is no receiver yet; say where to send to first.",
    "batch-running": (
        "A session runs here; many sessions are handed over when it is over, one at any time."
    ),
    "post-receiver": "Sessions are sent to {0} by TLS.",
    "post-receiver-clear": (
        "Sessions are sent to {0} IN CLEAR: everybody on the way can read them; use TLS."
    ),
    "post-receiver-gone": "From now on nothing is sent.",
    "post-receiver-wrong": "{0} is no host; write HOST, HOST:PORT or [ADDRESS]:PORT.",
    "post-receiver-failed": "{0} cannot be written ({1}); choose another folder or make room.",
    "post-other-receiver": "{0} is no longer the receiver; hand the session over anew.",
    "post-no-session": "Session {0} is no longer in the record.",
    "post-box-failed": "The queue in {0} cannot be used ({1}); make room or give back the folder.",
    "post-empty": "Nothing waits to be sent.",
    "post-sent": "{0} was taken by {1}.",
    "post-waits": "{0} waits for {1}; tries so far: {2}. {3}",
    "post-waits-first": "{0} waits for {1}.",
    "post-refused": "{0} was refused by {1}: {2}",
    "post-queued": "Session {0} waits to be sent to {1}.",
    "post-busy": "Another program is sending; it takes this along.",
}
