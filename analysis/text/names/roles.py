"""Roles: the title or office beside a person's name, in the words of the text.

Before the name (`Foreign Minister Jane Doe`), before it with a comma (`the minister of health, Jane Doe,`), after it
(`Jane Doe, the ambassador to Peru,`) and after a verb of being (`Jane Doe was appointed ambassador to Peru`).
"""

from __future__ import annotations

from collections.abc import Collection

from analysis.lexicons.name_words import courtesies, kinds, role_heads, role_modifiers, titles
from analysis.text.names.token_lists import Words

Span = tuple[int, int]

CLOSING = frozenset({"", ",", ".", ";", ":", ")", "-", "–", "—", "who", "and", "”", '"'})
LINKS = frozenset({"of", "for", "to", "at", "in", "on"})
NOUN_TAGS = frozenset(
    {"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "VBN", "VBG", "HYPH", "CD", "PRP$", "CC", "AFX", "SYM"}
)
BEFORE_COMMA = NOUN_TAGS | {"IN", "TO", "-LRB-", "-RRB-", "JJR", "JJS", ""}
BEING = frozenset({"is", "was", "are", "were", "has", "had", "been", "became", "becomes", "as", "who"})
APPOINTED = frozenset(
    {"appointed", "named", "elected", "nominated", "reappointed", "sworn", "chosen", "serves", "served"}
)
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "our"})
GO_ON = frozenset({"'s", "’s", "'", "’", "-"})
MOST_BEFORE = 20  # tokens of an office before a comma and the name
MOST_AFTER = 10  # tokens between a name and the noun of its office
MOST_OBJECT = 10  # tokens of what an office is for

Taken = Collection[int]


def role_of(words: Words, start: int, end: int, taken: Taken = ()) -> Span | None:
    """Where the role of the person named from start to end stands; None without one. `taken` are tokens of names."""
    return (
        _directly_before(words, start, taken)
        or _after_comma(words, end, taken)
        or _before_comma(words, start, taken)
        or _after_being(words, end, taken)
    )


def described_as(words: Words, start: int, end: int) -> str:
    """The label of what a description beside the words makes of them (`Acme, a maker of tyres`); empty without one."""
    if _after_comma(words, end, ()) or (_before_comma(words, start, ()) and not _goes_on(words, end)):
        return "PERSON"
    if words.before(start) == "," == words.after(end) and words.before(start, 2) in kinds():
        return kinds()[words.before(start, 2)]
    if words.after(end) != ",":
        return ""
    noun = _noun_after(words, end + 1, end, (), kinds())
    is_closed = noun is not None and _may_close(words, noun + 1, words.after(noun + 1))
    return kinds()[words.text[noun]] if noun is not None and is_closed else ""


def _directly_before(words: Words, start: int, taken: Taken) -> Span | None:
    end = start
    while end and _is_courtesy(words, end - 1):
        end -= 1
    if not end or words.sentence[end - 1] != words.sentence[start]:
        return None
    head = end - 1 if _is_head(words, end - 1) else _head_with_object(words, end)
    return None if head is None else (_front(words, head, taken), end)


def _head_with_object(words: Words, end: int) -> int | None:
    """The noun of an office whose object stands directly before a name (`Minister of Health Jane Doe`)."""
    i = end - 1
    while i > max(0, end - 6) and words.sentence[i] == words.sentence[end - 1]:
        if words.text[i] in LINKS:
            return i - 1 if _is_head(words, i - 1) and words.large[i - 1] else None
        if not words.large[i] and words.text[i] not in ("and", "the", "&"):
            return None
        i -= 1
    return None


def _before_comma(words: Words, start: int, taken: Taken) -> Span | None:
    if words.before(start) != ",":
        return None
    comma, head = start - 1, None
    for i in range(comma - 1, max(-1, comma - MOST_BEFORE), -1):
        if words.sentence[i] != words.sentence[start] or words.tag[i] not in BEFORE_COMMA:
            break
        if _is_head(words, i) and _ends_well(words, i + 1, comma):
            head = i
    return None if head is None else (_front(words, head, taken), _object_end(words, head + 1, taken))


def _ends_well(words: Words, i: int, comma: int) -> bool:
    """Whether what follows the noun of an office is its object, or nothing."""
    return i == comma or words.text[i] in LINKS or words.text[i] == "("


