"""Words and how they are said: text, stems, clauses, yes and no, units, and the vocabulary of facts."""
