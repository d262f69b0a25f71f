"""Which facts are reported?"""

from analysis.queries.rows import n_facts
from pages.parts import ledger, words
from pages.parts.draw import say
from pages.parts.frame import open_page, stop_if_empty
from pages.parts.record import record_box

database, selection, themes = open_page("Facts", "Which facts are reported, by whom, and how sure are they?")

total = n_facts(database, selection)
stop_if_empty(not total)

say(f"{words.count(total, 'fact')}, one a row: who does what to whom, where, when, and who says so.")
page, order = ledger.choose_page(total)
fact = ledger.table(database, selection, page, order)
if fact:
    record_box(fact, themes, "ledger-record")
ledger.download(database, selection, total)
