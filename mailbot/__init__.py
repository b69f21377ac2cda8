"""mailbot: the desk behind an association's info@ address.

The map: doors (``cli``, ``worker``) call flows (``pipeline``, ``dispatch``, ``upkeep``,
``staff``), flows call ``edges`` (everything with an effect), and all of them use ``core``
(values in, values out). Imports point that one way only.
"""
