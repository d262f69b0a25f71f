"""Texts that no editor would let through, made from reports: cut, doubled, joined, their signs exchanged.

`spoilt` changes a text by a list of changes, each a function from a text and a random source to a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

Change = Callable[[str, Random], str]

DASHES = "-‐‑‒–—―−﹘﹣－­"
QUOTES = "\"'“”„‟«»‘’‚‛‹›`´″′＂＇"
SPACES = " \t\n\r\v\f\xa0\u1680\u2003\u2009\u200b\u2028\u2029\u202f\u3000\ufeff"
SIGNS = ".,;:!?…()[]{}<>/\\|@#$%&*_+=~^°§€£\x00\x07\x1b\u0301\u200d\u202e😀"
BRACKETS = "()[]{}<>"
DIGITS = "0123456789"
OTHER_DIGITS = ("٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９", "⁰¹²³⁴⁵⁶⁷⁸⁹", "①②③④⑤⑥⑦⑧⑨⑩")
SAID_NUMBERS = """
    0 1 2 3 7 12 13 29 31 32 60 99 100 366 999 1000 1066 1899 1900 2000 2024 2199 2200 2300 9999 10000 99999999999 1,500
    1.5 .5 1e9 0x1F ½ ٣ ² Ⅳ 1900-2300 24:60 7/8/9999 2024-13-45 -5 +3 1/0 twenty-one hundred second first several
"""
NUMBERS = SAID_NUMBERS.split()
LETTERS = "abcdefghijklmnopqrstuvwxyz"
OTHER_LETTERS = {
    "Cyrillic": "абцдефгхийклмнопярстувшхыз",
    "Greek": "αβψδεφγηιξκλμνοπρρστυωςχυζ",
    "wide": "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ",
    "upper dotted": "ABCDEFGHİJKLMNOPQRSTUVWXYZ",
    "accents": "àbçďêfğĥîĵķłmñôpqŕşţûvŵxŷž",
}
LITTLE = (
    "and",
    "or",
    "of",
    "the",
    "to",
    "in",
    "not",
    "said",
    "that",
    "who",
    "on",
    "by",
    "between",
    "until",
    "a",
    "its",
)


def cut(text: str, random: Random) -> str:
    """A part of it, from any character to any other."""
    start, end = sorted((random.randrange(len(text) + 1), random.randrange(len(text) + 1)))
    return text[start:end]


def left_out(text: str, random: Random) -> str:
    """All but a part of it."""
    start = random.randrange(len(text) + 1)
    return text[:start] + text[start + random.randrange(1, 60) :]


def doubled(text: str, random: Random) -> str:
    """A part of it comes again, right behind itself."""
    start = random.randrange(len(text) + 1)
    end = start + random.randrange(1, 80)
    return text[:end] + text[start:end] * random.choice((1, 2, 5)) + text[end:]


def shuffled(text: str, random: Random) -> str:
    """Its sentences in another order."""
    parts = re.split(r"(?<=[.!?])\s+|\n+", text)
    random.shuffle(parts)
    return random.choice((" ", "\n", "\n\n", "")).join(parts)


def signs_exchanged(text: str, random: Random) -> str:
    """One kind of sign in place of another, everywhere."""
    kind = random.choice((DASHES, QUOTES, SPACES, SIGNS, BRACKETS))
    return "".join(random.choice(kind) if c in kind and random.random() < 0.7 else c for c in text)


def one_sign(text: str, random: Random) -> str:
    """One sign in place of all of its kind."""
    kind = random.choice((DASHES, QUOTES, SPACES))
    sign = random.choice(kind)
    return "".join(sign if c in kind else c for c in text)


def signs_added(text: str, random: Random) -> str:
    """Signs between its words."""
    marks = random.choice((DASHES, QUOTES, SIGNS, SPACES, BRACKETS))
    return re.sub(r" ", lambda _: f"{random.choice(marks)} " if random.random() < 0.15 else " ", text)


def blanks_lost(text: str, random: Random) -> str:
    """Some of its blanks and line ends are gone or are others."""
    return re.sub(r"\s", lambda m: random.choice(("", " ", "\n", "\n\n")) if random.random() < 0.1 else m[0], text)


def numbers_changed(text: str, random: Random) -> str:
    """Other numbers."""
    return re.sub(r"\d+", lambda m: random.choice(NUMBERS) if random.random() < 0.6 else m[0], text)


def words_counted(text: str, random: Random) -> str:
    """Numbers, dashes and little words before its words."""
    added = (*NUMBERS, *LITTLE, *DASHES)
    return re.sub(r" ", lambda _: f" {random.choice(added)} " if random.random() < 0.12 else " ", text)


def other_digits(text: str, random: Random) -> str:
    """The digits of another script."""
    return text.translate(str.maketrans(DIGITS, random.choice(OTHER_DIGITS)))


def other_letters(text: str, random: Random) -> str:
    """Some of its words in another script."""
    table = str.maketrans(LETTERS, random.choice(list(OTHER_LETTERS.values())))
    return re.sub(r"\w+", lambda m: m[0].translate(table) if random.random() < 0.2 else m[0], text)


def other_case(text: str, random: Random) -> str:
    """Its words in capitals, small letters or titles, some or all."""
    share, change = random.choice((0.2, 1.0)), random.choice((str.upper, str.lower, str.title, str.swapcase))
    return re.sub(r"\w+", lambda m: change(m[0]) if random.random() < share else m[0], text)


def words_moved(text: str, random: Random) -> str:
    """Some of its words in the places of others."""
    words = text.split(" ")
    for _ in range(1 + len(words) // 20):
        one, other = random.randrange(len(words)), random.randrange(len(words))
        words[one], words[other] = words[other], words[one]
    return " ".join(words)


CHANGES: Sequence[Change] = (
    cut,
    left_out,
    doubled,
    shuffled,
    signs_exchanged,
    one_sign,
    signs_added,
    blanks_lost,
    numbers_changed,
    words_counted,
    other_digits,
    other_letters,
    other_case,
    words_moved,
)


def spoilt(texts: Sequence[str], changes: Sequence[Change], random: Random) -> str:
    """The texts joined, changed by each of the changes in turn."""
    text = random.choice(("", " ", "\n\n", ", ")).join(texts)
    for change in changes:
        text = change(text, random)
    return text
