"""The treatment around the signals: screening, dose, notes, scores, people, discharge."""
