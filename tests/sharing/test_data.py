"""The data of a view: what each format has is what the snapshot has."""

from __future__ import annotations

import json
import os
import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import duckdb
import networkx
import pandas as pd
import pytest

from analysis.queries.networks import done_to
from analysis.store import open_snapshot
from sharing.data.files import DUCKDB, LINES, PACKAGE, README, data_file
from sharing.shared import open_shared
from sharing.tables.asked import NAMES
from tests.sharing.conftest import AT


@pytest.fixture(scope="module")
def data(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of everything, unpacked."""
    return unpacked(small, tmp_path_factory.mktemp("data"))


def unpacked(out: Path, folder: Path, link: str = "", has_texts: bool = True) -> Path:
    with zipfile.ZipFile(BytesIO(data_file(open_shared(out, AT, link, has_texts)))) as file:
        file.extractall(folder)
    return folder


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_duckdb_file_has_every_table_and_what_its_columns_mean(data: Path, small: Path):
    counts = open_snapshot(small).manifest["counts"]

    with duckdb.connect(str(data / DUCKDB), read_only=True) as connection:
        tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        columns = connection.execute(
            "SELECT comment FROM duckdb_columns() WHERE NOT internal AND table_name <> 'about'"
        ).fetchall()
        n_facts = connection.execute("SELECT count(*) FROM facts").fetchone()

    assert tables == {*NAMES, "about"}
    assert all(comment for (comment,) in columns)
    assert n_facts == (counts["facts"],)


def test_the_package_describes_the_columns_of_its_files(data: Path):
    package = json.loads((data / PACKAGE).read_text(encoding="utf-8"))

    for resource in package["resources"]:
        frame = pd.read_csv(data / resource["path"], dtype=str)
        fields = resource["schema"]["fields"]
        assert list(frame.columns) == [field["name"] for field in fields]
        assert all(field["description"] for field in fields)
        assert not frame.duplicated(resource["schema"]["primaryKey"]).any()
    assert {resource["name"] for resource in package["resources"]} == set(NAMES)


def test_the_network_is_read_back_by_networkx(data: Path, small: Path):
    shared = open_shared(small, AT)
    ties = done_to(shared.view.database, shared.view.selection)

    graph = networkx.read_graphml(data / "network.graphml", force_multigraph=True)

    assert graph.is_directed()
    found = sorted((left, right, edge["weight"]) for left, right, edge in graph.edges(data=True))
    assert found == sorted(zip(ties["left_id"], ties["right_id"], ties["n_rows"], strict=True))
    assert all(node["name"] for _, node in graph.nodes(data=True))


def test_every_claim_is_an_annotation_whose_words_stand_in_the_report(data: Path, small: Path):
    documents = open_snapshot(small).table("documents")
    texts = {f"urn:dossier:{row.doc_id}": row.text for row in documents.itertuples()}
    texts |= {row.url: row.text for row in documents[documents["url"].notna()].itertuples()}
    page = json.loads((data / "evidence.jsonld").read_text(encoding="utf-8"))

    facts = open_snapshot(small).table("facts")
    assert len(page["items"]) == int(facts["is_claim"].sum())
    for item in page["items"]:
        quote, place = item["target"]["selector"]
        text = texts.get(item["target"]["source"])
        if text is not None:
            assert text[place["start"] : place["end"]] == quote["exact"]
            assert text[: place["start"]].endswith(quote["prefix"])
            assert text[place["end"] :].startswith(quote["suffix"])


def test_claims_and_entities_hang_together_as_follow_the_money(data: Path, small: Path):
    found = {one["id"]: one for one in lines(data / "entities.ftm.json")}

    facts = open_snapshot(small).table("facts")
    claims = [one for one in found.values() if one["id"].startswith("claim-")]
    assert len(claims) == int(facts["is_claim"].sum())
    for claim in claims:
        assert found[claim["properties"]["proof"][0]]["schema"] == "Article"
        assert all(
            found[one]["schema"] in ("Person", "Organization") for one in claim["properties"].get("involved", ())
        )


def test_each_report_with_a_claim_is_cited(data: Path, small: Path):
    facts = open_snapshot(small).table("facts")
    expected = set(facts.loc[facts["is_claim"], "doc_id"])

    cited = json.loads((data / "citations.csl.json").read_text(encoding="utf-8"))
    ris = (data / "citations.ris").read_text(encoding="utf-8")

    assert {one["id"] for one in cited} == expected
    assert set(re.findall(r"^ID  - (.*)$", ris, flags=re.MULTILINE)) == expected
    assert ris.count("TY  - NEWS") == ris.count("ER  - ") == len(expected)


def test_the_file_says_of_what_it_is(data: Path):
    said = (data / README).read_text(encoding="utf-8")

    assert all(name in said for name in (*LINES, DUCKDB, PACKAGE))
    assert "filters: none: every report; claims alone" in said


def test_filters_hold_in_every_part(small: Path, tmp_path: Path):
    data = unpacked(small, tmp_path, "theme=Mining")
    mining = set(pd.read_csv(data / "tables" / "claims.csv")["fact_id"])

    annotated = json.loads((data / "evidence.jsonld").read_text(encoding="utf-8"))["items"]
    assert {item["id"].rpartition(":")[2] for item in annotated} == mining
    events = {one["id"] for one in lines(data / "entities.ftm.json") if one["id"].startswith("claim-")}
    assert events == {f"claim-{fact_id}" for fact_id in mining}
    with duckdb.connect(str(data / DUCKDB), read_only=True) as connection:
        assert {one for (one,) in connection.execute("SELECT fact_id FROM facts").fetchall()} == mining


def test_without_texts_no_report_is_in_it(small: Path, tmp_path: Path):
    texts = [text for text in open_snapshot(small).table("documents")["text"] if len(text.split()) > 25]

    data = unpacked(small, tmp_path, has_texts=False)

    files = [path for path in data.rglob("*") if path.is_file() and path.suffix != ".duckdb"]
    written = "".join(path.read_text(encoding="utf-8") for path in files)
    assert texts
    assert not any(text in written or json.dumps(text)[1:-1] in written for text in texts)


def test_hostile_words_stay_words(hostile: Path, tmp_path: Path):
    data = unpacked(hostile, tmp_path)

    networkx.read_graphml(data / "network.graphml", force_multigraph=True)
    assert "javascript:" not in (data / "evidence.jsonld").read_text(encoding="utf-8")
    assert "javascript:" not in (data / "citations.ris").read_text(encoding="utf-8")
    assert "\u202e" not in (data / "network.graphml").read_text(encoding="utf-8")


@pytest.mark.long
@pytest.mark.timeout(3600)  # one of the packages that FollowTheMoney needs is compiled
def test_the_libraries_of_the_standards_find_no_fault(small: Path, hostile: Path, tmp_path: Path):
    """Asks the package index for Frictionless and FollowTheMoney, which stay out of our environment."""
    import subprocess
    import sys

    data = [unpacked(out, tmp_path / f"data-{number}") for number, out in enumerate((small, hostile))]
    python = tmp_path / "checkers" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "checkers"], check=True)
    install = [python, "-m", "pip", "install", "-q", *CHECKERS]
    subprocess.run(install, check=True, env=os.environ | {"CFLAGS": "-O0 -g0"})  # compiled soon, not to be fast

    checked = subprocess.run([python, "-c", CHECK, *map(str, data)], check=False, capture_output=True, text=True)

    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout


CHECKERS = ("frictionless==5.21.0", "followthemoney==4.11.2")
CHECK = """
import json, sys
from frictionless import validate
from followthemoney import model

for folder in sys.argv[1:]:
    report = validate(folder + "/datapackage.json")
    assert report.valid, report.flatten(["type", "note"])
    for line in open(folder + "/entities.ftm.json", encoding="utf-8"):
        proxy = model.get_proxy(json.loads(line))
        proxy.schema.validate(proxy.to_dict())
        for name, values in json.loads(line)["properties"].items():
            assert len(proxy.get(name)) == len(set(values)), (name, values)
"""
