"""Amounts: numbers, durations, dates, ages, ranks, and what is reckoned from others."""
