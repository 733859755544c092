"""The first minutes of a newcomer: the clinic is set up, and a short tour points at its parts."""
