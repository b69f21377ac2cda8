"""``python -m tests.reading``: how the labelled mails are read."""
