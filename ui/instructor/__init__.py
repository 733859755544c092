"""The second window of a lesson: the truth, what befalls the patient, what the learner does."""
