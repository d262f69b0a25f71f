"""The selectors of Streamlit's and plotly's pages that our JavaScript and CSS rely on: all of them, and no others.

JavaScript has them as `PAGE.main_block`, CSS as `:--main-block` (the syntax of custom selectors, which `source.py`
resolves). An upgrade may change any; tests/browser/test_contract.py says which. Beside these we rely on the class
`st-key-...` of elements with a key, and on the custom properties `--st-...` of the theme, which Streamlit documents.
"""

from __future__ import annotations

SCRIPT_STATE = "data-test-script-state"  # the attribute of `app` that says whether the script runs

STREAMLIT = {
    "app": '[data-testid="stApp"]',
    "connected": '[data-test-connection-state="CONNECTED"]',
    "resting": f'[{SCRIPT_STATE}="notRunning"]',
    "main": '[data-testid="stMain"]',
    "header": '[data-testid="stHeader"]',  # the bar with Streamlit's own menu, over the top of the page
    "main_block": '[data-testid="stMainBlockContainer"]',
    "layout": '[data-testid="stLayoutWrapper"]',  # around a container
    "element": '[data-testid="stElementContainer"]',  # around an element
    "sidebar": '[data-testid="stSidebarUserContent"]',
    "open_sidebar": '[data-testid="stExpandSidebarButton"]',
    "close_sidebar": '[data-testid="stSidebarCollapseButton"] button',
    "stale": '[data-stale="true"]',  # what a run has not drawn again yet
    "full_screen": '[data-testid="stFullScreenFrame"]',  # around a chart
    "select_box": '[data-testid="stSelectbox"]',
    "toolbar": '[data-testid="stElementToolbar"]',  # the buttons of a table
    "tag": '[data-testid="stMultiSelectTagsContainer"] [data-tag]',
    "primary_button": '[data-testid^="stBaseButton-primary"]',
    "input_hint": '[data-testid="InputInstructions"]',
}
PLOTLY = {
    "plot": ".js-plotly-plot",
    "picture": "svg.main-svg",  # a layer of a drawn chart
    "drag_layer": ".draglayer",
    "drag_area": ".nsewdrag",
    "hover_layer": ".hoverlayer",
    "zoom_layer": ".zoomlayer",
    "point": "path.point",
    "x_tick": ".xtick",
    "y_tick": ".ytick",
    "bars": ".bars",
    "text_point": ".textpoint",
    "annotation": ".annotation-text",
}
SELECTORS = STREAMLIT | PLOTLY
