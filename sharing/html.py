"""Small pieces of HTML of what is shared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from display.safe import is_empty, text


def table_html(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; numbers stand to the right.

    >>> table_html(["Name", "Claims"], [["Oslo", 1200]]).partition("<tbody>")[2]
    '<tr><td dir="auto">Oslo</td><td class="number">1,200</td></tr></tbody></table>'
    """
    head = "".join(f'<th scope="col">{text(name)}</th>' for name in heads)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f'<table class="table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _cell(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return f'<td class="number">{value:,}</td>'
    return f'<td dir="auto">{"" if is_empty(value) else text(value)}</td>'
