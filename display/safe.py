"""Words of reports on the screen: always as text, never as HTML, markdown, a formula or a control character.

Whatever a report says goes through one of these on its way to `st.html` or plotly. Streamlit's own select boxes, data
frames and `st.text` show text as it is and need none of them.
"""

from __future__ import annotations

import html
import re

import pandas as pd

from analysis.shown import ELLIPSIS, visible

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
NOTHING = "\u200c"  # keeps `:smile:` from becoming a picture


def text(words: object) -> str:
    r"""The words for HTML; nothing for what is empty.

    >>> text("<b>Fish & chips</b>"), text("\x1b[2J")
    ('&lt;b&gt;Fish &amp; chips&lt;/b&gt;', '␛[2J')
    >>> text(None)
    ''
    """
    return "" if is_empty(words) else html.escape(visible(str(words)))


def label(words: object, longest: int = 36) -> str:
    """The words for a label of a chart: plotly reads tags and entities, and a long word would push the plot away.

    >>> label("A <b>bold</b> & long claim", 12)
    'A &lt;b>bold&lt;/…'
    """
    return shortened(str(words), longest).replace("&", "&amp;").replace("<", "&lt;")


def label_markdown(words: object) -> str:
    r"""The words for the label of a button, which reads markdown: as they are, with no sign meaning anything.

    >>> print(label_markdown("**b** [x](y)"))
    \*\*b\*\* \[x\]\(y\)
    """
    return PUNCTUATION.sub(r"\\\1", visible(str(words))).replace(":", f":{NOTHING}")


def shortened(words: str, longest: int) -> str:
    """The words in one line of at most `longest` characters.

    >>> shortened("a  long\\nline", 6)
    'a lon…'
    """
    line = visible(" ".join(words.split()))
    return line if len(line) <= longest else line[: longest - 1].rstrip() + ELLIPSIS


def is_empty(words: object) -> bool:
    """Whether a cell of a frame holds nothing."""
    return words is None or words is pd.NA or words is pd.NaT or words == "" or words != words


def web_address(url: object) -> str | None:
    """The address when a browser may follow it, else None.

    >>> web_address("https://a.example/x"), web_address("javascript:alert(1)")
    ('https://a.example/x', None)
    """
    address = "" if is_empty(url) else str(url).strip()
    is_whole = address.isprintable() and not address.endswith(ELLIPSIS)
    return address if is_whole and address.lower().startswith(("http://", "https://")) else None
