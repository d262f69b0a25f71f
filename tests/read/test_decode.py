"""Encodings of files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.read.decode import NotText, decode, storable

QUOTED = "“It rained in Zürich,” she said – for the café’s sake."
ARABIC = "وصل السفير إلى العاصمة يوم الاثنين وسلم رسالة رسمية إلى وزير الخارجية." * 5
RUSSIAN = "Посол прибыл в столицу в понедельник и передал официальное письмо министру." * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_each_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(QUOTED.encode(encoding)) == QUOTED


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(RUSSIAN, "cp1251", id="Cyrillic code page"),
        pytest.param(RUSSIAN, "utf-16", id="Cyrillic in UTF-16"),
        pytest.param(ARABIC, "utf-8", id="Arabic in UTF-8"),
        pytest.param(ARABIC, "cp1256", id="Arabic code page"),
    ],
)
def test_other_scripts_are_decoded(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_stray_windows_byte_does_not_spoil_a_utf_8_text() -> None:
    assert decode("“Café” – and ".encode() + b"\x93caf\xe9\x94") == "“Café” – and “café”"


def test_a_character_cut_in_half_at_the_end_costs_only_itself() -> None:
    assert decode("It rained – “often”…".encode()[:-1]).startswith("It rained – “often”")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param(b"%PDF-1.7\n1 0 obj", "It is a PDF, not plain text.", id="PDF"),
        pytest.param(
            b"PK\x03\x04\x14\x00", "It is a ZIP archive (perhaps a .docx or .odt), not plain text.", id="Word"
        ),
        pytest.param(b"\x89PNG\r\n\x1a\n", "It is a picture, not plain text.", id="picture"),
        pytest.param(bytes(range(256)) * 20, "It is a binary file, not plain text.", id="every byte"),
        pytest.param(b"\x7fELF\x02\x01\x01" + b"\x00" * 60, "It is a binary file, not plain text.", id="program"),
    ],
)
def test_what_is_no_text_says_what_it_is(raw: bytes, reason: str) -> None:
    with pytest.raises(NotText) as fault:
        decode(raw)

    assert str(fault.value) == reason


def test_a_few_control_characters_are_kept() -> None:
    assert decode(b"It rained.\x00 Then \x0cit stopped.") == "It rained.\x00 Then \x0cit stopped."


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    assert storable("a\ud800b😀") == "a\ufffdb😀"


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc"))))
def test_utf_8_survives(text: str) -> None:
    assert decode(("It rained. " + text).encode()) == "It rained. " + text


@given(st.binary(max_size=400))
def test_any_bytes_give_storable_text_or_a_reason(raw: bytes) -> None:
    try:
        text = decode(raw)
    except NotText:
        return
    assert text.encode("utf-8").decode() == text
