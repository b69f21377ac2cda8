"""What is wrong with ``config.toml``, in the words of the person who wrote it."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from rapidfuzz import process
from rapidfuzz.distance import OSA

from mailbot.config.file import File


@dataclass(frozen=True, slots=True)
class Mistake:
    """``key`` as in ``mailbox.port`` ('' for the file itself), what is wrong, what would be right."""

    key: str
    wrong: str
    right: str

    def __str__(self) -> str:
        return f"{self.key}: {self.wrong}; {self.right}" if self.key else f"{self.wrong}; {self.right}"


class ConfigMistakes(Exception):
    """Everything that is wrong with a configuration file, each once and in the file's order."""

    def __init__(self, path: Path, mistakes: Sequence[Mistake]) -> None:
        self.path = path
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(f"{path}: {mistake}" for mistake in self.mistakes))


def from_errors(errors: Sequence[ErrorDetails], data: Mapping[str, Any]) -> Iterator[Mistake]:
    """The shape's errors as mistakes."""
    for error in errors:
        loc = error["loc"]
        field, siblings = _field_at(loc)
        name = key_name(loc, data)
        right = (
            f"right is {field.description}" if field and field.description else "see config.toml's example"
        )
        match error["type"]:
            case "missing":
                yield Mistake(name, "is missing", right)
            case "extra_forbidden":
                yield Mistake(name, "is not a key that mailbot knows", _meant(str(loc[-1]), siblings))
            case _:
                yield Mistake(name, _wrong(error), right)


def key_name(loc: Sequence[int | str], data: Any) -> str:
    """``mailbox.port``; an event by its id where it has one: ``events[meetup-4].starts``."""
    name = ""
    for step in loc:
        value = _step(data, step)
        if isinstance(step, int):
            own = value.get("id") if isinstance(value, dict) else None
            name += f"[{own}]" if isinstance(own, str) and own else f"[{step + 1}]"
        else:
            name += f".{step}" if name else step
        data = value
    return name


def _wrong(error: ErrorDetails) -> str:
    secret = str(error["loc"][-1]).startswith("password")
    given = "what stands there" if secret else _shown(error["input"])
    kind, context = error["type"], error.get("ctx", {})
    words = {
        "int_type": "is not a whole number",
        "int_from_float": "is not a whole number",
        "float_type": "is not a number",
        "finite_number": "is not a number to count with",
        "bool_type": "is neither true nor false",
        "list_type": "is not a list",
        "model_type": "is not a table",
        "string_type": "must be text between quotes",
        "literal_error": "is not one of the choices",
        "greater_than_equal": f"is less than {context.get('ge')}",
        "less_than_equal": f"is more than {context.get('le')}",
        "greater_than": f"is not more than {context.get('gt')}",
    }
    if kind == "value_error":
        return f"{given} {context['error']}"
    return f"{given} {words.get(kind, error['msg'])}"


def _shown(value: object) -> str:
    """As it stands in the file, shortened."""
    match value:
        case bool():
            text = str(value).lower()
        case str():
            text = f'"{value}"' if value.isprintable() else ascii(value)
            text = re.sub(r"(?<=:)[^:@/]+(?=@)", "…", text)  # the password in a database's URL
        case dict() | list():
            return "this"
        case _:
            text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _meant(unknown: str, known: Sequence[str]) -> str:
    home = _tables().get(unknown)
    if home:
        return f"it belongs in {home}"  # in TOML a key belongs to the last [table] above it
    near = process.extractOne(unknown, known, scorer=OSA.normalized_similarity, score_cutoff=0.6)
    return f"did you mean {near[0]}?" if near else f"known here: {', '.join(known)}"


def _tables() -> dict[str, str]:
    """Where each key belongs; a key that several tables have is left out."""
    homes: dict[str, list[str]] = {}
    for name, field in File.model_fields.items():
        table = _table_in(field.annotation)
        header = "the top of the file, above the first [table]" if table is None else _header(name)
        for key in [name] if table is None else [f.alias or n for n, f in table.model_fields.items()]:
            homes.setdefault(key, []).append(header)
    return {key: where[0] for key, where in homes.items() if len(where) == 1}


def _header(name: str) -> str:
    return f"[[{name}]]" if name == "events" else f"[{name}]"


def _step(data: Any, step: int | str) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None


def _field_at(loc: Sequence[int | str]) -> tuple[FieldInfo | None, list[str]]:
    """The key's declaration and the names of all keys beside it."""
    table: type[BaseModel] | None = File
    field: FieldInfo | None = None
    siblings: list[str] = []
    for step in loc:
        if isinstance(step, int) or table is None:
            continue
        fields = {declared.alias or name: declared for name, declared in table.model_fields.items()}
        siblings = list(fields)
        field = fields.get(step)
        table = _table_in(field.annotation) if field else None
    return field, siblings


def _table_in(annotation: Any) -> type[BaseModel] | None:
    """The table that a key holds, be it optional or one of a list."""
    if get_origin(annotation) in (Union, types.UnionType, list):
        return next((found for arg in get_args(annotation) if (found := _table_in(arg))), None)
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None
