"""Reads a folder of templates into a value."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from mailbot.core.writing.templates import Templates

_KINDS = (".txt", ".html", ".css", ".toml")


class NoTemplates(OSError):
    """The folder can't be read; the message names it (and the file)."""


def load(path: Path | None) -> Templates:
    """The templates of a folder; None: those that come with mailbot. Raises NoTemplates."""
    folder: Traversable = _packaged() if path is None else path
    sources: dict[str, str] = {}
    if not folder.is_dir():
        raise NoTemplates(f"{path or 'templates'} is not a folder")
    for language in folder.iterdir():
        if not language.is_dir():
            continue
        for file in language.iterdir():
            if file.is_file() and file.name.endswith(_KINDS):
                sources[f"{language.name}/{file.name}"] = _text(file)
    return Templates(sources, folder.name if path else "templates")


def changed(path: Path) -> float:
    """When anything in the folder was last changed, for whoever keeps a loaded copy; 0 if it is gone."""
    return max((file.stat().st_mtime for file in (path, *path.glob("*"), *path.glob("*/*"))), default=0)


def _text(file: Traversable) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise NoTemplates(f"{file}: {fault}") from fault


def _packaged() -> Traversable:
    """In the wheel beside the code; in a checkout at its top."""
    package = files("mailbot")
    inside = package / "_templates"
    return inside if inside.is_dir() else package / ".." / "templates"
