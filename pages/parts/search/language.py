"""The language of queries in a few words: for the page Search and for the filter by words."""

from __future__ import annotations

HELP = (
    ("mine", "The whole word, large or small; accents, apostrophes and the ’s of a genitive make no difference."),
    ('"copper mine"', "These words one after the other."),
    ("copper mine", "Both words, wherever in the sentence. AND may stand between."),
    ("mine OR quarry", "One of the two, or both."),
    ("mine -gold", "The first without the second; NOT gold says the same."),
    ("(mine OR quarry) copper", "Brackets hold together what belongs together."),
    ("mine*", "Words that begin so: mine, mines, miners."),
    ("colour~", "The word with one letter added, missing or changed, in a long word two. colour~2 says how many."),
    (
        "name:Mamedov",
        'A name in all its spellings: Mamedov, Mammadov. A full name stands in quotes: name:"Ilham Mamedov".',
    ),
    ("near(copper, mine, 5)", 'Both, at most five words from each other, in any order. "copper mine"~5 says the same.'),
)
