"""What a lesson was worth, for eyes: on a page, on paper, as text."""
