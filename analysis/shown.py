"""Words of reports as they are shown: control characters as signs of their own, and no longer than a page can bear.

Each character stays one, so that places in a text stay what they are.
"""

from __future__ import annotations

LONGEST = 300  # characters of a title, a name or a phrase
ELLIPSIS = "…"
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
# What is between C0 and the letters has pictures in Unicode. The others have none: C1, what turns the direction of the
# words behind it, and what no XML and so no picture of a chart may hold.
C0 = [code for code in range(32) if chr(code) not in "\t\n\r"]
NO_PICTURE = [*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFFFE, 0xFFFF]
SURROGATES = range(0xD800, 0xE000)
SIGNS = {code: chr(0x2400 + code) for code in C0} | {0x7F: chr(0x2421)} | dict.fromkeys(NO_PICTURE, UNKNOWN)
EVERY = SIGNS | dict.fromkeys(SURROGATES, UNKNOWN)


def visible(words: str) -> str:
    r"""The words with a sign for each control character but tabs and ends of lines.

    >>> visible("a\x1b[2Jb\u202e"), visible("one\nline")
    ('a␛[2Jb�', 'one\nline')
    """
    return words if words.isprintable() else words.translate(EVERY)


def cut(words: str, longest: int = LONGEST) -> str:
    """The words, or their beginning with a sign that more stands there.

    >>> cut("a long name", 6), cut("short", 6)
    ('a lon…', 'short')
    """
    return words if len(words) <= longest else words[: longest - 1] + ELLIPSIS


def in_a_line(words: object, longest: int = LONGEST) -> str:
    r"""The words for a line of a terminal.

    >>> in_a_line("two\nlines\x07")
    'two lines␇'
    """
    return cut(visible(" ".join(str(words).split())), longest)


def visible_sql(column: str) -> str:
    """The same as `visible` in SQL."""
    codes = " || ".join(f"chr({code})" for code in SIGNS)
    return f"translate({column}, {codes}, '{''.join(SIGNS.values())}')"


def cut_sql(column: str, longest: int = LONGEST) -> str:
    """The same as `cut` in SQL."""
    return (
        f"CASE WHEN length({column}) <= {longest} THEN {column} ELSE left({column}, {longest - 1}) || '{ELLIPSIS}' END"
    )
