"""Records with more than five fields are made by keyword: two integers side by side can be swapped unseen."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FEW = 5  # fields of a record that may be made by position
# The name, the type and the meaning of a column are read like a declaration; all that follows has its keyword.
DECLARED = {("analysis.schema", "Column")}
POSITIONAL = 3

Record = tuple[str, str]


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Each module of the product by its name."""
    for folder in ("analysis", "display", "sharing", "pages", "benchmarks"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def is_record(node: ast.ClassDef) -> bool:
    words = [ast.unparse(one) for one in (*node.decorator_list, *node.bases)]
    return any(kind in word for word in words for kind in ("dataclass", "NamedTuple", "Struct"))


def records(modules: dict[str, ast.Module]) -> set[Record]:
    """The module and the name of each record with many fields."""
    return {
        (name, node.name)
        for name, module in modules.items()
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef)
        and is_record(node)
        and sum(isinstance(line, ast.AnnAssign) for line in node.body) > FEW
    }


def known(name: str, module: ast.Module, wanted: set[Record]) -> set[str]:
    """What a module calls these records."""
    imported = {
        alias.asname or alias.name
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if (node.module, alias.name) in wanted
    }
    return imported | {record for owner, record in wanted if owner == name}


def by_position(name: str, module: ast.Module, wanted: set[Record]) -> list[str]:
    """The calls of a module that make one of these records from values without names."""
    names = known(name, module, wanted)
    return [
        f"{name}:{node.lineno} {node.func.id}"
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in names
        and (len(node.args) > POSITIONAL or any(isinstance(value, ast.Starred) for value in node.args))
    ]


def test_records_of_many_fields_are_made_by_keyword() -> None:
    modules = dict(sources())
    wanted = records(modules) - DECLARED

    assert len(wanted) > 20
    assert [call for name, module in modules.items() for call in by_position(name, module, wanted)] == []
