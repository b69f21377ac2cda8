"""The office that the flows are tested in."""

from flows.office import office, reader, store

__all__ = ["office", "reader", "store"]
