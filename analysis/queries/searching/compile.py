"""An expanded query as a query of the index."""

from __future__ import annotations

from itertools import permutations, product
from math import prod
from typing import NamedTuple

import tantivy
from tantivy import Occur, Query

from analysis.index import WORDS
from analysis.queries.searching.nodes import And, Forms, Near, Node, Not, Or, Phrase

MOST_PHRASES = (
    64  # of a phrase whose words have several forms; beyond, its words are looked up and their places checked
)


class Compiled(NamedTuple):
    """A query of the index. One that is not exact finds more than was asked for: the sentences are to be looked at."""

    query: Query
    is_exact: bool


def compiled(node: Node, schema: tantivy.Schema) -> Compiled:
    """The query of the index that finds what the expanded query does, or more."""
    if isinstance(node, Forms):
        return Compiled(_one_of(node.keys, schema), True)
    if isinstance(node, Phrase):
        return _phrase(node, schema)
    if isinstance(node, Near):
        return _near(node, schema)
    if isinstance(node, Not):
        part = compiled(node.part, schema)
        return _all_of([], [part.query]) if part.is_exact else Compiled(Query.all_query(), False)
    if isinstance(node, Or):
        parts = [compiled(part, schema) for part in node.parts]
        return Compiled(_any_of([part.query for part in parts]), all(part.is_exact for part in parts))
    if isinstance(node, And):
        return _and(node, schema)
    raise TypeError(f"{node} is not expanded")


def _and(node: And, schema: tantivy.Schema) -> Compiled:
    wanted = [compiled(part, schema) for part in node.parts if not isinstance(part, Not)]
    unwanted = [compiled(part.part, schema) for part in node.parts if isinstance(part, Not)]
    found = _all_of([part.query for part in wanted], [part.query for part in unwanted if part.is_exact])
    return Compiled(found.query, all(part.is_exact for part in (*wanted, *unwanted)))


def _phrase(node: Phrase, schema: tantivy.Schema) -> Compiled:
    options = [part.keys for part in node.parts if isinstance(part, Forms)]
    if prod(map(len, options)) > MOST_PHRASES:
        return Compiled(_all_of([_one_of(keys, schema) for keys in options], []).query, False)
    phrases = [Query.phrase_query(schema, WORDS, list(words)) for words in product(*map(sorted, options))]
    return Compiled(_any_of(phrases), True)


def _near(node: Near, schema: tantivy.Schema) -> Compiled:
    """Two words with few forms: the phrase in both orders, with words between."""
    options = [part.keys for part in node.parts if isinstance(part, Forms)]
    if len(options) == len(node.parts) == 2 and not options[0] & options[1] and prod(map(len, options)) <= MOST_PHRASES:
        pairs = [order for pair in product(*map(sorted, options)) for order in permutations(pair)]
        return Compiled(_any_of([_within(pair, node.distance, schema) for pair in pairs]), True)
    parts = [compiled(part, schema).query for part in node.parts]
    return Compiled(_all_of(parts, []).query, False)


def _within(pair: tuple[str, ...], distance: int, schema: tantivy.Schema) -> Query:
    return Query.phrase_query(schema, WORDS, list(pair), slop=distance - 1)


def _one_of(keys: frozenset[str], schema: tantivy.Schema) -> Query:
    if not keys:
        return Query.empty_query()
    if len(keys) == 1:
        return Query.term_query(schema, WORDS, next(iter(keys)), index_option="basic")
    return Query.term_set_query(schema, WORDS, sorted(keys))


def _any_of(queries: list[Query]) -> Query:
    if not queries:
        return Query.empty_query()
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, query) for query in queries])


def _all_of(wanted: list[Query], unwanted: list[Query]) -> Compiled:
    must = [(Occur.Must, query) for query in wanted] or [(Occur.Must, Query.all_query())]
    return Compiled(Query.boolean_query([*must, *((Occur.MustNot, query) for query in unwanted)]), True)
