"""The entry: the menu, the filters that hold on every page, and the page that was asked for.

`streamlit run dashboard.py` imports this file once for `app`, and runs it as `__main__` in every script run. Without
`app`, Streamlit would make a menu of the folder `pages` until the first run is over, and a first visit with the URL of
a page would get a "Page not found" dialog.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import streamlit as st

HERE = Path(__file__).resolve().parent
ICON = HERE / "pages" / "parts" / "icon.svg"
MENU_WIDTH = 220  # pixels


def main() -> None:
    """One script run."""
    from hosting.asking import MAY_NOT_SEE, Act, may
    from hosting.bound import corpus_of_run
    from pages.parts import address
    from pages.parts.browser.page_scripts import start_scripts, style_page
    from pages.parts.data import damage_is_said, data_folder, open_database, say_if_unkept
    from pages.parts.filters.sidebar import draw_filters
    from pages.parts.frame import PageEnds, draw_menu, say_data, say_left_out, set_view
    from pages.parts.newest import say_if_new

    # The icon comes before the menu: else browsers fetch the icon of the page from a server of Google.
    st.set_page_config("Dossier", ICON, layout="wide", initial_sidebar_state=MENU_WIDTH)
    if not may(Act.SEE):
        st.error(MAY_NOT_SEE)
        st.stop()
    sections = menu()
    frame = _page("corpus/embed", "Frame", "web_asset", "One chart, or the first claims, inside another page.")
    page = st.navigation({**sections, "": [frame]}, position="hidden")
    is_framed = page == frame
    corpus = corpus_of_run()
    st.set_page_config(f"{page.title} · {corpus.title or 'Dossier'}")
    style_page()
    address.start()
    if not is_framed:
        st.logo(HERE / "pages" / "parts" / "logo.svg", size="large")
        draw_menu(sections, page, corpus)
    start_scripts()
    drawer = st.container(key="drawer")  # before the page, so that its place is the same on all
    database = open_database()
    if not is_framed:
        say_data(database)
    say_if_unkept()
    say_if_new(data_folder())
    set_view(database)
    try:
        with suppress(PageEnds), damage_is_said():  # before the filters, which may raise as well
            page.run()
    finally:  # the page first, so that a click is answered soon; a page that stops has filters too
        if not is_framed:
            say_left_out()
            draw_filters(database, page, drawer)


def menu() -> dict[str, list[st.Page]]:
    """The pages by section; a section is a folder under `pages`."""
    return {
        "Explore": [
            _page("explore/overview", "Overview", "newspaper", "What is in here: reports, facts, themes.", True),
            _page("explore/topics", "Topics", "sell", "The words that mark out each theme."),
            _page("explore/timeline", "Timeline", "calendar_month", "What is said to have happened when."),
            _page("explore/people", "People and places", "groups", "Who appears, and with whom."),
            _page("explore/facts", "Facts", "table_rows", "Every fact as a row."),
            _page("explore/search", "Search", "search", "The sentences with these words."),
        ],
        "Read": [_page("read/report", "Report", "article", "A report with its facts marked.")],
        "Corpus": [
            _page("corpus/documents", "Documents", "folder_open", "The reports: as what each was read, and new ones."),
            _page("corpus/quality", "Quality", "fact_check", "How right the facts are, measured and checked."),
            _page("corpus/share", "Share", "ios_share", "This view as a link, a report, a briefing, data."),
        ],
    }


def _page(path: str, title: str, icon: str, about: str, is_first: bool = False) -> st.Page:
    name = path.split("/")[1]
    return st.Page(
        f"pages/{path}.py", title=title, icon=f":material/{icon}:", url_path=name, default=is_first, help=about
    )


def say_fault(fault: Exception) -> bool:
    """Say in words of our own what went wrong in a run of the page or of a part of it; Streamlit then says nothing."""
    from hosting.broken import say_broken
    from pages.parts.data import say_damage

    if not say_damage(fault):
        say_broken(fault)
    return True


if __name__ == "__main__":
    main()
else:
    import atexit
    import gc
    from importlib import import_module
    from threading import Thread

    from streamlit.runtime.pages_manager import PagesManager

    from hosting import api, health, metrics
    from hosting.broken import broken
    from hosting.start import lifespan, middleware
    from hosting.which import base

    def warm_up() -> None:
        """Import the modules of the pages while the browser still loads Streamlit. Then freeze the imported objects
        so that the garbage collector skips them: a full collection would pause every session."""
        gc.disable()
        import_module("pages.parts.drawing.row")
        gc.freeze()
        gc.enable()
        atexit.register(gc.unfreeze)  # so that they are freed at exit

    PagesManager.uses_pages_directory = False
    names = {path.stem for path in (HERE / "pages").glob("*/*.py") if path.parent.name != "parts"}
    app = st.App(
        __file__,
        on_script_error=say_fault,
        middleware=middleware(names),
        routes=[*health.routes(), metrics.route(base()), *api.routes()],
        exception_handlers={Exception: broken(names)},
        lifespan=lifespan,
    )
    Thread(target=warm_up, name="warm-up", daemon=True).start()
