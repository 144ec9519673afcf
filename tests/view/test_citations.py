"""The citations in common styles: word for word what a CSL processor makes of the styles themselves."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from timeline.view.citations.citations import FILE, citation_data, citation_files

ASSETS = Path(__file__).resolve().parents[2] / "assets"
LINK = "https://example.org/?view=list&lang=en"
processor = pytest.mark.skipif(
    not (ASSETS / "node_modules/citeproc").is_dir() or not shutil.which("node"),
    reason="citeproc comes with the tools of assets/package.json",
)
TITLES = {
    "en": [
        "The 2024 Russia–North Korea treaty",
        "What is to be done?",
        "Who knew what, and when: a story of the war with and without words",
        "A “quoted” word and iPhone users",
        "Mutual-defence pacts since 1961",
        "Through the looking glass, and over",
        "The end.",
        "{link} in a title",
        "What a war!",
        "Treaty and:",
        # What a title quotes last, and what it says of it.
        "On the meaning of ‘war’",
        "On the meaning of “war”",
        "“War and peace”",
        "What is “war”?",
        "Who asked “why?”",
        "Who said “why?” and “no.”",
        "A word (of “war”)",
        "On “Terms of ‘war’”",
        "A “Word of ‘war’” again",
        "The end of all the kings’",
        # Parts of words, small words and lone letters.
        "Peace and/or war",
        "An x-ray of the in/out list",
        "the state-of-the-art (and more)",
        "in-depth: over-the-counter and hands-on",
        "Who is over? and given plan b",
        "Follow-up on",
    ],
    "fr": [
        "Le traité russo-nord-coréen de 2024",
        "Qui savait quoi\u202f?",
        "l’accord, d’un bout à l’autre",
        "Pourquoi pas\u202f!",
        "le sens du mot «\u202fguerre\u202f»",
        "«\u202fGuerre\u202f»",
        "Qui a dit «\u202fnon\u202f!\u202f»",
        "“guerre” et/ou ‘paix’",
        "un regard aux rayons x",
    ],
}
DAYS = ["2026-11-25", "2026-05-01", "2024-09-30"]


def cited(record, language):
    return citation_data(record)[FILE]["cited"][language]


def by_processor(asked):
    """The same citations by citeproc, each a line of what is asked."""
    lines = "\n".join(map(json.dumps, asked))
    run = subprocess.run(
        ["node", ASSETS / "citations.js", "--cite"], input=lines, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


@processor
@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_style_is_word_for_word_what_the_processor_makes_of_it(make_record, language):
    asked, ours = [], []
    for title in TITLES[language]:
        for day in DAYS:
            settings = {"title": {language: title}, "updated": day}
            record = make_record({"date": "1969-07-20"}, settings=settings, languages=(language,))
            kind = {"en": "Interactive timeline", "fr": "Frise interactive"}[language]
            kind += f", version {record.hash[:12]}"
            date = [int(part) for part in day.split("-")]
            for style, forms in cited(record, language).items():
                for link in (LINK, ""):
                    asked.append({"style": style, "language": language, "title": title, "kind": kind, "date": date})
                    asked[-1] |= {"link": link}
                    before, _, after = forms["linked"].rpartition("{link}")
                    ours.append(before + link + after if link else forms["bare"])
    assert ours == by_processor(asked)


@processor
def test_the_patterns_are_as_the_processor_has_them():
    subprocess.run(["node", ASSETS / "citations.js", "--check"], check=True)


def test_they_come_on_demand_in_each_language_and_weigh_little(record):
    text = citation_files(record)[FILE]
    assert len(text) < 3000
    found = json.loads(text)
    assert set(found["cited"]) == set(found["words"]) == {"en", "fr"}
    assert all(list(styles) == ["apa", "mla", "chicago"] for styles in found["cited"].values())


def test_a_language_that_has_no_patterns_has_the_english_ones_and_keeps_its_title(make_record):
    record = make_record({"date": "1969-07-20"}, settings={"title": {"it": "il trattato del mare"}}, languages=("it",))
    assert cited(record, "it")["mla"]["bare"].startswith("il trattato del mare. Interactive timeline, version ")


def test_the_server_gives_them(record):
    from timeline.serve.server import create_app  # noqa: PLC0415 it takes half a second

    answer = create_app(record).server.test_client().get(f"/{FILE}?{record.hash}")
    assert answer.get_json() == citation_data(record)[FILE]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
