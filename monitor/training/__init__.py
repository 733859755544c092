"""A lesson, what is kept of it, and what it was worth."""
