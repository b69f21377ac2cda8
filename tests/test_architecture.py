"""Imports point one way: doors -> flows -> edges -> core; and core takes values and returns values."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "mailbot"

FLOWS = {
    "desk",
    "digest",
    "dispatch",
    "arrivals",
    "fetching",
    "imports",
    "intake",
    "judging",
    "pipeline",
    "posting",
    "promotion",
    "recording",
    "staff",
    "upkeep",
}
DOORS = {"__main__", "cli", "config", "logs", "opening", "sandbox", "show", "telling", "worker"}
FAMILIES = ("cli_", "sandbox_")  # modules that a door was split into

LAYERS = ("core", "edges", "flows", "doors")  # each may import itself and what stands before it

# What has an effect, reads the world or speaks a library's language that belongs to an edge.
IMPURE = {
    "asyncio",
    "glob",
    "http",
    "imapclient",
    "io.FileIO",
    "io.open",
    "logging",
    "mailbox",
    "multiprocessing",
    "os",
    "pathlib",
    "random",
    "secrets",
    "selectors",
    "shutil",
    "signal",
    "smtplib",
    "aiosmtplib",
    "socket",
    "sqlalchemy",
    "sqlite3",
    "ssl",
    "structlog",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
    "urllib.request",
}
CLOCKS = {"now", "utcnow", "today"}  # of datetime and date: what time it is arrives as an argument
FILES = {"open", "input", "print", "read_text", "read_bytes", "write_text", "write_bytes"}


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name below ``mailbot``."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name and "migrations" not in parts:  # Alembic's own: run by it, imported by nobody
            found[name] = path
    return found


MODULES = modules()


def layer(module: str) -> str | None:
    top = module.partition(".")[0]
    if top in ("core", "edges"):
        return top
    if top in FLOWS:
        return "flows"
    return "doors" if top in DOORS or top.startswith(FAMILIES) else None


def imported(tree: ast.AST) -> Iterator[str]:
    """Every dotted name that is imported, with the names taken from it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(name: str) -> str | None:
    """The module of ours that an imported name means; None for a library's."""
    if not name.startswith("mailbot."):
        return None
    inside = name.removeprefix("mailbot.")
    return inside if inside in MODULES else inside.rpartition(".")[0] or inside


def tree_of(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text("utf-8"))


def test_every_module_has_its_layer() -> None:
    assert [module for module in MODULES if layer(module) is None] == []


def test_imports_point_one_way() -> None:
    against = []
    for module in MODULES:
        for target in filter(None, map(own, imported(tree_of(module)))):
            mine, theirs = layer(module), layer(target)
            assert mine
            assert theirs, f"{module} imports {target}, which has no layer"
            if LAYERS.index(theirs) > LAYERS.index(mine):
                against.append(f"{module} ({mine}) imports {target} ({theirs})")
    assert against == []


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {}
    for module in MODULES:
        top = ast.Module([node for node in tree_of(module).body if not isinstance(node, ast.If)], [])
        at_start = [n for n in top.body if isinstance(n, (ast.Import, ast.ImportFrom))]
        names = imported(ast.Module(list(at_start), []))
        graph[module] = {target for target in map(own, names) if target and target != module}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(" -> ".join(circle.args[1]))


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith("core")])
def test_core_is_pure(module: str) -> None:
    tree = tree_of(module)
    impure = [
        name
        for name in imported(tree)
        if any(name == banned or name.startswith(f"{banned}.") for banned in IMPURE)
    ]
    called = [
        f"line {node.lineno}: {ast.unparse(node.func)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and reaches_out(node.func)
    ]
    assert impure + called == []


def reaches_out(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id in FILES
    if isinstance(function, ast.Attribute):
        return function.attr in CLOCKS | (FILES - {"open", "input", "print"})
    return False


@pytest.mark.parametrize(
    ("code", "found"),
    [
        pytest.param("datetime.now(UTC)", True, id="a clock"),
        pytest.param("date.today()", True, id="a calendar"),
        pytest.param("open(name)", True, id="a file"),
        pytest.param("path.read_text()", True, id="a path"),
        pytest.param("decide(request, now)", False, id="a decision"),
    ],
)
def test_reaching_out_is_noticed(code: str, found: bool) -> None:
    call = ast.parse(code, mode="eval").body
    assert isinstance(call, ast.Call)
    assert reaches_out(call.func) is found
