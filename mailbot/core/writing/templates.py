"""The house's templates as one value: sources by name, compiled once, run in a sandbox.

A letter's words stand once, in ``<lang>/<kind>.txt``: a ``Subject:`` line, then paragraphs. Lists and
tables are blocks (``{{ facts }}``), which ``body`` turns into text and ``shared/letter.html`` into HTML.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field, fields
from typing import Any

import css_inline
from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    nodes,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mailbot.core.writing.body import Block
from mailbot.core.writing.words import MissingWord, Words

LAYOUT = "shared/letter.html"
PAGE = "shared/digest.html"
STYLE = "shared/letter.css"
_OUTPUT = 200_000  # characters one template may write; our longest letter has 12,000
_STEPS = 20_000  # turns of loops, calls and inclusions; our longest page takes 500
_FILTERS = ("join", "length", "first", "last", "upper", "lower", "default", "capitalize", "trim", "replace")
_PUBLIC = frozenset(one.name for one in fields(Block)) | {"empty"}
_JINJA = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)


class TemplateMistake(Exception):
    """A fault in a template: ``template`` (its name), ``line`` (from 1; 0: the whole file), ``text``."""

    def __init__(self, template: str, line: int, text: str) -> None:
        super().__init__(template, line, text)
        self.template, self.line, self.text = template, line, text

    def __str__(self) -> str:
        where = f"{self.template}, line {self.line}" if self.line else self.template
        return f"{where}: {self.text}"


# What the template that is running may still do. Of the run, for the threads share an environment.
_LEFT: ContextVar[list[int]] = ContextVar("steps left")


def _step() -> None:
    left = _LEFT.get([_STEPS])
    left[0] -= 1
    if left[0] < 0:
        raise SecurityError(f"it takes more than {_STEPS:,} steps")


@pass_context  # or jinja would try it while compiling
def _counted(_context: Context, items: Iterable[object]) -> Iterator[object]:
    for item in items:
        _step()
        yield item


class _Sandbox(ImmutableSandboxedEnvironment):
    """A template always ends: turns of loops, calls and inclusions are counted; no long products."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        # The hook that jinja offers between parsing and compiling.
        for loop in source.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None, lineno=loop.iter.lineno)
        source.set_environment(self)
        return super()._generate(source, name, filename, defer_init)

    def call(self, context: Context, called: Any, /, *args: Any, **named: Any) -> Any:
        _step()
        return super().call(context, called, *args, **named)

    def get_template(self, *args: Any, **named: Any) -> Template:
        _step()
        return super().get_template(*args, **named)

    def getattr(self, obj: Any, attribute: str) -> Any:
        # Strings and tuples of strings: nothing that must be kept from a template.
        if type(obj) is Block and attribute in _PUBLIC:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if not (isinstance(left, int) and isinstance(right, int)) or operator == "**":
            raise SecurityError(f"“{operator}” only works on whole numbers here")
        return super().call_binop(context, operator, left, right)


