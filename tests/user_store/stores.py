"""Where the store of a test is: a file beside it, or a schema of its own in the database that a variable names."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from analysis.user_store.store import beside as file_beside

DATABASE = "DOSSIER_TEST_DATABASE"


def beside(folder: Path) -> str:
    """The address of the store of this folder."""
    return schema_of(os.environ[DATABASE], str(folder)) if DATABASE in os.environ else file_beside(folder)


def schema_of(database: str, name: str) -> str:
    """The address of a schema of PostgreSQL for what has this name, made if it is new."""
    schema = "s" + blake2b(name.encode(), digest_size=8).hexdigest()
    engine = create_engine(database)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {schema}"))
    engine.dispose()
    url = make_url(database).update_query_dict({"options": f"-csearch_path={schema}"})
    return url.render_as_string(hide_password=False)
