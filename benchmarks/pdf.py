"""PDF files: `python benchmarks/pdf.py FOLDER CORPUS.jsonl.gz`.

Of each page of the real files below FOLDER: which of the characters that pdfium gives are in the text of the report.
Then pages are made of reports of the corpus in every layout (`pdf_pages.py`), justified or not, their paragraphs
indented or parted by an empty line: how many of their paragraphs are read to the letter, how many pairs of them in
order, of the words that a line end parts how many are whole again, and of running heads and page numbers how many are
noise and no part of the text.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from analysis.read.article import Article
from analysis.read.formats import File
from analysis.read.pdf import read_pdf
from benchmarks.corpus import read_records
from benchmarks.pdf_pages import Laid, Layout, lay_out

N_FILES, REPORTS_A_FILE = 10, 20  # of each way to set paragraphs
FEWEST_WORDS = 25  # of a report whose paragraphs are laid out
UNSEEN = "\x02\ufffe\xad-‐"  # hyphens at line ends may go
ORDER_WORDS = {"columns": "one after the other", "rows": "row by row", "last first": "the last first"}
ORDERS = {1: ("columns",), 2: ("columns", "rows", "last first"), 3: ("columns", "rows", "last first")}


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; 1 where a character is lost."""
    parser = argparse.ArgumentParser(description="Measure how PDF files are read.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("corpus", type=Path)
    args = parser.parse_args(arguments)
    n_lost = say_lost(args.folder)
    say_layouts([record["text"] for record in read_records(args.corpus)])
    return int(n_lost > 0)


def say_lost(folder: Path) -> int:
    """Print which characters that pdfium gives are in no report; their number."""
    n_files = n_pages = n_given = n_lost = 0
    for path in sorted(folder.rglob("*.pdf")):
        given = list(pages_of(path))
        wanted = Counter("".join("".join(given).split()))
        text = " ".join(one.text for one in read(path))
        lost = wanted - Counter(text)
        lost -= Counter({letter: n for letter, n in lost.items() if letter in UNSEEN or not letter.isprintable()})
        if lost:
            print(f"{path.name}: {lost.total()} of {wanted.total()} characters are lost: {''.join(lost)[:40]!r}")
        n_files, n_pages = n_files + 1, n_pages + len(given)
        n_given, n_lost = n_given + wanted.total(), n_lost + lost.total()
    print(f"{n_files} files, {n_pages} pages with text, {n_given:,} characters: {n_lost:,} lost.\n")
    return n_lost


def pages_of(path: Path) -> Iterator[str]:
    """The text of each page as pdfium gives it."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return
    for number in range(len(document)):
        try:
            text = document[number].get_textpage().get_text_range(errors="replace")
        except pypdfium2.PdfiumError:
            continue
        if text.strip():
            yield text
    document.close()


def read(path: Path) -> list[Article]:
    """The reports of a file."""
    return [one for one in read_pdf(File(path=str(path), source_id=path.name, kind="pdf")) if isinstance(one, Article)]


def say_layouts(texts: list[str]) -> None:
    """Print how made pages are read, by their columns and the order in which these are written."""
    random = Random(4)
    reports = [text for text in texts if len(text.split()) >= FEWEST_WORDS and text.isascii() and is_prose(text)]
    print("| columns, written | paragraphs | whole | in order | words parted | undone | heads, numbers | noise |")
    print("|---|---|---|---|---|---|---|---|")
    for n_columns, orders in ORDERS.items():
        for written in orders:
            found = Counter[str]()
            for is_justified, is_indented in product((False, True), repeat=2):
                for _ in range(N_FILES):
                    chosen = random.sample(reports, REPORTS_A_FILE)
                    paragraphs = [" ".join(one.split()) for text in chosen for one in text.split("\n\n")]
                    found += scores(lay_out(paragraphs, Layout(n_columns, written, is_justified, is_indented), random))
            shares = [
                f"{found[of]:,} | {found[share] / found[of]:.3f}"
                for share, of in (("whole", "paragraphs"), ("undone", "parted"), ("noise", "heads"))
            ]
            shares.insert(1, f"{found['in order'] / found['pairs']:.3f}")
            print(f"| {n_columns}, {ORDER_WORDS[written]} | {' | '.join(shares)} |")


def is_prose(text: str) -> bool:
    """Whether each paragraph of a text ends as sentences do: rows of a table are no paragraphs."""
    return all(one.strip().endswith((".", '"')) for one in text.split("\n\n"))


def scores(laid: Laid) -> Counter[str]:
    """What of a made PDF is read as it was."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(laid.content)
        (one,) = read(path)
    noise = [one.text[start:end] for start, end in one.header]
    blocks, words = one.text.split("\n\n"), Counter(one.text.split())
    places = [blocks.index(paragraph) for paragraph in laid.paragraphs if paragraph in blocks]
    parted, plain = Counter(laid.parted), Counter({word.strip(".,;:()\"'"): n for word, n in words.items()})
    return Counter(
        paragraphs=len(laid.paragraphs),
        whole=(Counter(laid.paragraphs) & Counter(blocks)).total(),
        pairs=len(places) - 1,
        **{"in order": sum(left <= right for left, right in pairwise(places))},
        parted=len(laid.parted),
        undone=(parted & plain).total(),
        heads=len(laid.heads),
        noise=(Counter(laid.heads) & Counter(noise)).total(),
    )


if __name__ == "__main__":
    sys.exit(main())
