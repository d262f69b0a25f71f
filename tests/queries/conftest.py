"""The hand-made snapshot as a database."""

from __future__ import annotations

import pytest

from analysis.queries.engine.database import Database
from tests.pages import snapshots


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """The nine reports."""
    return Database(snapshots.small(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """One report without facts and names."""
    return Database(snapshots.empty(tmp_path_factory.mktemp("blank")))
