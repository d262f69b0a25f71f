"""The parse of a text: spaCy's analysis of its headings and body, sentence by sentence.

The Doc spans the whole text, so that `token.idx` is an offset into the document. What is not analysed (white space
between blocks, captions, noise) is a single token of the Doc between two blocks. Blocks are parsed apart: no sentence,
name or clause reaches over the end of one. A passage that stands in a text twice counts once: its second sentences are
noise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby, pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span

from analysis.text.complementizers import mark_complementizers
from analysis.text.coordination import split_clauses
from analysis.text.name_ends import attach_name_ends
from analysis.text.numbering import joined_stops
from analysis.text.prefixes import joined_prefixes
from analysis.text.records import Block, Sentence
from analysis.text.sentence_starts import sentence_starts
from analysis.text.speech_heads import free_speech
from analysis.text.tickers import put_names_first

ANALYSED = ("heading", "body")
PART_CHARS = 50_000  # spaCy wants about 1 GB for a text of a million characters: longer ones are parsed in parts
# Tokens that the model gets at once. On news of 170 and of 700 words, 10,000 were fastest (5,000 to 50,000 tried) and
# took a third of the memory of spaCy's own batches, which count texts, not words. Recheck with benchmarks/speed.py.
BATCH_TOKENS = 10_000
BATCH_TEXTS = 256
# Characters without a blank between them. The tokenizer takes a bracket off such a run and looks at all the rest again;
# no word is so long, and few addresses are.
LONGEST_RUN = 300
FEWEST_WORDS = 5  # a shorter sentence may be said twice: `He did not answer.`
Context = tuple[int, tuple[str, tuple[Block, ...]]]
TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>")  # in small letters: tickers of shares, <X.N>, are no tags


# Wires write bodies without a ticker so: <Acme Mines Ltd>.
NAMED = re.compile(r"<([A-Z0-9](?=[^<>]*(?: |[a-z]{2}))[^<>=\"/\n]{2,60})>")


@dataclass(frozen=True)
class Parse:
    """A text, its Doc, and its sentences in order; `spans[i]` is the Doc's part of sentence i, None where it has none.

    Take words from `text`, not from `doc`: line ends within a paragraph are spaces in the Doc.
    """

    text: str
    doc: Doc
    sentences: tuple[Sentence, ...]
    spans: tuple[Span | None, ...]

    def analysed(self) -> Iterator[tuple[int, Span]]:
        """The number and the Doc's part of each sentence that was analysed."""
        return ((number, span) for number, span in enumerate(self.spans) if span is not None)

    def sentence_at(self) -> dict[int, int]:
        """The sentence's number of each analysed token's position in the Doc."""
        return {token.i: number for number, span in self.analysed() for token in span}


def parses(language: Language, texts: Iterable[tuple[str, tuple[Block, ...]]]) -> Iterator[Parse]:
    """The parse of each text, in order."""
    inputs = ((part, number, text) for number, text in enumerate(texts) for part in _parts(language, *text))
    piped = chain.from_iterable(
        language.pipe(batch, as_tuples=True, batch_size=len(batch))
        for batch in _batches((part, (number, text)) for part, number, text in inputs)
    )
    for _, group in groupby(piped, key=lambda pair: pair[1][0]):
        parts = list(group)
        text, blocks = parts[0][1][1]
        docs = [doc for doc, _ in parts]
        yield _parse(text, blocks, docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False))


def _batches(inputs: Iterable[tuple[Doc, Context]]) -> Iterator[list[tuple[Doc, Context]]]:
    """The inputs in batches of about BATCH_TOKENS, at least one in each."""
    batch: list[tuple[Doc, Context]] = []
    n_tokens = 0
    for doc, context in inputs:
        if batch and (n_tokens + len(doc) > BATCH_TOKENS or len(batch) == BATCH_TEXTS):
            yield batch
            batch, n_tokens = [], 0
        batch.append((doc, context))
        n_tokens += len(doc)
    if batch:
        yield batch


def _parts(language: Language, text: str, blocks: tuple[Block, ...]) -> Iterator[Doc]:
    pieces = list(_pieces(text, blocks))
    first, cut = 0, 0
    for number, (start_char, end_char, _) in enumerate(pieces):
        if end_char - cut > PART_CHARS and number > first:
            yield _tokenised(language, text, pieces[first:number])
            first, cut = number, start_char
    yield _tokenised(language, text, pieces[first:])


def _pieces(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[int, int, bool]]:
    """The text from end to end: analysed blocks (True) and what lies between them (False)."""
    done = 0
    for block in blocks:
        if block.kind in ANALYSED:
            if block.start_char > done:
                yield done, block.start_char, False
            yield block.start_char, block.end_char, True
            done = block.end_char
    if done < len(text):
        yield done, len(text), False


