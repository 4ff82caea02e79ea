"""Errors of the index, each with one line fit for a user that says what to do next.

IndexFault          anything wrong with the index or its encoder
├── EncoderFault    the encoder's weights are missing or do not give the vectors they should
├── IndexMissing    no index has been built here yet, or none that is whole
├── IndexStale      the index was built from other texts, other code or another encoder
└── IndexBusy       another process is building it
"""

_REBUILD = "Jalankan `tanya index` (run `tanya index`)."


class IndexFault(Exception):
    """Base of all index errors."""


class EncoderFault(IndexFault):
    """The encoder cannot be made or read: names the file and what is wrong with it."""


class IndexMissing(IndexFault):
    """There is no whole index to open."""

    def __init__(self, folder: object, reason: str) -> None:
        super().__init__(f"Indeks di {folder} tidak dapat dipakai ({reason}). {_REBUILD}")


class IndexStale(IndexFault):
    """The index does not belong to today's texts, code or encoder."""

    def __init__(self, folder: object, changed: str) -> None:
        super().__init__(f"Indeks di {folder} sudah usang: {changed} berubah sejak indeks dibuat. {_REBUILD}")


class IndexBusy(IndexFault):
    """Another process holds the lock of the builder."""

    def __init__(self, folder: object) -> None:
        super().__init__(f"Indeks di {folder} sedang dibangun oleh proses lain; tunggu sampai selesai, lalu ulangi.")
