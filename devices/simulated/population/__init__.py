"""Many bodies: who comes, what happens to them, and what a cuff reads of it."""
