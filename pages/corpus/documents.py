"""Which reports are there, as what was each read, and what is left to do?"""

from datetime import date

from analysis.queries.documents import UNREAD
from pages.parts.documents.access import may_change
from pages.parts.documents.adding import add_reports
from pages.parts.documents.changing import change_reports, choose_mode
from pages.parts.documents.collections import choose_collection
from pages.parts.documents.listing import asked_rows, chosen, chosen_work, list_reports, list_unread
from pages.parts.documents.records import list_records
from pages.parts.documents.running import show_build
from pages.parts.frame import open_page

view = open_page("Documents", "Which reports are there, and what was each read as?")

is_allowed, today = may_change(), date.today()
choose_collection()
add_reports(is_allowed)
show_build(is_allowed)
list_records(view, is_allowed)
work = chosen_work(view, today)
asked, sort = chosen(view, work, today)
if work == UNREAD:
    list_unread(view, asked)
else:
    is_changing = choose_mode(is_allowed)
    rows = asked_rows(view, asked, sort)
    change_reports(view, rows) if is_changing else list_reports(rows)
