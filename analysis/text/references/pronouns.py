"""Pronouns: the noun phrase that one stands for, where grammar and nearness leave no doubt.

A cautious form of what Hobbs (1978) and centering (Grosz, Joshi and Weinstein 1995) describe: the subjects of the
clauses above, then the only fitting person of the sentence, then the subject of the sentence before. Inside a quotation
only what stands in the same quotation counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from analysis.lexicons.reference_words import Pronoun, pronouns, reference_words
from analysis.text.facts.lexicon import event_nouns
from analysis.text.references.referent import SUBJECTS, Referent

Found = tuple[Referent, str]

EMPTY_VERBS = frozenset({"seem", "appear", "happen", "rain", "snow", "turn", "emerge", "matter", "follow"})
COPULAS = frozenset({"be", "become", "remain", "take", "make", "prove"})
SMALL_CLAUSE = frozenset({"make", "find", "consider", "think", "deem"})
CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "csubj", "relcl", "acl"})
SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "acomp"})
SPEECH = frozenset({"say", "add", "announce", "state", "declare", "report", "note", "tell", "warn", "deny"})
SUPERLATIVE = frozenset({"JJS", "RBS"})
MOST_LEVELS = 4  # verbs over which a subject is shared or looked for


def is_empty(token: Token) -> bool:
    """Whether `it` stands for nothing (`it is clear that`, `it seems`, `it takes years to`)."""
    verb = token.head
    if token.lower_ != "it":
        return False
    is_reported = token.dep_ == "nsubjpass" and any(child.dep_ in CLAUSAL for child in verb.rights)
    if is_reported or token.dep_ == "expl" or verb.lemma_ in EMPTY_VERBS:
        return True
    if token.dep_ not in SUBJECTS or verb.lemma_ not in COPULAS:
        return verb.lemma_ in SMALL_CLAUSE and any(c.dep_ in ("acomp", "oprd", "ccomp") for c in verb.children)
    is_time = any(c.dep_ == "attr" and c.ent_type_ in ("DATE", "TIME") for c in verb.children)
    below = (child for one in (verb, *verb.rights) for child in one.rights)
    return is_time or any(child.dep_ in CLAUSAL for child in below)


def is_record(token: Token) -> bool:
    """Whether `it` is the greatest change of its kind, `it was the largest fall since May`: it has no name."""
    said = next((one for one in token.head.rights if one.dep_ == "attr"), None)
    if token.lower_ != "it" or token.head.lemma_ != "be" or said is None:
        return False
    return said.lemma_.lower() in event_nouns() and any(one.tag_ in SUPERLATIVE for one in said.lefts)


def fits(one: Referent, pronoun: Pronoun) -> bool:
    """Whether a pronoun may stand for a referent, by number, gender and kind."""
    if one.number not in (pronoun.number, "both"):
        return False
    if pronoun.animacy == "person":
        return one.kind == "person" and one.gender in (pronoun.gender, "")
    return pronoun.animacy == "any" or one.kind != "person"


def resolve(token: Token, pronoun: Pronoun, here: Sequence[Referent], before: Sequence[Referent]) -> Found | None:
    """What a pronoun stands for; None where that is not clear, and where a thing without a name would speak.

    `here` are the referents of its sentence that stand in the same quotation or in none with it, `before` those of the
    last sentences outside quotations, empty for a pronoun inside one.
    """
    found = None if is_record(token) else _resolved(token, pronoun, here, before)
    is_mute = found is not None and found[0].kind == "thing" and found[0].mention is None
    return None if is_mute and token.lower_ == "it" and token.head.lemma_ in SPEECH else found


def _resolved(token: Token, pronoun: Pronoun, here: Sequence[Referent], before: Sequence[Referent]) -> Found | None:
    if pronoun.animacy != "person" and token.dep_ not in SUBJECTS and not _is_bound(token, pronoun):
        return None
    fitting = [one for one in here if fits(one, pronoun)]
    by_token = {one.token: one for one in fitting if not one.is_part}
    beside = _joined_to(token, pronoun, fitting)
    if beside is not None:
        return beside
    own = next(_verbs_above(token), None)
    fellow = None if own is None or _is_bound(token, pronoun) else _subject(own)
    for verb in _verbs_above(token):
        subject = _subject(verb)
        if subject is None or subject == fellow or _holds(subject, token):
            continue
        one = by_token.get(subject.i)
        if one is not None and (subject.i < token.i or _is_fronted(token, pronoun, verb)):
            is_near = verb == own and subject.head == verb
            has_rival = _has_rival(verb, token, by_token) or _has_named_rival(one, token, pronoun, fitting)
            if has_rival or not _is_weighty(one, token, pronoun, is_near):
                return None
            better = _of_known_gender(one, token, pronoun, fitting)
            return better or (one, "subject of its clause" if verb == own else "subject of a clause above")
        if subject.lower_ in pronouns() and subject.i < token.i:
            return None
    earlier = [one for one in fitting if one.token < token.i]
    if earlier:
        return _only_person(token, pronoun, earlier)
    return _in_sentence_before(token, pronoun, before)


def _joined_to(token: Token, pronoun: Pronoun, fitting: Sequence[Referent]) -> Found | None:
    """The noun that the phrase of a possessive is joined to (`Acme and its partners`)."""
    if not pronoun.is_possessive or token.head.dep_ != "conj":
        return None
    found = [one for one in fitting if one.token == token.head.head.i and one.mention is not None]
    return (found[0], "noun that its phrase is joined to") if found else None


def _is_fronted(token: Token, pronoun: Pronoun, verb: Token) -> bool:
    """Whether a possessive stands in what opens the clause, before the subject (`On its website, Acme said`)."""
    branch = next((one for one in (token, *token.ancestors) if one.head == verb), token)
    return pronoun.is_possessive and branch.dep_ in ("prep", "advcl", "npadvmod") and branch.i < verb.i


def _has_named_rival(one: Referent, token: Token, pronoun: Pronoun, fitting: Sequence[Referent]) -> bool:
    """Whether another named body or place stands nearer to a possessive that is not of the object of its clause."""
    if pronoun.animacy == "person" or not pronoun.is_possessive or token.head.dep_ in ("dobj", "nsubj"):
        return False
    between = (other for other in fitting if one.token < other.token < token.i)
    return any(other.mention is not None and other.key != one.key for other in between)


def _of_known_gender(one: Referent, token: Token, pronoun: Pronoun, fitting: Sequence[Referent]) -> Found | None:
    """The only person before the pronoun who is known to have its gender, where the subject has no name."""
    if pronoun.animacy != "person" or one.mention is not None:
        return None
    known = [other for other in fitting if other.gender == pronoun.gender and other.token < token.i]
    is_one = len({other.key for other in known}) == 1
    return (known[-1], "only person of this gender in the sentence") if is_one else None


def _is_weighty(one: Referent, token: Token, pronoun: Pronoun, is_near: bool) -> bool:
    """Whether a subject is likely enough: a thing without a name only in a clause that hangs on its own."""
    if one.kind != "thing" or one.mention is not None:
        return True
    if pronoun.is_possessive:
        return is_near and token.head.dep_ == "dobj"
    return token.dep_ in SUBJECTS and token.head.dep_ in ("ccomp", "advcl", "relcl")


def _is_bound(token: Token, pronoun: Pronoun) -> bool:
    """Whether a pronoun may stand for the subject of its own clause."""
    return pronoun.is_possessive or token.lower_.endswith(("self", "selves"))


def _verbs_above(token: Token) -> Iterator[Token]:
    """The verbs of the clause of a token and of those above, the nearest first."""
    return (one for one in token.ancestors if one.pos_ in ("VERB", "AUX"))


def _subject(verb: Token) -> Token | None:
    """The subject of a verb: its own, the noun that its clause describes, or that of the verb that it is joined to."""
    one = verb
    for _ in range(MOST_LEVELS):
        found = next((child for child in one.children if child.dep_ in SUBJECTS), None)
        if found is not None and found.tag_ in ("WDT", "WP") and one.dep_ == "relcl":
            return one.head
        if found is None and one.dep_ == "acl":
            return one.head
        if found is None and one.dep_ == "xcomp" and (held := _object(one.head, one)) is not None:
            return held
        if found is not None or one.dep_ not in SHARES_SUBJECT:
            return found
        one = one.head
    return None


def _object(verb: Token, before: Token) -> Token | None:
    """The object of a verb before another verb that says what it does (`forced Acme to lower`)."""
    return next((child for child in verb.rights if child.dep_ == "dobj" and child.i < before.i), None)


def _holds(phrase: Token, token: Token) -> bool:
    """Whether a token stands inside a noun phrase."""
    return bool(phrase.left_edge.i <= token.i <= phrase.right_edge.i)


def _has_rival(verb: Token, token: Token, fitting: dict[int, Referent]) -> bool:
    """Whether a fitting object of the clause above makes it unclear (`Doe told Roe that she would leave`)."""
    objects = (child for child in verb.children if child.dep_ in ("dobj", "dative") and child.i < token.i)
    return any(one.i in fitting and token.head is not verb and not _holds(one, token) for one in objects)


def _only_person(token: Token, pronoun: Pronoun, earlier: Sequence[Referent]) -> Found | None:
    """The only fitting person before the pronoun in the sentence, when named and no fellow of the same verb."""
    if pronoun.animacy != "person" or len({one.key for one in earlier}) > 1:
        return None
    one = earlier[-1]
    subject = _subject(token.head)
    is_fellow = token.dep_ in ("dobj", "dative") and subject is not None and subject.i == one.token
    return (one, "only person in the sentence") if one.mention is not None and not is_fellow else None


def _in_sentence_before(token: Token, pronoun: Pronoun, before: Sequence[Referent]) -> Found | None:
    """The fitting subject of the sentence before, else the only fitting person in it or in the one before that."""
    if not before:
        return None
    last = [one for one in before if one.sentence == before[-1].sentence and fits(one, pronoun)]
    subjects = [one for one in last if one.is_subject]
    if len({one.key for one in subjects}) > 1:
        subjects = _speaker(token, subjects)
    if subjects and _is_likely(token, pronoun, subjects[0]):
        return subjects[0], "subject of the sentence before"
    people = last or [one for one in before if fits(one, pronoun)]
    if pronoun.animacy == "person" and len({one.key for one in people}) == 1:
        return people[-1], "only person named shortly before"
    return None


def _speaker(token: Token, subjects: list[Referent]) -> list[Referent]:
    """Of several subjects the one that speaks, when the pronoun goes on speaking (`Doe said ... He added`)."""
    speaks = token.dep_ in SUBJECTS and token.head.lemma_ in reference_words("speech")
    found = [one for one in subjects if token.doc[one.token].head.lemma_ in reference_words("speech")]
    return found if speaks and len({one.key for one in found}) == 1 else []


def _is_likely(token: Token, pronoun: Pronoun, one: Referent) -> bool:
    """Whether a subject of the sentence before is a safe choice: people and bodies are, things for subjects alone."""
    if pronoun.animacy == "person":
        return True
    is_active = one.kind in ("person", "body") or (one.kind == "place" and one.mention is not None)
    is_parallel = token.dep_ in SUBJECTS or (pronoun.is_possessive and token.head.dep_ in SUBJECTS)
    return is_parallel and (is_active or token.dep_ in SUBJECTS)
