"""Values of core as JSON and back."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def dump(value: object) -> Any:
    """A dataclass of core as plain JSON values."""
    kind: Hashable = type(value)
    return _adapter(kind).dump_python(value, mode="json")


def load(kind: type[T], data: Any) -> T:
    """The value that ``dump`` was given."""
    wanted: Hashable = kind
    value: T = _adapter(wanted).validate_python(data, strict=False)
    return value
