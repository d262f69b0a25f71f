"""How pages count, for readers. The conditions themselves are in `analysis/queries/engine/conditions.py`."""

from __future__ import annotations

from display.safe import text

RULES = (
    (
        "Claims",
        "Each claim counts once, however many themes, names or places it has: bars of themes or names can add up to "
        "more. Claims that several reports make count in each of them; *What is told most* counts events instead.",
    ),
    (
        "Reports",
        "Without a filter, and under one by publisher, day or topic, every report counts. Under any other filter a "
        "report counts where one of its claims passes all filters. A report with the text of another one, whole, cut "
        "or lightly edited, counts as well, and is not *independent*. Of those that tell one event, reports of one "
        "publisher are not independent of each other either.",
    ),
    (
        "Days, months, years",
        "A claim counts in the day, month or year in which its time begins, unless its time is longer: “in 2024” is in "
        "no month. A claim whose text gives no time counts on the day of its report, in grey on the Timeline. Bars of "
        "the filters, columns, a chosen period and a file have the same claims.",
    ),
    (
        "People, organisations, places",
        "Who is named in a sentence that the filters let through counts once, under all spellings. The lists in the "
        "filters count the claims that somebody has a part in, the charts of names the sentences.",
    ),
    (
        "Details",
        "Details belong to claims and count nowhere, unless *Show details as well* is on: then every number is of "
        "facts, which are both.",
    ),
)


def counting_html() -> str:
    """The rules as HTML, to fold out."""
    items = "".join(f"<dt>{text(what)}</dt><dd>{text(rule).replace('*', '')}</dd>" for what, rule in RULES)
    return f'<details class="d-fold"><summary>How this counts</summary><dl>{items}</dl></details>'
