"""Caps on what is read of one mail. Whatever a cap cuts off is told in ``Mail.defects``.

The numbers of DESIGN.md, and the smaller ones that keep every step linear. They are counted on
the raw mail *before* the standard parser sees it: its parameter parsing is quadratic, and deep
nesting raises RecursionError (python/cpython#87075, #136063; 20,000 semicolons took 5.6 s).
"""

from __future__ import annotations

HEADER_BLOCK = 64 * 1024  # bytes of the outermost header block
HEADER = 8 * 1024  # characters of one header value
STRUCTURED_HEADER = 2 * 1024  # bytes of a Content-* header, folded lines included
HEADERS = 500
DEPTH = 20  # MIME nesting
PARTS = 50  # MIME leaves
CONTAINERS = DEPTH + PARTS  # multipart/* and message/* declarations in the raw mail
BOUNDARY_CHECKS = 8_000_000  # lines times containers: about a second; 10 MiB of base64 has 136,000 lines
TEXT = 64 * 1024  # characters of Mail.text
HTML_SOURCE = 8 * 1024 * 1024  # characters of one HTML part, pictures written into it included
HTML = 512 * 1024  # the same without them
TAGS = 20_000  # of one HTML part; more is stripped without layout
TAG_DEPTH = 200  # lxml cuts documents that nest deeper
TABLE_CELLS = 2_000  # more is stripped without layout
ATTACHMENT_TEXT = 16 * 1024  # characters of a vCard, calendar or delivery report
ADDRESSES = 100  # of one header
REFERENCES = 50
IDENTIFIER = 900  # characters of a Message-ID; RFC 5322 ends a line at 998
NAME = 200  # characters of a display or file name
COMBINING_RUN = 8  # marks on one letter; ordering a longer run is quadratic
