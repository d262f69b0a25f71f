"""Which sentences have these words?"""

from analysis.queries.rows import n_sentences
from analysis.queries.searching.combined import either
from pages.parts.filters.chips import has_index
from pages.parts.frame import open_page, stop_if_empty
from pages.parts.search.asking import ask, examples, offer
from pages.parts.search.finding import show
from pages.parts.search.many import many

view = open_page("Search", "Which sentences have these words?")

stop_if_empty(not n_sentences(view.database, view.selection))
if not has_index(view.database):
    stop_if_empty(True, "This snapshot has no search index: an older version built it. Build it again, then reload.")

query = ask()
if query:
    show(view, query)
else:
    filtered = view.selection.values("words")
    offer([either(filtered)] if filtered else [], "Show line by line what the filter finds", "filtered")
    offer(examples(view.database), "Try", "examples")
many(view)
