"""Facts told as ratings of years."""
