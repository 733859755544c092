"""A recorded session once more, through the live screen and the real judgement."""
