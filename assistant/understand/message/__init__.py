"""One message made ready: slips put right, questions parted and put together again."""
