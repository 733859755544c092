"""What leaves on paper and as text: one session on one page, all of it behind that, and a note."""
