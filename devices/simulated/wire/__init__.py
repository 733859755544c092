"""The way from a virtual monitor to a program, and what befalls it."""
