"""What tests share: the language model, loaded once, a parse of a few words, and the inputs of property tests.

Hypothesis tries the same inputs each time, so that a change is what makes a test fail; `make test-random` tries others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from analysis import command
from analysis.pipeline import build
from analysis.store import Snapshot
from analysis.text.blocks import find_blocks
from analysis.text.language import load_language
from analysis.text.parse import Parse, parses

# Neither how busy the machine is nor what a fixture made once for all inputs is a fault.
SHARED = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
settings.register_profile("same", SHARED, derandomize=True)
settings.register_profile("random", SHARED, max_examples=2_000, print_blob=True)
settings.load_profile("same")


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Parse]:
    """A function from a text to its parse."""
    language = load_language()

    def parse_text(text: str) -> Parse:
        return next(parses(language, [(text, find_blocks(text))]))

    return parse_text


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command read reports in this process, with the model that is loaded: a worker takes seconds to begin."""

    def build_here(*arguments: Any) -> Snapshot:
        inputs, out, settings, _, *others = arguments
        return build(inputs, out, settings, 0, *others)

    monkeypatch.setattr(command, "build", build_here)
