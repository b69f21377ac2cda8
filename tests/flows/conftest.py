"""The office that the flows are tested in."""

from flows.office import folder_in_memory, office, reader, store

__all__ = ["folder_in_memory", "office", "reader", "store"]
