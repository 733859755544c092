"""One chair: its numbers, its alarms, its curves and what can be done about them."""