def _after_comma(words: Words, end: int, taken: Taken) -> Span | None:
    if words.after(end) != ",":
        return None
    first = end + 1
    if words.after(end, 1).isdigit() and words.after(end, 2) == ",":
        first = end + 3
    head = _noun_after(words, first, end, taken)
    if head is None:
        return None
    role_end = _object_end(words, head + 1, taken)
    may_close = _may_close(words, role_end, words.after(role_end))
    return (_front(words, head, taken), role_end) if may_close else None


def _may_close(words: Words, role_end: int, closing: str) -> bool:
    """Whether an apposition may end here: `Doe, the minister said` holds none."""
    return closing in CLOSING or words.tag[role_end] in ("IN", "WP")


def _after_being(words: Words, end: int, taken: Taken) -> Span | None:
    i = end + 1 if words.after(end) == "," and words.after(end, 1) == "who" else end
    first = i
    while words.after(end, i - end) in BEING | APPOINTED and i < end + MOST_AFTER:
        i += 1
    if i == first or words.text[i - 1].lower() == "who":
        return None
    head = _noun_after(words, i, end, taken)
    return None if head is None else (_front(words, head, taken), _object_end(words, head + 1, taken))


def _noun_after(words: Words, first: int, end: int, taken: Taken, nouns: Collection[str] | None = None) -> int | None:
    """The noun of an office, or one of these, that a noun phrase beginning at `first` has, in the sentence of the name
    that ends at `end`."""
    for i in range(first, min(first + MOST_AFTER, len(words.text))):
        is_of_phrase = i in taken or (words.tag[i] in NOUN_TAGS and words.text[i] != "and")
        if words.sentence[i] != words.sentence[end - 1] or not is_of_phrase:
            return None
        is_wanted = _is_head(words, i) if nouns is None else words.text[i] in nouns
        if is_wanted and i not in taken and not _goes_on(words, i + 1):
            return i
    return None


def _goes_on(words: Words, i: int) -> bool:
    """Whether the noun phrase goes on with a further noun, so that the word before is no head (`militant group`)."""
    return i < len(words.text) and words.tag[i] in ("NN", "NNS", "NNP", "NNPS", "HYPH", "POS") and bool(words.after(i))


def _is_head(words: Words, i: int) -> bool:
    word = words.text[i]
    is_title = (word,) in titles() and word not in courtesies()
    is_joined = i + 1 < len(words.text) and words.is_hyphen(i + 1) and words.large[i] is False
    return words.sentence[i] >= 0 and not is_joined and (is_title or word.lower() in role_heads())


def _is_courtesy(words: Words, i: int) -> bool:
    return words.text[i] in courtesies() or words.text[i].title() in courtesies()


def _front(words: Words, head: int, taken: Taken) -> int:
    """Where the role begins whose noun stands at `head`: over words that belong to an office, up to another name."""
    i = head
    while i and words.sentence[i - 1] == words.sentence[head] and i - 1 not in taken:
        if _belongs(words, i - 1):
            i -= 1
        elif words.text[i - 1] == "of" and i > 1 and _is_head(words, i - 2):  # chief of staff
            i -= 2
        else:
            break
    while i < head and words.text[i] in ("-", "and", "of"):
        i += 1
    return i


def _belongs(words: Words, i: int) -> bool:
    word = words.text[i].lower()
    if words.is_hyphen(i) or word in role_modifiers() or _is_head(words, i):
        return True
    is_part = words.large[i] and words.tag[i] in ("NNP", "NNPS", "NN", "JJ") and not words.opening[i]
    return is_part and word not in DETERMINERS and not _is_courtesy(words, i)


def _object_end(words: Words, i: int, taken: Taken) -> int:
    """Where the object of an office ends that may begin here with `of`, `for`, `to`: one noun phrase; else i."""
    if words.after(i) not in LINKS:
        return i
    end = i + 1
    while end < min(len(words.text), i + MOST_OBJECT) and words.sentence[end] == words.sentence[i]:
        ends_name = end - 1 in taken and end not in taken and words.text[end] not in GO_ON
        if ends_name or not _is_of_phrase(words, end, taken):
            break
        end += 1
    while end > i + 1 and words.tag[end - 1] in ("CC", "DT", "HYPH", "IN"):
        end -= 1
    return end if end > i + 1 else i


def _is_of_phrase(words: Words, i: int, taken: Taken) -> bool:
    if i in taken:
        return True
    if words.tag[i] == "CC":
        return i + 1 < len(words.text) and words.large[i - 1] == words.large[i + 1] and words.tag[i + 1] in NOUN_TAGS
    return words.tag[i] in NOUN_TAGS