def _tokenised(language: Language, text: str, pieces: list[tuple[int, int, bool]]) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    for start_char, end_char, is_analysed in pieces:
        if is_analysed:
            own_words, own_spaces = joined_stops(*_tokens(language, _one_line(text[start_char:end_char])))
            own_words, own_spaces = joined_prefixes(own_words, own_spaces)
            words += own_words
            spaces += own_spaces
            starts += sentence_starts(own_words, own_spaces)
        else:
            words.append(text[start_char:end_char])
            spaces.append(False)
            starts.append(True)
    return Doc(language.vocab, words=words, spaces=spaces, sent_starts=starts)


def _tokens(language: Language, line: str) -> tuple[list[str], list[bool]]:
    """The tokens of a line and whether a blank follows each."""
    tokens = [token for part in cut_runs(line) for token in language.make_doc(part)]
    return [token.text for token in tokens], [bool(token.whitespace_) for token in tokens]


def cut_runs(line: str, longest: int = LONGEST_RUN) -> list[str]:
    """The line, cut within runs without a blank that are too long.

    >>> cut_runs("see aaaaaaa", 4), cut_runs("It rained.", 7)
    (['see aaaa', 'aaa'], ['It rained.'])
    """
    runs = re.finditer(rf"\S{{{longest + 1},}}", line) if len(line) > longest else ()
    cuts = [at for run in runs for at in range(run.start() + longest, run.end(), longest)]
    return [line[start:end] for start, end in pairwise((0, *cuts, len(line)))]


def _one_line(block: str) -> str:
    """The block with each white space, tag of HTML and sign around a name as plain blanks: one line, as long as before.

    >>> _one_line("It <b>rained</b>\\nat <X.N> Corp.")
    'It    rained     at <X.N> Corp.'
    >>> _one_line("a deal with <Acme Mines Ltd> of Ostvik")
    'a deal with  Acme Mines Ltd  of Ostvik'
    """
    untagged = TAG.sub(lambda tag: " " * len(tag[0]), block) if "<" in block else block
    untagged = NAMED.sub(r" \1 ", untagged) if "<" in untagged else untagged
    return "".join(" " if character.isspace() else character for character in plain_hyphens(untagged))


def plain_hyphens(text: str) -> str:
    """The text with the hyphens U+2010 and U+2011 of word processors and PDF files as `-`; as long as before.

    >>> plain_hyphens("twenty\u2011four, re\u2010open")
    'twenty-four, re-open'
    """
    return text.replace("\u2010", "-").replace("\u2011", "-")


def _parse(text: str, blocks: tuple[Block, ...], doc: Doc) -> Parse:
    attach_name_ends(doc)
    put_names_first(doc)
    split_clauses(doc)
    free_speech(doc, text, [(block.start_char, block.end_char) for block in blocks if block.kind in ANALYSED])
    mark_complementizers(doc)
    kinds = {block.start_char: block.kind for block in blocks}
    ends = {block.start_char: block.end_char for block in blocks}
    found: list[tuple[Sentence, Span | None]] = [
        (Sentence(block.start_char, block.end_char, block.kind), None) for block in blocks if block.kind not in ANALYSED
    ]
    kind, block_end = "", 0
    told = Told()
    for span in doc.sents:
        if kinds.get(span.start_char) in ANALYSED:
            kind, block_end = kinds[span.start_char], ends[span.start_char]
        if span.start_char < block_end and span.text.strip():
            found.append(_sentence(span, kind, told))
    found.sort(key=lambda pair: pair[0].start_char)
    return Parse(text, doc, tuple(s for s, _ in found), tuple(span for _, span in found))


class Told:
    """The sentences of a text so far, by kind and words, to know the one that stands there again."""

    def __init__(self) -> None:
        self.seen: set[tuple[str, ...]] = set()
        self.last: tuple[str, ...] = ()

    def is_again(self, kind: str, words: str) -> bool:
        """Whether a sentence stood in the text before, word for word; a short one only behind the same as there."""
        alone, behind = (kind, words), (*self.last, kind, words)
        is_short = words.count(" ") + 1 < FEWEST_WORDS
        again = (behind if is_short else alone) in self.seen
        self.seen |= {alone, behind}
        self.last = alone
        return again


def _sentence(span: Span, kind: str, told: Told) -> tuple[Sentence, Span | None]:
    """A sentence with its part of the Doc; one that stood in the text before is noise and has none."""
    end_char = span.start_char + len(span.text.rstrip())
    if told.is_again(kind, " ".join(span.text.split())):
        return Sentence(span.start_char, end_char, "noise"), None
    return Sentence(span.start_char, end_char, kind), span
