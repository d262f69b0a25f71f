"""The parts of a name: its words in plain letters and how much each counts, without titles and legal forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from analysis.lexicons.gazetteer import country_of, demonym_country
from analysis.lexicons.name_forms import body_words, legal_forms, person_words
from analysis.text.names.compare.latin import to_latin
from analysis.text.names.compare.order import PATRONYMIC, in_order

BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
SLASH = re.compile(r"(?<=[^\W\d_]{3})\s*/\s*(?=[^\W\d_]{3})|\s+/\s+")
RUN_TOGETHER = re.compile(r"(?<=[a-z]{3})(?=[A-Z])")
DOTTED = re.compile(r"(?<!\w)(?:[A-Za-z]\.\s?){2,}(?:[A-Za-z](?!\w))?")
INITIALS = re.compile(r"^[B-DF-HJ-NP-TV-XZ]{2,3}(?=\s+\w*[a-z])")  # JD Marsh
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
POSSESSIVE = re.compile(r"'s?(?!\w)")
SERVANT = re.compile(r"abd(?:[aeiou]+[lrsd]?)?(?=[^aeiou])(\w{4,})")
FAITH = re.compile(r"(\w{3,}?)[aeiou]d?d(?:in|een|ine)")
WITHIN_BODIES = frozenset(("of", "in", "for", "the", "and", "against"))
ARTICLES = frozenset(("al", "el", "ul", "ol", "ud", "ad", "ed", "id", "ur", "ar", "us", "as"))
SERVANTS = frozenset(("abd", "abdul", "abdel", "abdal", "abdol", "abdur", "abdus", "abdoul", "abdu", "abdou", "abdi"))

WEIGHTS = {"particle": 0.2, "honorific": 0.3, "patronymic": 0.5, "servant": 0.3, "initial": 0.6, "": 1.0}
BODY_WEIGHTS = {
    "head": 0.6,
    "office": 0.6,
    "field": 1.0,
    "common": 0.4,
    "little": 0.05,
    "vessel": 0.05,
    "number": 1.0,
    "place": 0.8,
    "": 1.0,
}


@dataclass(frozen=True)
class Word:
    """A word of a name in plain small letters, its kind (empty for one that tells names apart), and what it counts.

    `own` are the words that it was made of, where they differ.
    """

    text: str
    kind: str
    weight: float
    own: str = ""

    @property
    def shown(self) -> str:
        """The word as a reader knows it."""
        return (self.own or self.text).title()


@dataclass(frozen=True)
class NameForm:
    """A name taken apart. `mark` is what parts namesakes (junior, II), `legal` the kind of company."""

    words: tuple[Word, ...]
    mark: str = ""
    legal: str = ""
    is_acronym: bool = False


@lru_cache(maxsize=16384)
def looks_like_body(text: str) -> bool:
    """Whether a name says that it is of a company, an office or a ship.

    >>> looks_like_body("Ministry of Mines"), looks_like_body("Caspian Oil Ltd"), looks_like_body("Ilham Aliyev")
    (True, True, False)
    """
    words = _words(_plain(text), joined=True)
    known = body_words()
    kinds = {known.get(word, ("", ""))[0] for word in words if word != "general"}
    return bool(
        kinds & {"head", "office", "common", "number"}
        or "&" in text
        or any(word.isdigit() for word in words)
        or not WITHIN_BODIES.isdisjoint(words[1:-1])
        or _split_legal(words)[1]
    )


@lru_cache(maxsize=16384)
def person_form(text: str) -> NameForm:
    """The parts of the name of a person, in the order given name, family name where a comma or the words say so.

    >>> [word.text for word in person_form("Dr. MAMMADOV, Ilham").words]
    ['ilham', 'mammadov']
    >>> person_form("John Brown Jr.").mark, [word.text for word in person_form("Abdul-Rahman bin Awf").words]
    ('junior', ['abd', 'rahman', 'bin', 'awf'])
    """
    plain = _plain(text)
    family, comma, given = plain.partition(",")
    is_ordered = not comma or not given.strip() or _only_marks(given)
    parts = (plain,) if is_ordered else (given, family)
    words = [word for part in parts for word in _untitled(part)]
    kinds = person_words()
    marks = [word for word in words[1:] if kinds.get(word) == "generation"]
    kept = [w for n, w in enumerate(words) if n == 0 or kinds.get(w) not in ("generation", "degree")]
    found = tuple(_person_words(kept))
    return NameForm(found, MARKS.get(marks[-1], marks[-1]) if marks else "")


MARKS = {"jr": "junior", "sr": "senior"}


@lru_cache(maxsize=16384)
def body_form(text: str) -> NameForm:
    """The parts of the name of a body; demonyms and countries become the code of the country.

    >>> [word.text for word in body_form("Azerbaijani Ministry of Defence").words]
    ['@AZ', 'ministry', 'of', 'defense']
    >>> body_form("Caspian Oil L.L.C.").legal
    'limited'
    """
    plain = _plain(text)
    words, legal = _split_legal(_words(plain, joined=True))
    bare = text.strip().strip(".")
    is_acronym = len(words) == 1 and 2 <= len(words[0]) <= 7 and bare.replace(".", "").isupper()
    return NameForm(tuple(_body_words(words)), legal=legal, is_acronym=is_acronym)


def other_names(text: str) -> tuple[str, ...]:
    """The name without what stands in brackets, then the words in brackets; the names parted by a slash.

    >>> other_names("Islamic Emirate of Afghanistan (IEA)"), other_names("Baku"), other_names("DPRK / North Korea")
    (('Islamic Emirate of Afghanistan', 'IEA'), ('Baku',), ('DPRK', 'North Korea'))
    """
    inside = [words.strip() for words in BRACKETS.findall(text) if words.strip()]
    outside = [words.strip() for words in SLASH.split(BRACKETS.sub(" ", text)) if words.strip()]
    return tuple(dict.fromkeys([*outside, *inside])) or (text,)


def _plain(text: str) -> str:
    """The name in Latin letters, words that were run together parted (AnnaKowalska), quotation marks taken off."""
    plain = POSSESSIVE.sub("", to_latin(" ".join(text.split())))
    return RUN_TOGETHER.sub(" ", plain).replace('"', " ")


def _words(plain: str, joined: bool) -> list[str]:
    """The small words; the letters of `A.B.` are one word when joined, else words."""

    def undotted(match: re.Match[str]) -> str:
        letters = re.findall(r"[A-Za-z]", match.group())
        return ("" if joined else " ").join(letters) + " "

    return [word.replace("'", "").lower() for word in WORD.findall(DOTTED.sub(undotted, plain))]


def _untitled(name: str) -> list[str]:
    """The words without the titles in front."""
    words, kinds = _words(INITIALS.sub(lambda m: " ".join(m.group()), name.strip()), joined=False), person_words()
    first = next((n for n, word in enumerate(words) if kinds.get(word) != "title"), len(words) - 1)
    return words[first:]


def _only_marks(words: str) -> bool:
    kinds = person_words()
    return all(kinds.get(word) in ("generation", "degree") for word in _words(words, joined=False))


def _person_words(written: list[str]) -> list[Word]:
    found: list[Word] = []
    kinds = person_words()
    words, fathers = in_order(written)
    number = 0
    while number < len(words):
        word, last = words[number], number == len(words) - 1
        kind = "" if last else kinds.get(word, "")
        if word in SERVANTS and not last:
            number += words[number + 1] in ARTICLES and number + 2 < len(words)
            found.append(Word("abd", "servant", WEIGHTS["servant"], word))
        elif number in fathers:
            found.append(Word(word, "patronymic", WEIGHTS["patronymic"]))
        elif word in ARTICLES and found and words[number + 1 :][:1] in (("din",), ("deen",)):
            found[-1] = Word(found[-1].text + "uddin", "", WEIGHTS[""])
            number += 1
        else:
            found += _split_word(word, kind, is_first=not found or last)
        number += 1
    return found


def _split_word(word: str, kind: str, is_first: bool) -> list[Word]:
    """The word with its kind; Abdulaziz as two words, Salahuddin in one spelling."""
    if servant := SERVANT.fullmatch(word) if word[3:] not in ("ullah", "allah", "ulla", "ollah", "alla") else None:
        return [Word("abd", "servant", WEIGHTS["servant"]), Word(servant[1], "", WEIGHTS[""])]
    if faith := FAITH.fullmatch(word):
        return [Word(faith[1] + "uddin", "", WEIGHTS[""])]
    if kind in ("particle", "title") and is_first:
        kind = ""
    if PATRONYMIC.fullmatch(word) and not is_first:
        kind = "patronymic"
    elif len(word) == 1:
        kind = "initial"
    kind = kind if kind in WEIGHTS else ""
    return [Word(PARTICLES.get(word, word) if kind == "particle" else word, kind, WEIGHTS[kind])]


PARTICLES = {"ben": "bin", "ibn": "bin", "bn": "bin", "binti": "bint", "bte": "bint"} | dict.fromkeys(
    ("el", "ul", "ol", "ud", "ur", "ad", "ash", "as", "ar", "an", "at", "az"), "al"
)


def _split_legal(words: list[str]) -> tuple[list[str], str]:
    """The words without the legal forms at the end and the beginning, and the kind that says most."""
    kinds: list[str] = []
    while True:
        size, kind = next(((n, k) for n in _sizes(words) if (k := _legal_kind(words[-n:]))), (0, ""))
        if not kind:
            break
        words, kinds = words[:-size], [*kinds, kind]
    size, kind = next(((n, k) for n in _sizes(words) if (k := _legal_kind(words[:n], at_front=True))), (0, ""))
    if kind:
        words, kinds = words[size:], [*kinds, kind]
    return words, min(kinds, key=LOOSE_FORMS.__contains__, default="")


def _sizes(words: list[str]) -> range:
    return range(min(LONGEST_FORM, len(words) - 1), 0, -1)


def _legal_kind(words: list[str], at_front: bool = False) -> str:
    """The kind of legal form that the words are; a long one may have slips."""
    known = legal_forms()
    if at_front and words[0] in ONLY_AT_END and len(words) == 1:
        return ""
    written = " ".join(words)
    if len(written) >= LONG_FORM and all(len(word) > 1 for word in words):
        alike = (form for form in known if len(form) == len(words))
        near = (form for form in alike if OSA.distance(" ".join(form), written, score_cutoff=2) <= 2)
        return known.get(next(near, ()), "")
    return known.get(tuple(words), "")


LOOSE_FORMS = frozenset(("company", "corporation"))  # they say little: Co., Corp.
LONG_FORM = 9  # letters from which a legal form may have up to two slips
LONGEST_FORM = 6
ONLY_AT_END = frozenset(("as", "sa", "se", "co", "ag", "ab", "sl", "ou", "ip", "company", "limited", "corporation"))


def _body_words(words: list[str]) -> list[Word]:
    found = []
    number = 0
    while number < len(words):
        size, word = _body_word(words, number)
        if word.text:
            found.append(word)
        number += size
    return found or [Word(word, "", 1.0) for word in words]


def _body_word(words: list[str], number: int) -> tuple[int, Word]:
    """How many words are one, and that one: a country, a known word, or a word that tells names apart."""
    for size in (3, 2, 1):
        name = " ".join(words[number : number + size])
        shown = name.upper() if size == 1 and len(name) <= 3 else name.title()
        code = country_of(shown) or demonym_country(shown)
        if code and number + size <= len(words):
            return size, Word(f"@{code}", "place", BODY_WEIGHTS["place"], name)
    word = words[number]
    if together := _tens(words[number : number + 2]):
        return 2, Word(together, "number", BODY_WEIGHTS["number"])
    kind, plain = body_words().get(word, ("", word))
    if kind == "spelling" or (len(word) == 1 and number in (0, len(words) - 1)):
        kind, plain = "", plain or word
    if word.isdigit():
        kind = "number"
    return 1, Word(plain or (word if kind == "little" else ""), kind, BODY_WEIGHTS[kind])


def _tens(words: list[str]) -> str:
    """The number that two words say: forty four."""
    numbers = [body_words().get(word, ("", ""))[1] for word in words]
    if len(numbers) < 2 or not all(number.isdigit() for number in numbers):
        return ""
    tens, ones = map(int, numbers)
    return str(tens + ones) if tens % 10 == 0 and 20 <= tens <= 90 and 0 < ones < 10 else ""