@dataclass(frozen=True, eq=False)
class Templates:
    """Templates by name ("nl/confirmed.txt") and the folder they are named after in messages.

    Values handed to them are never templates; in ``.html`` every value is escaped.
    """

    sources: Mapping[str, str]
    folder: str = "templates"
    _env: _Sandbox = field(init=False, repr=False)
    _words: dict[str, Words] = field(init=False, repr=False, default_factory=dict)
    languages: tuple[str, ...] = field(init=False, repr=False)  # every folder that holds words, in order

    def __post_init__(self) -> None:
        found = sorted(name[: -len("/words.toml")] for name in self.sources if _is_words(name))
        object.__setattr__(self, "languages", tuple(found))
        object.__setattr__(self, "_env", self._environment())

    def language(self, wanted: str, default: str) -> str:
        """The language to write in: the one wanted, else its base ("nl-be"), else the default, else en."""
        known = self.languages
        for lang in (wanted, wanted.partition("-")[0], default):
            if lang in known:
                return lang
        return "en"

    def words(self, lang: str) -> Words:
        """The words of a language. Raises TemplateMistake."""
        if lang not in self._words:
            name = f"{lang}/words.toml"
            try:
                self._words[lang] = Words(lang, tomllib.loads(self._source(name)))
            except tomllib.TOMLDecodeError as fault:
                line = re.search(r"line (\d+)", str(fault))
                raise self.mistake(name, int(line[1]) if line else 0, str(fault)) from fault
        return self._words[lang]

    def template(self, name: str) -> Template:
        """A compiled template. Raises TemplateMistake when it is missing or isn't valid."""
        self._source(name)
        try:
            return self._env.get_template(name)
        except TemplateSyntaxError as fault:
            raise self.mistake(fault.name or name, fault.lineno, fault.message or "not valid") from fault

    def run(self, name: str, values: Mapping[str, object]) -> str:
        """What a template says of these values. Raises TemplateMistake, whatever it does wrong."""
        template = self.template(name)
        steps = _LEFT.set([_STEPS])
        written: list[str] = []
        size = 0
        try:
            for piece in template.generate(values):
                written.append(piece)
                size += len(piece)
                if size > _OUTPUT:
                    raise SecurityError(f"it writes more than {_OUTPUT:,} characters")
        except Exception as fault:  # a template is a small program: it may raise anything
            raise self._blame(name, fault) from fault
        finally:
            _LEFT.reset(steps)
        return "".join(written)

    def mistake(self, name: str, line: int, text: str) -> TemplateMistake:
        return TemplateMistake(f"{self.folder}/{name}", line, text)

    def missing_word(self, lang: str, fault: MissingWord) -> TemplateMistake:
        return self.mistake(f"{lang}/words.toml", 0, str(fault))

    def parse(self, name: str) -> Any:
        """The syntax tree of a template as it was written, for ``check``. Raises TemplateMistake."""
        try:
            return self._env.parse(self._source(name), name)
        except TemplateSyntaxError as fault:
            raise self.mistake(name, fault.lineno, fault.message or "not valid") from fault

    def _source(self, name: str) -> str:
        if name not in self.sources:
            raise self.mistake(name, 0, "the file is missing")
        return self.sources[name]

    def _environment(self) -> _Sandbox:
        env = _Sandbox(
            loader=FunctionLoader(self._load),
            undefined=StrictUndefined,
            autoescape=lambda name: bool(name and name.endswith(".html")),
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        env.globals.clear()
        env.filters = {name: env.filters[name] for name in _FILTERS} | {"counted": _counted}
        return env

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = self.sources.get(name)
        if source is None:
            return None
        if name in {LAYOUT, PAGE}:
            own = "" if name == LAYOUT else self.sources.get(name.replace(".html", ".css"), "")
            source = _inlined(source, self.sources.get(STYLE, "") + own)
        return source, f"{self.folder}/{name}", lambda: True

    def _blame(self, name: str, fault: Exception) -> TemplateMistake:
        """The line of the innermost template that was running when something was raised."""
        place, line = f"{self.folder}/{name}", 0
        trace = fault.__traceback__
        while trace is not None:
            filename = trace.tb_frame.f_code.co_filename
            if filename.removeprefix(f"{self.folder}/") in self.sources:
                place, line = filename, trace.tb_lineno
            trace = trace.tb_next
        text = fault.message if isinstance(fault, TemplateError) else f"{type(fault).__name__}: {fault}"
        return TemplateMistake(place, line, text or type(fault).__name__)


def _is_words(name: str) -> bool:
    return name.endswith("/words.toml") and name.count("/") == 1


def _inlined(source: str, style: str) -> str:
    """The page with its style on its elements (Outlook and Gmail's app read no style sheet).

    Done once per template, not per letter. The HTML parser would push ``{% for %}`` out of a table,
    so statements travel through it as comments and expressions as plain words.
    """
    kept: list[str] = []

    def hide(match: re.Match[str]) -> str:
        kept.append(match[0])
        token = f"jinja{len(kept) - 1}x"
        return token if match[0].startswith("{{") else f"<!--{token}-->"

    inliner = css_inline.CSSInliner(extra_css=style, load_remote_stylesheets=False, keep_at_rules=False)
    page = inliner.inline(_JINJA.sub(hide, source))
    page = re.sub(r"(?:<!--)?jinja(\d+)x(?:-->)?", lambda match: kept[int(match[1])], page)
    # The parser drops the line ends round <head>; they come back as a comment, so that a mistake in
    # the body is still named with the line on which its author sees it.
    lost = source.partition("<body")[0].count("\n") - page.partition("<body")[0].count("\n")
    return "{#" + "\n" * lost + "#}" + page if lost > 0 else page
