"""What a field is: the one description that conditions, facets, groups, orders, rows and files read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from analysis.fields.cut import Cut
from analysis.row_sets import Params
from analysis.schema import Column

# A condition on a row, as SQL with its parameters: of the values one must hold. The first argument is a prefix for the
# names of the parameters, the aliases are `f` of facts, `s` of sentences and `d` of documents.
Test = Callable[[str, Sequence[str]], tuple[str, Params]]


@dataclass(frozen=True, kw_only=True)
class Facet:
    """How the values of a field are counted for a list to choose from. By default facts are grouped by the value.

    `is_short`: the values are few and named by Dossier, so all are counted, in one pass for all such fields.
    `is_entity`: the values are ids of entities, and shown by their names.
    `of_entities`: facts are counted by this column of each entity `e` in them that the condition `which` lets through.
    """

    is_short: bool = False
    is_entity: bool = False
    of_entities: str = ""
    which: str = ""


@dataclass(frozen=True, kw_only=True)
class Group:
    """That facts can be grouped by the value; for the values in `other_cuts` another condition gives the group."""

    other_cuts: Mapping[str, Cut] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Sort:
    """What facts are ordered by, as SQL; `within` is ordered before it and always upwards, as the units of numbers."""

    sql: str
    within: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RowColumn:
    """A column of the rows of facts: where it is read from, and whether files have it.

    Of `entities` it is the name of the entity in the column `of`. `default` stands where there is no row to read.
    """

    spec: Column
    table: Literal["facts", "attributions", "timexes", "entities"] = "facts"
    of: str = ""
    default: object = None
    in_files: Literal["", "first", "last"] = "first"  # last: after the words of the report


@dataclass(frozen=True, kw_only=True)
class Marked:
    """Where the words of a value stand in a sentence: rows of the table whose column has the value, and their class."""

    table: str
    column: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class Field:
    """A field. Without a condition on facts it cannot be filtered by; without one on sentences or reports, such a row
    passes when a fact in it does.

    `value` is the value of a fact in SQL over `f` and `JOINS`, or with `has_several` all of them, with MARK in between.
    """

    name: str
    facts: Test | None = None
    sentences: Test | None = None
    reports: Test | None = None
    value: str = ""
    has_several: bool = False
    facet: Facet | None = None
    group: Group | None = None
    sort: Sort | None = None
    columns: tuple[RowColumn, ...] = ()
    marked: Marked | None = None
