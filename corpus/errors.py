"""Errors of the corpus.

CorpusError            anything wrong with texts or their data; the message names file, key, value and the right form
├── DataError          a data file (YAML) is malformed
└── UnknownProvision   an address that the corpus does not hold; the message is plain Indonesian, fit for a user
"""


class CorpusError(Exception):
    """Base of all corpus errors."""


class DataError(CorpusError):
    """A data file is malformed: names the file, the key, the value and the right form."""


class UnknownProvision(CorpusError):
    """An address the corpus does not hold: says in plain Indonesian what exists instead."""
