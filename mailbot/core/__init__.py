"""The pure part: values in, values out; no files, clock, sockets, database or logging.

The stages sort into the way of one mail: mail, triage, understanding, verdict, writing.
"""
