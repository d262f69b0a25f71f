"""Small words beside an event's head that say how it is to be taken: adverbs, conjunctions, days, quotation marks."""

from __future__ import annotations

from spacy.tokens import Token

from analysis.text.factuality.lexicon import Effect, cue_effect

ORDINALS = frozenset({"first", "second", "third", "last", "only", "next", "latest"})
UNDECIDED = frozenset({"whether", "if"})
CONDITIONAL = frozenset({"if", "unless", "provided", "providing"})
TEMPORAL = CONDITIONAL | {"when", "whenever", "after", "before", "until", "till", "once"}
QUOTATION_MARKS = frozenset('"“”')
WEEKDAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
APPROXIMATE = frozenset({"almost", "nearly"})  # behind a verb they go with what follows: stopped almost overnight
FARTHEST_QUOTE = 80  # tokens looked back for an opening quotation mark: longer sentences are lists or garbled text

SCOPES = {"advmod": ("adv", "modifier"), "npadvmod": ("adv", "modifier"), "amod": ("adj", "modifier")}
MODIFYING = frozenset({*SCOPES, "mark", "prep"})


def modifier_effect(child: Token) -> Effect | None:
    """The effect of a child of the event's head as an adverb, an adjective or a conjunction."""
    dep = child.dep_
    if dep == "mark":
        return cue_effect(child.lower_, "conj", "holds")
    if dep == "prep":
        return cue_effect(child.lower_, "conj", "holds") if child.lower_ in CONDITIONAL else None
    scope = SCOPES.get(dep)
    if scope is None or (child.lower_ in APPROXIMATE and child.i > child.head.i):
        return None
    is_after_no = dep == "advmod" and child.i > 0 and child.nbor(-1).lower_ == "no"
    return cue_effect(f"no {child.lower_}" if is_after_no else child.lower_, *scope)


def scope_of_words(scope: str, token: Token) -> str:
    """The scope by which a governor is looked up: a participle and a bare noun in -ing count as `ing`."""
    if scope == "that" and any(child.dep_ == "mark" and child.lower_ in UNDECIDED for child in token.children):
        return "whether"
    if scope == "participle" or (scope == "object" and _is_bare_gerund(token)):
        return "ing"
    return scope


def _is_bare_gerund(token: Token) -> bool:
    return token.lower_.endswith("ing") and not any(child.dep_ in ("det", "poss") for child in token.children)


def is_question(verb: Token) -> bool:
    """Whether the verb is asked about as a whole: `Will they leave?`, but not `Why did they leave?`."""
    if verb.dep_ != "ROOT" or not any(token.text == "?" for token in verb.rights):
        return False
    words = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "advmod", "attr")]
    return bool(words) and words[0].dep_ in ("aux", "auxpass")


def is_excessive(adjective: Token) -> bool:
    """Whether `too` stands with an adjective: too weak to fight."""
    return any(child.lower_ == "too" for child in adjective.children)


def is_ranked(noun: Token) -> bool:
    """Whether `first`, `only` and the like stand with the noun: the first to arrive did arrive."""
    return noun.lower_ in ORDINALS or any(child.lower_ in ORDINALS for child in noun.children)


def is_temporal(clause: Token) -> bool:
    """Whether `when`, `after`, `if` and the like open the clause: its present tense may then mean the future."""
    return any(child.lower_ in TEMPORAL for child in clause.children if child.dep_ in ("mark", "advmod"))


def is_arranged(verb: Token) -> bool:
    """Whether a present tense stands for the future: `is leaving on Monday`, `meets next week`."""
    for child in verb.children:
        if child.dep_ == "npadvmod" and (child.text in WEEKDAYS or _is_next(child)):
            return True
        if child.dep_ == "prep" and child.lower_ == "on" and any(word.text in WEEKDAYS for word in child.children):
            return True
    return False


def _is_next(noun: Token) -> bool:
    return any(child.lower_ in ("next", "coming") for child in noun.children)


def is_backshifted(verb: Token) -> bool:
    """Whether reported words are indirect: `would` then stands for will. In a quotation it keeps its own meaning."""
    start = max(verb.sent.start, verb.i - FARTHEST_QUOTE)
    marks = sum(token.text in QUOTATION_MARKS for token in verb.doc[start : verb.i])
    return marks % 2 == 0


def is_process(verb: Token, modal: str) -> bool:
    """Whether `should` tells what is likely, as a thing does what nobody has to will: the cut should boost sales, the
    target should be achieved, traces should be able to enter."""
    is_able = verb.lemma_ == "be" and any(one.dep_ == "acomp" and one.lower_ == "able" for one in verb.rights)
    is_outcome = any(one.dep_ == "auxpass" for one in verb.children) and _has_effect(verb, "outcome")
    if modal != "should" or not (is_able or is_outcome or _has_effect(verb, "process")):
        return False
    subject = "nsubjpass" if is_outcome else "nsubj"
    return any(child.dep_ == subject and child.pos_ == "NOUN" and not child.ent_type_ for child in verb.children)


def _has_effect(verb: Token, scope: str) -> bool:
    return cue_effect(verb.lemma_, "verb", scope) is not None


def is_forecast(verb: Token) -> bool:
    """Whether reported `would` tells what is likely, not what somebody means to do: prices would fall, costs would be
    higher; but the bank would lend, the road would be closed."""
    children = tuple(verb.children)
    subject = next((child for child in children if child.dep_ == "nsubj"), None)
    if subject is None or any(child.dep_ == "auxpass" for child in children):
        return False
    if cue_effect(verb.lemma_, "verb", "process") is not None:
        return subject.pos_ in ("NOUN", "PROPN") or subject.lower_ in ("it", "they", "this", "that", "which")
    return verb.lemma_ in ("be", "have", "remain", "become") and subject.pos_ == "NOUN" and not subject.ent_type_


def has_event_object(verb: Token) -> bool:
    """Whether the object of a verb is a common noun and no clause follows: `considers a visit`, not `considers him`."""
    children = list(verb.children)
    if any(child.dep_ in ("xcomp", "ccomp") for child in children):
        return False
    objects = [child for child in children if child.dep_ in ("dobj", "nsubjpass")]
    objects += [word for child in children if child.dep_ == "prep" and child.lower_ == "for" for word in child.children]
    return any(word.pos_ == "NOUN" for word in objects)
