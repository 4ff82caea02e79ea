"""Which fact each value, choice, yes and no of a message tells."""
