"""What changed since the build before, and going back to it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.__main__ import main
from analysis.changes import changes, counts, kept_changes
from analysis.store import Snapshot, open_snapshot, publish
from tests.pages.snapshots import small_frames

FIRST = "The mayor of Baku opened the new bridge on Monday. The union said that two workers left."
OTHER = "A storm hit the port of Sumqayit on Tuesday and sank three ships."


def published(out: Path, frames: dict[str, pd.DataFrame]) -> Snapshot:
    return publish(out, frames, {"model": "by hand"})


def test_what_is_the_same_is_no_change(tmp_path: Path) -> None:
    one = published(tmp_path / "a", small_frames())

    found = changes(one, published(tmp_path / "b", small_frames()))

    assert not found.reports.is_any
    assert not found.claims.is_any


def test_reports_that_are_new_gone_and_changed_are_told_apart(tmp_path: Path) -> None:
    before, after = small_frames(), small_frames()
    before["documents"].loc[0, "source_id"] = "gone.txt"
    after["documents"].loc[1, "title"] = "Another headline"
    after["documents"].loc[2, "published"] = pd.Timestamp("2020-01-01")

    found = changes(published(tmp_path / "a", before), published(tmp_path / "b", after)).reports

    assert (found.n_new, found.n_gone, found.n_changed) == (1, 1, 2)
    assert [one.differs for one in found.changed] == ["title", "date"]
    assert found.changed[0].words == "Another headline"


def test_a_claim_of_a_changed_report_is_known_by_its_words_or_its_event(tmp_path: Path) -> None:
    before, after = small_frames(), small_frames()
    facts = after["facts"]
    claims = facts.index[facts["is_claim"] & facts["claim"].notna()][:3]
    facts.loc[claims, "fact_id"] = [f"moved{number}" for number in range(3)]
    facts.loc[claims[0], "status"] = "denied"
    for frame in (before["facts"], facts):
        frame.loc[claims[1], "event_key"] = "port open ~ferry"
    facts.loc[claims[1], "claim"] = "Other words."
    facts.loc[claims[2], ["claim", "event_key"]] = ["Something else.", None]

    found = changes(published(tmp_path / "a", before), published(tmp_path / "b", after)).claims

    assert (found.n_new, found.n_gone, found.n_changed) == (1, 1, 2)
    assert {one.differs for one in found.changed} == {"status", "words"}
    assert [one.words for one in found.new] == ["Something else."]


def build(folder: Path) -> int:
    return main(["build", str(folder / "in"), "--out", str(folder / "out")])


@pytest.mark.usefixtures("in_this_process")
def test_the_command_says_what_changed_and_goes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(FIRST, encoding="utf-8")
    build(tmp_path)
    first = open_snapshot(tmp_path / "out")
    assert "Since the build before" not in capsys.readouterr().out
    assert kept_changes(first) is None

    (tmp_path / "in" / "b.txt").write_text(OTHER, encoding="utf-8")
    build(tmp_path)
    said = capsys.readouterr().out
    since = kept_changes(open_snapshot(tmp_path / "out"))

    assert "Since the build before: of the reports 1 new, of the claims " in said
    assert since is not None
    assert (since.before, list(counts(since.reports))) == (first.name, ["1 new"])

    assert main(["rollback", "--out", str(tmp_path / "out")]) == 0
    assert open_snapshot(tmp_path / "out").name == first.name
    assert f"{first.name} is published again: 1 report. The next build" in capsys.readouterr().out
    assert main(["rollback", str(tmp_path / "out")]) == 1
    assert "There is no snapshot before" in capsys.readouterr().err

    build(tmp_path)
    assert open_snapshot(tmp_path / "out").name != first.name


def test_where_nothing_is_published_there_is_nothing_to_go_back_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rollback", "--out", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("Nothing was changed.")


def test_a_snapshot_of_an_older_version_is_not_compared(tmp_path: Path) -> None:
    frames = small_frames()
    old = published(tmp_path / "a", frames | {"documents": frames["documents"].drop(columns="author")})

    with pytest.raises(ValueError, match="author"):
        changes(old, published(tmp_path / "b", frames))
