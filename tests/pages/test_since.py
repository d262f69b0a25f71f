"""The overview says what changed since the build before."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from analysis.changes import keep_changes
from analysis.store import publish
from tests.pages.conftest import Open, html
from tests.pages.snapshots import small_frames


def test_what_changed_is_counted_and_listed(visit: Open, tmp_path: Path) -> None:
    before, after = small_frames(), small_frames()
    before["documents"].loc[0, ["source_id", "title"]] = ["gone.txt", "Gone <b>Headline</b>"]
    after["documents"].loc[2, "published"] = pd.Timestamp("2020-01-01")
    claims = after["facts"].index[after["facts"]["is_claim"]]
    after["facts"].loc[claims[0], "status"] = "denied"
    before["facts"].loc[claims[1], "claim"] = "The words of before."
    old = publish(tmp_path, before, {"model": "by hand"})

    keep_changes(old, publish(tmp_path, after, {"model": "by hand"}))
    shown = html(visit("explore/overview", tmp_path))

    assert "of the reports 1 new, 1 gone, 1 changed, of the claims 2 changed" in shown
    assert "Gone &lt;b&gt;Headline&lt;/b&gt;" in shown
    assert "(date)" in shown
    assert "before: <s>The words of before.</s>" in shown


def test_a_first_build_has_nothing_before_it(visit: Open) -> None:
    assert "Since the build before" not in html(visit("explore/overview"))
