"""Who and what is in a fact."""

from __future__ import annotations

from tests.pages.snapshots import small_frames


def parts_of(entity: str) -> set[tuple[str, str]]:
    """The fact and the part of each row of an entity."""
    frames = small_frames()
    rows = frames["fact_entities"]
    own = rows[rows["entity_id"] == entity]
    return set(zip(own["fact_id"], own["part"], strict=True))


def test_each_filled_part_of_a_fact_is_a_row():
    frames = small_frames()
    facts, rows = frames["facts"], frames["fact_entities"]
    for part in ("actor", "target", "place"):
        filled = facts.loc[facts[f"{part}_entity_id"].notna(), ["fact_id", f"{part}_entity_id"]]
        found = rows.loc[rows["part"] == part, ["fact_id", "entity_id"]]
        assert sorted(filled.itertuples(index=False, name=None)) == sorted(found.itertuples(index=False, name=None))


def test_who_says_so_is_in_the_fact():
    frames = small_frames()
    said = frames["facts"].merge(frames["attributions"], on="attribution_id")
    named = said[said["source_entity_id"].notna()]

    assert len(named)
    for fact_id, entity in zip(named["fact_id"], named["source_entity_id"], strict=True):
        assert (fact_id, "source") in parts_of(entity)


def test_a_name_outside_the_words_of_the_fact_is_not_in_it():
    frames = small_frames()
    facts = frames["facts"].set_index("fact_id")
    names = frames["mentions"]
    for row in frames["fact_entities"].query("part == 'named'").itertuples():
        fact = facts.loc[row.fact_id]
        inside = names[
            (names["sentence_id"] == fact["sentence_id"])
            & (names["entity_id"] == row.entity_id)
            & (names["start_char"] >= fact["start_char"])
            & (names["end_char"] <= fact["end_char"])
        ]
        assert len(inside)


def test_no_row_is_there_twice():
    assert not small_frames()["fact_entities"].duplicated().any()
