"""Reports that do harm when they are read: the first word says how. Worker processes import this module by its name."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

import msgspec

from analysis.read import Article
from analysis.reading import Settings
from analysis.reading import reader as sound_reader
from analysis.text import report
from analysis.text.records import Report
from analysis.workers import Work

ATTEMPTS = "DOSSIER_TEST_ATTEMPTS"  # a file that has a line for each attempt at such a report
SOUND = report.read_report


def read_report(article: Article, *rest: Any) -> Report:
    """The report, after the harm that its first word asks for."""
    word = article.text.split()[0]
    if word in HARM:
        with Path(os.environ[ATTEMPTS]).open("a", encoding="utf-8") as attempts:
            attempts.write(f"{word}\n")
    return HARM.get(word, lambda sound: sound)(SOUND(article, *rest))


def reader(settings: Settings) -> Work:
    """What a worker process starts with in place of the sound one."""
    report.read_report = read_report
    return sound_reader(settings)


def stop_dead(sound: Report) -> Report:
    """End the process as a fault in C code does."""
    os._exit(9)


def be_killed(sound: Report) -> Report:
    """End the process as Linux does when memory runs out."""
    os.kill(os.getpid(), signal.SIGKILL)
    return sound


def take_for_ever(sound: Report) -> Report:
    """Take longer than any clock allows."""
    time.sleep(600)
    return sound


def fail(sound: Report) -> Report:
    """Raise."""
    raise KeyError("planted")


def overrun(sound: Report) -> Report:
    """A sentence beyond the end of the text."""
    return msgspec.structs.replace(
        sound, sentences=(msgspec.structs.replace(sound.sentences[0], end_char=10_000), *sound.sentences[1:])
    )


def repeat(sound: Report) -> Report:
    """Every term twice."""
    return msgspec.structs.replace(sound, terms=sound.terms * 2)


def mislead(sound: Report) -> Report:
    """Facts of a name that is not there."""
    return msgspec.structs.replace(
        sound, facts=tuple(msgspec.structs.replace(fact, actor_mention=99) for fact in sound.facts)
    )


def mislabel(sound: Report) -> Report:
    """A certainty that no table allows."""
    return msgspec.structs.replace(
        sound, facts=tuple(msgspec.structs.replace(fact, certainty="sure") for fact in sound.facts)
    )


HARM = {
    "Fail": fail,
    "Overrun": overrun,
    "Repeat": repeat,
    "Mislead": mislead,
    "Mislabel": mislabel,
    "Stop": stop_dead,
    "Kill": be_killed,
    "Wait": take_for_ever,
}
