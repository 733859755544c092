"""A simulated body: what the drug, other drugs, oxygen and the day do to it, second by second."""
