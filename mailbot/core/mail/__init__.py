"""Reading mail: raw bytes in (``reader``), a ``Mail`` out (``message``)."""
