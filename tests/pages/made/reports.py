"""Nine short reports with every kind of row, one of them hostile.

A sentence is written with its parts marked: `[actor|Karim Sadat] [action|signed] [target|the contract]`.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.pages.made.names import ARABIC, HOSTILE_NAME, HOSTILE_PUBLISHER, HOSTILE_THEME, HOSTILE_TITLE, LONG_WORD


@dataclass(frozen=True)
class Line:
    """A sentence with its marked parts and what the fact in it is like; no action, no fact."""

    text: str
    themes: tuple[str, ...] = ()
    status: str = "done"
    days: tuple[str, str] | None = None
    precision: str = "day"
    event_class: str | None = None
    certainty: str = "certain"
    kind: str = "body"
    is_main: bool = False
    detail: str = ""  # the verb of another fact in the sentence, which is no claim and belongs to that of the line


@dataclass(frozen=True)
class Text:
    """A report."""

    title: str | None
    publisher: str | None
    published: str | None
    lines: tuple[Line, ...]
    url: str | None = None
    published_from: str = "metadata"


REPORTS = (
    Text(
        "Ministry signs copper contract",
        "Kabul Courier",
        "2024-03-04",
        (
            Line("Ministry signs copper contract", kind="heading"),
            Line(
                "[actor|Karim Sadat] [action|signed] [target|a contract with Norland Mining] for the copper mine in "
                "[place|Herat] [when|on 3 March 2024].",
                ("mining", "economy"),
                days=("2024-03-03", "2024-03-04"),
                event_class="AGREE",
                is_main=True,
            ),
            Line(
                "[source|The Ministry of Mines] [cue|said] [actor|Norland Mining] [action|will build] "
                "[target|a road to the mine] [when|in May].",
                ("mining",),
                "planned",
                ("2024-05-01", "2024-06-01"),
                "month",
                "COOPERATE",
                detail="said",
            ),
            Line("Advertisement", kind="noise"),
            Line(
                "[actor|Tomas Berg] [action|may open] [target|a second copper mine] [when|in 2025].",
                ("mining",),
                "possible",
                ("2025-01-01", "2026-01-01"),
                "year",
                certainty="possible",
            ),
        ),
        "https://courier.example/copper",
    ),
    Text(
        "Norland denies it closed the mine",
        "Northern Wire",
        "2024-04-12",
        (
            Line("Norland denies it closed the mine", kind="heading"),
            Line(
                "[source|Tomas Berg] [cue|denied] that [actor|Norland Mining] [action|closed] [target|the mine] in "
                "[place|Herat].",
                ("mining",),
                "denied",
                is_main=True,
                detail="denied",
            ),
            Line(
                "[actor|Workers] [action|blocked] [target|the road] [when|on 10 April].",
                ("mining", "security"),
                days=("2024-04-10", "2024-04-11"),
                event_class="PROTEST",
            ),
            Line(
                "[source|Sadat] [cue|asked] that [actor|the company] [action|publish] [target|the contract].",
                ("mining",),
                "requested",
                event_class="REQUEST",
            ),
        ),
    ),
    Text(
        "Ambassador visits school in Herat",
        "Kabul Courier",
        "2024-02-20",
        (
            Line("Ambassador visits school in Herat", kind="heading"),
            Line(
                "[actor|Leyla Rahimova], the ambassador of Azerbaijan, [action|visited] [target|a school] in "
                "[place|Herat] [when|on Monday].",
                ("education", "diplomacy"),
                days=("2024-02-19", "2024-02-20"),
                event_class="CONSULT",
                is_main=True,
            ),
            Line(
                "[actor|Azerbaijan] [action|will train] [target|forty teachers] in [place|Baku] [when|this summer], "
                "[source|Rahimova] [cue|said].",
                ("education",),
                "planned",
                ("2024-06-01", "2024-09-01"),
                "season",
                "AID",
            ),
            Line("[actor|A teacher] [action|thanked] [target|Rahimova].", ("education",), event_class="SUPPORT"),
        ),
        "https://courier.example/school",
    ),
    Text(
        "Embassy opens visa desk",
        "Caspian Review",
        "2024-01-16",
        (
            Line("Embassy opens visa desk", kind="heading"),
            Line(
                "[actor|Azerbaijan] [action|opened] [target|a visa desk at its embassy] in [place|Kabul] "
                "[when|on 15 January 2024].",
                ("diplomacy", "services"),
                days=("2024-01-15", "2024-01-16"),
                event_class="COOPERATE",
                is_main=True,
            ),
            Line(
                "[actor|Leila Rahimova] [action|met] [target|Karim Sadat] in [place|Kabul] [when|the same day].",
                ("diplomacy",),
                days=("2024-01-15", "2024-01-16"),
                event_class="CONSULT",
            ),
        ),
    ),
    Text(
        "Red Crescent hands out flour",
        "Northern Wire",
        "2024-03-22",
        (
            Line("Red Crescent hands out flour", kind="heading"),
            Line(
                "[actor|The Red Crescent] [action|handed out] [target|flour to 300 families] in [place|Herat] "
                "[when|last week].",
                ("aid",),
                days=("2024-03-11", "2024-03-18"),
                precision="week",
                event_class="AID",
                is_main=True,
            ),
            Line(
                "[actor|It] [action|plans] [target|a clinic] [when|in June].",
                ("aid",),
                "planned",
                ("2024-06-01", "2024-07-01"),
                "month",
            ),
            Line("A lorry of the Red Crescent in Herat (photo)", kind="caption"),
        ),
        "javascript:alert(1)",
    ),
    Text(
        "Checkpoint removed",
        "Northern Wire",
        "2024-03-25",
        (
            Line("Checkpoint removed", kind="heading"),
            Line(
                "[actor|Guards] [action|removed] [target|the checkpoint] on the road to [place|Kabul] "
                "[when|on Sunday].",
                ("security",),
                days=("2024-03-24", "2024-03-25"),
                event_class="RETREAT",
                is_main=True,
            ),
        ),
    ),
    Text(
        "Visa desk to close for a day",
        None,
        "2024-03-26",
        (
            Line(
                "[actor|The embassy of Azerbaijan] [action|will close] [target|its visa desk] [when|on Friday].",
                ("services",),
                "planned",
                ("2024-03-29", "2024-03-30"),
                is_main=True,
            ),
        ),
        published_from="inferred",
    ),
    Text(
        None,
        "Caspian Review",
        None,
        (Line("Nothing of note happened."), Line("Prices were stable.", ("economy",))),
        published_from="unknown",
    ),
    Text(
        HOSTILE_TITLE,
        HOSTILE_PUBLISHER,
        "2024-02-02",
        (
            Line(HOSTILE_TITLE.replace("[", "(").replace("]", ")"), kind="heading"),
            Line(
                f"[actor|{HOSTILE_NAME}] [action|=cmd()] [target|a `contract` ![x](http://evil.example/y.png) & $a_b$ "
                f"🚀 {LONG_WORD}] in [place|Baku] [when|on 1 February].".replace("![x](", "!(x)("),
                ("security", HOSTILE_THEME),
                days=("2024-02-01", "2024-02-02"),
                is_main=True,
            ),
            Line(
                f"[source|{HOSTILE_NAME}] [cue|said]: [actor|{ARABIC}] [action|@opens] [target|-1 </div></body>].",
                ("diplomacy",),
                "planned",
                detail="said",
            ),
        ),
        "data:text/html,<script>alert(1)</script>",
    ),
)

UNREADABLE = (
    {"source_id": "pictures/<b>map</b>.txt", "reason": "It is not text: it has bytes that no text has."},
    {"source_id": "empty.txt", "reason": "It is empty."},
)
