"""What the parse says about one verb: its children, its voice, the verb that it leans on."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.text.facts.lexicon import verbs_of

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
REDUCED = frozenset({"acl", "advcl", "ccomp", "xcomp"})  # clauses that leave out `was`
JOINED = 8  # verbs joined by `and` that are followed
NUMBERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})  # they do not act
ARTICLES = frozenset({"a", "an"})
RELATIVE_TAGS = frozenset({"WDT", "WP"})


def child(token: Token, *deps: str) -> Token | None:
    """The first child of a token with one of these relations to it."""
    for one in token.children:
        if one.dep_ in deps:
            return one
    return None


def is_verbal(token: Token) -> bool:
    """Whether a token is a verb or auxiliary."""
    return token.pos_ in VERBAL


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with `to`."""
    return any(one.dep_ == "aux" and one.lower_ == "to" for one in verb.lefts)


def is_relative(token: Token) -> bool:
    """Whether a token is a relative pronoun: it opens a clause that describes the noun before it."""
    return token.tag_ in RELATIVE_TAGS and _clause(token).dep_ == "relcl"


def is_question_word(token: Token) -> bool:
    """Whether a token asks or stands open, `what happened`: it names nobody."""
    return token.tag_ in RELATIVE_TAGS and not is_relative(token)


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: `was signed`, `the law signed in May`, `was written and signed`."""
    for _ in range(JOINED):
        found = _own_voice(verb)
        if found is not None:
            return found
        if verb.dep_ != "conj" or not is_verbal(verb.head):
            return verb.dep_ in REDUCED
        verb = verb.head
    return False


def _own_voice(verb: Token) -> bool | None:
    """Whether a verb is passive by its own words; None where that depends on the clause that it stands in."""
    auxiliaries, has_subject = False, False
    for one in verb.lefts:
        if one.dep_ in ("auxpass", "nsubjpass", "csubjpass"):
            return True
        auxiliaries = auxiliaries or one.dep_ == "aux"
        has_subject = has_subject or one.dep_ == "nsubj"
    if auxiliaries or verb.tag_ not in ("VBN", "VBD") or (has_subject and child(verb, "dobj") is not None):
        return False
    if verb.dep_ == "ROOT":
        return _is_passive_headline(verb)
    return None if verb.tag_ == "VBN" and verb.lemma_ not in verbs_of("intransitive") else False


def _is_passive_headline(verb: Token) -> bool:
    """Whether a headline leaves out `was`: `Bank robbed by clerks`, `Envoy named as mediator`."""
    if child(verb, "dobj", "ccomp") is not None or verb.sent[-1].is_punct:
        return False
    if verb.tag_ == "VBN":
        return True
    below = child(verb, "xcomp")
    if below is not None and is_infinitive(below):
        return verb.lemma_ in verbs_of("object_control")
    return any(one.dep_ in ("agent", "prep") and one.lower_ in ("by", "as") for one in verb.rights)


def antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for; `a meeting took place that ...` is about the meeting."""
    verb = _clause(pronoun)
    if verb.dep_ != "relcl":
        return None
    noun = verb.head
    if noun.lower_ == "place" and noun.dep_ == "dobj" and noun.head.lemma_ == "take":
        return child(noun.head, "nsubj")
    if noun.pos_ not in NOMINAL or is_relative(noun):
        return None
    return _described(noun) or noun


def _described(noun: Token) -> Token | None:
    """Who is said to be one of a kind: Acme in `Acme is a brewer that owns three plants`."""
    is_kind = noun.dep_ == "attr" and noun.head.lemma_ == "be" and any(one.lower_ in ARTICLES for one in noun.lefts)
    found = child(noun.head, "nsubj") if is_kind else None
    return found if found is not None and found.pos_ in ("NOUN", "PROPN") and found.i < noun.i else None


def _clause(token: Token) -> Token:
    """The verb of the clause that a relative pronoun stands in: over prepositions, `part of which`."""
    for one in token.ancestors:
        if is_verbal(one):
            return one
    return token


def is_simple_past(verb: Token) -> bool:
    """Whether a verb is in the simple past: `came`, `was hurt`, `were waiting`, not `had come`, `has come`."""
    for _ in range(JOINED):
        helpers = [one for one in verb.lefts if one.dep_ in ("aux", "auxpass")]
        is_own = verb.dep_ != "conj" or child(verb, *SUBJECTS) is not None
        if helpers or (verb.tag_ == "VBD" and (is_own or not _is_perfect(verb.head))):
            first = helpers[0] if helpers else verb
            return first.tag_ == "VBD" and (not helpers or first.lemma_ != "have")
        if verb.dep_ != "conj" or not is_verbal(verb.head):
            return False
        verb = verb.head
    return False


def _is_perfect(verb: Token) -> bool:
    """Whether a verb stands with `have`: in `has opened a case and detained him` both do, whatever the parser reads."""
    return any(one.dep_ == "aux" and one.lemma_ == "have" for one in verb.lefts)


def is_misread(participle: Token) -> bool:
    """Whether a participle is what a sentence says, although the parser takes another word for that.

    `A bus carrying children on Sunday overturned in Oslo` has a noun at its top, `A bomb was on Monday rammed into a
    gate` the auxiliary.
    """
    above = participle.head
    if above.dep_ != "ROOT" or participle.tag_ not in ("VBN", "VBD"):
        return False
    if participle.dep_ == "acl":
        return participle.tag_ == "VBN"
    is_bare = (
        participle.dep_ == "advcl" and above.lemma_ == "be" and child(participle, "mark", "advmod", *SUBJECTS) is None
    )
    return is_bare and child(above, "attr", "acomp", "prep") is None
